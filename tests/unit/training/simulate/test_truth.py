"""Effects have the published signs, and nothing certain is ever true of anybody."""

from dataclasses import replace

import numpy as np
import pytest

from matching.domain.vocabulary.measures import MeasureType
from matching.snapshot.columns import position
from matching_training.simulate.scenario import read_scenario
from matching_training.simulate.truth import MEASURE, Truth, truth_of
from matching_training.simulate.world import LOCK_IN, World


@pytest.fixture(scope="module")
def everybody(world: World) -> World:
    """The tiny world, told as if nobody had any need addressed and everything were open to everybody."""
    told = read_scenario({"effects": {"quality": 0}}, "test")
    months = np.where((world.types == position(MeasureType.EMPLOYMENT_PROGRAMME))[None, :], 4.5, 1.5)
    features = {
        **world.features,
        LOCK_IN: np.broadcast_to(months, world.shape),
        "need_addressed": np.zeros(world.shape),
        "certificate": np.zeros(world.shape),
    }
    return replace(world, scenario=told, eligible=np.ones(world.shape, dtype=np.bool_), features=features)


def _average(world: World, truth: Truth, type_: MeasureType) -> float:
    return float(truth.effect[:, world.types == position(type_)].mean())


def test_average_effects_have_the_published_signs(everybody: World) -> None:
    truth = truth_of(everybody)
    average = {type_: _average(everybody, truth, type_) for type_ in MeasureType if position(type_) in everybody.types}
    assert average[MeasureType.BASIC_COURSE] < -1
    assert 0 < average[MeasureType.WAGE_SUBSIDY] < 5
    assert abs(average[MeasureType.EMPLOYMENT_PROGRAMME]) < 3
    assert average[MeasureType.COACHING] > average[MeasureType.JOB_SEARCH_HELP] > average[MeasureType.BASIC_COURSE]


def test_those_with_few_chances_profit_more(everybody: World) -> None:
    truth = truth_of(everybody)
    few = truth.own_chance < np.median(truth.own_chance)
    measures = everybody.kinds == MEASURE
    assert truth.effect[few][:, measures].mean() > truth.effect[~few][:, measures].mean() + 1


def test_lock_in_weighs_on_good_chances(everybody: World) -> None:
    longer = replace(everybody, features={**everybody.features, LOCK_IN: np.full(everybody.shape, 9.0)})
    lost = (truth_of(everybody).effect - truth_of(longer).effect)[:, everybody.kinds == MEASURE].mean(axis=1)
    chance = truth_of(everybody).own_chance
    assert (lost > -1e-9).all()
    assert np.corrcoef(lost, chance)[0, 1] > 0.5


def test_without_effects_measures_change_nothing(world: World) -> None:
    still = replace(world, scenario=read_scenario({"effects": {"scale": 0}}, "test"))
    truth = truth_of(still)
    assert np.abs(truth.effect[:, world.kinds == MEASURE]).max() < 1e-9
    assert truth.effect[:, world.kinds == 0].mean() > 1


def test_all_are_probabilities(world: World) -> None:
    truth = truth_of(world)
    for chances in (truth.own_chance, truth.success, truth.yes, truth.begins):
        assert ((chances > 0) & (chances < 1)).all()
