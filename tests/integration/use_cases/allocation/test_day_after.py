"""The day after: prices are off the scores, on a line of their own, logged and replayed; and nobody loses the last."""

from datetime import timedelta

import pytest
from tests.integration.use_cases.allocation.conftest import (
    MORNING,
    NEED,
    NIGHT,
    Office,
    OpenOffice,
    cards,
    person,
    price_line,
)

from matching.domain.viewer import LOCAL_VIEWER
from matching.messages.say import say
from matching.storage.scope import EVERYTHING
from matching.storage.served import find_served


def test_prices_come_off_the_next_day_on_a_line_of_their_own(office: Office) -> None:
    before = cards(office.slate())
    prices = office.prices()
    after = cards(office.slate())
    assert set(after) <= set(before)
    priced = [name for name in after if name in prices]
    assert priced
    for name, card in after.items():
        assert card.score == pytest.approx((before[name].score or 0) - prices.get(name, 0))
        assert price_line(card) == (pytest.approx(-prices[name]) if name in prices else None)
        assert sum(line.points for line in card.contributions) == pytest.approx(card.score)
    (line,) = [line for line in after[priced[0]].contributions if line.feature == "price"]
    assert line.sentence == say("fr", "feature.price") == "Place très demandée : plus de personnes que de places."


def test_why_not_says_the_same(office: Office) -> None:
    prices = office.prices()
    said = office.service.why_not("personne-7", "own:scarce", viewer=LOCAL_VIEWER, at=MORNING)
    (line,) = [line for line in said.contributions if line.feature == "price"]
    assert line.points == pytest.approx(-prices["own:scarce"])


def test_the_price_is_logged_and_replayed_to_the_last_bit(office: Office) -> None:
    prices = office.prices()
    slate = office.slate()
    with office.service.workplace.database.read(EVERYTHING) as connection:
        entry = find_served(connection, slate.id)
    assert entry is not None
    logged = {option.opportunity: option.price for option in entry.word.options}
    assert logged == pytest.approx({name: prices.get(name, 0) for name in logged})
    assert any(logged.values())
    office.night(at=NIGHT + timedelta(days=1))  # other prices since: the log has its own
    assert office.service.replay(slate.id, viewer=LOCAL_VIEWER, at=MORNING + timedelta(days=2)).difference is None


def test_prices_begin_the_next_day_and_count_as_nothing_after_three(office: Office) -> None:
    before = {name: card.score for name, card in cards(office.slate()).items()}
    office.night()

    def scores(days: int) -> dict[str, float | None]:
        return {name: card.score for name, card in cards(office.slate(at=NIGHT + timedelta(days=days))).items()}

    assert scores(0) == before
    assert scores(1) == scores(3) != before
    assert scores(4) == before


def test_the_list_that_began_last_counts(office: Office) -> None:
    first = office.prices()
    office.keep(*[person(number, months_without_work=1) for number in range(7)])
    second = office.prices(at=NIGHT + timedelta(days=1))
    assert first["own:job"] != second["own:job"]
    for days, prices in enumerate((first, second)):
        assert office.paid(7, "own:job", at=MORNING + timedelta(days=days)) == pytest.approx(prices["own:job"])


def test_points_of_another_model_are_another_currency(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cards(office.slate())
    office.night()
    other = office.service.workplace.model.model_copy(update={"version": "other"})
    monkeypatch.setitem(vars(office.service.workplace), "baseline", other)
    after = cards(office.slate())
    assert {name: card.score for name, card in after.items()} == {name: card.score for name, card in before.items()}


def test_switched_off_nothing_comes_off(open_office: OpenOffice) -> None:
    open_office().night()
    off = open_office(prices=False)
    assert all(price_line(card) is None for card in off.slate().cards)
    assert any(price_line(card) is not None for card in open_office().slate().cards)


def test_another_process_notices_a_new_list(open_office: OpenOffice) -> None:
    nightly, serving = open_office(), open_office()
    assert all(price_line(card) is None for card in serving.slate().cards)
    nightly.night()
    assert any(price_line(card) is not None for card in serving.slate().cards)


@pytest.mark.parametrize("level", ["high", "blocking"])
def test_nobody_with_a_confirmed_need_loses_the_last_option_against_it(open_office: OpenOffice, level: str) -> None:
    """A least gain that the price crosses: those without a need that weighs lose it, those with one keep the best."""
    office = open_office(min_gain=1.2)
    in_need = person(9, needs=[NEED | {"level": level}])
    unsure = person(10, needs=[NEED | {"level": level, "confirmed": False}])
    before = cards(office.slate())
    assert "own:scarce" in before
    office.night()
    with office.service.workplace.database.begin(EVERYTHING) as connection:  # a price beyond what anybody gains
        from matching.storage.price_lists import PRICE_LISTS

        (entry,) = PRICE_LISTS.current(connection)
        dear = tuple(price.model_copy(update={"points": 50.0}) for price in entry.word.prices)
        added = {price.opportunity for price in dear}
        dear += tuple(
            dear[0].model_copy(update={"opportunity": name})
            for name in ("own:scarce", "own:uncounted", "own:waiting")
            if name not in added
        )
        word = entry.word.model_copy(update={"prices": dear})
        PRICE_LISTS.revise(connection, entry, word, author="test", at=NIGHT)
    office.keep(in_need, unsure)
    against = {"own:scarce", "own:uncounted", "own:waiting"}
    kept = {name: card for name, card in cards(office.slate(9)).items() if name in against}
    assert len(kept) == 1
    assert all(price_line(card) is None for card in kept.values())
    assert not against & set(cards(office.slate(7)))
    assert not against & set(cards(office.slate(10)))


def test_restricted_postings_have_no_price_for_those_who_may_see_them(office: Office) -> None:
    from matching.storage.price_lists import PRICE_LISTS

    office.night()
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        (entry,) = PRICE_LISTS.current(connection)
        dear = (entry.word.prices[0].model_copy(update={"opportunity": "own:secret"}),)
        word = entry.word.model_copy(update={"prices": dear})
        PRICE_LISTS.revise(connection, entry, word, author="test", at=NIGHT)
    office.keep(person(11, pes_registration={"registered": True, "country": "ch", "valid_from": "2026-01-01"}))
    service = office.service
    service.add_account("ines", role="counsellor", institution="orp", units=("ne",), viewer=LOCAL_VIEWER, at=NIGHT)
    viewer = service.viewer("ines")
    mandate = {"kind": "pes_staff", "valid_from": "2026-01-01T00:00:00+01:00"}
    mandated = type(viewer).model_validate(viewer.model_dump() | {"mandates": [mandate]})
    found = cards(service.recommend("personne-11", viewer=mandated, at=MORNING))
    assert "own:secret" in found
    assert price_line(found["own:secret"]) is None
