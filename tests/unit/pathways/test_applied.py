"""A measure completed: only what it says, never less than before, the same twice as once, blind to what is withheld."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.eligibility import generators as some

from matching.domain.effect import (
    AvailabilityEffect,
    BarrierEffect,
    CertificateEffect,
    LanguageEffect,
    MobilityEffect,
    SkillEffect,
)
from matching.domain.need import Need
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.person import Availability, Education, Languages, LanguageSkill, Mobility
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.situation import EducationLevel, Language, LanguageLevel, LicenceCategory
from matching.eligibility.rules import RULES
from matching.pathways.applied import AnyEffect, applied, with_effect
from matching.snapshot.columns import compile_criteria
from matching.visibility.people import redact

FRENCH_B1 = LanguageEffect(language=Language.FR, level=LanguageLevel.B1)
RISING = {"languages", "min_education", "licences", "availability", "workload", "min_pace", "prerequisite", "travel"}
"""Rules that ask for something; those that ask to lack something may well turn once a measure gives it."""
FIELDS = {
    "language": {"languages"},
    "skill": {"skills"},
    "certificate": {"education", "mobility"},
    "barrier": {"needs"},
    "availability": {"availability"},
    "mobility": {"mobility"},
}
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)

effects = st.one_of(
    st.builds(
        LanguageEffect,
        language=st.sampled_from(some.SPOKEN),
        level=st.sampled_from([LanguageLevel.A2, LanguageLevel.C2]),
    ),
    st.builds(SkillEffect, label=st.sampled_from(["Encaisser", "Souder"])),
    st.builds(
        CertificateEffect,
        name=st.just("Certificat"),
        education=some.maybe(st.sampled_from(EducationLevel)),
        licence=some.maybe(st.sampled_from(LicenceCategory)),
    ),
    st.builds(BarrierEffect, barrier=st.sampled_from([Barrier.MOBILITY, Barrier.HOUSING, Barrier.FINANCE_DEBT])),
    st.builds(AvailabilityEffect, percent=some.maybe(some.percents), work_pace_percent=some.maybe(some.percents)),
    st.builds(
        MobilityEffect, radius_km=st.sampled_from([5, 25, 60, 200]), vehicle=st.sampled_from([None, False, True])
    ),
)
measures = st.builds(
    lambda measure, given_: measure.model_copy(update={"effects": tuple(given_)}),
    some.measures,
    st.lists(effects, max_size=4),
)


@given(profile=some.profiles, effect=effects)
def test_one_effect_changes_its_own_field_alone_and_only_once(profile: Profile, effect: AnyEffect) -> None:
    after = with_effect(profile, effect)
    changed = {name for name in Profile.model_fields if getattr(after, name) != getattr(profile, name)}
    assert changed <= FIELDS[effect.kind]
    assert with_effect(after, effect) == after


@given(profile=some.profiles, measure=measures)
def test_completing_a_measure_twice_is_completing_it_once(profile: Profile, measure: Measure) -> None:
    once = applied(profile, measure)
    assert applied(once, measure) == once
    assert [item.opportunity for item in once.past_measures.items].count(measure.id) == 1
    assert Profile.model_validate(once.model_dump()) == once


@given(profile=some.profiles, measure=measures, option=st.one_of(some.vacancies, some.measures, some.placements))
def test_nothing_asked_for_is_ever_met_less(profile: Profile, measure: Measure, option: AnyOpportunity) -> None:
    columns = compile_criteria([option])
    after = applied(profile, measure)
    for rule in RULES:
        if rule.id in RISING and rule.applies_to(columns)[0]:
            assert rule.test(after, columns, some.ON)[0] >= rule.test(profile, columns, some.ON)[0], rule.id


@given(profile=some.profiles, measure=measures, office=st.sampled_from([Institution.ORP, Institution.CSR, None]))
def test_it_reads_nothing_that_is_withheld(profile: Profile, measure: Measure, office: Institution | None) -> None:
    """As the file would be seen after it: whether it was applied to the whole file or to what the viewer may use."""
    whole = profile.model_copy(update={"unit": "u", "withheld": ()})
    viewer = Viewer(account="x", role=Role.COUNSELLOR, institution=office, units=("u",))
    seen = redact(whole, viewer, AT)
    assert redact(applied(seen, measure), viewer, AT) == redact(applied(whole, measure), viewer, AT)


def speaks(*levels: LanguageLevel | None, complete: bool = False) -> Profile:
    items = tuple(LanguageSkill(language=Language.FR, level=level) for level in levels)
    return Profile(id="p", languages=Languages(items=items, complete=complete))


def french_of(profile: Profile) -> list[LanguageLevel | None]:
    return [skill.level for skill in profile.languages.items if skill.language is Language.FR]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (speaks(LanguageLevel.A2), [LanguageLevel.B1]),
        (speaks(LanguageLevel.C1), [LanguageLevel.C1]),
        (speaks(complete=True), [LanguageLevel.B1]),
        (speaks(None), [None, LanguageLevel.B1]),
        (speaks(), [None, LanguageLevel.B1]),
    ],
    ids=["raised", "kept", "none before", "level unknown", "language unknown"],
)
def test_a_language_reaches_a_level_and_what_may_be_better_stays_possible(
    before: Profile, after: list[LanguageLevel | None]
) -> None:
    assert french_of(with_effect(before, FRENCH_B1)) == after


def test_what_is_unknown_and_may_be_more_stays_unknown() -> None:
    nothing = Profile(id="p")
    for effect in (
        CertificateEffect(name="CFC", education=EducationLevel.VOCATIONAL, licence=LicenceCategory.B),
        AvailabilityEffect(percent=80, work_pace_percent=80),
        BarrierEffect(barrier=Barrier.MOBILITY),
        MobilityEffect(radius_km=40),
    ):
        assert with_effect(nothing, effect) == nothing


def test_a_certificate_gives_its_level_recognised_and_its_licence() -> None:
    person = Profile(
        id="p",
        education=Education(level=EducationLevel.COMPULSORY, recognised=False, field="École"),
        mobility=Mobility(licences=(LicenceCategory.A,), radius_km=5),
    )
    effect = CertificateEffect(name="CFC", education=EducationLevel.VOCATIONAL, licence=LicenceCategory.B)
    after = with_effect(person, effect)
    assert after.education == Education(level=EducationLevel.VOCATIONAL, recognised=True, field="École")
    assert after.mobility == Mobility(licences=(LicenceCategory.A, LicenceCategory.B), radius_km=5)


def test_a_lifted_need_is_told_to_be_none_and_the_others_stay() -> None:
    def need(barrier: Barrier) -> Need:
        told: dict[str, Any] = {"author": "assistante sociale", "stated_on": some.ON, "confirmed": True}
        return Need(barrier=barrier, level=NeedLevel.BLOCKING, **told)

    person = Profile(id="p", needs=(need(Barrier.MOBILITY), need(Barrier.HOUSING)))
    after = with_effect(person, BarrierEffect(barrier=Barrier.MOBILITY))
    assert [each.level for each in after.needs or ()] == [NeedLevel.NONE, NeedLevel.BLOCKING]


def test_availability_rises_and_never_falls() -> None:
    person = Profile(id="p", availability=Availability(percent=60, work_pace_percent=90))
    after = with_effect(person, AvailabilityEffect(percent=80, work_pace_percent=70))
    assert (after.availability.percent, after.availability.work_pace_percent) == (80, 90)


@pytest.mark.parametrize(
    ("before", "effect", "after"),
    [
        (Mobility(radius_km=15), MobilityEffect(radius_km=40), Mobility(radius_km=40)),
        (Mobility(radius_km=60), MobilityEffect(radius_km=40), Mobility(radius_km=60)),
        (
            Mobility(radius_km=0, vehicle=True),
            MobilityEffect(radius_km=1, vehicle=False),
            Mobility(radius_km=1, vehicle=True),
        ),
        (Mobility(vehicle=False), MobilityEffect(radius_km=40, vehicle=True), Mobility(vehicle=True)),
        (Mobility(radius_km=15), MobilityEffect(radius_km=5, vehicle=True), Mobility(radius_km=15, vehicle=True)),
    ],
    ids=["raised", "kept", "no vehicle taken away", "an unknown radius stays unknown", "an unknown vehicle is given"],
)
def test_the_daily_trip_reaches_at_least_so_far_and_a_vehicle_is_given(
    before: Mobility, effect: MobilityEffect, after: Mobility
) -> None:
    assert with_effect(Profile(id="p", mobility=before), effect).mobility == after


def test_a_job_changes_nothing_here() -> None:
    assert applied(Profile(id="p"), Vacancy(id="own:v", title="Poste")) == Profile(id="p")
