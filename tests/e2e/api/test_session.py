"""Signing in over HTTP: a session with its cookie and its CSRF word, tokens with their scope, and the way out."""

from datetime import datetime, timedelta
from threading import BoundedSemaphore
from urllib.parse import parse_qs, urlsplit

import pytest
from argon2 import PasswordHasher
from httpx2 import Response
from pydantic import SecretStr
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, Opened
from tests.integration.storage.sign_in.lying_provider import LyingProvider

from matching.app import THREADS
from matching.bootstrap import Service
from matching.domain.viewer import LOCAL_VIEWER
from matching.entrance.signing_in import signed_in
from matching.identity.desk import Desk
from matching.identity.oidc import AT_ONCE
from matching.identity.passwords import Passwords

PASSWORD = "quatre mots au hasard"  # noqa: S105 - of an invented account
COOKIE = "__Host-matching"
DOOR = "/v1/session"


class Front:
    """A browser before a service whose identity provider lies as told."""

    def __init__(self, client: TestClient, at: datetime) -> None:
        self.client, self.provider = client, LyingProvider(at)
        workplace = client.app.state.service.workplace  # type: ignore[attr-defined]
        passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        self.opened = self.provider.opened()
        self.service = Service(workplace, desk=Desk(passwords=passwords, provider=self.opened))
        client.app.state.service = self.service  # type: ignore[attr-defined]
        self.service.set_password("demo", SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)

    def sign_in(self, account: str = "demo", password: str = PASSWORD) -> Response:
        answer: Response = self.client.post(DOOR, json={"account": account, "password": password})
        return answer

    def signed_in(self) -> dict[str, str]:
        """Signs in; the header that pages of the session send."""
        answer = self.sign_in()
        assert answer.status_code == 201, answer.text
        return {"X-CSRF-Token": answer.json()["csrf"]}

    def back_from(self, begun: Response) -> str:
        """The address to which the provider sends back whoever was sent there."""
        return f"{DOOR}/oidc/callback?{urlsplit(self.provider.authorize(begun.headers['Location'])).query}"


@pytest.fixture
def front(opened: Opened, at: datetime) -> Front:
    return Front(opened(who=signed_in, address="https://matching.example"), at)


def test_without_signing_in_nobody_is_anybody(front: Front) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer demo"},
        {"Authorization": "Basic ZGVtbzpkZW1v"},
        {"Authorization": "Bearer matching_x"},
        {"Cookie": f"{COOKIE}=x"},
    ):
        assert front.client.get("/v1/opportunities", headers=headers).status_code == 401, headers


def test_in_and_out(front: Front) -> None:
    answer = front.sign_in()
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "Max-Age" not in cookie
    token = front.client.cookies[COOKIE]
    assert token not in answer.text
    told = front.client.get(DOOR).json()
    assert told == answer.json()
    assert (told["account"], told["role"]) == ("demo", "counsellor")
    assert "decide" in told["permissions"]
    assert front.client.get(f"/v1/profiles/{PERSON}").status_code == 200
    assert front.client.delete(DOOR, headers={"X-CSRF-Token": told["csrf"]}).status_code == 204
    assert COOKIE not in front.client.cookies
    assert front.client.get(DOOR, headers={"Cookie": f"{COOKIE}={token}"}).status_code == 401


def test_signing_in_again_ends_the_session_before(front: Front) -> None:
    front.sign_in()
    first = front.client.cookies[COOKIE]
    front.sign_in()
    assert front.client.cookies[COOKIE] != first
    assert front.client.get(DOOR).status_code == 200
    front.client.cookies.clear()
    assert front.client.get(DOOR, headers={"Cookie": f"{COOKIE}={first}"}).status_code == 401


def test_a_change_takes_a_page_of_the_session(front: Front) -> None:
    given = front.signed_in()
    path, body = f"/v1/profiles/{PERSON}/ranking", {"ranked": True}
    assert front.client.put(path, json=body).status_code == 401
    assert front.client.put(path, json=body, headers={"X-CSRF-Token": "x"}).status_code == 401
    other = front.signed_in()
    assert front.client.put(path, json=body, headers=given).status_code == 401
    assert front.client.put(path, json=body, headers=other).status_code == 200
    assert front.client.delete(DOOR).status_code == 401
    assert front.client.get(DOOR).status_code == 200


def test_a_form_of_another_site_does_not_sign_in(front: Front) -> None:
    answer = front.client.post(
        DOOR, content=f'{{"account": "demo", "password": "{PASSWORD}"}}', headers={"Content-Type": "text/plain"}
    )
    assert answer.status_code in {415, 422}
    assert COOKIE not in front.client.cookies


def test_wrong_unknown_and_without_a_password_are_told_the_same(front: Front) -> None:
    told = {
        (answer.status_code, answer.json()["detail"])
        for answer in (front.sign_in("demo", "x" * 12), front.sign_in("nobody"), front.sign_in("demo-csr"))
    }
    assert len(told) == 1
    assert told.pop()[0] == 401
    assert COOKIE not in front.client.cookies
    assert PASSWORD not in front.client.post(DOOR, json={"account": "demo", "password": PASSWORD, "x": 1}).text


def test_an_address_may_not_try_for_ever(opened: Opened, at: datetime) -> None:
    front = Front(opened(who=signed_in, address="https://matching.example", sign_ins_per_address="3/minute"), at)
    statuses = [front.sign_in(f"nobody-{number}").status_code for number in range(4)]
    assert statuses == [401, 401, 401, 429]
    assert front.client.get(f"{DOOR}/oidc").status_code == 429
    assert int(front.sign_in().headers["Retry-After"]) >= 1


def test_on_this_machine_the_cookie_travels_in_clear_and_nowhere_else(opened: Opened, at: datetime) -> None:
    here = Front(opened(who=signed_in, address="http://127.0.0.1:8000"), at)
    cookie = here.sign_in().headers["Set-Cookie"]
    assert cookie.startswith("matching=")
    assert "Secure" not in cookie
    assert "HttpOnly" in cookie
    assert here.client.get(DOOR).status_code == 200
    there = Front(opened(who=signed_in, address="http://matching.example"), at)
    cookie = there.sign_in().headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert "Secure" in cookie


def test_a_token_does_what_its_scope_says(front: Front, at: datetime) -> None:
    given = front.signed_in()
    wanted = {"name": "lecture", "scope": ["read_profiles"], "expires_at": (at + timedelta(days=30)).isoformat()}
    assert front.client.post("/v1/tokens", json=wanted).status_code == 401
    made = front.client.post("/v1/tokens", json=wanted, headers=given)
    assert made.status_code == 201, made.text
    secret, session = made.json()["secret"], front.client.cookies[COOKIE]
    listed = front.client.get("/v1/tokens")
    assert secret not in listed.text
    assert [each["name"] for each in listed.json()] == ["lecture"]
    front.client.cookies.clear()
    program = {"Authorization": f"Bearer {secret}"}
    assert front.client.get(f"/v1/profiles/{PERSON}", headers=program).status_code == 200
    refused = front.client.put(f"/v1/profiles/{PERSON}/ranking", json={"ranked": True}, headers=program)
    assert refused.status_code == 403
    assert "« lecture »" in refused.json()["detail"]
    assert front.client.get("/v1/tokens", headers=program).status_code == 403
    for name in (COOKIE, "matching"):
        assert front.client.get(DOOR, headers={"Cookie": f"{name}={secret}"}).status_code == 401
    assert front.client.get(DOOR, headers={"Authorization": f"Bearer {session}"}).status_code == 401
    front.client.cookies.set(COOKIE, session, domain="matching.example", path="/")
    path = f"/v1/tokens/{made.json()['id']}"
    assert front.client.delete(path, headers=given).status_code == 204
    assert front.client.delete(path, headers=given).status_code == 404
    front.client.cookies.clear()
    assert front.client.get(f"/v1/profiles/{PERSON}", headers=program).status_code == 401


def test_a_token_is_made_by_a_person_for_themselves_and_not_too_wide(front: Front, at: datetime) -> None:
    given = front.signed_in()
    end = (at + timedelta(days=30)).isoformat()
    for scope, end_, status in (
        (["read_audit"], end, 403),
        (["manage_own_access"], end, 403),
        ([], end, 422),
        (["read_profiles"], at.isoformat(), 422),
    ):
        wanted = {"name": "x", "scope": scope, "expires_at": end_}
        assert front.client.post("/v1/tokens", json=wanted, headers=given).status_code == status, wanted


def test_at_the_identity_provider_and_back(front: Front, at: datetime) -> None:
    front.provider.claims["sub"] = "sub-demo"
    begun = front.client.get(f"{DOOR}/oidc")
    assert begun.status_code == 303, begun.text
    asked = parse_qs(urlsplit(begun.headers["Location"]).query)
    assert asked["redirect_uri"] == ["https://matching.example/v1/session/oidc/callback"]
    path = front.back_from(begun)
    refused = front.client.get(path)
    assert (refused.status_code, COOKIE in front.client.cookies) == (401, False)
    front.service.link_account("demo", "sub-demo", viewer=LOCAL_VIEWER, at=at)
    path = front.back_from(front.client.get(f"{DOOR}/oidc"))
    finished = front.client.get(f"{path}&session_state=x")
    assert (finished.status_code, finished.headers.get("Location")) == (303, DOOR), finished.text
    assert front.client.get(DOOR).json()["account"] == "demo"
    assert front.client.get(path).status_code == 401


def test_a_slow_provider_is_said(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 2 * AT_ONCE < THREADS  # the others go on
    turns = BoundedSemaphore(1)
    monkeypatch.setattr(front.opened, "_turns", turns)
    assert front.client.get(f"{DOOR}/oidc").status_code == 303
    with turns:
        answer = front.client.get(f"{DOOR}/oidc")
    told = (answer.status_code, answer.json()["type"], answer.json()["title"])
    assert told == (503, "urn:matching:problem:sign-in-slow", "Service d'identité lent")
    assert "tarde à répondre" in answer.json()["detail"]
    assert front.client.get(f"{DOOR}/oidc").status_code == 303


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=x", "?error=access_denied", "?code=a&code=b&state="])
def test_what_proves_nothing_is_refused(front: Front, query: str) -> None:
    assert front.client.get(f"{DOOR}/oidc/callback{query}").status_code == 401
    front.client.get(f"{DOOR}/oidc")
    assert front.client.get(f"{DOOR}/oidc/callback{query}").status_code == 401
    assert COOKIE not in front.client.cookies


def test_without_a_provider_there_is_nowhere_to_go(opened: Opened) -> None:
    client = opened(who=signed_in)
    assert client.get(f"{DOOR}/oidc").status_code == 404
    client.cookies.set("__Host-matching-oidc", "x")
    assert client.get(f"{DOOR}/oidc/callback").status_code in {401, 404}


def test_no_secret_stands_in_a_log(front: Front, at: datetime, capfd: pytest.CaptureFixture[str]) -> None:
    given = front.signed_in()
    wanted = {"name": "x", "scope": ["read_profiles"], "expires_at": (at + timedelta(days=9)).isoformat()}
    made = front.client.post("/v1/tokens", json=wanted, headers=given).json()
    front.client.get("/v1/opportunities", headers={"Authorization": f"Bearer {made['secret']}x"})
    front.sign_in(password=f"{PASSWORD}x")
    back = front.back_from(front.client.get(f"{DOOR}/oidc"))
    front.client.get(back)
    said = capfd.readouterr()
    secrets = (PASSWORD, made["secret"], given["X-CSRF-Token"], front.client.cookies[COOKIE], back.partition("?")[2])
    assert not any(secret in said.out + said.err for secret in secrets)


def test_ones_own_sessions_and_password(front: Front) -> None:
    csrf = front.signed_in()
    (own,) = front.client.get("/v1/sessions").json()
    other = front.service.sign_in("demo", SecretStr(PASSWORD), at=front.client.app.state.clock())  # type: ignore[attr-defined]
    listed = front.client.get("/v1/sessions").json()
    assert len(listed) == 2
    assert other.token not in str(listed)
    (elsewhere,) = (each["id"] for each in listed if each["id"] != own["id"])
    assert front.client.delete(f"/v1/sessions/{elsewhere}", headers=csrf).status_code == 204
    assert front.client.delete(f"/v1/sessions/{elsewhere}", headers=csrf).status_code == 404
    assert [each["id"] for each in front.client.get("/v1/sessions").json()] == [own["id"]]
    changed = {"current": PASSWORD, "new": "cinq autres mots au hasard"}
    assert front.client.put("/v1/session/password", json=changed).status_code == 401  # no word of the page
    wrong = changed | {"current": "pas celui-là du tout"}
    assert front.client.put("/v1/session/password", json=wrong, headers=csrf).status_code == 401
    assert front.client.put("/v1/session/password", json=changed, headers=csrf).status_code == 204
    assert front.client.get(DOOR).status_code == 200  # in the new session
    assert front.sign_in().status_code == 401
    assert front.sign_in(password=changed["new"]).status_code == 201
