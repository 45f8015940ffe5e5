"""In a small simulated canton: planted gaps are found, promises are the recount, forgetting never makes "no offer"."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

from gaps import TOP, Canton, canton_of, cells_told, forgotten, moved, plant, promises, sites
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.use_cases.gaps import new_offers, relaxing
from matching.use_cases.gaps.cases import Cases, Everybody
from matching.use_cases.gaps.dimensions import places_of
from matching.use_cases.gaps.gaps import table_of
from matching.use_cases.gaps.offers import Offers

Counted = tuple[Canton, Everybody, Offers, Cases]


@pytest.fixture(scope="module")
def small() -> Counted:
    """Few people, so that forgetting many times is quick."""
    control = canton_of(3, 90, even=False)
    canton, _ = plant(control, control.counted()[2], np.random.default_rng(1), least=2)
    return (canton, *canton.counted())


@settings(max_examples=6)
@given(seed=st.integers(0, 10_000), share=st.sampled_from([0.1, 0.3, 0.7]))
def test_forgetting_moves_cases_to_data_missing_and_never_to_no_offer(small: Counted, seed: int, share: float) -> None:
    canton, _, _, before = small
    after = forgotten(canton, np.random.default_rng(seed), share).counted()[2]
    moves = moved(before, after)
    assert sum(count for (_, now), count in moves.items() if now == "data_missing") > 0
    assert [(was, now) for was, now in moves if now == "no_offer" and was != "no_offer"] == []


def test_a_catalogue_that_forgets_every_criterion_lacks_no_offer_more(small: Counted) -> None:
    canton, _, _, before = small
    silent = forgotten(canton, np.random.default_rng(1), share=1.0).options
    after = replace(canton, options=silent).counted()[2]
    moves = moved(before, after)
    assert [was for was, now in moves if now == "no_offer" and was != "no_offer"] == []
    assert moves["reached", "data_missing"] > 0


def test_planted_gaps_are_found_and_every_promise_is_the_recount() -> None:
    control = canton_of(1, 350, even=True)
    everybody, _, before = control.counted()
    canton, planted = plant(control, before, np.random.default_rng(2))
    assert len(planted) >= 2
    places = places_of(everybody.people)
    assert len(cells_told(table_of(before, everybody, places))) == 0
    everybody, offers, cases = canton.counted()
    top = list(cells_told(table_of(cases, everybody, places)))[:TOP]
    assert sum(each.cell in top for each in planted) >= len(planted) - 1
    made = list(promises(everybody, offers, cases, most=1))
    assert len(made) >= 2
    assert all(holds and promised == recounted for _, promised, recounted, holds in made)
    assert any(promised >= 5 for _, promised, _, _ in made)


def test_a_promise_that_the_recount_does_not_confirm_says_so(small: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever counts again finds a catalogue in which the new offer is full, or the criterion as it was."""
    _, everybody, offers, cases = small
    full = new_offers._places(0)
    monkeypatch.setattr(new_offers, "_places", lambda _count: full.model_copy(update={"status": CapacityStatus.FULL}))
    monkeypatch.setattr(
        new_offers, "_reaches", lambda cases, _all, found: np.outer(cases.is_gap, np.ones(len(found))) > 0
    )
    (first, *_) = new_offers.new_offers(cases, everybody, offers, sites(), least=1)
    assert first.promised.sum() > 0 == first.recounted.sum()
    assert not first.holds
    monkeypatch.setattr(relaxing, "cases_of", lambda *_: cases)
    change = relaxing.guaranteed(replace(cases), everybody, offers)
    assert change.holds == (change.promised.sum() == 0)


def test_every_step_is_a_promise_that_holds(small: Counted) -> None:
    _, everybody, offers, cases = small
    for rule in ("min_age", "max_age", "availability", "languages", "residence"):
        change = relaxing.relaxed(rule, cases, everybody, offers)
        assert change.holds, rule
