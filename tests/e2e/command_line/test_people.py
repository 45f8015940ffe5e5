"""`matching people`: the ids that other commands ask for, of the viewer's own units."""

from pathlib import Path

from tests.e2e.command_line.saying import Run


def test_the_files_of_an_account_are_listed_and_no_others(run: Run, on_demo: Path) -> None:
    everybody = {each["profile"]: each for each in run("people", "--as", "demo", "--json").json()}
    assert everybody["p01-amelie"] == {"profile": "p01-amelie", "unit": "vd-uc-lausanne", "objective": "job"}
    own = run("people", "--as", "demo-ssr", "--json").json()
    assert {each["unit"] for each in own} == {"ne-ssr-chaux-de-fonds", "ne-ssr-neuchatel"}
    text = run("people", "--as", "demo-ssr").out
    assert all(each["profile"] in text for each in own)
    assert "p01-amelie" not in text


def test_an_empty_store_says_so(run: Run) -> None:
    said = run("people")
    assert (said.code, said.out) == (0, "Aucun dossier pour ce compte.\n")
