"""`matching recommend` for people in the store and for people in a file."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.e2e.command_line.saying import CONTRACTS, Run, assert_refused


def test_json_holds_to_its_contract(run: Run, on_demo: Path) -> None:
    said = run("recommend", "--profile", "p01-amelie", "--as", "demo", "--json")
    assert (said.code, said.err) == (0, "")
    answer = json.loads(said.out)
    schema = json.loads((CONTRACTS / "recommendation.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer)
    assert 0 < len(answer["cards"]) <= 10


@pytest.mark.parametrize("limit", [1, 100])
def test_limit(run: Run, on_demo: Path, limit: int) -> None:
    cards = json.loads(run("recommend", "--profile", "p01-amelie", "--limit", limit, "--json").out)["cards"]
    assert 0 < len(cards) <= limit
    assert [card["rank"] for card in cards] == list(range(1, len(cards) + 1))


@pytest.mark.parametrize("limit", ["0", "101", "-1", "abc", "", "1.5", "9" * 400])
def test_no_limit_at_all(run: Run, on_demo: Path, limit: str) -> None:
    assert_refused(run("recommend", "--profile", "p01-amelie", "--limit", limit), "--limit")


@pytest.mark.parametrize("kind", ["vacancy", "measure", "placement"])
def test_kind(run: Run, on_demo: Path, kind: str) -> None:
    said = run("recommend", "--profile", "p03-chloe", "--as", "demo", "--kind", kind, "--json")
    assert {card["kind"] for card in json.loads(said.out)["cards"]} == {kind}


def test_kinds_add_up(run: Run, on_demo: Path) -> None:
    arguments = ("--profile", "p01-amelie", "--as", "demo", "--limit", 100, "--json")
    both = json.loads(run("recommend", *arguments, "--kind", "vacancy", "--kind", "measure").out)
    assert {card["kind"] for card in both["cards"]} == {"vacancy", "measure"}


def test_an_unknown_kind_is_told_the_kinds(run: Run, on_demo: Path) -> None:
    assert_refused(run("recommend", "--profile", "p01-amelie", "--kind", "job"), "--kind", "vacancy", "placement")


@pytest.mark.parametrize("lang", ["fr", "de", "it", "en"])
def test_languages(run: Run, on_demo: Path, lang: str) -> None:
    said = run("recommend", "--profile", "p01-amelie", "--as", "demo", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert "p01-amelie" in said.out


def test_an_unknown_language(run: Run, on_demo: Path) -> None:
    assert_refused(run("recommend", "--profile", "p01-amelie", "--lang", "rm"), "--lang", "'fr'")


def test_details_show_the_arithmetic(run: Run, on_demo: Path) -> None:
    plain = run("recommend", "--profile", "p01-amelie", "--limit", 1).out
    detailed = run("recommend", "--profile", "p01-amelie", "--limit", 1, "--details").out
    assert len(detailed.splitlines()) > len(plain.splitlines()) + 3


def test_unknown_accounts_and_people_are_refused(run: Run, on_demo: Path) -> None:
    assert_refused(run("recommend", "--profile", "p01-amelie", "--as", "nobody"), "nobody")
    assert_refused(run("recommend", "--profile", "p99-nobody", "--as", "demo"), "p99-nobody")
    assert_refused(run("recommend", "--profile", "p01-amelie", "--as", "demo-ssr"), "p01-amelie")
    assert_refused(run("recommend", "--profile", "x" * 5_000))
    assert_refused(run("recommend"), "--profile")


def test_the_environment_names_the_account_and_an_empty_one_is_none(
    run: Run, on_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHING_USER", "demo-ssr")
    assert_refused(run("recommend", "--profile", "p01-amelie"), "p01-amelie")
    assert run("recommend", "--profile", "p01-amelie", "--limit", 1, "--as", "demo").code == 0
    monkeypatch.setenv("MATCHING_USER", "")
    assert run("recommend", "--profile", "p01-amelie", "--limit", 1).code == 0


def test_no_restricted_posting_without_account(run: Run, on_demo: Path) -> None:
    without = json.loads(run("recommend", "--profile", "p01-amelie", "--json").out)
    counsellor = json.loads(run("recommend", "--profile", "p01-amelie", "--as", "demo", "--json").out)
    assert without["considered"] < counsellor["considered"]


def test_a_card_in_short_shows_its_id_and_some_eight_lines(run: Run, on_demo: Path) -> None:
    arguments = ("recommend", "--profile", "p01-amelie", "--as", "demo")
    answer = run(*arguments, "--json").json()
    text = run(*arguments).out
    for card in answer["cards"]:
        assert card["opportunity"] in text
    assert "LSE art. 26" not in text
    assert len(text.splitlines()) < 14 * len(answer["cards"]) + 20
    lines = text.splitlines()
    steps = [number for number, line in enumerate(lines) if line.startswith(("Prochaine étape", "Autres options"))]
    assert len(steps) == 2
    assert lines[steps[0] + 1].startswith("1. ")
    assert lines[steps[1] + 1].startswith("2. ")
    assert not any(line.count(",") > 6 for line in lines if "Non connu" in line)


def test_details_show_the_whole_text_and_the_codes(run: Run, on_demo: Path) -> None:
    arguments = ("recommend", "--profile", "p01-amelie", "--as", "demo", "--limit", 2)
    answer = run(*arguments, "--json").json()
    text = " ".join(run(*arguments, "--details").out.split())
    assert answer["id"].startswith("r-")
    assert " r-" in text
    for card in answer["cards"]:
        assert " ".join(card["description"].split()) in text
        assert len(card["description"]) > len(card["summary"])
        for line in card["contributions"]:
            assert f"{line['points']:+.3f} {line['feature']}" in text
    assert "lse_26_employer" not in text
    assert " languages " in text
