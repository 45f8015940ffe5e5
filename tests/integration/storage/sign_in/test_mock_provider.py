"""The whole way over HTTP, against a provider that somebody else wrote, on a local port."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx2
import pytest
from pydantic import SecretStr
from tests.integration.storage.sign_in.front_door import NewAccount

from matching.bootstrap import Service
from matching.domain.viewer import LOCAL_VIEWER
from matching.errors import DamagedError, NotSignedInError
from matching.identity.desk import open_desk
from matching.settings import Settings

REDIRECT = "http://localhost:9/sign-in/callback"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The address of a provider, in a process of its own: it still uses what its libraries warn of."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    provider = subprocess.Popen(  # noqa: S603 - our own interpreter and a module of our own environment
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address)
        yield address
    finally:
        provider.terminate()
        provider.wait(10)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    with httpx2.Client(trust_env=False) as client:
        while True:
            try:
                client.get(f"{address}/.well-known/openid-configuration").raise_for_status()
            except httpx2.TransportError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return


def service_with(house: Service, issuer: str) -> Service:
    settings = Settings(oidc_issuer=issuer, oidc_client_id="matching", oidc_client_secret=SecretStr("any"))
    return Service(house.workplace, desk=open_desk(settings))


def come_back(url: str, subject: str) -> str:
    """Sign in in the form of the provider; the address to which it sends the browser."""
    with httpx2.Client(trust_env=False) as browser:
        answer = browser.post(url, data={"sub": subject})
    assert answer.status_code == 302, answer.text
    return str(answer.headers["location"])


def test_from_the_button_to_the_session_once(house: Service, new_account: NewAccount, issuer: str) -> None:
    at = datetime.now(UTC)  # the provider's clock is the real one
    account = new_account(at)
    service = service_with(house, issuer)
    service.link_account(account, f"{account}@example.org", viewer=LOCAL_VIEWER, at=at)
    begun = service.begin_oidc(redirect_uri=REDIRECT, at=at)
    callback = come_back(begun.url, f"{account}@example.org")
    assert callback.startswith(REDIRECT)
    session = service.finish_oidc(begun.token, callback, redirect_uri=REDIRECT, at=at)
    assert service.who_is(session.token, at=at).viewer.account == account
    with pytest.raises(NotSignedInError, match="déjà terminée"):
        service.finish_oidc(begun.token, callback, redirect_uri=REDIRECT, at=at)


def test_a_code_used_up_is_refused_in_one_sentence(house: Service, new_account: NewAccount, issuer: str) -> None:
    at = datetime.now(UTC)
    service = service_with(house, issuer)
    first = service.begin_oidc(redirect_uri=REDIRECT, at=at)
    callback = come_back(first.url, "somebody")
    with pytest.raises(NotSignedInError, match="aucun compte d'ici"):
        service.finish_oidc(first.token, callback, redirect_uri=REDIRECT, at=at)
    second = service.begin_oidc(redirect_uri=REDIRECT, at=at)
    state = httpx2.URL(second.url).params["state"]
    replayed = str(httpx2.URL(callback).copy_set_param("state", state))
    with pytest.raises(NotSignedInError, match="n'a pas confirmé"):
        service.finish_oidc(second.token, replayed, redirect_uri=REDIRECT, at=at)


def test_a_provider_that_is_down_is_one_sentence(house: Service) -> None:
    with pytest.raises(DamagedError, match="ne répond pas"):
        service_with(house, "http://localhost:9").begin_oidc(redirect_uri=REDIRECT, at=datetime.now(UTC))
