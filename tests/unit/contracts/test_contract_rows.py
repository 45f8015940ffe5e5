"""Records against their contract: three lists, reasons in plain French, fields named as in the record."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.contracts.rows import Accepted, Finding, Refused, Rejected, check, check_records
from matching.contracts.words import WORDS
from matching.domain.profile import Profile

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
MEASURE = {"kind": "measure", "id": "own:x", "title": "T", "form": "activity", "type": "coaching"}
PROFILE = {"id": "p-1"}
SESSION = [{"starts_on": "2027-01-11", "free_places": 4}]
SESSIONS, STARTS = {"sessions": SESSION}, {"starts_on": ["2027-01-11", "2027-05-03"]}


def findings(name: str, record: dict[str, Any]) -> list[tuple[str, str]]:
    found = check(WORDS[name], record)
    assert isinstance(found, Refused)
    return [(each.field, each.reason) for each in found.findings]


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"title": None}, "title", "doit être un texte"),
        ({"title": ""}, "title", "ne doit pas être vide"),
        ({"title": "x" * 301}, "title", "doit compter au plus 300 caractères (ici 301)"),
        ({"id": "a b"}, "id", "« a b » n'a pas la forme attendue"),
        ({"nom": "x"}, "nom", "champ inconnu"),
        ({"form": "cours"}, "form", "code inconnu « cours » ; attendus : activity, wage_subsidy, allowance"),
        ({"kind": "job"}, "", "code inconnu « job » ; attendus : vacancy, measure, placement"),
        ({"criteria": {"min_age": "18"}}, "criteria.min_age", "doit être un nombre entier"),
        ({"criteria": {"min_age": -1}}, "criteria.min_age", "doit être au moins 0"),
        ({"criteria": {"min_availability_percent": 101}}, "criteria.min_availability_percent", "doit être au plus 100"),
        ({"criteria": {"languages": [{"language": "fr"}]}}, "criteria.languages[0].level", "valeur manquante"),
        ({"criteria": {"languages": {}}}, "criteria.languages", "doit être une liste"),
        ({"criteria": []}, "criteria", "doit être un objet avec des champs"),
        ({"effects": [{"kind": "barrier"}]}, "effects[0].barrier", "valeur manquante"),
        ({"effects": [{"kind": "barrier", "barrier": 3}]}, "effects[0].barrier", "code inconnu « 3 »"),
        ({"valid_to": "30.02.2026"}, "valid_to", "doit être une date (2026-11-30)"),
        ({"valid_to": 0}, "valid_to", "doit être une date (2026-11-30)"),
        ({"terms": {"paid": "oui"}}, "terms.paid", "doit être vrai ou faux"),
        ({"timing": {"hours_per_week": "7"}}, "timing.hours_per_week", "doit être un nombre"),
        ({"place": {"country": "ch", "latitude": 91}}, "place.latitude", "doit être au plus 90"),
        ({"place": {"country": "ch", "latitude": float("nan")}}, "", "enregistrement illisible : un nombre"),
        ({"capacity": SESSIONS}, "capacity", "une session commence un jour absent de timing.starts_on"),
        ({"capacity": SESSIONS, "timing": STARTS | {"rolling": True}}, "capacity", "on y entre en tout temps"),
        ({"capacity": {"sessions": SESSION * 2}, "timing": STARTS}, "capacity.sessions", "deux sessions commencent"),
        ({"capacity": {"sessions": SESSION * 53}, "timing": STARTS}, "capacity.sessions", "doit compter au plus 52"),
        ({"title": "a\0b"}, "", "contient un caractère nul"),
        ({"title": "\ud800"}, "", "texte illisible : caractère incomplet"),
    ],
)
def test_reason_and_field(changes: dict[str, Any], field: str, reason: str) -> None:
    found = findings("opportunity", {**MEASURE, **changes})
    assert len(found) == 1
    assert found[0][0] == field
    assert found[0][1].startswith(reason)


def test_a_missing_kind_is_said() -> None:
    assert findings("opportunity", {"id": "own:x"}) == [("", "valeur manquante : « kind » dit de quoi il s'agit")]


def test_dates_at_the_edge_of_the_calendar_and_naive_moments_are_refused() -> None:
    plan = {"profile": "p", "objective": "job", "steps": [], "parts": []}
    edge = {**plan, "agreed_at": "0001-01-01T00:00:00+01:00"}
    assert findings("plan", edge) == [("", "une date est hors des limites du calendrier")]
    assert findings("plan", {**plan, "agreed_at": "2026-11-02T10:00:00"})[0][1].startswith("doit indiquer le fuseau")


def test_several_reasons_stand_one_by_one() -> None:
    assert findings("profile", {"birth_date": "x", "months_without_work": 1.5}) == [
        ("id", "valeur manquante"),
        ("birth_date", "doit être une date (2026-11-30)"),
        ("months_without_work", "doit être un nombre entier"),
    ]


def test_a_long_closed_list_is_cut_and_counted() -> None:
    found = findings("opportunity", {**MEASURE, "code": "x"})
    assert found[0][1].endswith("… (38 en tout)") or "en tout)" in found[0][1]


def test_a_text_that_spells_a_nul_is_no_nul() -> None:
    assert not isinstance(check(WORDS["opportunity"], {**MEASURE, "title": r"\u0000"}), Refused)


def test_deep_nesting_is_refused() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"a": deep}
    assert findings("profile", deep) == [("", "enregistrement illisible : trop de niveaux imbriqués")]
    while deep:  # taken apart from the outside: the interpreter would recurse
        deep = deep.pop("a")


def test_check_records_keeps_lines() -> None:
    checked = check_records(WORDS["profile"], [(2, PROFILE), (5, {"id": "é"})])
    assert [(found.line, found.item.id) for found in checked.accepted] == [(2, "p-1")]
    (refused,) = checked.rejected
    assert refused == Rejected(5, "id", refused.reason)
    assert refused.reason.startswith("« é » n'a pas la forme attendue (lettres sans accent, chiffres")
    assert checked.warned == []
    assert checked.accepted == [Accepted(2, checked.accepted[0].item)]


@pytest.mark.parametrize("id_", ["2024/0123", "a/", "p//1"])
def test_no_id_of_a_person_comes_in_that_an_address_cannot_hold(id_: str) -> None:
    assert findings("profile", PROFILE | {"id": id_}) == [
        ("id", "un identifiant de dossier n'a pas de « / » ; le remplacer, par exemple par « - »")
    ]
    assert not isinstance(check(WORDS["opportunity"], MEASURE | {"id": id_}), Refused)
    assert Profile(id=id_).id == id_  # a file that the store already holds is read
    pattern = WORDS["profile"].json_schema()["properties"]["id"]["pattern"]
    assert not re.match(pattern, id_)


@pytest.mark.parametrize("id_", ["p-0001", "2024-0123", "VD.12_3", "756:1234@orp+2", "a"])
def test_ids_of_people_as_they_are_in_the_field(id_: str) -> None:
    assert not isinstance(check(WORDS["profile"], PROFILE | {"id": id_}), Refused)
    assert re.match(WORDS["profile"].json_schema()["properties"]["id"]["pattern"], id_)


@given(record=st.dictionaries(st.text(max_size=10), JSON_VALUES, max_size=5), name=st.sampled_from(sorted(WORDS)))
def test_any_object_is_accepted_or_refused_with_reasons(record: dict[str, Any], name: str) -> None:
    found = check(WORDS[name], record)
    if isinstance(found, Refused):
        assert found.findings
        assert all(isinstance(each, Finding) and each.reason and "\n" not in each.reason for each in found.findings)
    else:
        WORDS[name].validate_json(WORDS[name].dump_json(found), strict=True)


@given(
    key=st.sampled_from(["title", "criteria", "timing", "terms", "place", "effects", "valid_from", "capacity", "id"]),
    value=JSON_VALUES,
)
def test_any_value_in_a_known_field_never_raises(key: str, value: Any) -> None:
    found = check(WORDS["opportunity"], {**MEASURE, key: value})
    assert not isinstance(found, Refused) or all(each.reason for each in found.findings)
    json.dumps(str(found))
