"""What is proposed beside the catalogue is kept once, told to who may know, withdrawn by a word, erased with them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, ELSEWHERE, LOCAL, MANAGER, SOCIAL

from matching.bootstrap import Service
from matching.domain.recommendation import Recommendation
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.errors import ConflictError, ForbiddenError, IdempotencyKeyReusedError, InvalidInputError, NotFoundError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.kept import OUTSIDE_OPTIONS
from matching.storage.scope import EVERYTHING
from matching.use_cases.kept import outside as kept_outside
from matching.use_cases.kept.proposed_outside import ProposedOutside

SAID: dict[str, Any] = {
    "kind": OpportunityKind.MEASURE,
    "title": "Atelier de réparation de vélos",
    "offered_by": "Association du quartier",
    "need": Barrier.MOBILITY,
    "payer": Payer.AS_COMMUNE,
    "words": "Une place dès janvier",
}


def propose(service: Service, person: str, viewer: Viewer, at: datetime, **said: Any) -> ProposedOutside:
    return service.propose_outside(person, **{**SAID, **said}, viewer=viewer, at=at)


def test_it_is_recorded_once_under_a_key_and_told(office: Office, at: datetime) -> None:
    service, once = office.service, IdempotencyKey.of("k-1", {"title": "Atelier"})
    first = propose(service, "p-1", SOCIAL, at, once=once)
    assert propose(service, "p-1", SOCIAL, at + timedelta(minutes=1), once=once) == first
    with pytest.raises(IdempotencyKeyReusedError):
        propose(service, "p-1", SOCIAL, at, once=IdempotencyKey.of("k-1", {"title": "other"}))
    (told,) = service.outside_options("p-1", viewer=SOCIAL, at=at)
    assert told == first
    assert {name: getattr(told, name) for name in SAID} == SAID
    assert (told.proposed_by, told.withdrawn_at) == (SOCIAL.account, None)
    acts = [entry.act for entry in service.read_audit(viewer=SOCIAL, at=at, profile="p-1").entries]
    assert "keep" in acts


def test_withdrawn_it_stays_in_the_history_with_who_and_when(office: Office, at: datetime) -> None:
    service, later = office.service, at + timedelta(hours=1)
    proposed = propose(service, "p-1", SOCIAL, at)
    for moment in (later, later + timedelta(hours=1)):
        service.withdraw_outside("p-1", proposed.id, viewer=SOCIAL, at=moment)
    (told,) = service.outside_options("p-1", viewer=SOCIAL, at=later)
    assert (told.withdrawn_by, told.withdrawn_at, told.title) == (SOCIAL.account, later, SAID["title"])
    with service.workplace.database.read(EVERYTHING) as connection:
        versions = [entry.word.withdrawn_at for entry in OUTSIDE_OPTIONS.history(connection, proposed.id)]
    assert versions == [None, later]


def test_another_unit_and_other_roles_know_nothing_of_it(office: Office, at: datetime) -> None:
    service = office.service
    proposed = propose(service, "p-1", SOCIAL, at)
    with pytest.raises(NotFoundError):
        propose(service, "p-1", ELSEWHERE, at)
    with pytest.raises(NotFoundError):
        service.outside_options("p-1", viewer=ELSEWHERE, at=at)
    with pytest.raises(NotFoundError):
        service.withdraw_outside("p-1", proposed.id, viewer=ELSEWHERE, at=at)
    for viewer in (MANAGER, LOCAL):
        with pytest.raises(ForbiddenError, match="keep_options"):
            propose(service, "p-1", viewer, at)
        with pytest.raises(ForbiddenError, match="keep_options"):
            service.withdraw_outside("p-1", proposed.id, viewer=viewer, at=at)


def test_under_another_person_it_does_not_exist(service: Service, mandated: Viewer, at: datetime) -> None:
    proposed = propose(service, "p03-chloe", mandated, at)
    for person, outside in (("p04-daniel", proposed.id), ("p03-chloe", "outside_options-0")):
        with pytest.raises(NotFoundError, match="Rien n'est enregistré ici"):
            service.withdraw_outside(person, outside, viewer=mandated, at=at)
    (told,) = service.outside_options("p03-chloe", viewer=mandated, at=at)
    assert told.withdrawn_at is None


def test_an_empty_title_is_refused_in_one_sentence(office: Office, at: datetime) -> None:
    with pytest.raises(InvalidInputError, match="hors catalogue non notée : title : ne doit pas être vide"):
        propose(office.service, "p-1", SOCIAL, at, title="  ")
    assert office.service.outside_options("p-1", viewer=SOCIAL, at=at) == ()


def test_with_the_person_it_is_erased(office: Office, at: datetime) -> None:
    service = office.service
    propose(service, "p-1", SOCIAL, at)
    service.erase("p-1", viewer=SOCIAL, at=at)
    with service.workplace.database.read(EVERYTHING) as connection:
        assert OUTSIDE_OPTIONS.current(connection) == []


def test_written_withdrawn_and_erased_the_audit_verifies(service: Service, mandated: Viewer, at: datetime) -> None:
    proposed = propose(service, "p05-esma", mandated, at)
    service.withdraw_outside("p05-esma", proposed.id, viewer=mandated, at=at)
    service.erase("p05-esma", viewer=mandated, at=at)
    with service.workplace.database.read(EVERYTHING) as connection:
        assert OUTSIDE_OPTIONS.history(connection, proposed.id) == []
    assert service.verify_audit(viewer=LOCAL, at=at).findings == []


def ranked(slate: Recommendation) -> list[tuple[str, int, float | None]]:
    return [(card.opportunity, card.rank, card.score) for card in slate.cards]


def test_it_moves_no_rank_and_no_score(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p07-gabriela"
    before = service.recommend(person, viewer=mandated, at=at, limit=50)
    propose(service, person, mandated, at, title=before.cards[-1].title, words="Soudure, allemand C2")
    assert ranked(service.recommend(person, viewer=mandated, at=at, limit=50)) == ranked(before)


def test_to_whom_more_is_withheld_neither_texts_nor_a_telling_need_are_told(
    service: Service, mandated: Viewer, unmandated: Viewer, from_orp: Viewer, at: datetime
) -> None:
    """A colleague of the same institution reads what its author could know; somebody of another does not."""

    def withheld(person: str, viewer: Viewer) -> set[Any]:
        return set(service.show_profile(person, viewer=viewer, at=at).profile.withheld)

    people = [each.profile for each in service.people(viewer=mandated, at=at)]
    person = next(each for each in people if withheld(each, from_orp) - withheld(each, mandated))
    plain = propose(service, person, mandated, at)
    assert plain in service.outside_options(person, viewer=unmandated, at=at)
    (told,) = service.outside_options(person, viewer=from_orp, at=at)
    assert (told.id, told.kind, told.need) == (plain.id, plain.kind, plain.need)
    assert {told.title, told.offered_by, told.payer, told.words} == {None}
    telling = next(need for need, category in BARRIER_CATEGORIES.items() if category in withheld(person, from_orp))
    secret = propose(service, person, mandated, at, need=telling)
    assert secret in service.outside_options(person, viewer=mandated, at=at)
    assert secret.id not in {each.id for each in service.outside_options(person, viewer=from_orp, at=at)}
    with pytest.raises(NotFoundError, match="Rien n'est enregistré ici"):
        service.withdraw_outside(person, secret.id, viewer=from_orp, at=at)


def test_nobody_fills_a_page_with_more_than_fifty_of_their_own(
    office: Office, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_outside, "MOST", 2)
    service = office.service
    first = propose(service, "p-1", SOCIAL, at)
    once = IdempotencyKey.of("k-1", {"title": "Atelier"})
    propose(service, "p-1", SOCIAL, at, once=once)
    with pytest.raises(ConflictError, match="2 propositions hors catalogue de ce compte"):
        propose(service, "p-1", SOCIAL, at)
    propose(service, "p-1", SOCIAL, at, once=once)  # sent twice it is no third one
    propose(service, "p-1", COLLEAGUE, at)  # another's count for nothing: some may not be known here
    service.withdraw_outside("p-1", first.id, viewer=SOCIAL, at=at)
    propose(service, "p-1", SOCIAL, at)


def test_an_id_that_no_store_can_hold_is_refused_on_each_engine(office: Office, at: datetime) -> None:
    for odd in ("a\x00b", "\x00"):
        with pytest.raises((NotFoundError, InvalidInputError)):
            office.service.withdraw_outside("p-1", odd, viewer=SOCIAL, at=at)
        with pytest.raises((NotFoundError, InvalidInputError)):
            office.service.shown_again(odd, viewer=SOCIAL, at=at)
