"""Restricted postings: deny by default. Source: OSE art. 53b al. 6, LEI art. 21a al. 3."""

from datetime import UTC, date, datetime, timedelta

import pytest

from matching.domain.insurance import PesRegistration
from matching.domain.opportunity import Publication, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import MandateKind, Role
from matching.domain.vocabulary.situation import Country
from matching.errors import InvalidInputError
from matching.snapshot.publication import compile_publication
from matching.visibility.options import disclose, may_see

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
