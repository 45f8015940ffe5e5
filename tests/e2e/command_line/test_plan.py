"""`matching plan`: three parts, agreed, and the objective that the next slate uses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

import matching.cli.plan
import matching.cli.recommend

PERSON = ("--profile", "p03-chloe")


def test_three_parts_agreed_by_all(run: Run, on_copy: Path) -> None:
    assert run("plan", "show", *PERSON, "--as", "demo").out == "Aucun plan pour p03-chloe.\n"
    assert_refused(run("plan", "part", "Chercher", *PERSON, "--as", "demo"), "--objective", "job = emploi")
    goal = ("--objective", "stabilisation", "--step", "Bilan", "--step", "Semestre de motivation")
    assert run("plan", "part", "Chercher un stage", *PERSON, *goal, "--as", "demo").code == 0
    assert_refused(run("plan", "agree", *PERSON, "--as", "demo"), "assistant social", "la personne")
    assert run("plan", "part", "Régler la bourse", *PERSON, "--as", "demo-csr").code == 0
    own = ("--person", "--dissent", "Plutôt coiffure")
    assert run("plan", "part", "Je viens à tous les rendez-vous", *PERSON, *own, "--as", "demo-csr").code == 0
    plan = run("plan", "agree", *PERSON, "--as", "demo", "--json").json()
    assert plan["agreed_at"] is not None
    shown = run("plan", "show", *PERSON, "--as", "demo-csr").out
    assert "Objectif : stabilisation ou capacité de travail (convenu le 18.11.2026)." in shown
    assert "la personne, dans ses mots : Je viens à tous les rendez-vous. Désaccord : Plutôt coiffure" in shown
    assert "Convenu malgré le désaccord noté." in shown
    told = run("plan", "show", *PERSON, "--as", "demo-csr", "--json").json()
    assert (told["lead"], told["notes"]) == (None, [])
    assert [part["role"] for part in told["plan"]["parts"]] == ["counsellor", "social_worker", None]


def test_a_day_is_that_of_switzerland(run: Run, on_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight in Switzerland is still the day before in UTC, in which moments are kept."""
    after_midnight = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    for command in (matching.cli.plan, matching.cli.recommend):
        monkeypatch.setattr(command, "now", lambda: after_midnight)
    assert run("plan", "part", "Stage", *PERSON, "--objective", "job", "--step", "Bilan", "--as", "demo").code == 0
    assert run("plan", "part", "Bourse", *PERSON, "--as", "demo-csr").code == 0
    assert run("plan", "part", "Je viens", *PERSON, "--person", "--as", "demo-csr").code == 0
    assert "(convenu le 19.11.2026)" in run("plan", "agree", *PERSON, "--as", "demo").out
    assert "19.11.2026" in run("recommend", *PERSON, "--as", "demo").out.partition("\n")[0]


@pytest.mark.parametrize("account", ["demo-ssr", None])
def test_who_has_no_part(run: Run, on_copy: Path, account: str | None) -> None:
    asks = () if account is None else ("--as", account)
    assert_refused(run("plan", "part", "x", *PERSON, "--objective", "job", *asks))
    assert run("plan", "show", *PERSON, "--as", "demo", "--json").json()["plan"] is None


def test_the_agreed_objective_moves_the_slate(run: Run, on_copy: Path) -> None:
    def serves(account: str = "demo") -> dict[str, float]:
        slate = run("recommend", *PERSON, "--as", account, "--kind", "measure", "--limit", "50", "--json").json()
        return {
            card["opportunity"]: line["value"]
            for card in slate["cards"]
            for line in card["contributions"]
            if line["feature"] == "serves_objective"
        }

    before = serves()
    run("plan", "part", "a", *PERSON, "--objective", "lasting_adapted_work", "--as", "demo")
    run("plan", "part", "b", *PERSON, "--as", "demo-csr")
    run("plan", "part", "c", *PERSON, "--person", "--as", "demo-csr")
    assert serves() == before
    run("plan", "agree", *PERSON, "--as", "demo")
    assert serves() != before
