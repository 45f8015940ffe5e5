"""`matching answer`: what institutions answered, from the command line."""

from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

DEMO = ("--as", "demo")
BESNIK = ("--profile", "p02-besnik")
EARLY = ("--rule", "lai_7d_early", "--institution", "oai")


def test_a_question_is_settled_and_why_not_says_by_whom(run: Run, on_copy: Path) -> None:
    asked = "L'office AI accorde-t-il cette mesure ?"
    why = ("why-not", *BESNIK, "--opportunity", "own:di-early", *DEMO)
    before = run("recommend", *BESNIK, *DEMO, "--json").json()["cards"]
    assert asked in [verdict["question"] for card in before for verdict in card["verdicts"]]
    said = run("answer", "rule", *BESNIK, *EARLY, "--holds", "yes", "--until", "2027-11-17", *DEMO)
    assert (said.code, said.err) == (0, "")
    assert "lai_7d_early : oui (office AI, conseiller en emploi, jusqu'au 17.11.2027)" in said.out
    told = [verdict["sentence"] for verdict in run(*why, "--json").json()["verdicts"]]
    assert f"{asked} Réponse : oui (office AI, conseiller en emploi, le 18.11.2026)." in told
    slate = run("recommend", *BESNIK, *DEMO, "--json").json()
    assert asked not in slate["questions"]
    assert asked not in [verdict["question"] for card in slate["cards"] for verdict in card["verdicts"]]


def test_the_list_says_which_count(run: Run, on_copy: Path) -> None:
    assert "Aucune réponse pour p02-besnik." in run("answer", "list", *BESNIK, *DEMO).out
    group = ("answer", "fitness", *BESNIK, "--test", "copes_with_group", "--institution", "oai", *DEMO)
    assert run(*group, "--fit", "no", "--on", "2026-11-02").code == 0
    assert run(*group, "--fit", "yes").code == 0
    assert run("answer", "rule", *BESNIK, *EARLY, "--measure", "di_early", "--holds", "no", *DEMO).code == 0
    listed = run("answer", "list", *BESNIK, *DEMO).out
    assert "18.11.2026 participation à un groupe possible : oui (office AI, conseiller en emploi)\n" in listed
    assert (
        "02.11.2026 participation à un groupe possible : non (office AI, conseiller en emploi) ; ne compte plus"
        in listed
    )
    assert "lai_7d_early (di_early) : non" in listed
    records = run("answer", "list", *BESNIK, *DEMO, "--json").json()
    assert sorted((each["kind"], each["counts"]) for each in records) == [
        ("fitness", False),
        ("fitness", True),
        ("rule", True),
    ]


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("rule", *BESNIK, "--rule", "min_age", "--institution", "oai", "--holds", "yes", *DEMO), "laci_59_employment"),
        (("rule", *BESNIK, *EARLY, "--holds", "yes"), "--as"),
        (("rule", *BESNIK, *EARLY, "--holds", "perhaps", *DEMO), "yes"),
        (("rule", *BESNIK, *EARLY, "--holds", "yes", "--as", "demo-csr"), "p02-besnik"),
        (
            ("fitness", *BESNIK, "--test", "depression", "--institution", "oai", "--fit", "no", *DEMO),
            "copes_with_group",
        ),
        (("list", "--profile", "p02-besnik", "--as", "demo-csr"), "p02-besnik"),
    ],
)
def test_refusals(run: Run, on_demo: Path, arguments: tuple[str, ...], mention: str) -> None:
    assert_refused(run("answer", *arguments), mention)
