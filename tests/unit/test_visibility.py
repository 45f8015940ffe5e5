"""Restricted postings: deny by default. Source: OSE art. 53b al. 6, LEI art. 21a al. 3."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.insurance import DisabilityInsurance, Insurances, PesRegistration, StatusFact
from matching.domain.need import Consent, Need, PastMeasure, PastMeasures
from matching.domain.opportunity import Publication, Vacancy
from matching.domain.person import FunctionalRestriction, Household
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.catalogue import FitnessTest, Institution, MeasureCode, PostingStatus
from matching.domain.vocabulary.needs import Barrier, ConsentPurpose, DataCategory, NeedLevel
from matching.domain.vocabulary.process import MandateKind, Role
from matching.domain.vocabulary.situation import Country, DiStatus, Status, Strain
from matching.errors import InvalidInputError
from matching.snapshot.publication import compile_publication
from matching.visibility import disclose, may_see, redact

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
TODAY = AT.date()
MANDATE = Mandate(kind=MandateKind.PES_STAFF, valid_from=AT - timedelta(days=100), valid_to=AT + timedelta(days=100))
COUNSELLOR = Viewer(account="cp", role=Role.COUNSELLOR, institution=Institution.ORP, units=("u",), mandates=(MANDATE,))
SOCIAL_WORKER = Viewer(account="as", role=Role.SOCIAL_WORKER, institution=Institution.CSR, units=("u",))
REGISTERED = Profile(id="p", unit="u", pes_registration=PesRegistration(registered=True, valid_from=date(2026, 1, 1)))
UNREGISTERED = Profile(id="q", unit="u", pes_registration=PesRegistration(registered=False))
RESTRICTED = Publication(status=PostingStatus.PUBLISHED_RESTRICTED, reporting_obligation=True)


def sees(viewer: Viewer, profile: Profile | None, publication: Publication, at: datetime = AT) -> bool:
    posting = Vacancy(id="v", title="Manoeuvre", publication=publication)
    return bool(may_see(viewer, profile, compile_publication([posting]), at)[0])


def test_counsellor_with_mandate_sees_it_for_a_registered_person() -> None:
    assert sees(COUNSELLOR, REGISTERED, RESTRICTED)


@pytest.mark.parametrize("viewer", [SOCIAL_WORKER, LOCAL_VIEWER])
def test_nobody_sees_it_without_mandate(viewer: Viewer) -> None:
    assert not sees(viewer, REGISTERED, RESTRICTED)


@pytest.mark.parametrize(
    "person",
    [
        UNREGISTERED,
        Profile(id="r", unit="u"),
        REGISTERED.model_copy(update={"pes_registration": PesRegistration(registered=True, country=Country.FR)}),
        REGISTERED.model_copy(
            update={"pes_registration": PesRegistration(registered=True, valid_to=TODAY - timedelta(days=1))}
        ),
    ],
    ids=["not registered", "registration unknown", "registered in France", "registration ended yesterday"],
)
def test_nobody_sees_it_for_a_person_without_registration_today(person: Profile) -> None:
    assert not sees(COUNSELLOR, person, RESTRICTED)


def test_a_mandate_that_has_lapsed_is_none() -> None:
    assert not sees(COUNSELLOR, REGISTERED, RESTRICTED, at=AT + timedelta(days=100))


def test_the_end_date_is_the_last_restricted_day() -> None:
    published = Publication(
        status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=True, reporting_obligation_end=TODAY
    )
    assert not sees(SOCIAL_WORKER, REGISTERED, published)
    assert sees(SOCIAL_WORKER, REGISTERED, published, at=AT + timedelta(days=1))


def test_a_restricted_status_outlives_its_end_date() -> None:
    late = RESTRICTED.model_copy(update={"reporting_obligation_end": TODAY - timedelta(days=30)})
    assert not sees(SOCIAL_WORKER, REGISTERED, late)


def test_the_day_is_that_of_zurich() -> None:
    published = Publication(
        status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=True, reporting_obligation_end=date(2026, 11, 18)
    )
    assert not sees(SOCIAL_WORKER, REGISTERED, published, at=datetime(2026, 11, 18, 22, 59, tzinfo=UTC))
    assert sees(SOCIAL_WORKER, REGISTERED, published, at=datetime(2026, 11, 18, 23, 1, tzinfo=UTC))


def test_a_moment_without_time_zone_is_an_error() -> None:
    with pytest.raises(InvalidInputError, match="fuseau"):
        sees(COUNSELLOR, REGISTERED, RESTRICTED, at=datetime(2026, 11, 18, 9))  # noqa: DTZ001 - the point of the test


def test_unknown_is_not_visible() -> None:
    assert not sees(SOCIAL_WORKER, REGISTERED, Publication())
    assert not sees(
        SOCIAL_WORKER, REGISTERED, Publication(status=PostingStatus.PUBLISHED_PUBLIC, reporting_obligation=True)
    )


@pytest.mark.parametrize("status", [s for s in PostingStatus if not s.startswith("published")])
def test_what_is_not_published_exists_for_nobody(status: PostingStatus) -> None:
    assert not sees(COUNSELLOR, REGISTERED, Publication(status=status))


@given(
    st.sampled_from([None, *PostingStatus]),
    st.sampled_from([None, True, False]),
    st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 31)),
)
def test_whoever_has_no_mandate_never_sees_more_than_the_public(
    status: PostingStatus | None, duty: bool | None, end: date | None
) -> None:
    publication = Publication(status=status, reporting_obligation=duty, reporting_obligation_end=end)
    seen = sees(SOCIAL_WORKER, REGISTERED, publication)
    assert seen == (status is PostingStatus.PUBLISHED_PUBLIC and (end < TODAY if end is not None else not duty))


WHOLE = Profile(
    id="p",
    unit="u",
    household=Household(adults=1, children=1),
    restrictions=(
        FunctionalRestriction(
            strain=Strain.HEAVY_LIFTING, source="confirmed", author="médecin-conseil", stated_on=TODAY
        ),
    ),
    insurances=Insurances(disability=DisabilityInsurance(status=DiStatus.CLAIM_PENDING)),
    in_debt_enforcement=True,
    needs=(
        Need(barrier=Barrier.FINANCE_DEBT, level=NeedLevel.HIGH, confirmed=True, author="AS", stated_on=TODAY),
        Need(barrier=Barrier.MOBILITY, level=NeedLevel.LOW, confirmed=True, author="AS", stated_on=TODAY),
    ),
)


def consent(*categories: DataCategory, **changes: object) -> Consent:
    fields: dict[str, object] = {
        "to_institution": Institution.ORP,
        "purpose": ConsentPurpose.MATCHING,
        "categories": categories,
        "given_at": AT - timedelta(days=10),
    }
    return Consent.model_validate(fields | changes)


def test_without_consent_the_sensitive_is_unknown_and_nothing_else_changes() -> None:
    seen = redact(WHOLE, COUNSELLOR, AT)
    assert seen.restrictions is None
    assert seen.in_debt_enforcement is None
    assert seen.household is None
    assert seen.insurances.disability is None
    assert [need.barrier for need in seen.needs or ()] == [Barrier.MOBILITY]
    assert DataCategory.DEBT in seen.withheld
    assert seen.id == WHOLE.id


def test_a_consent_opens_its_categories_only() -> None:
    seen = redact(WHOLE.model_copy(update={"consents": (consent(DataCategory.DEBT),)}), COUNSELLOR, AT)
    assert seen.in_debt_enforcement is True
    assert seen.restrictions is None


@pytest.mark.parametrize(
    "changes",
    [
        {"withdrawn_at": AT - timedelta(days=1)},
        {"valid_to": AT},
        {"given_at": AT + timedelta(minutes=1)},
        {"purpose": ConsentPurpose.EVALUATION},
        {"to_institution": Institution.OAI},
        {"written": False},
    ],
    ids=["withdrawn", "run out", "not yet given", "other purpose", "other institution", "not in writing"],
)
def test_a_consent_that_does_not_hold_opens_nothing(changes: dict[str, object]) -> None:
    person = WHOLE.model_copy(update={"consents": (consent(DataCategory.HEALTH, **changes),)})
    assert redact(person, COUNSELLOR, AT).restrictions is None


SIGNED = {"institution": Institution.OAI, "author": "responsable", "stated_on": TODAY}


@pytest.mark.parametrize(
    ("rule", "code", "opened_by"),
    [
        ("lai_15_guidance", None, {DataCategory.DISABILITY_INSURANCE, DataCategory.HEALTH}),
        ("laci_71a_no_fault", MeasureCode.AC_SAI, set()),
        ("laci_15_placement", None, {DataCategory.HEALTH}),
        ("vd_mis_first", None, {DataCategory.SOCIAL_ASSISTANCE}),
        ("vd_uc_disability", None, {DataCategory.SOCIAL_ASSISTANCE, DataCategory.DISABILITY_INSURANCE}),
        ("payer", MeasureCode.NE_ISP, set(DataCategory)),
    ],
)
def test_an_answer_to_a_rule_is_read_only_with_consent_for_what_it_tells(
    rule: str, code: MeasureCode | None, opened_by: set[DataCategory]
) -> None:
    """Seen from the ORP, which holds the data of the unemployment insurance itself."""
    answer = RuleAnswer.model_validate({"rule": rule, "code": code, "holds": True, **SIGNED})
    file = WHOLE.model_copy(update={"answers": (answer,)})
    for lacking in opened_by or {DataCategory.UNEMPLOYMENT_INSURANCE}:
        given = tuple(category for category in opened_by if category is not lacking)
        granted = file.model_copy(update={"consents": (consent(*given),)}) if given else file
        hidden_from_orp = lacking is not DataCategory.UNEMPLOYMENT_INSURANCE
        assert redact(granted, COUNSELLOR, AT).answers == (() if hidden_from_orp else (answer,)), lacking
    if opened_by:
        granted = file.model_copy(update={"consents": (consent(*opened_by),)})
        assert redact(granted, COUNSELLOR, AT).answers == (answer,)


def test_fitness_is_health() -> None:
    told = FitnessAnswer.model_validate({"test": FitnessTest.COPES_WITH_GROUP, "fit": False, **SIGNED})
    file = WHOLE.model_copy(update={"fitness": (told,)})
    assert redact(file, COUNSELLOR, AT).fitness == ()
    consented = file.model_copy(update={"consents": (consent(DataCategory.HEALTH),)})
    assert redact(consented, COUNSELLOR, AT).fitness == (told,)


def test_the_bearer_of_a_file_sees_all_of_it() -> None:
    assert redact(WHOLE.model_copy(update={"unit": None}), COUNSELLOR, AT).restrictions == WHOLE.restrictions
    assert redact(WHOLE, LOCAL_VIEWER, AT) == WHOLE


def test_an_anonymous_employer_is_named_to_the_employment_service_alone() -> None:
    posting = Vacancy(
        id="v",
        title="Vendeuse",
        provider="Boulangerie Exemple",
        company_size="12 personnes",
        publication=Publication(status=PostingStatus.PUBLISHED_PUBLIC, company_anonymous=True),
    )
    assert disclose(posting, COUNSELLOR, AT).provider == "Boulangerie Exemple"
    seen = disclose(posting, SOCIAL_WORKER, AT)
    assert "Boulangerie" not in seen.model_dump_json()
    assert "12 personnes" not in seen.model_dump_json()
    named = posting.model_copy(update={"publication": Publication(status=PostingStatus.PUBLISHED_PUBLIC)})
    assert disclose(named, SOCIAL_WORKER, AT) == named


def whole_and_varied(category: DataCategory) -> tuple[Profile, Profile]:
    """Two files that differ only in what one category says, everywhere it can be said."""
    telling: dict[DataCategory, tuple[Status, MeasureCode]] = {
        DataCategory.HEALTH: (Status.RQTH, MeasureCode.DI_REINSERTION),
        DataCategory.DISABILITY_INSURANCE: (Status.DI_CLAIM_OR_MEASURE, MeasureCode.DI_EARLY),
        DataCategory.SOCIAL_ASSISTANCE: (Status.RI, MeasureCode.VD_MIS),
        DataCategory.UNEMPLOYMENT_INSURANCE: (Status.UI_ENTITLED, MeasureCode.AC_TEP),
        DataCategory.FAMILY: (Status.LONE_PARENT, MeasureCode.OTHER),
        DataCategory.DEBT: (Status.RI, MeasureCode.VD_MIS),
    }
    status, code = telling[category]
    bare = Profile(id="p", unit="u")
    told = Profile(
        id="p",
        unit="u",
        statuses=(StatusFact(status=status, holds=True),),
        past_measures=PastMeasures(items=() if code is MeasureCode.OTHER else (PastMeasure(name="x", code=code),)),
    )
    return bare, told


@pytest.mark.parametrize("category", [c for c in DataCategory if c is not DataCategory.DEBT])
def test_what_is_withheld_is_not_told_by_a_status_or_a_past_measure(category: DataCategory) -> None:
    bare, told = whole_and_varied(category)
    nobody = Viewer(account="x", role=Role.PROVIDER, institution=Institution.ORGANISER, units=("u",))
    assert redact(told, nobody, AT) == redact(bare, nobody, AT)
