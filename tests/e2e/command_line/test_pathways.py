"""`matching pathways`, and what `why-not` says of measures."""

import json
from pathlib import Path

from tests.e2e.command_line.saying import Run, assert_refused


def test_what_measures_open_in_words_and_for_machines(run: Run, on_demo: Path) -> None:
    arguments = ("--profile", "p02-besnik", "--as", "demo")
    said = run("pathways", *arguments, "--json")
    assert (said.code, said.err) == (0, "")
    answer = json.loads(said.out)
    assert answer["pathways"][0]["steps"][0]["opportunity"] == "own:ac-cariste"
    page = run("pathways", *arguments)
    assert page.code == 0
    for told in ("own:ac-cariste", "job_room:ecu-cariste", "emplois : 1", "2 semaines", "attente non connue"):
        assert told in page.out, told


def test_what_is_too_far_is_answered_by_a_measure(run: Run, on_demo: Path) -> None:
    page = run("pathways", "--profile", "p03-chloe", "--as", "demo").out
    assert "répond : own:vd-abonnement (emplois : 2)" in page
    assert "trajets possibles jusqu'à 40 km" in page


def test_german_is_german(run: Run, on_demo: Path) -> None:
    page = run("pathways", "--profile", "p05-esma", "--as", "demo", "--lang", "de").out
    assert "Bestätigte Hindernisse" in page
    assert "Obstacles" not in page


def test_somebody_elses_file_is_refused_in_one_line(run: Run, on_demo: Path) -> None:
    assert_refused(run("pathways", "--profile", "p02-besnik", "--as", "demo-ssr"))


def test_why_not_names_the_measure_that_opens_a_job(run: Run, on_demo: Path) -> None:
    arguments = ("--profile", "p02-besnik", "--opportunity", "job_room:ecu-cariste", "--as", "demo")
    (way,) = json.loads(run("why-not", *arguments, "--json").out)["measures_that_open"]
    assert [step["opportunity"] for step in way["steps"]] == ["own:ac-cariste"]
    assert "own:ac-cariste" in run("why-not", *arguments).out
