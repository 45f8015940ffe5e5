"""`matching users`: passwords, tokens, links to an identity provider, and the end of all of them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.e2e.command_line.saying import Run, assert_refused

from matching.bootstrap import Service, open_service
from matching.errors import NotSignedInError
from matching.settings import Settings

PASSWORD = "une phrase assez longue"  # noqa: S105 - invented


@pytest.fixture
def mila(run: Run) -> str:
    """An account."""
    assert run("users", "add", "mila", "--role", "counsellor", "--unit", "vd-orp-renens").code == 0
    return "mila"


@pytest.fixture
def house(mila: str, data: Path) -> Iterator[Service]:
    """The service on the same data folder."""
    with closing(open_service(Settings(data_dir=data))) as service:
        yield service


def test_a_password_is_read_from_a_pipe_and_never_said(run: Run, mila: str, house: Service, at: datetime) -> None:
    said = run("users", "password", mila, stdin=f"{PASSWORD}\n".encode())
    assert (said.code, said.err) == (0, "")
    assert PASSWORD not in said.out
    session = house.sign_in(mila, SecretStr(PASSWORD), at=at)
    assert run("users", "sign-out", mila).out == "Compte mila : sessions terminées : 1.\n"
    with pytest.raises(NotSignedInError):
        house.who_is(session.token, at=at)


@pytest.mark.parametrize(
    ("account", "typed", "mention"),
    [("mila", b"court\n", "12"), ("mila", b"", "12"), ("nobody", b"une phrase assez longue", "nobody")],
)
def test_a_password_that_is_refused(run: Run, mila: str, account: str, typed: bytes, mention: str) -> None:
    said = run("users", "password", account, stdin=typed)
    assert_refused(said, mention)
    assert "phrase" not in said.err


def test_no_password_is_taken_as_an_argument(run: Run, mila: str) -> None:
    assert_refused(run("users", "password", mila, PASSWORD))


def test_a_token_is_shown_once_listed_without_secret_and_revoked(
    run: Run, mila: str, house: Service, at: datetime
) -> None:
    wanted = ("--name", "export", "--scope", "read_changes", "--scope", "export_data", "--until", "2026-12-31")
    said = run("users", "tokens", "create", mila, *wanted)
    secret = said.out.strip()
    assert (said.code, said.err) == (0, "À garder maintenant : ce jeton ne sera plus montré.\n")
    assert house.who_is_by_token(secret, at=at).viewer.account == mila
    (listed,) = run("users", "tokens", "list", mila, "--json").json()
    assert (listed["scope"], listed["last_used_on"]) == (["export_data", "read_changes"], "2026-11-18")
    assert "jusqu'au 31.12.2026 ; utilisé le 18.11.2026" in run("users", "tokens", "list", mila).out
    assert secret not in str(listed) + run("users", "tokens", "list", mila).out
    assert run("users", "tokens", "revoke", mila, listed["id"]).code == 0
    with pytest.raises(NotSignedInError):
        house.who_is_by_token(secret, at=at)
    assert_refused(run("users", "tokens", "revoke", mila, listed["id"]), listed["id"])


@pytest.mark.parametrize(
    ("scope", "until", "mention"),
    [
        ("read_audit", "2026-12-31", "read_audit"),
        ("manage_own_access", "2026-12-31", "manage_own_access"),
        ("everything", "2026-12-31", "--scope"),
        ("read_changes", "2026-11-17", "à venir"),
        ("read_changes", "9999-12-31", "366 jours"),
        ("read_changes", "0001-01-01", "à venir"),
    ],
)
def test_a_token_that_is_refused(run: Run, mila: str, scope: str, until: str, mention: str) -> None:
    said = run("users", "tokens", "create", mila, "--name", "t", "--scope", scope, "--until", until)
    assert_refused(said, mention)
    assert run("users", "tokens", "list", mila, "--json").json() == []


def test_a_closed_account_asks_nothing_more(run: Run, mila: str) -> None:
    assert run("users", "close", mila).code == 0
    assert_refused(run("people", "--as", mila), mila)
    assert_refused(run("users", "close", mila), mila)
    assert mila not in run("users", "list").out
    assert run("users", "add", mila, "--role", "counsellor").code == 0
    assert run("people", "--as", mila).code == 0


def test_a_link_takes_a_provider(run: Run, mila: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_refused(run("users", "link", mila, "--subject", "s-1"), "MATCHING_OIDC_ISSUER")
    monkeypatch.setenv("MATCHING_OIDC_ISSUER", "https://idp.example")
    assert_refused(run("users", "link", mila, "--subject", "s-1"), "MATCHING_OIDC_CLIENT_ID")
    monkeypatch.setenv("MATCHING_OIDC_CLIENT_ID", "matching")
    assert run("users", "link", mila, "--subject", "s-1").code == 0
    assert_refused(run("users", "link", mila, "--subject", "s-1"), "s-1")
    assert run("users", "unlink", mila).out == "Compte mila : liens défaits : 1.\n"
