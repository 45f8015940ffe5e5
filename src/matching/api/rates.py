"""How much one account or one address may ask of this process in a while."""

import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from matching.api.problems import problem
from matching.errors import TooManyRequestsError
from matching.settings import Settings


class Rates:
    """Counts what was asked, by account and by address."""

    def __init__(self, settings: Settings) -> None:
        self._storage = MemoryStorage()
        self._limiter = FixedWindowRateLimiter(self._storage)
        self._account = parse(settings.requests_per_account)
        self._address = parse(settings.requests_per_address)
        self._sign_in = parse(settings.sign_ins_per_address)

    def count_account(self, account: str) -> None:
        """TooManyRequestsError once an account has asked too much."""
        self._count(self._account, "account", account)

    def count_address(self, address: str) -> None:
        """TooManyRequestsError once an address has asked too much."""
        self._count(self._address, "address", address)

    def count_sign_in(self, address: str) -> None:
        """TooManyRequestsError once an address has tried to sign in too often, under whatever name."""
        self._count(self._sign_in, "sign-in", address)

    def close(self) -> None:
        """Stop the clock that forgets what is past."""
        self._storage.timer.cancel()

    def _count(self, limit: RateLimitItem, kind: str, who: str) -> None:
        if not self._limiter.hit(limit, kind, who):
            reset = self._limiter.get_window_stats(limit, kind, who).reset_time
            raise TooManyRequestsError(
                "Trop de demandes en peu de temps ; attendre avant de recommencer.",
                retry_after_s=max(1, round(reset - time.time())),
            )


class AddressLimit:
    """Turns an address away before anything is read or looked up for it."""

    def __init__(self, app: ASGIApp, rates: Rates) -> None:
        self._app, self._rates = app, rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the request, then let it pass or refuse it."""
        if scope["type"] == "http":
            client = scope.get("client")
            try:
                self._rates.count_address(client[0] if client else "unknown")
            except TooManyRequestsError as refusal:
                headers = {"Retry-After": str(refusal.retry_after_s)}
                await problem(refusal.status, refusal.slug, str(refusal), headers=headers)(scope, receive, send)
                return
        await self._app(scope, receive, send)
