"""The office of the proposals over HTTP: whoever asks is named, and may name the version and a key."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from httpx2 import Response
from starlette.requests import Request
from starlette.testclient import TestClient
from tests.integration.proposals import people
from tests.integration.proposals.conftest import Office

from matching.app import create_app
from matching.domain.role_permissions import permissions_of
from matching.domain.viewer import Viewer
from matching.errors import NotFoundError
from matching.settings import Settings
from matching.use_cases.sign_in.signed_in import SignedIn

UNLIMITED = "1000000/minute"
STAFF = [one for one in vars(people).values() if isinstance(one, Viewer) and one is not people.LOCAL]


def by_account(request: Request) -> SignedIn | None:
    """A stand-in for sign-in: the token is the account's name."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not token:
        return None
    try:
        viewer = request.app.state.service.viewer(token)
    except NotFoundError:
        return None
    return SignedIn(viewer, permissions_of(viewer.role))


class Counter:
    """A client of the office; `moment` is the present."""

    def __init__(self, client: TestClient, office: Office) -> None:
        self.client, self.office, self.moment = client, office, office.at

    @classmethod
    @contextmanager
    def over(cls, office: Office, folder: Path) -> Iterator["Counter"]:
        """The counter of an office, whose people have accounts."""
        for viewer in STAFF:
            office.service.add_account(
                viewer.account,
                role=viewer.role,
                viewer=people.LOCAL,
                at=office.at,
                institution=viewer.institution,
                units=viewer.units or () if viewer.role != "programme_manager" else (),
            )
        settings = Settings(data_dir=folder, requests_per_account=UNLIMITED, requests_per_address=UNLIMITED)
        app = create_app(settings, who=by_account, clock=lambda: counter.moment)
        with TestClient(app) as client:
            app.state.service.close()
            app.state.service = office.service
            counter = cls(client, office)
            yield counter

    def ask(
        self,
        who: Viewer | str | None,
        method: str,
        path: str,
        body: Any = None,
        *,
        version: int | str | None = None,
        key: str | None = None,
        **more: Any,
    ) -> Response:
        headers = {} if who is None else {"Authorization": f"Bearer {who if isinstance(who, str) else who.account}"}
        headers |= {} if version is None else {"If-Match": f'"{version}"' if isinstance(version, int) else version}
        headers |= {} if key is None else {"Idempotency-Key": key}
        answer: Response = self.client.request(method, f"/v1{path}", json=body, headers=headers, **more)
        return answer

    def days_pass(self, days: int) -> datetime:
        self.moment += timedelta(days=days)
        return self.moment
