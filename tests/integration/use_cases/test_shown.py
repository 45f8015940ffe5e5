"""The person's copy of what was shown: kept before the answer leaves, and masked anew for whoever reads it."""

from datetime import datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.insurance import PesRegistration
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.errors import ConflictError, NotFoundError
from matching.messages.say import say
from matching.storage import opportunities, profiles
from matching.storage.database import Database
from matching.storage.scope import EVERYTHING, Scope
from matching.storage.voices import SHOWN_SLATES

PERSON = "p01-amelie"


def test_every_answer_about_a_person_of_the_store_is_kept(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p03-chloe"
    first = service.recommend(person, viewer=mandated, at=at)
    second = service.recommend(person, viewer=mandated, at=at + timedelta(minutes=1), limit=3)
    copies = service.shown(person, viewer=mandated, at=at + timedelta(minutes=2))
    assert [copy.id for copy in copies] == [second.id, first.id]
    for copy, answer in zip(copies, (second, first), strict=True):
        assert copy.cards == answer.cards
        assert (copy.at, copy.viewer, copy.versions) == (answer.at, answer.viewer, answer.versions)
    with service.workplace.database.read(EVERYTHING) as connection:
        kept = SHOWN_SLATES.current(connection, subjects=[person])
        handed_over = profiles.get(connection, person)
    assert [entry.word for entry in kept] == [first, second]
    service.recommend(handed_over, viewer=mandated, at=at)
    assert len(service.shown(person, viewer=mandated, at=at)) == 2


def test_an_answer_that_cannot_be_kept_does_not_leave(
    service: Service, mandated: Viewer, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_database: Database, _scope: Scope) -> None:
        raise ConflictError("busy")

    monkeypatch.setattr(Database, "begin", busy)
    with pytest.raises(ConflictError):
        service.recommend("p09-ines", viewer=mandated, at=at)


def restricted_in(slate: Recommendation) -> set[str]:
    return {card.opportunity for card in slate.cards if "posting" in card.mandate_only}


@pytest.mark.parametrize("case", ["no mandate", "mandate lapsed", "no longer registered"])
def test_a_slate_made_under_a_mandate_tells_nothing_to_whoever_has_none(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime, case: str
) -> None:
    """Whether a restricted posting was in it or not, the copy says the same, in the same words."""
    person = PERSON
    answer = service.recommend(person, viewer=mandated, at=at, limit=50)
    assert restricted_in(answer)
    without = answer.model_copy(
        update={
            "id": f"r-without-{len(case)}",
            "cards": tuple(card for card in answer.cards if "posting" not in card.mandate_only),
            "considered": 3,
            "questions": (),
        }
    )
    with service.workplace.database.begin(EVERYTHING) as connection:
        SHOWN_SLATES.add(connection, without, subject=person, author="demo", at=at)
    later, reader = at + timedelta(minutes=1), unmandated
    with service.workplace.database.read(EVERYTHING) as connection:
        whole = profiles.get(connection, person)
    if case == "mandate lapsed":
        ended = tuple(mandate.model_copy(update={"valid_to": later}) for mandate in mandated.mandates)
        reader = mandated.model_copy(update={"mandates": ended})
    if case == "no longer registered":
        reader = mandated
        gone = whole.model_copy(update={"pes_registration": PesRegistration(registered=False)})
        with service.workplace.database.begin(EVERYTHING) as connection:
            profiles.upsert(connection, [gone], at=at)
    copies = {copy.id: copy for copy in service.shown(person, viewer=reader, at=later)}
    with service.workplace.database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [whole], at=at)
    copy = copies[answer.id]
    assert not any(map(len, (copy.cards, copy.questions, copy.resting)))
    assert copy.empty_because == say("fr", "shown.narrower", account=mandated.account)
    assert copy == copies[without.id].model_copy(update={"id": answer.id})


def test_a_slate_made_without_a_mandate_is_read_by_everybody_of_the_unit(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    answer = service.recommend(PERSON, viewer=unmandated, at=at, limit=50)
    for reader in (mandated, unmandated):
        copy = next(copy for copy in service.shown(PERSON, viewer=reader, at=at) if copy.id == answer.id)
        assert copy.cards == answer.cards


def test_an_anonymous_employer_is_named_to_the_employment_service_alone(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    """Marked on the card when it was shown, so that the copy hides the name even after the posting has gone."""
    answer = service.recommend(PERSON, viewer=mandated, at=at, limit=50)
    card = next(card for card in answer.cards if card.kind == "vacancy" and not card.mandate_only and card.provider)
    hidden = card.model_copy(update={"mandate_only": ("employer",), "opportunity": "job_room:gone"})
    slate = answer.model_copy(update={"id": "r-anonymous", "cards": (hidden,), "under_mandate": False})
    with service.workplace.database.begin(EVERYTHING) as connection:
        SHOWN_SLATES.add(connection, slate, subject=PERSON, author="demo", at=at)
    names = {}
    for reader in (mandated, unmandated):
        (copy,) = (each for each in service.shown(PERSON, viewer=reader, at=at) if each.id == "r-anonymous")
        names[reader.account] = copy.cards[0].provider
    assert names == {mandated.account: card.provider, unmandated.account: None}


def test_what_has_left_the_catalogue_stays_in_the_copy(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person = "p02-besnik"
    answer = service.recommend(person, viewer=unmandated, at=at, limit=50)
    with service.workplace.database.begin(EVERYTHING) as connection:
        before = [option for option in opportunities.all_current(connection) if option.kind == "vacancy"]
        opportunities.withdraw_missing(connection, source="job_room", ids=set(), at=at)
    try:
        copies = [service.shown(person, viewer=reader, at=at)[0].cards for reader in (mandated, unmandated)]
    finally:
        with service.workplace.database.begin(EVERYTHING) as connection:
            back = [option for option in before if option.id.startswith("job_room:")]
            opportunities.upsert(connection, back, source="job_room", at=at)
    assert any(card.opportunity.startswith("job_room:") for card in answer.cards)
    assert copies == [answer.cards, answer.cards]


def test_what_is_withheld_now_is_left_out_of_old_slates(
    service: Service, mandated: Viewer, from_orp: Viewer, at: datetime
) -> None:
    person, later = "p04-daniel", at + timedelta(minutes=1)
    answer = service.recommend(person, viewer=from_orp, at=at, limit=20)
    assert answer.withheld == ()
    assert service.shown(person, viewer=from_orp, at=at)[0].cards == answer.cards
    service.withdraw_consent(person, to_institution=Institution.ORP, viewer=from_orp, at=later)
    copy = service.shown(person, viewer=from_orp, at=later)[0]
    assert not any(map(len, (copy.cards, copy.questions, copy.contested, copy.resting)))
    assert copy.empty_because == say("fr", "shown.narrower", account=from_orp.account)


def test_only_the_units_own_files(service: Service, mandated: Viewer, at: datetime) -> None:
    elsewhere = mandated.model_copy(update={"units": ("fr07-ft",)})
    refusals = set()
    for person in (PERSON, "nobody"):
        with pytest.raises(NotFoundError) as refused:
            service.shown(person, viewer=elsewhere, at=at)
        refusals.add(str(refused.value).replace(person, "ID"))
    assert len(refusals) == 1


def test_what_was_shown_comes_page_by_page_as_it_comes_as_a_whole(
    service: Service, mandated: Viewer, from_orp: Viewer, at: datetime
) -> None:
    person = "p10-jerome"
    for minute in range(5):
        service.recommend(person, viewer=mandated, at=at + timedelta(minutes=minute), limit=3)
    for reader in (mandated, from_orp):
        whole = service.shown(person, viewer=reader, at=at)
        pages = [service.shown(person, viewer=reader, at=at, most=2, after=after) for after in (0, 2, 4, 6)]
        assert [slate for page in pages for slate in page] == whole
        assert [service.shown_again(slate.id, viewer=reader, at=at) for slate in whole] == whole
        assert service.shown(person, viewer=reader, at=at, after=3) == whole[3:]
