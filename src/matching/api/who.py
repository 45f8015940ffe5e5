"""Who asks: nobody until they have said so, and then only what their permissions open."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.security import APIKeyCookie, HTTPBearer

from matching.api.problems import WrongFieldsError
from matching.contracts.rows import Finding
from matching.domain.permission import Permission
from matching.entrance.cookies import SESSION_COOKIE
from matching.entrance.signed import signed_of
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_other_pages, refuse_without

PUBLIC = frozenset(
    {
        *(("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/openapi.json")),
        *(("POST", "/v1/session"), ("GET", "/v1/session/oidc"), ("GET", "/v1/session/oidc/callback")),
    }
)
"""What answers to anybody, by method and path; every other route names its permission."""

CSRF_HEADER = "X-CSRF-Token"
_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})

_bearer = HTTPBearer(auto_error=False, description="A token of an account.")
_cookie = APIKeyCookie(
    name=SESSION_COOKIE,
    auto_error=False,
    description="The session that signing in began; whatever changes something sends X-CSRF-Token besides.",
)


Who = Callable[[Request], SignedIn | None]
"""Reads a token or a session of a request; None, or NotSignedInError, when there is none that can be believed."""


@dataclass(frozen=True)
class Requires:
    """The dependency behind `requires`; `permissions` are what it asks for, any one of them."""

    permissions: tuple[Permission, ...]

    def __call__(
        self,
        request: Request,
        _token: Annotated[Any, Depends(_bearer)] = None,
        _session: Annotated[Any, Depends(_cookie)] = None,
    ) -> SignedIn:
        """The one who asks; NotSignedInError for nobody, ForbiddenError without any of the permissions."""
        signed = _signed(request)
        if not signed.permissions.intersection(self.permissions):
            refuse_without(signed, self.permissions[0])
        return signed


class GuardedRoute(APIRoute):
    """A route that asks who it is before it reads what they send: nobody makes the service read a file.

    A query that it does not know is refused, as an unknown field of a body is: a mistyped filter filters nothing.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the guards that the route names."""
        handler = super().get_route_handler()
        guards = [each.call for each in self.dependant.dependencies if isinstance(each.call, Requires)]
        known = _queries(self.dependant)

        async def guarded(request: Request) -> Response:
            for guard in guards:
                await run_in_threadpool(guard, request)
            unknown = sorted(request.query_params.keys() - known)
            if unknown:
                raise WrongFieldsError(Finding(f"query.{name}", "paramètre inconnu") for name in unknown)
            return await handler(request)

        return guarded


def _queries(dependant: Dependant) -> set[str]:
    """The names of a query that a route and what it depends on read."""
    own = {each.alias for each in dependant.query_params}
    return own.union(*(_queries(each) for each in dependant.dependencies))


def _signed(request: Request) -> SignedIn:
    """Who asks; a change in a session must come from one of its own pages."""
    known = getattr(request.state, "signed", None) is not None
    signed = signed_of(request)
    if not known and request.method not in _CHANGES_NOTHING:
        refuse_other_pages(signed, request.headers.get(CSRF_HEADER))
    return signed


def requires(*permissions: Permission) -> Any:
    """The signed-in viewer, for a route that asks for a permission; with several, for any one of them."""
    return Depends(Requires(permissions))
