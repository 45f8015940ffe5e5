"""What lacks consent is unknown to whoever looks, and nothing else of the file tells it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.insertion_france import InsertionFrance, PassIae, RsaPathway
from matching.domain.insurance import DisabilityInsurance, Insurances, StatusFact
from matching.domain.need import Consent, Need, PastMeasure, PastMeasures
from matching.domain.person import FunctionalRestriction, Household
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.insertion_france import HoursGround, PassProlongation
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier, ConsentPurpose, DataCategory, NeedLevel
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.situation import Strain
from matching.domain.vocabulary.standing import DiStatus, Status
from matching.visibility.people import redact

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
TODAY = AT.date()
COUNSELLOR = Viewer(account="cp", role=Role.COUNSELLOR, institution=Institution.ORP, units=("u",))
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


PATHWAY = InsertionFrance(
    iae_pass=PassIae(valid_from=date(2026, 1, 5), prolongation=PassProlongation.RQTH),
    cddi_months=3,
    rsa=RsaPathway(hours_per_week=7, fewer_hours_ground=HoursGround.HEALTH),
)


def test_a_pathway_in_france_keeps_its_secrets() -> None:
    person = WHOLE.model_copy(update={"insertion_france": PATHWAY})
    seen = redact(person, COUNSELLOR, AT).insertion_france
    assert seen == InsertionFrance(iae_pass=PassIae(valid_from=date(2026, 1, 5)), cddi_months=3)
    some = person.model_copy(update={"consents": (consent(DataCategory.SOCIAL_ASSISTANCE),)})
    partly = redact(some, COUNSELLOR, AT).insertion_france
    assert partly is not None
    assert partly.rsa == RsaPathway(hours_per_week=7)
    for category in (DataCategory.HEALTH, DataCategory.FAMILY):
        both = person.model_copy(update={"consents": (consent(DataCategory.SOCIAL_ASSISTANCE, category),)})
        still = redact(both, COUNSELLOR, AT).insertion_france
        assert still is not None
        assert still.rsa == RsaPathway(hours_per_week=7)  # the ground may tell of either
    every = person.model_copy(update={"consents": (consent(*DataCategory),)})
    assert redact(every, COUNSELLOR, AT).insertion_france == PATHWAY


@pytest.mark.parametrize("complete", [True, False])
def test_a_list_of_past_measures_does_not_tell_that_something_was_taken_out(*, complete: bool) -> None:
    """With a measure that tells of a payer or without it: the same list, incomplete, for whoever may not know."""
    nobody = Viewer(account="x", role=Role.PROVIDER, institution=Institution.ORGANISER, units=("u",))
    told = PastMeasure(name="Programme", code=MeasureCode.AC_TEP)
    other = PastMeasure(name="Formation", code=MeasureCode.FR_TRAINING)
    lists = [PastMeasures(items=items, complete=complete) for items in ((told, other), (other,))]
    seen = [redact(Profile(id="p", unit="u", past_measures=past), nobody, AT).past_measures for past in lists]
    assert seen == [PastMeasures(items=(other,), complete=False)] * 2
