"""Exploration in service: off unless set, said on the slate and its cards, logged so that it can be drawn again."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.test_replay import people, rewrite, served

from matching.bootstrap import Service, open_service
from matching.domain.recommendation import Recommendation
from matching.domain.served import ServedSlate
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Band
from matching.errors import InvalidInputError
from matching.messages.say import LANGUAGES, say
from matching.settings import Settings
from matching.use_cases.replay import again, order_again

WIDE: dict[str, Any] = {"exploration_width": 2.0, "exploration_temperature": 1.0, "exploration_max_cost": 5.0}


@pytest.fixture(scope="module")
def exploring(demo: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that explores widely, over a copy of the demo."""
    folder = Path(shutil.copytree(demo.workplace.data_dir, tmp_path_factory.mktemp("exploring") / "data"))
    with closing(open_service(Settings(data_dir=folder, exploration=True, **WIDE))) as service:
        service.workplace.encoder = demo.workplace.encoder
        yield service


@pytest.fixture(scope="module")
def viewer(exploring: Service) -> Viewer:
    return exploring.viewer("demo")


@pytest.fixture(scope="module")
def slates(exploring: Service, viewer: Viewer, at: datetime) -> list[Recommendation]:
    return [exploring.recommend(person, viewer=viewer, at=at) for person in people(exploring)]


def test_it_is_off_unless_it_is_set(demo: Service, at: datetime) -> None:
    assert Settings().exploration is False
    slate = demo.recommend(people(demo)[0], viewer=demo.viewer("demo"), at=at)
    assert (slate.explores, slate.exploration_cost, slate.order) == (False, None, None)
    assert {card.propensity for card in slate.cards} == {1.0}


def test_it_is_said_on_the_slate_and_on_its_cards(slates: list[Recommendation]) -> None:
    drawn = [card for slate in slates for card in slate.cards if card.drawn_among]
    assert len(drawn) > 12
    for slate in slates:
        assert slate.explores
        assert 0 <= (slate.exploration_cost or 0.0) <= WIDE["exploration_max_cost"]
        some = any(card.drawn_among for card in slate.cards)
        assert (slate.order is not None) == some
        assert not some or "tiré au sort" in str(slate.order)
        for card in slate.cards:
            assert any("tirée au sort" in note for note in card.notes) == (card.drawn_among is not None)
            assert card.drawn_among is not None or card.propensity == 1.0
    assert min(card.propensity for card in drawn) < 0.5


def test_it_is_said_in_four_languages(exploring: Service, viewer: Viewer, at: datetime) -> None:
    said = {say(lang, "card.note.drawn", count=3) for lang in LANGUAGES}
    assert len(said) == len({say(lang, "slate.order.drawn", cost=0.1) for lang in LANGUAGES}) == 4
    english = exploring.recommend(people(exploring)[0], viewer=viewer, at=at, lang="en")
    assert "drawn by lot" in str(english.order)
    assert english.language == "en"


def test_only_what_is_open_beyond_doubt_is_drawn_and_never_the_next_step(
    demo: Service, slates: list[Recommendation], at: datetime
) -> None:
    for slate in slates:
        greedy = demo.recommend(slate.profile, viewer=demo.viewer("demo"), at=at)
        steps = [card.opportunity for card in slate.cards if card.next_step]
        assert steps == [card.opportunity for card in greedy.cards if card.next_step]
        assert len(slate.cards) == len(greedy.cards)
        for card, by_score in zip(slate.cards, greedy.cards, strict=True):
            if card.drawn_among is None:
                assert card.opportunity == by_score.opportunity
                continue
            assert not card.next_step
            assert card.eligibility.state == "eligible"
            assert card.band is not Band.UNCLEAR
            assert abs((card.score or 0) - (by_score.score or 0)) <= WIDE["exploration_width"]


def test_every_slate_is_drawn_again_from_the_log(
    exploring: Service, viewer: Viewer, slates: list[Recommendation], at: datetime
) -> None:
    orders = set()
    for slate in slates:
        found = exploring.replay(slate.id, viewer=viewer, at=at)
        assert found.difference is None
        assert found.options == tuple(card.opportunity for card in slate.cards)
    for _ in range(8):
        slate = exploring.recommend(slates[0].profile, viewer=viewer, at=at)
        assert exploring.replay(slate.id, viewer=viewer, at=at).identical
        orders.add(tuple(card.opportunity for card in slate.cards))
    assert len(orders) > 1


def test_what_learning_reads_says_which_ranks_one_draw_gave(
    exploring: Service, slates: list[Recommendation], at: datetime
) -> None:
    pytest.importorskip("pandas", reason="needs the extra [train]: make training")
    from matching_training.log.snapshot import take_snapshot

    log = take_snapshot(exploring, viewer=LOCAL_VIEWER, until=at, at=at).shown
    number_of = exploring.learning_log(viewer=LOCAL_VIEWER, until=at, at=at).number_of
    for slate in slates:
        rows = log[log["slate"] == str(number_of(slate.id))].set_index("rank")
        for rank, card in enumerate((card for card in slate.cards if card.score is not None), start=1):
            assert rows["drawn_among"].fillna(0)[rank] == (card.drawn_among or 0)
            assert (rows.loc[rank, "draw"] >= 0) == (card.drawn_among is not None)
    of_draw = log.dropna(subset=["draw"]).groupby(["slate", "draw"])["drawn_among"]
    assert (of_draw.nunique() == 1).all()
    assert (of_draw.size() <= of_draw.first()).all()


def altered(kept: ServedSlate) -> Iterator[tuple[str, ServedSlate]]:
    """The log with one thing of its lots altered."""
    told = kept.exploration
    assert told is not None
    number, option = next((n, o) for n, o in enumerate(kept.options) if o.draw is not None)
    draw = told.draws[option.draw or 0]

    def with_option(**changes: object) -> ServedSlate:
        options = list(kept.options)
        options[number] = option.model_copy(update=changes)
        return kept.model_copy(update={"options": tuple(options)})

    def with_draw(**changes: object) -> ServedSlate:
        draws = list(told.draws)
        draws[option.draw or 0] = draw.model_copy(update=changes)
        return kept.model_copy(update={"exploration": told.model_copy(update={"draws": tuple(draws)})})

    yield "propensity", with_option(propensity=option.propensity / 2)
    yield "no draw", with_option(draw=None, member=None)
    yield "another member", with_option(member=99)
    yield "another draw", with_option(draw=99)
    yield "a score", with_draw(scores=(draw.scores[0] + 0.25, *draw.scores[1:]))
    yield "the last score", with_draw(scores=(*draw.scores[:-1], draw.scores[-1] - 0.25))
    yield "cost", kept.model_copy(update={"exploration": told.model_copy(update={"cost": told.cost + 0.01})})
    yield "temperature", kept.model_copy(update={"exploration": told.model_copy(update={"temperature": 0.7})})
    yield "nothing drawn", kept.model_copy(update={"exploration": None})


def test_whatever_is_altered_in_a_lot_is_found(
    exploring: Service, viewer: Viewer, slates: list[Recommendation], at: datetime
) -> None:
    slate = next(each for each in slates if any(card.drawn_among for card in each.cards))
    kept = served(exploring, slate.id)
    for what, wrong in altered(kept):
        rewrite(exploring, slate.id, wrong)
        assert not exploring.replay(slate.id, viewer=viewer, at=at).identical, what
    rewrite(exploring, slate.id, kept)
    assert exploring.replay(slate.id, viewer=viewer, at=at).identical
    ranked = again(kept, exploring.workplace.model)
    other = kept.model_copy(update={"recommendation": "r-another"})
    assert len(order_again(other, ranked)) in {0, len(kept.options)}


def test_settings_that_draw_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="MATCHING_EXPLORATION_TEMPERATURE"):
        open_service(Settings(data_dir=tmp_path, exploration=True, exploration_temperature=0.001))


def test_a_ranker_that_stands_in_explores_nothing(exploring: Service, viewer: Viewer, at: datetime) -> None:
    root = exploring.workplace.rankers.root
    root.mkdir(parents=True)
    (root / "current").write_text("broken")
    slate = exploring.recommend(people(exploring)[0], viewer=viewer, at=at)
    assert (slate.degraded, slate.explores) == (True, False)
    assert "modèle livré" in str(slate.order)
    (root / "current").unlink()
