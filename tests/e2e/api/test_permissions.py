"""Every route names its permission, and opens for the roles that have it alone."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.testclient import TestClient
from tests.e2e.api.conftest import Opened, signed_as

from matching.api.who import PUBLIC, Requires
from matching.app import create_app
from matching.domain.permission import Permission
from matching.domain.role_permissions import permissions_of
from matching.domain.vocabulary.process import Role
from matching.settings import Settings
from matching.web.guard import PUBLIC_PAGES, Opens


def required_by(dependant: Dependant) -> Iterator[Requires | Opens]:
    for each in dependant.dependencies:
        if isinstance(each.call, Requires | Opens):
            yield each.call
        yield from required_by(each)


def operations(app: FastAPI) -> dict[tuple[str, str], list[Requires | Opens]]:
    """What each operation and page of an app asks for, by method and template."""
    found: dict[tuple[str, str], list[Requires | Opens]] = {}
    for route in iter_route_contexts(app.routes):
        dependant = getattr(route, "dependant", None)
        for method in sorted(route.methods or ()):
            if method != "HEAD":
                found[method, str(route.path)] = [] if dependant is None else list(required_by(dependant))
    return found


ALL = operations(create_app(Settings()))
GUARDED = {key: asked[0] for key, asked in ALL.items() if asked and isinstance(asked[0], Requires)}
PAGES = {key: asked[0] for key, asked in ALL.items() if asked and isinstance(asked[0], Opens)}


def test_every_route_names_its_permission() -> None:
    assert len(GUARDED) > 30
    assert len(PAGES) > 3
    assert {key for key, asked in ALL.items() if not asked} == PUBLIC | PUBLIC_PAGES


def test_a_page_opens_for_the_roles_that_may_and_for_no_other(opened: Opened, accounts: dict[str, Role]) -> None:
    client = opened(requests_per_account="100000/minute", requests_per_address="100000/minute")
    asked = 0
    for account, role in accounts.items():
        for (method, template), opens in PAGES.items():
            path = re.sub(r"{\w+(:path)?}", "x", template)
            headers = signed_as(account) | {"Sec-Fetch-Site": "same-origin"}
            answer = client.request(method, path, headers=headers, data={})
            may = bool(permissions_of(role).intersection(opens.permissions))
            assert may or answer.status_code == 403, (account, method, path)
            assert not may or "n&#39;a pas le droit" not in answer.text, (account, method, path)
            asked += 1
    assert asked > 20


def test_a_route_without_one_is_found() -> None:
    app = create_app(Settings())
    app.add_api_route("/v1/open", lambda: None)
    assert operations(app)["GET", "/v1/open"] == []


def test_metrics_are_open_only_where_that_is_set() -> None:
    assert operations(create_app(Settings(open_metrics=True)))["GET", "/metrics"] == []
    assert ALL["GET", "/metrics"][0].permissions == (Permission.MANAGE_ACCOUNTS,)


@pytest.fixture(scope="module")
def accounts() -> dict[str, Role]:
    return {
        "demo": Role.COUNSELLOR,
        "demo-csr": Role.SOCIAL_WORKER,
        **{role.value: role for role in Role if role not in {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.LOCAL}},
    }


def test_a_role_gets_where_its_permissions_let_it_and_nowhere_else(opened: Opened, accounts: dict[str, Role]) -> None:
    client = opened(requests_per_account="100000/minute", requests_per_address="100000/minute")
    asked = 0
    for account, role in accounts.items():
        for (method, template), requires in GUARDED.items():
            path = re.sub(r"{\w+(:path)?}", "x", template)
            answer = client.request(method, path, headers=signed_as(account), json={})
            assert (answer.status_code == 403) >= (not permissions_of(role).intersection(requires.permissions)), (
                account,
                method,
                path,
            )
            if permissions_of(role).intersection(requires.permissions) and answer.status_code == 403:
                assert "n'a pas le droit" not in answer.text, (account, method, path)
            asked += 1
    assert asked > 250


def of_the_auditor(operation: tuple[str, str]) -> bool:
    return bool(permissions_of(Role.AUDITOR).intersection(GUARDED[operation].permissions))


def test_nobody_makes_the_service_read_what_they_send(client: TestClient) -> None:
    """And whoever may not is told that, before what is wrong with what they sent."""
    for (method, template), account, status in (
        *((key, "", 401) for key in GUARDED if key[0] in {"POST", "PUT"}),
        *((key, "auditor", 403) for key in GUARDED if key[0] in {"POST", "PUT"} and not of_the_auditor(key)),
    ):
        path = template.replace(":path", "").replace("{", "").replace("}", "")
        headers = {"Content-Type": "application/json", **signed_as(account)}
        assert client.request(method, path, headers=headers, content=b"{").status_code == status, path


def test_nobody_gets_anywhere(client: TestClient) -> None:
    for method, template in GUARDED:
        path = template.replace(":path", "").replace("{", "").replace("}", "")
        assert client.request(method, path, headers={"Authorization": ""}, json={}).status_code == 401, path
