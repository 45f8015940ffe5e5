"""`matching users`."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

from matching.bootstrap import open_service
from matching.domain.vocabulary.process import MandateKind
from matching.settings import Settings


def test_an_account_added_is_listed_and_may_ask(run: Run, on_copy: Path, at: datetime) -> None:
    said = run("users", "add", "mila", "--role", "counsellor", "--unit", "vd-uc-lausanne", "--institution", "uc")
    assert (said.code, said.err) == (0, "")
    listed = {viewer["account"]: viewer for viewer in json.loads(run("users", "list", "--json").out)}
    assert listed["mila"]["units"] == ["vd-uc-lausanne"]
    assert listed["mila"]["mandates"] == []
    assert "mila" in run("users", "list").out
    assert run("recommend", "--profile", "p01-amelie", "--as", "mila", "--limit", 1).code == 0
    assert_refused(run("recommend", "--profile", "p02-besnik", "--as", "mila"), "p02-besnik")


def test_a_mandate_holds_to_the_end_of_its_last_day_in_switzerland(run: Run, tmp_path: Path) -> None:
    run("users", "add", "mila", "--role", "counsellor", "--pes-mandate-until", "2026-12-31")
    service = open_service(Settings(data_dir=tmp_path / "data"))
    midnight = datetime.fromisoformat("2027-01-01T00:00:00+01:00")
    viewer = service.viewer("mila")
    service.close()
    assert viewer.has_mandate(MandateKind.PES_STAFF, midnight - timedelta(seconds=1))
    assert not viewer.has_mandate(MandateKind.PES_STAFF, midnight)


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("mila", "--role", "boss"), "role"),
        (("mi la", "--role", "counsellor"), "account"),
        (("", "--role", "counsellor"), "account"),
        (("mila", "--role", "counsellor", "--unit", ""), "units"),
        (("mila", "--role", "counsellor", "--institution", "none"), "institution"),
        (("mila", "--role", "counsellor", "--pes-mandate-until", "hier"), "--pes-mandate-until"),
        (("mila", "--role", "counsellor", "--pes-mandate-until", "2020-01-01"), "pes_mandate_until"),
        (("mila", "--role", "counsellor", "--pes-mandate-until", "9999-12-31"), "pes_mandate_until"),
        (("mila",), "--role"),
    ],
)
def test_what_is_no_account(run: Run, arguments: tuple[str, ...], mention: str) -> None:
    assert_refused(run("users", "add", *arguments), mention)
    assert json.loads(run("users", "list", "--json").out) == []


def test_a_mandate_is_ended_at_once_and_stays_in_the_history(run: Run, on_copy: Path, at: datetime) -> None:
    assert "mandats en cours : 1" in next(line for line in run("users", "list").out.splitlines() if "demo :" in line)
    assert run("users", "mandate-end", "demo").code == 0
    assert "mandats en cours : 0" in next(line for line in run("users", "list").out.splitlines() if "demo :" in line)
    (ended,) = next(v for v in run("users", "list", "--json").json() if v["account"] == "demo")["mandates"]
    assert datetime.fromisoformat(ended["valid_to"]) == at
    assert_refused(run("users", "mandate-end", "demo"), "demo")
    assert_refused(run("users", "mandate-end", "nobody"), "nobody")


def test_an_account_that_is_replaced_keeps_no_mandate(run: Run, on_copy: Path) -> None:
    run("users", "add", "demo", "--role", "counsellor", "--unit", "vd-uc-lausanne")
    assert (
        "demo : conseiller en emploi ; sans institution ; unités : vd-uc-lausanne ; mandats en cours : 0"
        in run("users", "list").out
    )


def test_who_administers_is_said_with_as_and_named_in_the_audit(
    run: Run, on_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("users", "add", "adele", "--role", "administrator").code == 0
    assert run("users", "add", "mila", "--role", "counsellor", "--as", "adele").code == 0
    unit = ("units", "add", "u", "--name", "U", "--institution", "uc", "--territory", "CH-VD")
    assert run(*unit, "--as", "adele").code == 0
    told = run("audit", "list", "--json").json()[-3:]
    assert [(each["actor"], each["act"], each["about"]) for each in told] == [
        ("local", "administer", "adele"),
        ("adele", "administer", "mila"),
        ("adele", "administer", "u"),
    ]
    token = ("--name", "t", "--scope", "read_changes", "--until", "2026-12-31")
    monkeypatch.setenv("MATCHING_USER", "demo")
    for refused in (
        ("add", "max", "--role", "auditor"),
        ("list",),
        ("mandate-end", "demo"),
        ("unlink", "mila"),
        ("sign-out", "mila"),
        ("close", "mila"),
        ("tokens", "create", "mila", *token),
        ("tokens", "list", "mila"),
        ("tokens", "revoke", "mila", "x"),
    ):
        assert_refused(run("users", *refused), "manage_accounts" if refused[:2] != ("tokens", "create") else "mila")
    assert_refused(run("users", "password", "mila", stdin=b"une phrase assez longue\n"), "manage_accounts")
    assert_refused(run("users", "link", "mila", "--subject", "s"), "manage_accounts")
    assert_refused(run(*unit), "manage_accounts")
    assert run("users", "list", "--as", "adele").code == 0
