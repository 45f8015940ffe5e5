"""A pin keeps an option at hand with its present state, moves nothing, and leaves no trace to who may not know."""

from datetime import datetime, timedelta

import pytest

from matching.bootstrap import Service
from matching.domain.opportunity import Measure
from matching.domain.person import Availability
from matching.domain.recommendation import Recommendation
from matching.domain.telling import MEASURE_CATEGORIES
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, ForbiddenError, NotFoundError
from matching.storage import opportunities, profiles
from matching.storage.kept import PINS
from matching.storage.scope import EVERYTHING
from matching.use_cases.kept import pins
from matching.use_cases.situation import as_used


def ranked(slate: Recommendation) -> list[tuple[str, int, float | None]]:
    return [(card.opportunity, card.rank, card.score) for card in slate.cards]


def versions(service: Service, person: str) -> list[int]:
    with service.workplace.database.read(EVERYTHING) as connection:
        return [entry.version for entry in PINS.current(connection, subjects=[person])]


def test_a_pin_moves_no_rank_and_no_score(service: Service, mandated: Viewer, at: datetime) -> None:
    person = "p07-gabriela"
    before = service.recommend(person, viewer=mandated, at=at, limit=50)
    last = before.cards[-1]
    service.pin_option(person, last.opportunity, viewer=mandated, at=at)
    assert ranked(service.recommend(person, viewer=mandated, at=at, limit=50)) == ranked(before)
    (pinned,) = service.pins(person, viewer=mandated, at=at)
    assert (pinned.opportunity, pinned.title, pinned.kind) == (last.opportunity, last.title, last.kind)
    assert pinned.eligibility == last.eligibility


def test_what_is_not_in_the_slate_stays_at_hand_with_the_reason(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person = "p02-besnik"
    live = service.workplace.live(at)
    shut = next(
        option
        for option in live.snapshot.ids
        if service.why_not(person, option, viewer=mandated, at=at).eligibility.state == "not_eligible"
    )
    pinned = service.pin_option(person, shut, words="Après le permis", viewer=mandated, at=at)
    why = service.why_not(person, shut, viewer=mandated, at=at)
    assert pinned.eligibility is not None
    assert set(pinned.eligibility.rules) == set(why.eligibility.rules)
    assert set(pinned.unmet) == {verdict.sentence for verdict in why.verdicts if verdict.truth == "not_met"}
    assert service.pins(person, viewer=mandated, at=at)[0].words == "Après le permis"


def test_pinned_twice_it_is_one_and_taken_off_it_is_gone(service: Service, mandated: Viewer, at: datetime) -> None:
    person, option = "p03-chloe", "own:ac-ait"
    for words in (None, None, "Pour l'été", None):
        service.pin_option(person, option, words=words, viewer=mandated, at=at)
    (pinned,) = service.pins(person, viewer=mandated, at=at)
    assert pinned.words == "Pour l'été"
    assert versions(service, person) == [2]
    service.unpin_option(person, option, viewer=mandated, at=at)
    assert service.pins(person, viewer=mandated, at=at) == ()
    with pytest.raises(NotFoundError, match="n'est pas épinglée"):
        service.unpin_option(person, option, viewer=mandated, at=at)
    service.pin_option(person, option, viewer=mandated, at=at)
    assert sorted(versions(service, person)) == [1, 3]


def test_the_state_is_that_of_now_not_that_of_the_day_it_was_pinned(
    service: Service, mandated: Viewer, at: datetime
) -> None:
    person = "p06-francois"
    card = service.recommend(person, viewer=mandated, at=at).cards[0]
    assert service.pin_option(person, card.opportunity, viewer=mandated, at=at).rests is None
    service.refuse_option(person, card.opportunity, reason=RejectReason.NOT_INTERESTED, viewer=mandated, at=at)
    (pinned,) = service.pins(person, viewer=mandated, at=at)
    assert pinned.rests is not None
    assert "17.01.2027" in pinned.rests
    with service.workplace.database.begin(EVERYTHING) as connection:
        file = profiles.get(connection, person).model_copy(update={"availability": Availability(percent=0)})
        profiles.upsert(connection, [file], at=at)
    (pinned,) = service.pins(person, viewer=mandated, at=at)
    why = service.why_not(person, card.opportunity, viewer=mandated, at=at)
    assert pinned.eligibility is not None
    assert pinned.eligibility.state == why.eligibility.state


def restricted(service: Service, person: str, mandated: Viewer, unmandated: Viewer, at: datetime) -> str:
    seen = service.recommend(person, viewer=mandated, at=at, limit=100).cards
    open_to_all = {card.opportunity for card in service.recommend(person, viewer=unmandated, at=at, limit=100).cards}
    for card in seen:
        if card.opportunity not in open_to_all:
            try:
                service.why_not(person, card.opportunity, viewer=unmandated, at=at)
            except NotFoundError:
                return card.opportunity
    raise AssertionError("nothing in its head start for this person")


def test_a_posting_in_its_head_start_leaves_no_trace_even_when_it_is_gone(
    service: Service, mandated: Viewer, unmandated: Viewer, at: datetime
) -> None:
    person = "p01-amelie"
    option = restricted(service, person, mandated, unmandated, at)
    service.pin_option(person, option, viewer=mandated, at=at)
    refusals = []
    for tried in (option, "job_room:no-such"):
        with pytest.raises(NotFoundError) as refused:
            service.pin_option(person, tried, viewer=unmandated, at=at)
        refusals.append(str(refused.value).replace(tried, "…"))
        with pytest.raises(NotFoundError) as refused:
            service.unpin_option(person, tried, viewer=unmandated, at=at)
        refusals.append(str(refused.value).replace(tried, "…"))
    assert len(set(refusals)) == 2
    assert service.pins(person, viewer=unmandated, at=at) == ()
    assert len(service.pins(person, viewer=mandated, at=at)) == 1
    with service.workplace.database.begin(EVERYTHING) as connection:
        source = option.partition(":")[0]
        left = {each.id for each in opportunities.all_current(connection)} - {option}
        assert opportunities.withdraw_missing(connection, source=source, ids=left, at=at) == 1
    (gone,) = service.pins(person, viewer=mandated, at=at)
    assert (gone.eligibility, gone.kind) == (None, None)
    assert gone.title
    assert service.pins(person, viewer=unmandated, at=at) == ()


def test_a_measure_that_tells_what_is_withheld_is_for_whoever_pinned_it(
    service: Service, mandated: Viewer, from_orp: Viewer, at: datetime
) -> None:
    live = service.workplace.live(at)
    for person in [each.profile for each in service.people(viewer=mandated, at=at)]:
        seen = as_used(service.workplace, service.show_profile(person, viewer=mandated, at=at).profile, from_orp, at)
        for row, id_ in enumerate(live.snapshot.ids):
            option = live.snapshot.option(row)
            if isinstance(option, Measure) and MEASURE_CATEGORIES[option.code] & set(seen.withheld):
                service.pin_option(person, id_, words="Selon l'assurance", viewer=mandated, at=at)
                assert id_ in {pin.opportunity for pin in service.pins(person, viewer=mandated, at=at)}
                assert id_ not in {pin.opportunity for pin in service.pins(person, viewer=from_orp, at=at)}
                own = service.pin_option(person, id_, viewer=from_orp, at=at)
                assert (own.pinned_by, own.words) == ("orp", None)
                service.unpin_option(person, id_, viewer=mandated, at=at)
                return
    raise AssertionError("nobody in the demo of whom that is withheld")


def test_who_may_not(service: Service, mandated: Viewer, at: datetime) -> None:
    elsewhere = mandated.model_copy(update={"units": ("ne-elsewhere",)})
    with pytest.raises(NotFoundError):
        service.pin_option("p04-daniel", "own:ac-ait", viewer=elsewhere, at=at)
    with pytest.raises(NotFoundError):
        service.pins("p04-daniel", viewer=elsewhere, at=at)
    with pytest.raises(ForbiddenError, match="keep_options"):
        service.pin_option("p04-daniel", "own:ac-ait", viewer=LOCAL_VIEWER, at=at)


def test_the_audit_tells_and_erasing_takes_it_away(service: Service, mandated: Viewer, at: datetime) -> None:
    person, later = "p05-esma", at + timedelta(hours=1)
    service.pin_option(person, "own:ac-ait", viewer=mandated, at=at)
    acts = [entry.act for entry in service.read_audit(viewer=mandated, at=later, profile=person).entries]
    assert "keep" in acts
    service.erase(person, viewer=mandated, at=later)
    assert versions(service, person) == []


def test_nobody_fills_a_page_with_more_than_fifty_of_their_own(
    service: Service, mandated: Viewer, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "MOST", 2)
    person = "p09-ines"
    options = [card.opportunity for card in service.recommend(person, viewer=mandated, at=at).cards[:3]]
    for option in options[:2]:
        service.pin_option(person, option, viewer=mandated, at=at)
    with pytest.raises(ConflictError, match="2 options de ce compte"):
        service.pin_option(person, options[2], viewer=mandated, at=at)
    service.pin_option(person, options[0], words="Pour janvier", viewer=mandated, at=at)  # no third one
    service.unpin_option(person, options[0], viewer=mandated, at=at)
    service.pin_option(person, options[2], viewer=mandated, at=at)
