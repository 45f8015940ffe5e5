"""What may leave in a dossier: only what is listed for who gets it, and only with a consent that holds."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.need import Consent
from matching.domain.person import (
    Availability,
    Education,
    FunctionalRestriction,
    Household,
    Languages,
    LanguageSkill,
    Mobility,
    Occupation,
    Skill,
    Skills,
)
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.situation import Language, LanguageLevel, LicenceCategory, Schedule, Strain
from matching.errors import ConflictError
from matching.use_cases.shortlist.leaving import content_of, leaving, narrowed

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
VIEWER = Viewer(account="cp", role=Role.COUNSELLOR, institution=Institution.ORP, units=("u",))
CONSENT = Consent(
    to_institution=Institution.ORP,
    purpose=ConsentPurpose.DOSSIER_TO_PROVIDER,
    categories=(DataCategory.HEALTH,),
    given_at=AT - timedelta(days=1),
    valid_to=AT + timedelta(days=1),
)
PERSON = Profile(
    id="p",
    unit="u",
    birth_date=date(1990, 1, 1),
    household=Household(adults=1, children=2),
    languages=Languages(items=(LanguageSkill(language=Language.FR, level=LanguageLevel.B2),), complete=True),
    education=Education(field="Vente", seeks_training_place=True),
    occupations=(Occupation(title="Vendeuse", years=6),),
    skills=Skills(items=(Skill(label="Encaisser"),)),
    availability=Availability(percent=80, schedules=(Schedule.DAY,), work_pace_percent=60),
    mobility=Mobility(licences=(LicenceCategory.B,), vehicle=True, radius_km=20),
    restrictions=(
        FunctionalRestriction(
            strain=Strain.HEAVY_LIFTING, source="confirmed", author="médecin-conseil", stated_on=date(2026, 9, 1)
        ),
    ),
    in_debt_enforcement=True,
    months_without_work=9,
    wishes="Pas le soir",
    consents=(CONSENT,),
    withheld=(DataCategory.DEBT,),
)


def test_an_employer_learns_neither_pace_nor_limits_and_a_place_does_with_consent() -> None:
    job = content_of(PERSON, OpportunityKind.VACANCY, VIEWER, AT)
    assert (job.availability.percent, job.availability.work_pace_percent, job.restrictions) == (80, None, None)
    place = content_of(PERSON, OpportunityKind.PLACEMENT, VIEWER, AT)
    assert place.availability.work_pace_percent == 60
    assert place.restrictions == PERSON.restrictions
    for content in (job, place):
        assert content == Profile(
            id="p",
            languages=PERSON.languages,
            education=Education(field="Vente"),
            occupations=PERSON.occupations,
            skills=PERSON.skills,
            availability=content.availability,
            mobility=Mobility(licences=(LicenceCategory.B,)),
            restrictions=content.restrictions,
        )


def test_known_to_have_none_stays_known() -> None:
    person = PERSON.model_copy(update={"restrictions": (), "mobility": Mobility(licences=())})
    content = content_of(person, OpportunityKind.PLACEMENT, VIEWER, AT)
    assert (content.restrictions, content.mobility.licences) == ((), ())


def test_health_stays_without_the_category() -> None:
    plain = PERSON.model_copy(update={"consents": (CONSENT.model_copy(update={"categories": ()}),)})
    content = content_of(plain, OpportunityKind.PLACEMENT, VIEWER, AT)
    assert (content.availability.work_pace_percent, content.restrictions) == (None, None)
    assert content.skills == PERSON.skills


@pytest.mark.parametrize(
    "fields",
    [
        {"purpose": ConsentPurpose.MATCHING},
        {"to_institution": Institution.CSR},
        {"written": False},
        {"given_at": AT + timedelta(seconds=1)},
        {"valid_to": AT},
        {"withdrawn_at": AT},
    ],
    ids=str,
)
def test_without_a_consent_for_dossiers_that_holds_nothing_leaves(fields: dict[str, object]) -> None:
    other = PERSON.model_copy(update={"consents": (CONSENT.model_copy(update=fields),)})
    with pytest.raises(ConflictError):
        content_of(other, OpportunityKind.VACANCY, VIEWER, AT)


consents = st.builds(
    Consent,
    to_institution=st.sampled_from([Institution.ORP, Institution.UC]),
    purpose=st.sampled_from(ConsentPurpose),
    categories=st.sets(st.sampled_from(DataCategory)).map(tuple),
    given_at=st.sampled_from([AT - timedelta(days=2), AT + timedelta(days=2)]),
    valid_to=st.sampled_from([None, AT - timedelta(days=1), AT + timedelta(days=1)]),
    withdrawn_at=st.sampled_from([None, AT - timedelta(days=1), AT + timedelta(days=1)]),
    written=st.booleans(),
)


@given(given_consents=st.lists(consents, max_size=4), kind=st.sampled_from(OpportunityKind))
def test_health_leaves_only_for_places_and_measures_and_only_by_a_consent_that_holds(
    given_consents: list[Consent], kind: OpportunityKind
) -> None:
    """Against a plain reading of the consents."""
    person = PERSON.model_copy(update={"consents": tuple(given_consents)})
    holding = [
        consent
        for consent in given_consents
        if consent.purpose == "dossier_to_provider" and consent.to_institution == "orp"
        if consent.written and consent.given_at < AT
        if consent.valid_to != AT - timedelta(days=1) and consent.withdrawn_at != AT - timedelta(days=1)
    ]
    if not holding:
        with pytest.raises(ConflictError):
            content_of(person, kind, VIEWER, AT)
        return
    content = content_of(person, kind, VIEWER, AT)
    told = kind != "vacancy" and any("health" in consent.categories for consent in holding)
    assert (content.restrictions is not None) == told
    assert (content.availability.work_pace_percent is not None) == told
    assert narrowed(content, leaving(person, kind, VIEWER, AT)) == content
