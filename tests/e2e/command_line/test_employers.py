"""`matching employers`: an employer is flagged by its id or by one of its postings, never by a name that nobody has."""

from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

POSTING = "job_room:lau-vente-boulangerie"
REASON = ("--reason", "conditions_below_usual")


def test_the_employer_of_a_posting_is_flagged_and_freed(run: Run, on_copy: Path) -> None:
    said = run("employers", "flag", "--opportunity", POSTING, *REASON, "--as", "demo")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("fournil-chapotet signalé")
    assert "fournil-chapotet" in run("employers", "list", "--as", "demo").out
    assert run("employers", "lift", "--opportunity", POSTING, "--as", "demo").code == 0
    assert_refused(run("employers", "lift", "fournil-chapotet", "--as", "demo"), "fournil-chapotet")


def test_an_employer_of_a_withdrawn_option_may_still_be_flagged(run: Run, three: Path) -> None:
    run("users", "add", "mila", "--role", "counsellor", "--pes-mandate-until", "2027-12-31")
    three.write_text(
        '{"kind": "measure", "id": "m9", "title": "T", "form": "activity", "type": "coaching", "provider_id": "le-cep"}'
    )
    assert run("import", "measures", three, "--full").code == 0
    three.write_text('{"kind": "measure", "id": "m1", "title": "T", "form": "activity", "type": "coaching"}')
    assert run("import", "measures", three, "--full").code == 0
    assert run("employers", "flag", "le-cep", *REASON, "--as", "mila").code == 0
    assert_refused(run("employers", "flag", "le-ce", *REASON, "--as", "mila"), "le-ce")
    assert_refused(run("employers", "flag", "le_cep", *REASON, "--as", "mila"), "le_cep")
    assert_refused(run("employers", "flag", "--opportunity", "m1", *REASON, "--as", "mila"), "m1")


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("Fournil Chapotet", *REASON), "provider_id : « Fournil Chapotet » n'a pas la forme attendue (lettres"),
        (("nexistepas", *REASON), "--opportunity"),
        (("--opportunity", "own:nowhere", *REASON), "own:nowhere"),
        (REASON, "--opportunity"),
        (("x", "--opportunity", POSTING, *REASON), "--opportunity"),
        (("fournil-chapotet", "--reason", "because"), "repeated_breach_of_protection"),
    ],
)
def test_what_names_no_employer(run: Run, on_demo: Path, arguments: tuple[str, ...], mention: str) -> None:
    assert_refused(run("employers", "flag", *arguments, "--as", "demo"), mention)
    assert run("employers", "list", "--as", "demo").out == ""


def test_only_the_employment_service_learns_of_a_postings_employer(run: Run, on_demo: Path) -> None:
    for account in ((), ("--as", "demo-csr")):
        assert_refused(run("employers", "flag", "--opportunity", POSTING, *REASON, *account), "mandat")


def test_a_date_is_written_as_it_is_printed(run: Run, on_copy: Path) -> None:
    flag = ("employers", "flag", "fournil-chapotet", *REASON, "--as", "demo", "--until")
    assert_refused(run(*flag, "demain"), "2026-11-26 ou 26.11.2026")
    assert run(*flag, "31.12.2026").code == 0
    assert "31.12.2026" in run("employers", "list", "--as", "demo").out
