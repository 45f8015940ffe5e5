"""Replay: what was logged gives the same scores, contributions and order, and nothing else does."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.served import ServedOption, ServedSlate
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, NotFoundError
from matching.ranking.features import FEATURES
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.person_keys import Keys
from matching.storage.scope import EVERYTHING
from matching.storage.served import find_served
from matching.storage.tables import served_slates
from matching.use_cases.replay import again, order_again


@pytest.fixture(scope="module")
def own(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The demo in a store of this file's own."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("replay") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


@pytest.fixture(scope="module")
def mandated(own: Service) -> Viewer:
    return own.viewer("demo")


def people(service: Service) -> list[str]:
    with service.workplace.database.read(EVERYTHING) as connection:
        return profiles.list_ids(connection)


def served(service: Service, recommendation: str) -> ServedSlate:
    with service.workplace.database.read(EVERYTHING) as connection:
        entry = find_served(connection, recommendation)
    assert entry is not None
    return entry.word


def rewrite(service: Service, recommendation: str, changed: ServedSlate) -> None:
    """Alter the log by hand, as nobody may."""
    with service.workplace.database.begin(EVERYTHING) as connection:
        entry = find_served(connection, recommendation)
        assert entry is not None
        content = f"{entry.subject}\n{changed.model_dump_json()}"
        sealed = Keys(connection).of(entry.person or "").seal(content, f"served_slates {entry.id} {entry.version}")
        connection.execute(update(served_slates).where(served_slates.c.id == entry.id).values(payload=sealed))


@pytest.mark.parametrize("limit", [1, 4, 10, 40])
def test_every_persona_is_replayed_to_the_last_bit(own: Service, mandated: Viewer, at: datetime, limit: int) -> None:
    cards = 0
    for person in people(own):
        slate = own.recommend(person, viewer=mandated, at=at, limit=limit)
        found = own.replay(slate.id, viewer=mandated, at=at)
        assert found.difference is None
        assert found.options == tuple(card.opportunity for card in slate.cards)
        assert [value.hex() for value in found.scores] == [(card.score or 0.0).hex() for card in slate.cards]
        for points, card in zip(found.contributions, slate.cards, strict=True):
            assert points == {line.feature: line.points for line in card.contributions}
        cards += len(slate.cards)
    assert cards >= 10


def test_all_features_are_kept_for_every_option_shown(own: Service, mandated: Viewer, at: datetime) -> None:
    slate = own.recommend(people(own)[0], viewer=mandated, at=at)
    kept = served(own, slate.id)
    assert {option.opportunity for option in kept.options} == {card.opportunity for card in slate.cards}
    for option in kept.options:
        assert set(option.features) == {feature.name for feature in FEATURES}
        assert 0 < option.propensity <= 1


def test_one_logged_feature_altered_is_found(own: Service, mandated: Viewer, at: datetime) -> None:
    """Each feature that a kind is scored by, in each kind, by the least that can be altered and matters."""
    slate = own.recommend(people(own)[0], viewer=mandated, at=at, limit=40)
    kept = served(own, slate.id)
    tried = 0
    for number, option in enumerate(kept.options):
        for name in sorted(own.workplace.model.kinds[option.kind].features()):
            if name == "measure_type":
                continue
            value = option.features[name]
            others = (
                [None, 0.0, 1.0, 50.0, 0.5] if value is None else [None, value + 0.05, value - 0.05, 0.0, 1.0, 80.0]
            )
            found = []
            for other in others:
                wrong = option.model_copy(update={"features": option.features | {name: other}})
                options = (*kept.options[:number], wrong, *kept.options[number + 1 :])
                ranked = again(kept.model_copy(update={"options": options}), own.workplace.model)
                found.append(float(ranked.scores[number]).hex() != option.score.hex())
            assert any(found), (option.opportunity, name)
            tried += 1
    assert tried > 20
    first = kept.options[0]
    name = "distance" if first.features["distance"] is not None else "project_likeness"
    wrong = first.model_copy(update={"features": first.features | {name: None}})
    rewrite(own, slate.id, kept.model_copy(update={"options": (wrong, *kept.options[1:])}))
    found_now = own.replay(slate.id, viewer=mandated, at=at)
    assert found_now.difference is not None
    assert first.opportunity in found_now.difference


@pytest.mark.parametrize(
    "change",
    [
        {"chance": {"months_without_work": 1.0, "education": None}},
        {"options": ()},
    ],
    ids=str,
)
def test_other_inputs_altered_are_found(
    own: Service, mandated: Viewer, at: datetime, change: dict[str, object]
) -> None:
    slate = own.recommend(people(own)[0], viewer=mandated, at=at)
    kept = served(own, slate.id)
    rewrite(own, slate.id, kept.model_copy(update=change))
    if "options" in change:
        with pytest.raises(ForbiddenError):  # as many cards as options are kept, or it is not theirs to read
            own.replay(slate.id, viewer=mandated, at=at)
    else:
        assert not own.replay(slate.id, viewer=mandated, at=at).identical


def test_price_and_questions_are_inputs_too(own: Service, mandated: Viewer, at: datetime) -> None:
    slate = own.recommend(people(own)[0], viewer=mandated, at=at)
    kept = served(own, slate.id)
    for change in ({"price": 0.25}, {"open_questions": kept.options[0].open_questions + 1}, {"score": 1e-300}):
        wrong = kept.options[0].model_copy(update=change)
        rewrite(own, slate.id, kept.model_copy(update={"options": (wrong, *kept.options[1:])}))
        assert not own.replay(slate.id, viewer=mandated, at=at).identical
    rewrite(own, slate.id, kept)
    assert own.replay(slate.id, viewer=mandated, at=at).identical


def test_another_model_says_that_it_is_not_at_hand(
    own: Service, mandated: Viewer, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    slate = own.recommend(people(own)[0], viewer=mandated, at=at)
    newer = own.workplace.model.model_copy(update={"version": "local-2"})
    monkeypatch.setitem(vars(own.workplace), "baseline", newer)
    with pytest.raises(ConflictError, match="n'est pas installé ici"):
        own.replay(slate.id, viewer=mandated, at=at)


def test_a_slate_of_the_rules_alone_and_a_foreign_one_are_not_there(
    own: Service, mandated: Viewer, at: datetime
) -> None:
    person = people(own)[-1]
    slate = own.recommend(person, viewer=mandated, at=at)
    foreign = Viewer(account="x", role=Role.COUNSELLOR, units=("somewhere-else",))
    with pytest.raises(NotFoundError) as unknown:
        own.replay("r-nothing", viewer=mandated, at=at)
    with pytest.raises(NotFoundError) as hidden:
        own.replay(slate.id, viewer=foreign, at=at)
    assert str(hidden.value).replace(slate.id, "r-nothing") == str(unknown.value)
    own.choose_ranking(person, ranked=False, viewer=mandated, at=at)
    unranked = own.recommend(person, viewer=mandated, at=at)
    assert unranked.cards
    with pytest.raises(NotFoundError):
        own.replay(unranked.id, viewer=mandated, at=at)
    own.choose_ranking(person, ranked=True, viewer=mandated, at=at + timedelta(seconds=1))


def test_whoever_lacks_the_mandate_does_not_replay_it(own: Service, mandated: Viewer, at: datetime) -> None:
    without = mandated.model_copy(update={"account": "colleague", "mandates": ()})
    slates = [own.recommend(person, viewer=mandated, at=at) for person in people(own)]
    under = [slate for slate in slates if slate.under_mandate and slate.cards]
    assert under
    with pytest.raises(ForbiddenError):
        own.replay(under[0].id, viewer=without, at=at)


def test_a_file_handed_over_leaves_no_log(own: Service, mandated: Viewer, at: datetime) -> None:
    slate = own.recommend(Profile(id="p-by-hand"), viewer=mandated, at=at)
    with pytest.raises(NotFoundError):
        own.replay(slate.id, viewer=mandated, at=at)


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(
    values=st.dictionaries(st.sampled_from([feature.name for feature in FEATURES]), st.none() | finite, min_size=1),
    figures=st.tuples(finite, finite, finite, finite),
)
def test_figures_survive_the_log_bit_by_bit(
    values: dict[str, float | None], figures: tuple[float, float, float, float]
) -> None:
    option = ServedOption(
        opportunity="own:x",
        kind=OpportunityKind.VACANCY,
        rank=1,
        features=values,
        open_questions=0,
        price=figures[0],
        points={"reference": figures[0]},
        score=figures[1],
        low=figures[2],
        high=figures[3],
    )
    back = ServedOption.model_validate_json(option.model_dump_json())
    assert [value and value.hex() for value in back.features.values()] == [
        value and value.hex() for value in option.features.values()
    ]
    for name in ("price", "score", "low", "high"):
        assert getattr(back, name).hex() == getattr(option, name).hex()


@given(data=st.data())
def test_the_order_of_a_slate_comes_out_of_its_own_options(data: st.DataObject) -> None:
    """Whatever else was ranked beside them: the slate of what was on a slate is that slate."""
    import numpy as np

    from matching.ranking.rank import KINDS, Ranked
    from matching.ranking.slate import SlatePolicy, build_slate

    n = data.draw(st.integers(1, 14))
    scores = np.array(data.draw(st.lists(st.sampled_from([0.1, 1.0, 1.5, 2.0, 3.0]), min_size=n, max_size=n)))
    kinds = np.array(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)), dtype=np.int8)
    providers = np.array(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)), dtype=np.int64)
    lifts = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    policy = SlatePolicy(limit=data.draw(st.integers(1, 12)), min_gain=0.5)
    slate = build_slate(scores, kinds, providers, lifts, policy)
    kept = sorted(slate.positions)
    options = tuple(
        ServedOption(
            opportunity=f"own:{position}",
            kind=KINDS[int(kinds[position])],
            provider=int(providers[position]),
            rank=slate.positions.index(position) + 1,
            next_step=position == slate.next_step,
            features={},
            open_questions=0,
            points={},
            score=float(scores[position]),
            low=0.0,
            high=0.0,
        )
        for position in kept
    )
    served_slate = ServedSlate(
        recommendation="r",
        profile="p",
        at=datetime.fromisoformat("2026-11-18T09:00:00+01:00"),
        model="m",
        chance={},
        limit=policy.limit,
        min_gain=policy.min_gain,
        per_provider=policy.per_provider,
        kept_per_kind=policy.kept_per_kind,
        options=options,
    )
    ranked = Ranked(scores[kept], scores[kept], scores[kept], {}, {})
    order = order_again(served_slate, ranked)
    assert tuple(kept[position] for position in order) == slate.positions


def test_a_copy_of_the_store_replays_too(own: Service, mandated: Viewer, at: datetime, tmp_path: Path) -> None:
    """Another process with the log alone: no index, no encoder."""
    slate = own.recommend(people(own)[0], viewer=mandated, at=at)
    folder = tmp_path / "copy"
    folder.mkdir()
    for file in (*own.workplace.data_dir.glob("*.sqlite*"), own.workplace.data_dir / "master.key"):
        shutil.copy(file, folder)
    with closing(open_service(Settings(data_dir=folder))) as other:
        assert other.replay(slate.id, viewer=mandated, at=at).identical
        assert not other.workplace.snapshots.exists()
