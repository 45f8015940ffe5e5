"""What tells of which category stands in one place, with nothing left out, and every reader goes by it."""

from datetime import UTC, datetime

import pytest
from tests.unit.domain.fields import leaves, within

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.person import Availability
from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.telling import (
    EVERYTHING,
    FIELD_CATEGORIES,
    HARMLESS,
    INSTITUTION_CATEGORIES,
    MEASURE_CATEGORIES,
    NOTHING,
    TOLD_BY_ITEMS,
    told_by_field,
)
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import Role
from matching.domain.voice import Contest
from matching.use_cases.funding import may_be_told
from matching.use_cases.voice.contested import may_know_of
from matching.visibility.people import redact

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
C = DataCategory
STRANGER = Viewer(account="x", role=Role.PROVIDER, institution=Institution.ORGANISER, units=("u",))


def test_every_field_of_a_profile_tells_or_is_declared_harmless() -> None:
    fields = set(leaves(Profile))
    telling = FIELD_CATEGORIES.keys() | TOLD_BY_ITEMS.keys()
    assert len(fields) > 80
    assert {path for path in fields if not within(path, telling | HARMLESS)} == set(), "say what the new field tells"
    assert {path for path in fields if within(path, telling) and within(path, HARMLESS)} == set()
    assert all(any(within(path, {field}) for path in fields) for field in telling | HARMLESS)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("languages.items.level", NOTHING),
        ("restrictions.strain", {C.HEALTH}),
        ("insurances.placement", {C.UNEMPLOYMENT_INSURANCE, C.HEALTH}),
        ("insertion_france.rsa.hours_per_week", {C.SOCIAL_ASSISTANCE}),
        ("insertion_france.rsa.fewer_hours_ground", {C.SOCIAL_ASSISTANCE, C.HEALTH, C.FAMILY}),
        ("insertion_france.iae_pass", {C.HEALTH}),
        ("insertion_france.iae_pass.valid_to", NOTHING),
        ("availability", {C.HEALTH}),
        ("availability.percent", NOTHING),
        ("needs.level", {C.HEALTH, C.FAMILY, C.DEBT}),
        ("answers", EVERYTHING),
        ("a_field_of_tomorrow", EVERYTHING),
        ("insertion_france.a_field_of_tomorrow", EVERYTHING),
    ],
)
def test_a_field_tells_what_is_above_and_below_it_and_one_on_no_list_everything(
    path: str, told: frozenset[DataCategory]
) -> None:
    assert told_by_field(path) == told


@pytest.mark.parametrize(
    "fact",
    [
        "fitness",
        "insertion_france",
        "insertion_france.rsa.oriented_on",
        "insertion_france.iae_pass.prolongation",
        "statuses",
        "needs",
        "past_measures",
        "past_measures.items.dropout_reason",
        "answers",
        "availability.work_pace_percent",
        "a_field_of_tomorrow",
    ],
)
def test_that_a_withheld_field_is_contested_is_not_told(fact: str) -> None:
    person = redact(Profile(id="p", unit="u"), STRANGER, AT)
    contest = Contest(profile="p", fact=fact, words="Faux", at=AT)
    assert not may_know_of(contest, person)
    assert may_know_of(contest, Profile(id="p", unit="u"))
    assert may_know_of(contest.model_copy(update={"fact": "languages"}), person)


def test_the_pace_at_work_is_health_for_everybody_who_reads_it() -> None:
    person = Profile(id="p", unit="u", availability=Availability(percent=80, work_pace_percent=60))
    assert redact(person, STRANGER, AT).availability == Availability(percent=80)


@pytest.mark.parametrize(
    ("institution", "told"),
    [
        (Institution.UC, {C.SOCIAL_ASSISTANCE, C.UNEMPLOYMENT_INSURANCE}),
        (Institution.FT, {C.UNEMPLOYMENT_INSURANCE}),
        (Institution.DEPT, {C.SOCIAL_ASSISTANCE}),
        (Institution.SMIG, {C.SOCIAL_ASSISTANCE}),
        (Institution.OCBE, {C.SOCIAL_ASSISTANCE}),
        (Institution.OAI, {C.DISABILITY_INSURANCE}),
        (Institution.CAP_EMPLOI, {C.HEALTH}),
        (Institution.MISSION_LOCALE, NOTHING),
    ],
)
def test_the_name_of_an_institution_in_a_lead_or_a_guarantee_tells(
    institution: Institution, told: frozenset[DataCategory]
) -> None:
    assert INSTITUTION_CATEGORIES[institution] == told
    lead = CaseLead(profile="p", institution=institution, power_of_attorney=False, valid_from=AT)
    guarantee = PaymentGuarantee.model_validate(
        {"profile": "p", "payer": institution, "requested_by": "x", "status": "requested"}
        | {"valid_from": AT.date(), "valid_to": AT.date()}
    )
    for agreed in (lead, guarantee):
        for category in DataCategory:
            person = Profile(id="p", unit="u", withheld=(category,))
            assert may_be_told(person, STRANGER, agreed) is (category not in told)
            assert may_be_told(person, STRANGER.model_copy(update={"institution": institution}), agreed)


def test_no_institution_is_forgotten() -> None:
    assert EVERYTHING not in INSTITUTION_CATEGORIES.values()


def test_french_measures_tell_of_nothing_and_each_swiss_one_of_its_payer() -> None:
    for code in MeasureCode:
        assert (MEASURE_CATEGORIES[code] == NOTHING) is (code.startswith("fr_") or code is MeasureCode.OTHER)
