"""The world says what the service says: same candidates, same features, same scores, same slate."""

from contextlib import closing
from pathlib import Path

import numpy as np

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.ranking.registry import open_baseline
from matching.ranking.slate import SlatePolicy, build_slate
from matching.settings import Settings
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.situation import look_at
from matching.use_cases.slate_of import slate_of, soonest
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.world import World, begin_of, build_world


def test_it_is_what_the_service_would_serve(tiny: Scenario, world: World, tmp_path: Path) -> None:
    at, model = begin_of(tiny), open_baseline()
    scores, features = world.scores(model), world.served_features(model)
    policy = SlatePolicy(limit=10, min_gain=tiny.min_gain)
    with closing(open_service(Settings(data_dir=tmp_path))) as service:
        with service.workplace.database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, list(world.options), source="own", at=at)
        live = service.workplace.live(at)
        for person, profile in enumerate(world.people.profiles[:12]):
            seen = look_at(service.workplace, live, profile, viewer=LOCAL_VIEWER, at=at)
            ids = [live.snapshot.ids[row] for row in seen.candidates.rows]
            columns = np.array([world.ids.index(id_) for id_ in ids])
            assert set(np.flatnonzero(world.eligible[person])) == set(columns)
            for name, values in seen.ranked.features.items():
                np.testing.assert_allclose(features[name][person, columns], values, rtol=1e-12)
            proposed = np.isfinite(scores[person, columns])
            np.testing.assert_allclose(scores[person, columns][proposed], seen.ranked.scores[proposed], rtol=1e-9)
            of_them = scores[person, columns]
            lifts = soonest(world.next_step[person, columns], of_them >= policy.min_gain)
            ours = build_slate(of_them, world.kinds[columns], world.providers[columns], lifts, policy)
            assert ours == slate_of(live, seen, policy)


def test_a_kept_world_is_the_same(tiny: Scenario, world: World, tmp_path: Path) -> None:
    first = build_world(tiny, cache=tmp_path)
    again = build_world(tiny, cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    for built in (first, again):
        assert built.ids == world.ids
        np.testing.assert_array_equal(built.eligible, world.eligible)
        for name, values in world.features.items():
            np.testing.assert_array_equal(built.features[name], values)


def test_nothing_is_known_of_what_is_no_candidate(world: World) -> None:
    for values in world.features.values():
        assert np.isnan(values[~world.eligible]).all()


def test_the_own_chance_is_the_models(world: World) -> None:
    chances = world.own_chance(open_baseline())
    assert chances.shape == (world.shape[0],)
    assert ((chances > 0) & (chances < 1)).all()
