"""Our own files: JSON is the contract, tables are dotted columns, and both give the same."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources import load_sources
from matching.domain.opportunity import Measure, Placement
from matching.domain.profile import Profile

FIXTURES = Path(__file__).parent / "fixtures"
SOURCES = load_sources()


def test_measures_from_a_table() -> None:
    batch = read_source(SOURCES["measures"], FIXTURES / "measures.csv")
    course, bicycle = (found.item for found in batch.accepted)
    assert isinstance(course, Measure)
    assert course.id == "own:cours-b1"
    assert [(each.language, each.level) for each in course.criteria.languages] == [("fr", "a2")]
    assert [(skill.label, skill.required) for skill in course.criteria.skills] == [
        ("Encaissement", False),
        ("Couture", True),
    ]
    assert [str(day) for day in course.timing.starts_on] == ["2027-01-11", "2027-05-03"]
    assert [(str(each.starts_on), each.free_places) for each in course.capacity.sessions] == [
        ("2027-01-11", 2),
        ("2027-05-03", 8),
    ]
    assert course.timing.hours_per_week == 14.5
    assert (course.terms.paid, course.terms.voluntary) == (False, True)
    assert [effect.kind for effect in course.effects] == ["language", "barrier"]
    assert str(course.valid_to) == "2027-06-30"
    assert isinstance(bicycle, Measure)
    assert bicycle.place is not None
    assert bicycle.place.postcode == "07200"
    assert bicycle.terms.paid is None
    assert [(each.line, each.field, each.reason) for each in batch.warned] == [
        (2, "Remarque", "colonne inconnue, ignorée")
    ]
    assert {each.field for each in batch.rejected if each.line == 4} == {
        "criteria.min_age",
        "criteria.languages[0].level",
        "criteria.right_to_work",
        "criteria.residence[0]",
        "valid_to",
        "form",
    }
    assert [(each.line, each.field) for each in batch.rejected if each.line > 4] == [(5, "id"), (6, "id")]


def test_placements_from_json() -> None:
    batch = read_source(SOURCES["placements"], FIXTURES / "placements.json")
    assert [found.item.id for found in batch.accepted] == ["own:atelier-1"]
    assert isinstance(batch.accepted[0].item, Placement)
    assert [(each.line, each.field, each.reason) for each in batch.rejected] == [
        (2, "capacity.free_places", "doit être un nombre entier"),
        (3, "horaires", "champ inconnu"),
    ]


def test_profiles_from_a_table() -> None:
    batch = read_source(SOURCES["profiles"], FIXTURES / "profiles.csv", "vd-uc-exemple")
    person, unknown = (found.item for found in batch.accepted)
    assert isinstance(person, Profile)
    assert (person.id, person.unit, str(person.birth_date)) == ("p-1", "vd-uc-exemple", "1992-04-18")
    assert person.languages.complete
    assert [(each.language, each.level) for each in person.languages.items] == [("fr", "b1"), ("pt", "c2")]
    assert person.occupations is not None
    assert [occupation.title for occupation in person.occupations] == ["Vendeuse", "Caissière"]
    assert person.mobility.licences == ()
    assert person.restrictions == ()
    assert person.availability.percent == 80
    assert person.needs is not None
    assert (person.needs[0].detail, person.needs[0].confirmed) == ("no_licence", True)
    assert [(fact.status, fact.holds) for fact in person.statuses] == [("lone_parent", True), ("rqth", False)]
    assert person.past_measures.items[0].completed is True
    assert "Exemple" not in person.model_dump_json()
    assert isinstance(unknown, Profile)
    assert (unknown.restrictions, unknown.mobility.licences, unknown.needs) == (None, None, None)
    assert [warning.field for warning in batch.warned] == ["nom"]
    assert {each.field for each in batch.rejected} == {
        "birth_date",
        "permit.kind",
        "availability.percent",
        "needs[0].level",
        "needs[0].author",
        "needs[0].stated_on",
    }


def test_profiles_of_another_unit_and_with_unknown_fields_are_refused() -> None:
    batch = read_source(SOURCES["profiles"], FIXTURES / "profiles.jsonl", "vd-uc-exemple")
    assert [found.item.id for found in batch.accepted] == ["p-1"]
    assert [(each.line, each.field) for each in batch.rejected] == [(2, "unit"), (3, "sexe"), (4, "")]


def test_what_is_withheld_is_never_imported(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"id": "p-1", "withheld": ["debt"]}', encoding="utf-8")
    person = read_source(SOURCES["profiles"], path, "vd-uc-exemple").accepted[0].item
    assert isinstance(person, Profile)
    assert person.withheld == ()


@pytest.mark.parametrize("word", ["measure", "placement"])
def test_the_golden_option_comes_back_the_same(word: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    golden = pytestconfig.rootpath / "data_contracts" / "v1" / "examples" / "golden" / "opportunity.json"
    example = next(option for option in json.loads(golden.read_text(encoding="utf-8")) if option["kind"] == word)
    path = tmp_path / "file.jsonl"
    path.write_text(json.dumps(example), encoding="utf-8")
    batch = read_source(SOURCES[f"{word}s"], path)
    assert batch.rejected == []
    assert json.loads(batch.accepted[0].item.model_dump_json(exclude_unset=True)) == example


def test_a_workbook_gives_what_the_table_gives(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(
        ["id", "title", "form", "type", "criteria.min_age", "timing.rolling", "place.country", "place.postcode"]
    )
    sheet.append([12, "Atelier", "activity", "coaching", 18.0, True, "fr", 7200])
    path = tmp_path / "measures.xlsx"
    book.save(path)
    item = read_source(SOURCES["measures"], path).accepted[0].item
    assert isinstance(item, Measure)
    assert (item.id, item.criteria.min_age, item.timing.rolling) == ("own:12", 18, True)
    assert item.place is not None
    assert item.place.postcode == "07200"


@pytest.mark.parametrize(
    ("cell", "flag"),
    [("oui", True), ("JA", True), ("vrai", True), ("1", True), ("sì", True), ("nein", False), ("0", False)],
)
def test_yes_and_no_in_four_languages(cell: str, flag: bool, tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(f"id,title,form,type,terms.paid\na,T,activity,coaching,{cell}\n", encoding="utf-8")
    item = read_source(SOURCES["measures"], path).accepted[0].item
    assert isinstance(item, Measure)
    assert item.terms.paid is flag
