"""Who leads, pays and prescribes: the decision table as a caseworker reads it, and what holds for everybody."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.eligibility.generators import consistent_profiles, options, profiles

from matching.domain.opportunity import AnyOpportunity, Vacancy, opportunity_type
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Institution, Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.decision_table import TABLE, Row, deadline_of
from matching.eligibility.payer import Resolution, resolve
from matching.messages.say import catalogue

ON = date(2026, 11, 23)
ROOT = Path(__file__).parents[3]
EXAMPLES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "rules" / "payer_resolution.yaml").read_text("utf-8"))
PAID = {"certain": Truth.MET, "open": Truth.UNKNOWN, "not": Truth.NOT_MET}


def person_of(facts: dict[str, Any]) -> Profile:
    """A profile from the facts of an example: an age is a birthday on the day, `insured` is placeability."""
    facts = dict(facts)
    if (age := facts.pop("age", None)) is not None:
        facts["birth_date"] = date(ON.year - age, ON.month, ON.day)
    names = ("unemployment", "assistance", "disability")
    insurances: dict[str, Any] = {name: facts.pop(name) for name in names if name in facts}
    insurances["placement"] = facts.pop("insured", None)
    return Profile.model_validate({"id": "p-1", "insurances": insurances, **facts})


def option_of(facts: dict[str, Any]) -> AnyOpportunity:
    measure = {"kind": "measure", "form": "activity", "type": "coaching"} if "kind" not in facts else {}
    return opportunity_type.validate_python({"id": "own:1", "title": "M", **measure, **facts})


def lead_of(facts: dict[str, Any] | None) -> CaseLead | None:
    if facts is None:
        return None
    return CaseLead.model_validate({"profile": "p-1", "valid_from": "2026-11-01T00:00:00+01:00", **facts})


def found_for(example: dict[str, Any]) -> Resolution:
    return resolve(person_of(example["person"]), option_of(example["option"]), ON, lead=lead_of(example.get("lead")))


def unique(values: Any) -> list[Any]:
    return list(dict.fromkeys(values))


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["because"] for example in EXAMPLES])
def test_example(example: dict[str, Any]) -> None:
    wanted, found = example["expected"], found_for(example)
    assert found.truth is PAID[wanted["paid"]]
    assert [line.row.value for line in found.lines] == wanted.get("rows", [])
    assert unique(who.value for line in found.lines for who in line.lead) == wanted.get("lead", [])
    shares = unique(
        tuple((share.payer.value, "?" if share.part is None else str(share.part)) for share in line.shares)
        for line in found.lines
    )
    stated = [wanted[key] for key in ("payers", "or") if key in wanted]
    assert shares == [tuple((payer, str(part)) for payer, part in one.items()) for one in stated]
    assert unique(who.value for line in found.lines for who in line.outside) == wanted.get("outside", [])
    assert unique(who.value for line in found.lines for who in line.prescribers) == wanted.get("prescribers", [])
    assert unique(line.guard and line.guard.value for line in found.lines) == unique(
        [wanted.get("guard")] * len(found.lines)
    )
    assert unique(who.value for line in found.lines for who in line.office) == wanted.get("office", [])
    deadlines = unique(line.deadline and line.deadline.days for line in found.lines)
    assert deadlines == unique([wanted.get("deadline")] * len(found.lines))
    assert {question.key: question.asks.value for question in found.questions} == wanted.get("questions", {})
    instead = {other.payer.value: other.code and other.code.value for other in found.instead}
    assert instead == wanted.get("instead", {})
    assert found.refused_by == wanted.get("refused_by")
    if "reference" in wanted:
        assert unique(line.reference for line in found.lines) == [wanted["reference"]]


def test_every_row_of_the_table_has_its_example() -> None:
    shown = {row for example in EXAMPLES for row in example["expected"].get("rows", ())}
    assert shown >= {row.value for row in Row} - {"joint_unit", "unnamed"}
    assert set(TABLE) == set(Row)


def test_the_unit_itself_and_payers_nobody_names() -> None:
    unit = found_for({"person": {"assistance": {"kind": "ri"}}, "option": {"code": "vd_uc", "payer": "as_canton"}})
    assert (unit.truth, [line.row for line in unit.lines]) == (Truth.MET, [Row.JOINT_UNIT])
    mixed = found_for({"person": {}, "option": {"code": "other", "payer": "mixed"}})
    assert mixed.shares == ((mixed.lines[0].shares[0]),)
    assert mixed.lines[0].shares[0].part is None
    french = found_for({"person": {"assistance": {"kind": "rsa"}}, "option": {"code": "fr_support", "payer": "mixed"}})
    assert [line.row for line in french.lines] == [Row.FRANCE]


def test_every_question_has_its_sentence_and_every_sentence_its_question() -> None:
    from matching.eligibility import payer, payer_routes

    asked = {
        value.key: value.asks
        for module in (payer, payer_routes)
        for value in vars(module).values()
        if isinstance(value, payer_routes.Question)
    }
    said = {key.removeprefix("payer.question.") for key in catalogue("fr") if key.startswith("payer.question.")}
    assert set(asked) == said
    assert asked["exactly_50"] is Asks.LAW


def test_a_deadline_holds_from_the_day_of_the_version_that_was_read() -> None:
    found = found_for({"person": {"unemployment": {"status": "open_with_days"}}, "option": {"code": "ac_afo"}})
    deadline = found.lines[0].deadline
    assert deadline is not None
    shares = found.lines[0].shares
    assert deadline_of(shares, MeasureCode.AC_AFO, deadline.law.valid_from) == deadline
    assert deadline_of(shares, MeasureCode.AC_AFO, deadline.law.valid_from - timedelta(days=1)) is None


BY_CODE = {"ac": "ac", "di": "di", "vd": "as_canton", "ch": "as_canton", "ne": "as_canton", "fr": "state_fr"}
SWISS_PAYERS = [Payer.AC, Payer.AS_CANTON, Payer.DI]


@st.composite
def payables(draw: st.DrawFn) -> AnyOpportunity:
    """Measures paid by whoever their code says, and places with two payers."""
    if draw(st.integers(0, 3)) == 0:
        two = draw(st.lists(st.sampled_from(SWISS_PAYERS), min_size=1, max_size=2, unique=True))
        return option_of({"kind": "placement", "code": draw(st.sampled_from(["other", "ne_isp"])), "payers": two})
    first = draw(st.sampled_from(list(BY_CODE)))
    code = draw(st.sampled_from([code for code in MeasureCode if code.startswith(f"{first}_")]))
    return option_of({"code": code, "payer": BY_CODE[first]})


def test_a_paying_institution_that_is_not_known_leaves_all_open() -> None:
    person = {
        "assistance": {"kind": "cantonal"},
        "unemployment": {"status": "none"},
        "disability": {"status": "measure"},
    }
    place = {"kind": "placement", "code": "ne_isp", "payers": ["as_canton", "di"]}
    assert found_for({"person": person, "option": place}).offices == frozenset()
    at_home = {**person, "residence": {"country": "ch", "region": "NE"}}
    assert found_for({"person": at_home, "option": place}).offices == {Institution.SSR, Institution.OAI}


@given(profiles, options | payables())
def test_parts_make_a_whole_or_are_unknown(profile: Profile, option: AnyOpportunity) -> None:
    for line in resolve(profile, option, ON).lines:
        parts = [share.part for share in line.shares]
        assert all(part is None for part in parts) or sum(part or 0 for part in parts) == Fraction(1)


@given(profiles, options | payables())
def test_no_payer_stands_outside_the_options_own_unless_it_is_said(profile: Profile, option: AnyOpportunity) -> None:
    found = resolve(profile, option, ON)
    own = {Payer.EMPLOYER} if isinstance(option, Vacancy) else set(found.payers)
    for line in found.lines:
        assert {share.payer for share in line.shares} - own == set(line.outside)
    if not isinstance(option, Vacancy):
        named = set(option.payers) if option.kind == "placement" else {option.payer} - {None}
        assert named in (own, set())


@given(profiles, options | payables())
def test_what_is_open_has_a_question_and_what_is_not_payable_has_no_line(
    profile: Profile, option: AnyOpportunity
) -> None:
    found = resolve(profile, option, ON)
    if found.truth is Truth.UNKNOWN:
        assert found.questions
    assert (found.truth is Truth.NOT_MET) <= (not found.lines)
    assert (found.truth is Truth.MET) <= bool(found.lines)


FACTS = ("birth_date", "residence", "statuses", "pes_registration", "insurances")
INSURANCES = ("unemployment", "assistance", "disability", "placement")
OF_AN_INSURANCE = {
    "unemployment": ("status", "days_left", "framework_end"),
    "assistance": ("kind", "follow_up"),
    "disability": ("status",),
}


def hidden(profile: Profile, facts: set[str]) -> Profile:
    """The profile with some facts made unknown."""
    insurances = profile.insurances
    for name in INSURANCES:
        if name in facts:
            insurances = insurances.model_copy(update={name: None})
        part = getattr(insurances, name)
        lost = {fact: None for fact in OF_AN_INSURANCE.get(name, ()) if f"{name}.{fact}" in facts}
        if part is not None and lost:
            insurances = insurances.model_copy(update={name: part.model_copy(update=lost)})
    changes: dict[str, Any] = {"insurances": insurances}
    changes |= {name: () if name == "statuses" else None for name in FACTS[:-1] if name in facts}
    return profile.model_copy(update=changes)


HIDEABLE = [*FACTS[:-1], *INSURANCES, *(f"{part}.{fact}" for part, facts in OF_AN_INSURANCE.items() for fact in facts)]


@settings(max_examples=400)
@given(consistent_profiles(), payables(), st.sets(st.sampled_from(HIDEABLE), min_size=1, max_size=4))
def test_hiding_facts_never_turns_one_certain_payer_into_another(
    profile: Profile, option: AnyOpportunity, facts: set[str]
) -> None:
    known, less = resolve(profile, option, ON).shares, resolve(hidden(profile, facts), option, ON).shares
    if known is not None and less is not None:
        assert {share.payer for share in known} == {share.payer for share in less}


WHOLE_FACTS = [
    *FACTS[:-1],
    *INSURANCES,
    "unemployment.status",
    "assistance.kind",
    "assistance.follow_up",
    "disability.status",
]


@settings(max_examples=400)
@given(consistent_profiles(), payables(), st.sets(st.sampled_from(WHOLE_FACTS), min_size=1, max_size=4))
def test_hiding_facts_only_adds_possibilities(profile: Profile, option: AnyOpportunity, facts: set[str]) -> None:
    """What is certain with less is certain with more; what applies, or may, still may."""
    known, less = resolve(profile, option, ON), resolve(hidden(profile, facts), option, ON)
    assert {line.row for line in known.lines} <= {line.row for line in less.lines}
    if less.truth is not Truth.UNKNOWN:
        assert known.truth is less.truth
