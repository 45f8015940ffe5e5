"""Invented people and options for the rules: small pools of values, so that demands and facts often meet."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.unit.eligibility.french_generators import pathways, without_overriding_acts

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.criteria import Criteria, LanguageDemand
from matching.domain.insurance import (
    DisabilityInsurance,
    Insurances,
    PesRegistration,
    SocialAssistance,
    StatusFact,
    UnemploymentInsurance,
)
from matching.domain.need import Need, PastMeasure, PastMeasures
from matching.domain.opportunity import Capacity, Measure, Place, Placement, SessionPlaces, Terms, Timing, Vacancy
from matching.domain.person import (
    Availability,
    Education,
    FunctionalRestriction,
    Household,
    Languages,
    LanguageSkill,
    Mobility,
    Permit,
    Residence,
)
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import CapacityStatus, ContractKind, FitnessTest, Institution, Payer, SiaeKind
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Barrier, DataCategory, NeedDetail, NeedLevel
from matching.domain.vocabulary.situation import (
    Country,
    EducationLevel,
    Language,
    LanguageLevel,
    LicenceCategory,
    PermitKind,
    Schedule,
    Strain,
)
from matching.domain.vocabulary.standing import (
    AssistanceKind,
    DiStatus,
    FollowUp,
    FrTrack,
    PlacementStatus,
    Status,
    UiStatus,
)
from matching.eligibility.facts import holds, ui_standing
from matching.eligibility.rules import RULES

ON = date(2026, 11, 23)
SPOKEN = [Language.FR, Language.DE, Language.AR]
COORDINATES = [(46.52, 6.62), (46.54, 6.59), (46.99, 6.93), (47.05, 8.31), (48.69, 6.18)]


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A fact that may be unknown."""
    return st.one_of(st.none(), strategy, strategy, strategy)


def some(pool: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few different members of a pool."""
    return st.lists(st.sampled_from(list(pool)), unique=True, max_size=most).map(tuple)


def few(pool: Any, most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """A criterion that is stated now and then."""
    return st.just(()) | some(pool, most)


def around(years: int) -> st.SearchStrategy[int]:
    return st.integers(years - 1, years + 1)


def near(day: date) -> st.SearchStrategy[date]:
    return st.integers(-400, 400).map(lambda days: day + timedelta(days=days))


soon = st.integers(-2, 12).map(lambda days: ON + timedelta(days=days))
ages = st.sampled_from([18, 20, 24, 25, 26, 29, 30, 31, 49, 50, 51, 57, 60, 61, 65]).flatmap(around)
birth_dates = st.builds(lambda age, days: date(ON.year - age, 11, 23) + timedelta(days=days), ages, st.integers(-2, 2))
percents = st.sampled_from([0, 40, 49, 50, 60, 80, 100])


@st.composite
def residences(draw: st.DrawFn) -> Residence:
    country = draw(st.sampled_from(Country))
    regions, codes = (["VD", "NE"], ["5586", "6421"]) if country is Country.CH else (["07", "54"], ["07019", "54395"])
    latitude, longitude = draw(st.sampled_from([(None, None), *COORDINATES]))
    return Residence(
        country=country,
        region=draw(maybe(st.sampled_from(regions))),
        municipality_code=draw(maybe(st.sampled_from(codes))),
        latitude=latitude,
        longitude=longitude,
    )


needs = st.builds(
    Need,
    barrier=st.sampled_from([Barrier.MOBILITY, Barrier.HOUSING, Barrier.SEARCH]),
    detail=maybe(st.sampled_from([NeedDetail.HOSTED, NeedDetail.NO_HOUSING, NeedDetail.NO_LICENCE])),
    level=st.sampled_from(NeedLevel),
    confirmed=st.booleans(),
    author=st.just("conseillère"),
    stated_on=st.just(date(2026, 10, 1)),
)
restrictions = st.builds(
    FunctionalRestriction,
    strain=st.sampled_from([Strain.HEAVY_LIFTING, Strain.NOISE]),
    source=st.sampled_from(["self_declared", "confirmed"]),
    author=st.just("médecin-conseil"),
    stated_on=st.just(date(2026, 1, 1)),
    expires_on=maybe(near(ON)),
)
insurances = st.builds(
    Insurances,
    unemployment=maybe(
        st.builds(
            UnemploymentInsurance,
            status=maybe(st.sampled_from(UiStatus)),
            days_left=maybe(st.sampled_from([0, 1, 140])),
            days_drawn=maybe(st.sampled_from([0, 149, 150])),
            framework_end=maybe(near(ON)),
            days_used_59d=maybe(st.sampled_from([0, 259, 260])),
            collective_dismissal=maybe(st.booleans()),
        )
    ),
    assistance=maybe(
        st.builds(
            SocialAssistance,
            kind=maybe(st.sampled_from(AssistanceKind)),
            follow_up=maybe(st.sampled_from(FollowUp)),
            fr_track=maybe(st.sampled_from(FrTrack)),
        )
    ),
    disability=maybe(
        st.builds(
            DisabilityInsurance,
            status=maybe(st.sampled_from(DiStatus)),
            incapacity_percent=maybe(st.sampled_from([0, 49, 50, 100])),
            incapacity_since=maybe(near(ON - timedelta(days=183))),
        )
    ),
    placement=maybe(st.sampled_from(PlacementStatus)),
)
signed: dict[str, st.SearchStrategy[Any]] = {
    "institution": st.sampled_from(Institution),
    "author": st.just("responsable de dossiers"),
    "stated_on": near(ON),
    "expires_on": maybe(near(ON)),
}
fitness = st.lists(
    st.builds(FitnessAnswer, test=st.sampled_from(FitnessTest), fit=st.booleans(), **signed),
    unique_by=lambda answer: answer.test,
    max_size=3,
).map(tuple)
answers = st.lists(
    st.builds(
        RuleAnswer,
        rule=st.sampled_from([rule.id for rule in RULES]),
        code=maybe(st.sampled_from(MeasureCode)),
        holds=st.booleans(),
        **signed,
    ),
    unique_by=lambda answer: answer.rule,
    min_size=8,
    max_size=30,
).map(tuple)
profiles = st.builds(
    Profile,
    id=st.just("p-1"),
    birth_date=maybe(birth_dates),
    household=maybe(
        st.builds(Household, adults=maybe(st.integers(1, 2)), children=maybe(st.integers(0, 2))),
    ),
    residence=maybe(residences()),
    permit=maybe(
        st.builds(
            Permit,
            kind=maybe(st.sampled_from(PermitKind)),
            may_work=maybe(st.booleans()),
            may_change_employer=maybe(st.booleans()),
            valid_to=maybe(near(ON)),
        )
    ),
    languages=st.builds(
        Languages,
        items=st.lists(
            st.builds(LanguageSkill, language=st.sampled_from(SPOKEN), level=maybe(st.sampled_from(LanguageLevel))),
            unique_by=lambda skill: skill.language,
            max_size=3,
        ).map(tuple),
        complete=st.booleans(),
    ),
    education=maybe(
        st.builds(
            Education,
            level=maybe(st.sampled_from(EducationLevel)),
            recognised=maybe(st.booleans()),
            seeks_training_place=maybe(st.booleans()),
            higher_education_years=maybe(st.sampled_from([0, 2, 3])),
            apprenticeship_contract=maybe(st.booleans()),
        )
    ),
    availability=st.builds(
        Availability, percent=maybe(percents), schedules=maybe(some(Schedule)), work_pace_percent=maybe(percents)
    ),
    mobility=st.builds(
        Mobility, licences=maybe(some(LicenceCategory)), radius_km=maybe(st.sampled_from([0, 3, 30, 60, 300]))
    ),
    restrictions=maybe(st.lists(restrictions, max_size=2).map(tuple)),
    fitness=fitness,
    insurances=insurances,
    statuses=st.lists(
        st.builds(StatusFact, status=st.sampled_from(Status), holds=st.booleans(), as_of=maybe(near(ON))),
        unique_by=lambda fact: fact.status,
        max_size=6,
    ).map(tuple),
    pes_registration=maybe(
        st.builds(
            PesRegistration,
            registered=st.booleans(),
            country=st.sampled_from(Country),
            valid_from=maybe(near(ON)),
            valid_to=maybe(near(ON)),
        )
    ),
    months_without_work=maybe(st.sampled_from([0, 11, 12, 24, 25, 60])),
    needs=maybe(st.lists(needs, max_size=3).map(tuple)),
    withheld=st.sampled_from([(), (), (DataCategory.DEBT,), (DataCategory.HEALTH, DataCategory.FAMILY)]),
    in_debt_enforcement=maybe(st.booleans()),
    self_employment_project=maybe(st.booleans()),
    insertion_france=maybe(pathways),
    past_measures=st.builds(
        PastMeasures,
        items=st.lists(
            st.builds(
                PastMeasure,
                name=st.just("mesure"),
                code=maybe(st.sampled_from([MeasureCode.CH_AS_LANGUAGE, MeasureCode.VD_MIP])),
                completed=maybe(st.booleans()),
            ),
            max_size=2,
        ).map(tuple),
        complete=st.booleans(),
    ),
)


@st.composite
def consistent_profiles(draw: st.DrawFn) -> Profile:
    """People whose facts do not contradict each other: hiding one of them may then only make verdicts unknown."""
    profile: Profile = without_overriding_acts(draw(profiles))
    updates: dict[str, Any] = {}
    insured = profile.insurances.unemployment
    if insured is not None and insured.status is not ui_standing(profile, ON):
        lasting = insured.model_copy(update={"framework_end": None, "days_left": None})
        updates["insurances"] = profile.insurances.model_copy(update={"unemployment": lasting})
    helped, home = profile.insurances.assistance, profile.residence
    if helped is not None and helped.kind is AssistanceKind.RSA and home is not None and home.country is Country.CH:
        updates["residence"] = None
    held = profile.permit
    if held is not None and held.kind is PermitKind.CITIZEN:
        updates["permit"] = held.model_copy(update={"may_work": True, "may_change_employer": True})
    schooled = profile.education
    if schooled is not None and schooled.level in {EducationLevel.NONE, EducationLevel.COMPULSORY}:
        updates["education"] = schooled.model_copy(update={"higher_education_years": None})
    profile = profile.model_copy(update=updates)
    stated = tuple(fact for fact in profile.statuses if _agrees(profile, fact))
    return profile.model_copy(update={"statuses": stated})


def _agrees(profile: Profile, fact: StatusFact) -> bool:
    derived = holds(profile.model_copy(update={"statuses": ()}), fact.status, ON)
    return derived is Truth.UNKNOWN or (derived is Truth.MET) == fact.holds


criteria = st.builds(
    Criteria,
    min_age=maybe(ages),
    max_age=maybe(ages),
    min_availability_percent=maybe(percents),
    schedules=few(Schedule),
    languages=few(
        [
            LanguageDemand(language=language, level=level)
            for language in SPOKEN
            for level in (LanguageLevel.NONE, LanguageLevel.A2, LanguageLevel.C2)
        ]
    ),
    permits=few(PermitKind),
    right_to_work=st.booleans(),
    residence=few(["CH", "CH-VD", "CH-VD-5586", "CH-6421", "FR", "FR-07", "FR-54-54395"]),
    statuses=few(Status),
    excluded_statuses=few(Status),
    needs=few([Barrier.MOBILITY, Barrier.HOUSING, Barrier.SEARCH, Barrier.FINANCE_DEBT, Barrier.HEALTH]),
    min_education=maybe(st.sampled_from(EducationLevel)),
    max_education=maybe(st.sampled_from(EducationLevel)),
    licences=few(LicenceCategory),
    without_licences=few(LicenceCategory),
    prerequisite_measures=few([MeasureCode.CH_AS_LANGUAGE, MeasureCode.VD_MIP, MeasureCode.VD_MIS]),
    strains=few([Strain.HEAVY_LIFTING, Strain.NOISE, Strain.BENDING]),
    min_work_pace_percent=maybe(percents),
    max_work_pace_percent=maybe(percents),
    min_months_without_work=maybe(st.sampled_from([0, 12, 25])),
    no_family_charge=st.booleans(),
    fitness=few(FitnessTest),
    fr_tracks=few(FrTrack),
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    latitude, longitude = draw(st.sampled_from([(None, None), *COORDINATES]))
    return Place(
        country=draw(st.sampled_from(Country)), latitude=latitude, longitude=longitude, remote=draw(st.booleans())
    )


_offer: dict[str, st.SearchStrategy[Any]] = {
    "id": st.just("own:1"),
    "title": st.just("Offre"),
    "place": maybe(places()),
    "criteria": criteria,
    "timing": st.builds(
        Timing,
        starts_on=st.lists(near(ON) | soon, max_size=2).map(tuple),
        rolling=st.booleans(),
        workload_min_percent=maybe(percents),
        hours_per_week=maybe(st.sampled_from([12, 19.5, 20, 26, 35, 36])),
        max_weeks=maybe(st.sampled_from([12, 13, 14, 18, 19, 25, 26, 27, 52, 53, 156, 157])),
        application_deadline_days=maybe(st.sampled_from([0, 10])),
    ),
    "capacity": st.builds(
        Capacity,
        status=st.sampled_from(CapacityStatus),
        free_places=maybe(st.integers(0, 2)),
        waiting_weeks=maybe(st.integers(0, 9)),
        sessions=st.just(())
        | st.lists(
            st.builds(SessionPlaces, starts_on=near(ON) | soon, free_places=st.integers(0, 2)),
            unique_by=lambda session: session.starts_on,
            max_size=3,
        ).map(tuple),
    ),
    "terms": st.builds(Terms, travel_advanced_by=maybe(st.just("CSR")), travel_free=maybe(st.booleans())),
    "valid_from": maybe(near(ON)),
    "valid_to": maybe(near(ON)),
    "siae_kind": maybe(st.sampled_from(SiaeKind)),
    "contract": maybe(st.sampled_from(ContractKind)),
}
_prescribed = {"prescribers": few([Institution.SIAE, Institution.FT])}
vacancies = st.builds(Vacancy, **_offer)
measures = st.builds(
    Measure,
    form=st.sampled_from(MeasureForm),
    type=st.sampled_from(MeasureType),
    code=st.sampled_from(MeasureCode),
    payer=maybe(st.sampled_from(Payer)),
    competes_with_firms=maybe(st.booleans()),
    **_prescribed,
    **_offer,
)
placements = st.builds(
    Placement,
    code=st.sampled_from([MeasureCode.NE_ISP, MeasureCode.NE_ESO, MeasureCode.FR_IAE, MeasureCode.OTHER]),
    payers=few(Payer),
    **_prescribed,
    **_offer,
)
options = vacancies | measures | placements
