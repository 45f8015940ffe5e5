"""A block rests an option as a refusal does, to its day; the office brings back its own no and nobody else's."""

from datetime import date, datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.recommendation import Resting
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.use_cases.kept.blocks import MOST_DAYS

WHY = RejectReason.NEEDS_MORE_SUPPORT_FIRST


def first(service: Service, person: str, viewer: Viewer, at: datetime) -> str:
    return service.recommend(person, viewer=viewer, at=at).cards[0].opportunity


def rest(service: Service, person: str, option: str, viewer: Viewer, at: datetime) -> Resting | None:
    slate = service.recommend(person, viewer=viewer, at=at, limit=100)
    found = next((each for each in slate.resting if each.opportunity == option), None)
    assert (found is None) == (option in {card.opportunity for card in slate.cards})
    return found


def test_it_rests_to_its_day_is_seen_and_is_brought_back(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p01-amelie"
    option, until = first(service, person, mandated, at), date(2027, 1, 31)
    said = service.block_option(person, option, reason=WHY, until=until, viewer=mandated, at=at)
    assert (said.said_by, said.rests_until, said.reason) == ("counsellor", until, WHY)
    found = rest(service, person, option, mandated, at)
    assert found is not None
    assert (found.said_by, found.until, found.reason) == ("counsellor", until, WHY)
    assert rest(service, person, option, mandated, datetime(2027, 1, 31, 23, tzinfo=at.tzinfo)) is not None
    assert [each.opportunity for each in service.refusals(person, viewer=mandated, at=at)] == [option]
    service.lift_block(person, option, viewer=mandated, at=at)
    assert rest(service, person, option, mandated, at) is None
    with pytest.raises(ConflictError, match="n'est pas bloquée"):
        service.lift_block(person, option, viewer=mandated, at=at)


def test_sent_twice_it_is_one_no(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p02-besnik"
    option = first(service, person, mandated, at)
    for _ in range(2):
        service.block_option(person, option, reason=WHY, until=date(2027, 1, 31), viewer=mandated, at=at)
    assert len(service.refusals(person, viewer=mandated, at=at)) == 1
    service.block_option(person, option, reason=WHY, until=date(2027, 2, 28), viewer=mandated, at=at)
    found = rest(service, person, option, mandated, at)
    assert found is not None
    assert found.until == date(2027, 2, 28)


def test_the_office_brings_back_its_own_no_and_not_the_persons(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person = "p06-francois"
    option = first(service, person, mandated, at)
    service.refuse_option(person, option, reason=RejectReason.TOO_FAR, viewer=mandated, at=at)
    with pytest.raises(ConflictError):
        service.lift_block(person, option, viewer=mandated, at=at)
    service.block_option(person, option, reason=WHY, until=date(2027, 1, 31), viewer=mandated, at=at)
    service.lift_block(person, option, viewer=mandated, at=at)
    found = rest(service, person, option, mandated, at)
    assert found is not None
    assert (found.said_by, found.reason) == ("person", RejectReason.TOO_FAR)


@pytest.mark.parametrize("days", [-1, MOST_DAYS + 1])
def test_an_end_in_the_past_or_far_away_is_refused(service: Service, mandated: Viewer, at: datetime, days: int) -> None:
    option = first(service, "p03-chloe", mandated, at)
    with pytest.raises(InvalidInputError, match="Un blocage finit entre"):
        service.block_option(
            "p03-chloe", option, reason=WHY, until=at.date() + timedelta(days=days), viewer=mandated, at=at
        )


def test_a_reason_must_fit_and_the_option_must_be_there(service: Service, mandated: Viewer, at: datetime) -> None:
    person, until = "p03-chloe", at.date() + timedelta(days=MOST_DAYS)
    jobs = service.recommend(person, viewer=mandated, at=at, kinds=[OpportunityKind.VACANCY], limit=1).cards
    with pytest.raises(InvalidInputError, match="n'est pas un motif"):
        service.block_option(
            person, jobs[0].opportunity, reason=RejectReason.WRONG_PAYER, until=until, viewer=mandated, at=at
        )
    with pytest.raises(InvalidInputError, match="autre"):
        service.block_option(
            person, jobs[0].opportunity, reason=RejectReason.OTHER, until=until, viewer=mandated, at=at
        )
    with pytest.raises(NotFoundError, match="Aucune option"):
        service.block_option(person, "own:no-such", reason=WHY, until=until, viewer=mandated, at=at)
    with pytest.raises(ForbiddenError, match="keep_options"):
        service.block_option(person, "own:ac-ait", reason=WHY, until=until, viewer=LOCAL_VIEWER, at=at)
