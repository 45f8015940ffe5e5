"""`matching consent`, `ranking`, `refuse`, `shown` and `contest`: what the person says, on the command line."""

import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import CONTRACTS, EXAMPLES, Run, assert_refused

AMELIE = ("--profile", "p01-amelie", "--as", "demo")


def test_a_withdrawal_outlives_an_old_file(run: Run, on_copy: Path) -> None:
    """The file of the demo is imported again, with the consent in it: what the person said last still counts."""
    assert run("recommend", *AMELIE, "--json").json()["withheld"] == []
    said = run("consent", "withdraw", *AMELIE, "--to", "uc")
    assert (said.code, said.err) == (0, "")
    withheld = run("recommend", *AMELIE, "--json").json()["withheld"]
    assert "health" in withheld
    file = EXAMPLES / "profiles" / "vd-uc-lausanne.jsonl"
    # A demo's store takes no file of real people: the old one comes back with the demo itself.
    assert_refused(run("import", "profiles", file, "--unit", "vd-uc-lausanne"), "démonstration")
    assert run("demo", "--json").code == 0
    assert run("recommend", *AMELIE, "--json").json()["withheld"] == withheld
    listed = run("consent", "list", *AMELIE, "--json").json()
    asked = [each for each in listed if (each["to_institution"], each["purpose"]) == ("uc", "matching")]
    assert asked
    assert all(each["withdrawn_at"] for each in asked)
    assert "18.11.2026" in run("consent", "list", *AMELIE).out


def test_a_gift_is_listed_with_its_last_day(run: Run, on_copy: Path) -> None:
    given = run("consent", "give", *AMELIE, "--to", "oai", "--category", "debt", "--valid-to", "2027-06-30")
    assert (given.code, given.err) == (0, "")
    assert "30.06.2027" in run("consent", "list", *AMELIE).out
    (listed,) = (c for c in run("consent", "list", *AMELIE, "--json").json() if c["to_institution"] == "oai")
    assert (listed["valid_to"], listed["categories"]) == ("2027-06-30T22:00:00Z", ["debt"])


def test_a_consent_that_counts_is_one_readable_line(run: Run, on_copy: Path) -> None:
    give = ("consent", "give", *AMELIE, "--to", "oai", "--purpose", "dossier_to_provider")
    assert run(*give).code == run(*give).code == 0
    assert run("consent", "withdraw", *AMELIE, "--to", "ocbe").code == 0
    lines = run("consent", "list", *AMELIE).out.splitlines()
    assert not any("bourses" in line for line in lines)
    (given,) = (line for line in lines if "office AI" in line)
    assert "envoi du dossier" in given
    assert "aucune donnée sensible" in given
    assert "vaut jusqu'au retrait" in given
    assert run("consent", "withdraw", *AMELIE, "--to", "oai", "--purpose", "dossier_to_provider").code == 0
    assert "retiré le 18.11.2026" in run("consent", "list", *AMELIE).out


def test_ledgers_survive_an_import_of_the_same_person(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    paper = {"to_institution": "orp", "purpose": "matching", "categories": ["debt"], "given_at": "2026-10-01T08:00:00Z"}
    file.write_text(json.dumps({"id": "p-1", "in_debt_enforcement": True, "consents": [paper]}), encoding="utf-8")
    assert run("import", "profiles", file, "--unit", "u").code == 0
    run("users", "add", "mila", "--role", "counsellor", "--unit", "u", "--institution", "orp")
    person = ("--profile", "p-1", "--as", "mila")
    assert "debt" not in run("recommend", *person, "--json").json()["withheld"]
    for command in (("consent", "withdraw", *person, "--to", "orp"), ("ranking", "opt-out", *person)):
        assert run(*command).code == 0
    assert run("contest", "add", *person, "--fact", "languages", "--words", "Non").code == 0
    file.write_text(json.dumps({"id": "p-1", "months_without_work": 3, "consents": [paper]}), encoding="utf-8")
    assert run("import", "profiles", file, "--unit", "u").code == 0
    answer = run("recommend", *person, "--json").json()
    assert "debt" in answer["withheld"]
    assert answer["ranked"] is False
    assert len(answer["contested"]) == 1
    assert len(run("shown", *person, "--json").json()) == 2


def test_the_list_of_the_rules_is_paged_and_says_so(run: Run, on_copy: Path) -> None:
    assert run("ranking", "opt-out", *AMELIE).code == 0
    seen: list[str] = []
    start, listed = 1, None
    while listed is None or start <= listed:
        page = run("recommend", *AMELIE, "--limit", 100, "--start", start, "--json").json()
        seen += [card["opportunity"] for card in page["cards"]]
        listed = page["listed"]
        start += 100
    assert len(seen) == len(set(seen)) == listed
    text = run("recommend", *AMELIE, "--limit", 5).out
    assert "Sans classement" in text
    assert f"Options 1 à 5 sur {listed} ; la suite avec --start 6." in text
    assert "apport" not in text
    assert "poids posés à la main" not in text
    assert run("ranking", "opt-in", *AMELIE).code == 0
    assert run("recommend", *AMELIE, "--json").json()["ranked"] is True
    assert_refused(run("recommend", *AMELIE, "--start", 6), "pages")


def test_a_refusal_rests_greyed_and_is_lifted(run: Run, on_copy: Path) -> None:
    option = run("recommend", *AMELIE, "--json").json()["cards"][0]["opportunity"]
    about = (*AMELIE, "--opportunity", option)
    said = run("refuse", *about, "--reason", "not_interested", "--words", "Pas pour moi")
    assert (said.code, said.err) == (0, "")
    assert "17.01.2027" in said.out
    answer = run("recommend", *AMELIE, "--json").json()
    assert option not in {card["opportunity"] for card in answer["cards"]}
    assert answer["resting"][0]["opportunity"] == option
    assert answer["resting"][0]["until"] == "2027-01-17"
    assert "En repos" in run("recommend", *AMELIE).out
    assert "17.01.2027" in run("why-not", *about).out
    assert "« Pas pour moi »" in run("refuse", "list", *AMELIE).out
    (listed,) = run("refuse", "list", *AMELIE, "--json").json()
    assert listed["facts"] is None
    assert run("refuse", "lift", *about).code == 0
    assert option in {card["opportunity"] for card in run("recommend", *AMELIE, "--json").json()["cards"]}
    assert_refused(run("refuse", "lift", *about), option)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("too_far", "jusqu'à ce que la situation change"),
        ("not_interested", "jusqu'au 17.01.2027"),
        ("quality_doubt", "ne repose pas"),
    ],
)
def test_a_refusal_says_how_it_rests(run: Run, on_copy: Path, reason: str, told: str) -> None:
    said = run("refuse", *AMELIE, "--opportunity", "own:ac-tep", "--reason", reason)
    assert told in said.out
    assert ("Options proches qui reposent avec elle (1) : Programme d'emploi" in said.out) is (
        reason == "not_interested"
    )


def test_the_copy_holds_to_its_contract_and_is_masked(run: Run, on_copy: Path) -> None:
    from jsonschema import Draft202012Validator

    shown = run("recommend", *AMELIE, "--limit", 50, "--json").json()
    schema = json.loads((CONTRACTS / "recommendation.schema.json").read_text(encoding="utf-8"))
    secret = {card["opportunity"] for card in shown["cards"] if "posting" in card["mandate_only"]}
    assert secret
    copy = next(each for each in run("shown", *AMELIE, "--json").json() if each["id"] == shown["id"])
    Draft202012Validator(schema).validate(copy)
    assert copy["cards"] == shown["cards"]
    without = run("shown", "--profile", "p01-amelie")
    assert without.code == 0
    assert "Montré le 18.11.2026" in without.out
    plain = run("shown", "--profile", "p01-amelie", "--json").out
    assert not any(id_ in plain for id_ in secret)
    assert "Rien n'a encore été montré" in run("shown", "--profile", "p12-thierry").out


def test_a_contest_is_listed_until_it_is_answered(run: Run, on_copy: Path) -> None:
    card = (slate := run("recommend", *AMELIE, "--json").json())["cards"][0]
    about = ("--recommendation", slate["id"], "--opportunity", card["opportunity"])
    assert run("contest", "add", *AMELIE, *about, "--reason", card["verdicts"][0]["rule"], "--words", "Faux").code == 0
    assert run("contest", "add", *AMELIE, "--fact", "languages", "--words", "Je parle mieux").code == 0
    noted = run("contest", "add", *AMELIE, "--fact", "mobility.radius_km", "--words", "Plus loin").out
    id_ = noted.split()[3].rstrip(".")
    assert f"`matching contest answer {id_} " in noted
    assert "conteste mobilité (radius_km) : « Plus loin »" in " ".join(
        run("contest", "list", "--as", "demo").out.split()
    )
    assert "« mobilité (radius_km) »" in " ".join(run("recommend", *AMELIE).out.split())
    assert run("contest", "answer", id_, "--outcome", "kept", "--text", "Non", "--as", "demo").code == 0
    waiting = run("contest", "list", "--as", "demo", "--json").json()
    assert {each["fact"] for each in waiting} == {None, "languages"}
    assert "« Je parle mieux »" in run("contest", "list", "--as", "demo").out
    fact = next(each for each in waiting if each["fact"])
    said = run("contest", "answer", fact["id"], "--outcome", "kept", "--text", "Test B1", "--as", "demo")
    assert said.code == 0
    assert len(run("contest", "list", "--as", "demo", "--json").json()) == 1
    everything = run("contest", "list", *AMELIE, "--all", "--json").json()
    assert {each["outcome"] for each in everything} == {None, "kept"}
    assert "  maintenu : Test B1" in run("contest", "list", *AMELIE, "--all").out
    refused = run("contest", "answer", fact["id"], "--outcome", "lost", "--text", "x", "--as", "demo")
    assert_refused(refused, "corrected", "partly", "kept")


def test_the_copy_names_the_codes_that_a_contest_asks_for(run: Run, on_copy: Path) -> None:
    card = (slate := run("recommend", *AMELIE, "--json").json())["cards"][0]
    lines = [" ".join(line.split()) for line in run("shown", *AMELIE).out.splitlines()]
    assert any(slate["id"] in line for line in lines)
    for line in card["contributions"]:
        assert f"{line['feature']} {line['sentence']}" in lines
    reason = card["contributions"][0]["feature"]
    about = ("--recommendation", slate["id"], "--opportunity", card["opportunity"], "--reason", reason)
    assert run("contest", "add", *AMELIE, *about, "--words", "Faux").code == 0


@pytest.mark.parametrize(
    ("command", "mention"),
    [
        (("consent", "give", *AMELIE, "--to", "uc"), "--category"),
        (("consent", "give", *AMELIE, "--to", "orp", "--category", "sanctions"), "--category"),
        (
            ("consent", "give", *AMELIE, "--to", "orp", "--category", "debt", "--purpose", "benefit_control"),
            "--purpose",
        ),
        (("consent", "give", *AMELIE, "--to", "uc", "--category", "debt", "--valid-to", "2026-11-01"), "fin"),
        (("consent", "withdraw", "--profile", "p99", "--to", "uc", "--as", "demo"), "p99"),
        (("ranking", "opt-out", "--profile", "p01-amelie", "--as", "demo-ssr"), "p01-amelie"),
        (("refuse", *AMELIE), "--opportunity"),
        (("refuse", *AMELIE, "--opportunity", "own:nowhere", "--reason", "cost"), "own:nowhere"),
        (("refuse", *AMELIE, "--opportunity", "own:vd-uc", "--reason", "because"), "--reason"),
        (("shown", "--profile", "p01-amelie", "--as", "demo-ssr"), "p01-amelie"),
        (("contest", "add", *AMELIE, "--words", "Faux"), "--fact"),
        (("contest", "add", *AMELIE, "--words", "Faux", "--fact", "colour"), "colour"),
        (("contest", "answer", "contests-1", "--outcome", "kept", "--text", "Non", "--as", "demo"), "contests-1"),
    ],
)
def test_what_cannot_be_said(run: Run, on_demo: Path, command: tuple[str, ...], mention: str) -> None:
    assert_refused(run(*command), mention)
