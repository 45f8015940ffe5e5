"""Each condition of a canton's criteria: met, not met, unknown, at its edges; what is withheld is never told."""

from typing import Any

import pytest
from pydantic import TypeAdapter
from tests.unit.use_cases.detection.invented_canton import AT, COUNSELLOR, ON, consent, person

from matching.domain.detection import DetectionCondition
from matching.domain.verdict import Truth
from matching.domain.vocabulary.needs import DataCategory
from matching.messages.say import say
from matching.use_cases.detection.conditions import find
from matching.use_cases.detection.detect import PURPOSE
from matching.visibility.people import redact

MET, NOT_MET, UNKNOWN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
CONDITION: TypeAdapter[Any] = TypeAdapter(DetectionCondition)

WITHOUT_WORK = {"kind": "months_without_work", "at_least": 24}
ON_ASSISTANCE = {"kind": "months_on_assistance", "at_least": 12}
NEEDS = {"kind": "confirmed_needs", "at_least": 2}
STATUS = {"kind": "status", "any_of": ["pes_registered", "refugee_or_asylum"]}
DI = {"kind": "disability_insurance", "any_of": ["announced", "claim_refused"]}
REPEATED = {"kind": "repeated_measure", "at_least": 2}
ALL = [WITHOUT_WORK, ON_ASSISTANCE, NEEDS, STATUS, DI, REPEATED]


def need(barrier: str, **changes: object) -> dict[str, Any]:
    stated = {"barrier": barrier, "level": "high", "confirmed": True, "author": "AS", "stated_on": "2026-10-01"}
    return stated | changes


def assisted(since: str | None, kind: str | None = "cantonal") -> dict[str, Any]:
    return {"insurances": {"assistance": {"kind": kind, "since": since}}}


def past(*items: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    return {"past_measures": {"items": [{"name": "mesure", **item} for item in items], "complete": complete}}


MIP, MIS = {"code": "vd_mip"}, {"code": "vd_mis"}
OTHER, ELSE = {"code": "other", "opportunity": "own:1"}, {"code": "other", "opportunity": "own:2"}
RECENT, OLD = {"ended_on": "2024-11-19"}, {"ended_on": "2024-11-18"}


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (WITHOUT_WORK, {"months_without_work": 24}, MET),
        (WITHOUT_WORK, {"months_without_work": 23}, NOT_MET),
        (WITHOUT_WORK, {"months_without_work": None}, UNKNOWN),
        (ON_ASSISTANCE, assisted("2025-11-18"), MET),
        (ON_ASSISTANCE, assisted("2025-11-19"), NOT_MET),
        (ON_ASSISTANCE, assisted(None), UNKNOWN),
        (ON_ASSISTANCE, assisted("2020-01-01", "none"), NOT_MET),
        (ON_ASSISTANCE, assisted("2020-01-01", None), UNKNOWN),
        (ON_ASSISTANCE, {"insurances": {}}, UNKNOWN),
        (ON_ASSISTANCE, assisted("9999-12-31"), NOT_MET),
        (NEEDS, {"needs": [need("mobility"), need("housing")]}, MET),
        (NEEDS, {"needs": [need("mobility"), need("mobility", detail="no_licence")]}, NOT_MET),
        (NEEDS, {"needs": [need("mobility"), need("housing", confirmed=False)]}, UNKNOWN),
        (NEEDS, {"needs": [need("mobility"), need("housing", level="none")]}, NOT_MET),
        (NEEDS, {"needs": []}, NOT_MET),
        (NEEDS, {"needs": None}, UNKNOWN),
        (NEEDS, {"needs": [need("mobility")], "withheld": ["debt"]}, UNKNOWN),
        (NEEDS, {"needs": [], "withheld": ["debt"]}, NOT_MET),
        (NEEDS, {"needs": [], "withheld": ["health"]}, UNKNOWN),
        (STATUS, {"pes_registration": {"registered": True}}, MET),
        (STATUS, {"pes_registration": {"registered": False}, "permit": {"kind": "citizen"}}, NOT_MET),
        (STATUS, {"pes_registration": {"registered": False}}, UNKNOWN),
        (DI, {"insurances": {"disability": {"status": "announced"}}}, MET),
        (DI, {"insurances": {"disability": {"status": "none"}}}, NOT_MET),
        (DI, {"insurances": {"disability": {}}}, UNKNOWN),
        (REPEATED, past(MIP | RECENT, MIP | RECENT), MET),
        (REPEATED, past(MIP | RECENT, MIP | OLD), NOT_MET),
        (REPEATED, past(MIP | RECENT, MIP | {"ended_on": "2026-11-18"}), MET),
        (REPEATED, past(MIP | RECENT, MIP | {"ended_on": "2026-11-19"}), NOT_MET),
        (REPEATED, past(MIP | RECENT, MIS | RECENT), NOT_MET),
        (REPEATED, past(MIP | RECENT, MIP | RECENT, complete=False), MET),
        (REPEATED, past(complete=False), UNKNOWN),
        (REPEATED, past(MIP | RECENT, MIP), UNKNOWN),
        (REPEATED, past(MIP | RECENT, {"ended_on": "2026-01-01"}), UNKNOWN),
        (REPEATED, past(OTHER | RECENT, OTHER | RECENT), MET),
        (REPEATED, past(OTHER | RECENT, ELSE | RECENT), NOT_MET),
        (REPEATED, past() | {"withheld": ["unemployment_insurance"]}, UNKNOWN),
        (REPEATED, past() | {"withheld": ["debt"]}, NOT_MET),
    ],
)
def test_a_condition(condition: dict[str, Any], facts: dict[str, Any], expected: Truth) -> None:
    found = find(person(**facts), CONDITION.validate_python(condition), ON)
    assert found.truth is expected
    if expected is not NOT_MET:
        for lang in ("fr", "de"):
            sentence = say(lang, f"detection.{condition['kind']}.{expected.name.lower()}", **found.facts)
            assert "None" not in sentence


SENSITIVE: dict[DataCategory, list[dict[str, Any]]] = {
    DataCategory.SOCIAL_ASSISTANCE: [
        assisted("2020-01-01"),
        assisted("2026-11-01"),
        assisted(None, "none"),
        past(MIP | RECENT, MIP | RECENT),
        past(MIP | RECENT),
        past(),
        {"statuses": [{"status": "ri", "holds": True}]},
        {"statuses": []},
    ],
    DataCategory.DISABILITY_INSURANCE: [
        {"insurances": {"disability": {"status": "announced"}}},
        {"insurances": {"disability": {"status": "none"}}},
        past({"code": "di_early"} | RECENT, {"code": "di_early"} | RECENT),
        past(),
    ],
    DataCategory.DEBT: [
        {"needs": [need("mobility"), need("finance_debt")]},
        {"needs": [need("mobility"), need("finance_debt", confirmed=False)]},
        {"needs": [need("mobility")]},
    ],
}


@pytest.mark.parametrize("category", SENSITIVE)
@pytest.mark.parametrize("condition", [*ALL, {"kind": "status", "any_of": ["ri", "di_claim_or_measure"]}])
def test_files_that_differ_only_in_what_is_withheld_read_alike(
    category: DataCategory, condition: dict[str, Any]
) -> None:
    """Withheld from an office that holds none of it, and that the person lets use everything else."""
    others = tuple(each for each in DataCategory if each is not category)
    given = {"consents": [consent("orp", categories=others)], "insurances": {}}
    found = [
        find(redact(person(**given | facts), COUNSELLOR, AT, PURPOSE), CONDITION.validate_python(condition), ON)
        for facts in SENSITIVE[category]
    ]
    assert all(each == found[0] for each in found)
