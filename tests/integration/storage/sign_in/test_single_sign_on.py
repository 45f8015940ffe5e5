"""Signing in at an identity provider, on both engines: what is not proven, finished twice or nobody's opens nothing."""

import base64
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from hashlib import sha256
from threading import Event, Semaphore
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc.jwk import RSAKey
from pydantic import SecretStr
from tests.integration.storage.sign_in.front_door import NewAccount, everything_stored
from tests.integration.storage.sign_in.lying_provider import CLIENT, ISSUER, REDIRECT, LyingProvider

from matching.bootstrap import Service
from matching.domain.viewer import LOCAL_VIEWER
from matching.errors import (
    ConflictError,
    DamagedError,
    ForbiddenError,
    InvalidInputError,
    MatchingError,
    NotFoundError,
    NotSignedInError,
    SlowProviderError,
)
from matching.identity.desk import Desk, open_desk
from matching.identity.lifetimes import ATTEMPT
from matching.identity.oidc import AT_ONCE, CLOCK_SKEW_S, OidcProvider
from matching.settings import Settings
from matching.use_cases.sign_in.sessions import NewSession

SECOND = timedelta(seconds=1)


class Front:
    """A service whose provider lies as told, and somebody who signs in there."""

    def __init__(self, house: Service, provider: LyingProvider, secret: SecretStr | None = None) -> None:
        self.provider = provider
        self.service = Service(house.workplace, desk=Desk(provider=provider.opened(secret)))

    def sign_in(self, at: datetime, *, finished: datetime | None = None, **changed: str) -> NewSession:
        begun = self.service.begin_oidc(redirect_uri=REDIRECT, at=at)
        callback = self.provider.authorize(begun.url, **changed)
        session: NewSession = self.service.finish_oidc(begun.token, callback, redirect_uri=REDIRECT, at=finished or at)
        return session


@pytest.fixture
def front(house: Service, at: datetime) -> Front:
    return Front(house, LyingProvider(at))


@pytest.fixture
def account(front: Front, new_account: NewAccount, at: datetime) -> str:
    """An account linked to a subject that is its own."""
    name = new_account(at)
    front.provider.claims["sub"] = f"sub-{name}"
    front.service.link_account(name, f"sub-{name}", viewer=LOCAL_VIEWER, at=at)
    return name


def test_who_is_linked_signs_in_with_role_and_units_of_the_account(front: Front, account: str, at: datetime) -> None:
    front.provider.claims |= {"roles": ["administrator"], "groups": ["vd-orp-lausanne"], "email": "admin@example.org"}
    session = front.sign_in(at)
    assert front.service.who_is(session.token, at=at).viewer == front.service.viewer(account)


def test_a_slow_provider_holds_a_few_threads_and_no_more(front: Front, account: str, at: datetime) -> None:
    """Whoever comes while it keeps others waiting is told so at once; afterwards all is as before."""
    callbacks = []
    for _ in range(AT_ONCE + 1):
        begun = front.service.begin_oidc(redirect_uri=REDIRECT, at=at)
        callbacks.append((begun.token, front.provider.authorize(begun.url)))
    front.provider.answers["/token"] = httpx2.Response(503)
    waiting, goes_on = Semaphore(0), Event()

    def wait() -> None:
        waiting.release()
        goes_on.wait(60)

    front.provider.slow = wait

    def finish(token: str, callback: str) -> type[Exception]:
        with pytest.raises(MatchingError) as refused:
            front.service.finish_oidc(token, callback, redirect_uri=REDIRECT, at=at)
        return refused.type

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            held = [pool.submit(finish, *one) for one in callbacks[:AT_ONCE]]
            assert all(waiting.acquire(timeout=60) for _ in held)
            assert finish(*callbacks[AT_ONCE]) is SlowProviderError
            with pytest.raises(SlowProviderError, match="tarde à répondre"):
                front.service.begin_oidc(redirect_uri=REDIRECT, at=at)
        finally:
            goes_on.set()
        assert {one.result(60) for one in held} == {DamagedError}
    del front.provider.answers["/token"]
    assert front.sign_in(at).who.viewer.account == account


def test_what_is_asked_of_the_provider(front: Front, account: str, at: datetime) -> None:
    begun = front.service.begin_oidc(redirect_uri=REDIRECT, at=at)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.url).query).items()}
    assert begun.url.startswith(f"{ISSUER}/authorize?")
    assert (asked["response_type"], asked["scope"], asked["client_id"]) == ("code", "openid", CLIENT)
    assert asked["code_challenge_method"] == "S256"
    front.service.finish_oidc(begun.token, front.provider.authorize(begun.url), redirect_uri=REDIRECT, at=at)
    sent = front.provider.token_request
    challenge = base64.urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=").decode()
    assert challenge == asked["code_challenge"]
    assert (sent["redirect_uri"], sent["code"], sent["client_id"]) == (REDIRECT, "c0de", CLIENT)
    assert len({asked["state"], asked["nonce"], sent["code_verifier"], begun.token}) == 4


@pytest.mark.parametrize(
    ("offered", "where"),
    [(None, "authorization"), (["client_secret_post"], "client_secret"), (["client_secret_basic"], "authorization")],
)
def test_the_secret_goes_where_the_provider_wants_it(
    house: Service, at: datetime, offered: list[str] | None, where: str
) -> None:
    provider = LyingProvider(at)
    provider.metadata = {"token_endpoint_auth_methods_supported": offered} if offered else {}
    with pytest.raises(NotSignedInError, match="aucun compte d'ici"):
        Front(house, provider, SecretStr("s3cret")).sign_in(at)
    assert provider.token_request[where]
    assert ("client_secret" in provider.token_request) == (where == "client_secret")


def test_somebody_without_an_account_is_told_whom_to_ask(front: Front, at: datetime) -> None:
    front.provider.claims["sub"] = "unknown-here"
    with pytest.raises(NotSignedInError, match="aucun compte d'ici ne vous est lié ; s'adresser à qui gère"):
        front.sign_in(at)


def test_a_callback_counts_once(front: Front, account: str, at: datetime) -> None:
    begun = front.service.begin_oidc(redirect_uri=REDIRECT, at=at)
    callback = front.provider.authorize(begun.url)
    front.service.finish_oidc(begun.token, callback, redirect_uri=REDIRECT, at=at)
    asked = len(front.provider.asked)
    with pytest.raises(NotSignedInError, match="déjà terminée") as refused:
        front.service.finish_oidc(begun.token, callback, redirect_uri=REDIRECT, at=at)
    assert (len(front.provider.asked), refused.value.status) == (asked, 401)


def test_it_must_not_take_too_long(front: Front, account: str, at: datetime) -> None:
    front.provider.at = at + ATTEMPT
    front.sign_in(at, finished=at + ATTEMPT - SECOND)
    with pytest.raises(NotSignedInError, match="trop longtemps"):
        front.sign_in(at, finished=at + ATTEMPT)


def test_the_callback_of_another_browser_opens_nothing(front: Front, account: str, at: datetime) -> None:
    mine, theirs = (front.service.begin_oidc(redirect_uri=REDIRECT, at=at) for _ in range(2))
    callback = front.provider.authorize(theirs.url)
    for token in (mine.token, "", "\x00", "\ud800"):
        with pytest.raises(NotSignedInError):
            front.service.finish_oidc(token, callback, redirect_uri=REDIRECT, at=at)


LIES: dict[str, Callable[[LyingProvider], object]] = {
    "issuer": lambda p: p.claims.update(iss="https://other.example"),
    "issuer with a slash": lambda p: p.claims.update(iss=f"{ISSUER}/"),
    "audience": lambda p: p.claims.update(aud="another service"),
    "made by this service for another one": lambda p: p.claims.update(aud="another service", azp=CLIENT),
    "several audiences, nobody authorised": lambda p: p.claims.update(aud=[CLIENT, "another"]),
    "somebody else authorised": lambda p: p.claims.update(azp="another"),
    "nonce": lambda p: p.claims.update(nonce="of another sign-in"),
    "no nonce": lambda p: p.without.add("nonce"),
    "no subject": lambda p: p.without.add("sub"),
    "empty subject": lambda p: p.claims.update(sub=""),
    "a number as subject": lambda p: p.claims.update(sub=7),
    "a subject with a zero": lambda p: p.claims.update(sub="a\x00b"),
    "no end": lambda p: p.without.add("exp"),
    "over": lambda p: p.claims.update(exp=int(p.at.timestamp()) - CLOCK_SKEW_S - 1),
    "not begun": lambda p: p.claims.update(nbf=int(p.at.timestamp()) + CLOCK_SKEW_S + 1),
    "an end that is no time": lambda p: p.claims.update(exp="tomorrow"),
    "another access token": lambda p: p.claims.update(at_hash="x" * 22),
    "a key nobody published": lambda p: setattr(p, "key", RSAKey.generate_key(2048, {"kid": "one"})),
    "the public key as a secret": lambda p: p.header.update(alg="HS256"),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_is_not_proven_opens_nothing(front: Front, account: str, at: datetime, lie: str) -> None:
    LIES[lie](front.provider)
    with pytest.raises(NotSignedInError, match="n'a pas confirmé la connexion"):
        front.sign_in(at)


def test_a_token_without_signature_opens_nothing(front: Front, account: str, at: datetime) -> None:
    parts = [b'{"alg":"none"}', b'{"iss":"https://idp.example","sub":"x"}']
    forged = ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."
    front.provider.answers["/token"] = httpx2.Response(200, json={"access_token": "a", "id_token": forged})
    with pytest.raises(NotSignedInError):
        front.sign_in(at)


@pytest.mark.parametrize("off", [-CLOCK_SKEW_S, CLOCK_SKEW_S])
def test_clocks_may_differ_a_little(front: Front, account: str, at: datetime, off: int) -> None:
    now = int(at.timestamp())
    front.provider.claims |= {"iat": now + off, "nbf": now + off, "exp": now + off + 1}
    front.sign_in(at)


@pytest.mark.parametrize(
    "changed",
    [
        {"state": "another"},
        {"state": ""},
        {"code": ""},
        {"error": "access_denied"},
        {"iss": "https://other.example"},
    ],
)
def test_a_callback_that_proves_nothing(front: Front, account: str, at: datetime, changed: dict[str, str]) -> None:
    with pytest.raises(NotSignedInError):
        front.sign_in(at, finished=at, **changed)
    assert "/token" not in front.provider.asked


def test_a_provider_that_names_itself_must_do_so_always(front: Front, account: str, at: datetime) -> None:
    front.provider.metadata = {"authorization_response_iss_parameter_supported": True}
    front.sign_in(at, iss=ISSUER)
    with pytest.raises(NotSignedInError):
        front.sign_in(at)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/.well-known/openid-configuration", httpx2.Response(500)),
        ("/.well-known/openid-configuration", httpx2.Response(200, text="<html>")),
        ("/.well-known/openid-configuration", httpx2.Response(200, json=[])),
        ("/.well-known/openid-configuration", httpx2.Response(200, json={"issuer": ISSUER})),
        ("/keys", httpx2.Response(404)),
        ("/keys", httpx2.Response(200, json={"keys": "none"})),
        ("/token", httpx2.Response(502, text="Bad gateway")),
        ("/token", httpx2.Response(200, text="<html>")),
        ("/token", httpx2.Response(200, json={"access_token": "a", "token_type": "Bearer"})),
        ("/token", httpx2.Response(401, json={"error": "invalid_client"})),
    ],
)
def test_a_provider_that_fails_is_one_sentence(
    front: Front, account: str, at: datetime, path: str, answer: httpx2.Response
) -> None:
    front.provider.answers[path] = answer
    with pytest.raises(DamagedError, match=r"^Le service d'identité"):
        front.sign_in(at)


def test_a_code_that_the_provider_refuses(front: Front, account: str, at: datetime) -> None:
    front.provider.answers["/token"] = httpx2.Response(400, json={"error": "invalid_grant"})
    with pytest.raises(NotSignedInError):
        front.sign_in(at)


def test_the_description_names_the_issuer_that_was_set_and_private_addresses(
    front: Front, account: str, at: datetime
) -> None:
    for wrong in ({"issuer": f"{ISSUER}/"}, {"token_endpoint": "http://idp.example/token"}):
        front.provider.metadata = wrong
        with pytest.raises(DamagedError):
            front.sign_in(at)
    front.provider.metadata = {}
    front.sign_in(at)


def test_what_the_provider_publishes_is_read_once_an_hour_and_when_its_keys_change(
    front: Front, account: str, at: datetime
) -> None:
    def read() -> tuple[int, int]:
        return tuple(front.provider.asked.count(path) for path in ("/.well-known/openid-configuration", "/keys"))  # type: ignore[return-value]

    for _ in range(3):
        front.sign_in(at)
    assert read() == (1, 1)
    front.provider.key = front.provider.published = RSAKey.generate_key(2048, {"kid": "two", "use": "sig"})
    front.provider.header["kid"] = "two"
    front.sign_in(at)
    assert read() == (1, 2)
    front.provider.at = at + timedelta(hours=1)
    front.sign_in(front.provider.at)
    assert read() == (2, 3)


def test_links_are_made_and_undone_by_whoever_manages_accounts(
    front: Front, account: str, new_account: NewAccount, at: datetime
) -> None:
    house, subject = front.service, f"sub-{account}"
    with pytest.raises(ForbiddenError):
        house.link_account(account, "x", viewer=house.viewer(account), at=at)
    with pytest.raises(ForbiddenError):
        house.unlink_account(account, viewer=house.viewer(account), at=at)
    with pytest.raises(ConflictError, match="déjà lié"):
        house.link_account(new_account(at), subject, viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(NotFoundError):
        house.link_account("nobody", "x", viewer=LOCAL_VIEWER, at=at)
    for wrong in ("", "é", "x" * 256):
        with pytest.raises(InvalidInputError):
            house.link_account(account, wrong, viewer=LOCAL_VIEWER, at=at)
    assert house.unlink_account(account, viewer=LOCAL_VIEWER, at=at) == 1
    with pytest.raises(NotSignedInError):
        front.sign_in(at)


def test_a_closed_account_is_unlinked(front: Front, account: str, at: datetime) -> None:
    front.service.deactivate_account(account, viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(NotSignedInError):
        front.sign_in(at)
    front.service.add_account(account, role="counsellor", viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(NotSignedInError):
        front.sign_in(at)


def test_nothing_of_a_sign_in_under_way_stands_in_the_store(front: Front, account: str, at: datetime) -> None:
    begun = front.service.begin_oidc(redirect_uri=REDIRECT, at=at)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.url).query).items()}
    stored = everything_stored(front.service)
    assert sha256(begun.token.encode()).hexdigest() in stored
    assert [secret for secret in (begun.token, asked["state"], asked["nonce"]) if secret in stored] == []
    assert begun.token not in repr(begun)


def test_without_a_provider(house: Service, new_account: NewAccount, at: datetime) -> None:
    with pytest.raises(NotFoundError, match="MATCHING_OIDC_ISSUER"):
        house.begin_oidc(redirect_uri=REDIRECT, at=at)


@pytest.mark.parametrize(
    ("settings", "mention"),
    [
        ({"oidc_issuer": "http://idp.example", "oidc_client_id": "m"}, "https"),
        ({"oidc_issuer": ISSUER}, "MATCHING_OIDC_CLIENT_ID"),
    ],
)
def test_settings_that_cannot_be(settings: dict[str, str], mention: str) -> None:
    with pytest.raises(MatchingError, match=mention):
        open_desk(Settings(**settings))  # type: ignore[arg-type]


def test_the_secret_of_the_settings_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("ISSUER", ISSUER), ("CLIENT_ID", "m"), ("CLIENT_SECRET", "s3cret")):
        monkeypatch.setenv(f"MATCHING_OIDC_{name}", value)
    desk = open_desk(Settings())
    assert isinstance(desk.provider, OidcProvider)
    assert "s3cret" not in repr(Settings()) + repr(desk) + repr(vars(desk.provider))
