"""Whether an unknown verdict rests on what is withheld: told from the rule itself, never from the file."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from tests.unit.eligibility.generators import profiles

from matching.domain.insertion_france import InsertionFrance, PassIae
from matching.domain.insurance import Insurances
from matching.domain.need import Need
from matching.domain.opportunity import Measure
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier, DataCategory, NeedLevel
from matching.domain.vocabulary.process import Role
from matching.eligibility.assess import Engine
from matching.eligibility.withheld import Withheld, filled_in
from matching.snapshot.columns import compile_criteria
from matching.visibility.people import redact

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
ON = AT.date()
STRANGER = Viewer(account="x", role=Role.PROVIDER, institution=Institution.ORGANISER, units=("u",))


_READ_ALONE = {
    "availability",
    "fitness",
    "answers",
    "unit",
    "consents",
    "withheld",
    "past_measures",
    "needs",
    "statuses",
    "insurances",
    "insertion_france",
}


def hidden(person: Profile, code: MeasureCode = MeasureCode.OTHER, **criteria: Any) -> dict[str, bool]:
    """By rule, of the unknown verdicts on a measure: whether it rests on what is withheld."""
    option = Measure.model_validate(
        {"id": "own:m", "title": "M", "form": "activity", "type": "coaching", "code": code, "criteria": criteria}
    )
    columns = compile_criteria([option])
    withheld = Withheld(person, ON)
    found = Engine(columns).verdicts(person, 0, ON)
    return {v.rule.id: withheld.decides(v, columns) for v in found if v.truth is Truth.UNKNOWN}


def withheld(*categories: DataCategory, **facts: Any) -> Profile:
    return Profile(id="p", unit="u", withheld=categories, **facts)


@pytest.mark.parametrize(
    ("category", "rule", "criteria"),
    [
        (DataCategory.HEALTH, "strains", {"strains": ["heavy_lifting"]}),
        (DataCategory.HEALTH, "statuses", {"statuses": ["rqth"]}),
        (DataCategory.HEALTH, "min_pace", {"min_work_pace_percent": 80}),
        (DataCategory.DEBT, "needs", {"needs": ["finance_debt"]}),
        (DataCategory.FAMILY, "needs", {"needs": ["family_childcare"]}),
        (DataCategory.FAMILY, "family_charge", {"no_family_charge": True}),
        (DataCategory.SOCIAL_ASSISTANCE, "statuses", {"statuses": ["ri"]}),
        (DataCategory.UNEMPLOYMENT_INSURANCE, "excluded_statuses", {"excluded_statuses": ["ui_entitled"]}),
        (DataCategory.DISABILITY_INSURANCE, "statuses", {"statuses": ["di_claim_or_measure"]}),
        (DataCategory.UNEMPLOYMENT_INSURANCE, "prerequisite", {"prerequisite_measures": ["ac_tep"]}),
    ],
)
def test_it_does_where_the_rule_reads_that_category(
    category: DataCategory, rule: str, criteria: dict[str, Any]
) -> None:
    found = hidden(withheld(category), **criteria)
    (name,) = [each for each in found if each.startswith(rule)]
    assert found[name]


@pytest.mark.parametrize(
    "criteria",
    [
        {"needs": ["mobility"]},
        {"statuses": ["pes_registered"]},
        {"min_age": 18},
        {"languages": [{"language": "fr", "level": "b1"}]},
        {"prerequisite_measures": ["fr_training"]},
        {"licences": ["b"]},
    ],
)
def test_it_does_not_where_the_rule_asks_something_else(criteria: dict[str, Any]) -> None:
    assert not any(hidden(withheld(*DataCategory), **criteria).values())


def test_a_known_need_that_meets_the_demand_is_no_question() -> None:
    need = Need(barrier=Barrier.MOBILITY, level=NeedLevel.HIGH, confirmed=True, author="AS", stated_on=ON)
    assert (
        hidden(withheld(DataCategory.DEBT, needs=(need,)), needs=["mobility", "finance_debt"])
        .keys()
        .isdisjoint({"needs"})
    )


def test_an_unknown_ground_beside_a_withheld_one_asks_nothing_either() -> None:
    """Hard to place by age, restriction or education: asking would name the restriction."""
    assert hidden(withheld(DataCategory.HEALTH), MeasureCode.AC_AIT)["laci_65_hard_to_place"]


def test_the_reason_of_a_prolonged_pass_is_not_asked_for() -> None:
    """It may tell of a disability, and decides where the pass counts."""
    prolonged = PassIae(valid_from=date(2024, 10, 1), prolonged_to=date(2027, 6, 30))
    person = withheld(DataCategory.HEALTH, insertion_france=InsertionFrance(iae_pass=prolonged))
    assert hidden(person, MeasureCode.FR_IAE)["iae_eligibility"]


def test_nothing_does_where_nothing_is_withheld() -> None:
    person = withheld()
    assert not any(hidden(person, MeasureCode.VD_UC, strains=["heavy_lifting"], needs=["finance_debt"]).values())


@given(profiles)
def test_whatever_redaction_hides_is_filled_in_both_ways(whole: Profile) -> None:
    """A category that hides a further field must be filled in here as well: else its questions would be asked."""
    person = redact(whole.model_copy(update={"unit": "u"}), STRANGER, AT)
    both = [filled_in(person, tuple(DataCategory), ON, yes=yes) for yes in (True, False)]
    for name, value in person:
        # Of a pathway in France rules read the reason of a prolongation alone: see the test of it.
        if name in _READ_ALONE:
            continue
        if value != getattr(whole, name):
            assert not value
            assert all(getattr(told, name) is not None for told in both)
    assert all(told.availability.work_pace_percent is not None for told in both)
    assert all(getattr(told.insurances, name) is not None for told in both for name in Insurances.model_fields)
