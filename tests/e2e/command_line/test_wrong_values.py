"""Values that no word of the house takes: one line with the field and what is expected, never a fault of ours."""

from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

AMELIE = ("--profile", "p01-amelie", "--as", "demo")
DAYS = ("--from", "2026-12-01", "--to", "2026-12-31")
LONG = "x" * 20_001


@pytest.mark.parametrize(
    ("command", "mention"),
    [
        (("users", "add", "x", "--role", "boss"), "counsellor = conseiller en emploi"),
        (("users", "add", "x", "--role", "counsellor", "--institution", "bank"), "csr = CSR"),
        (("units", "add", "x", "--name", "X", "--institution", "bank", "--territory", "CH-VD"), "csr = CSR"),
        (("units", "add", "x", "--name", "X", "--institution", "orp", "--territory", "VD"), "CH-VD, FR-54"),
        (("guarantee", "request", *AMELIE, "--payer", "bank", *DAYS, "--code", "vd_acit"), "csr = CSR"),
        (("guarantee", "request", *AMELIE, "--payer", "csr", *DAYS, "--code", "zz"), "vd_acit = "),
        (("guarantee", "request", *AMELIE, "--payer", "csr", *DAYS, "--opportunity", "un deux"), "opportunity"),
        (("guarantee", "request", "--profile", "p 1", "--payer", "csr", *DAYS, "--code", "zz", "--as", "demo"), "p 1"),
        (("plan", "part", *AMELIE, "Chercher", "--objective", "emploi"), "job = emploi"),
        (("plan", "part", *AMELIE, LONG, "--objective", "job"), "20000"),
        (("lead", "set", *AMELIE, "--institution", "uc", "--from", "0001-01-01"), "calendrier"),
        (("consent", "give", *AMELIE, "--to", "uc", "--category", "debt", "--valid-to", "9999-12-31"), "calendrier"),
        (("refuse", *AMELIE, "--opportunity", "own:vd-uc", "--reason", "cost", "--words", LONG), "20000"),
        (("refuse", *AMELIE, "--opportunity", "own:vd-uc", "--reason", "loin"), "too_far = "),
        (("consent", "give", *AMELIE, "--to", "uc", "--category", "dettes"), "debt = "),
        (("contest", "add", *AMELIE, "--fact", "languages", "--words", LONG), "20000"),
    ],
)
def test_a_value_that_does_not_hold(run: Run, on_demo: Path, command: tuple[str, ...], mention: str) -> None:
    assert_refused(run(*command), mention)


def test_what_typer_says_is_said_in_french(run: Run) -> None:
    assert_refused(run("nothing"), "La commande nothing n'existe pas")
    assert_refused(run("refuse", "lif"), "lift")
    assert_refused(run("demo", "x"), "Argument en trop : x")
    assert_refused(run("refuse", "--until"), "L'option --until demande une valeur")
