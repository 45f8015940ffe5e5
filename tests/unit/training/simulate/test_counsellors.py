"""Counsellors: lower ranks are read and believed less, reasons are those that are offered, prejudice stays theirs."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.offered_reasons import offered
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import FeedbackVerdict
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.ranking.rank import KINDS
from matching_training.simulate.counsellors import (
    accept_probability,
    counsellors_of,
    examined,
    full,
    reason_against,
    verdict,
)
from matching_training.simulate.scenario import read_scenario
from matching_training.simulate.world import World


def test_what_stands_lower_is_believed_less(world: World) -> None:
    same = np.zeros(6)
    chances = accept_probability(world, same, same, same)
    assert (np.diff(chances) < 0).all()


@given(luck=st.floats(0, 1, exclude_max=True), rank=st.integers(1, 40))
def test_whoever_reads_a_rank_reads_the_one_above(world: World, luck: float, rank: int) -> None:
    assert examined(world, 1, luck)
    assert examined(world, rank, luck) or not examined(world, rank + 1, luck)


def test_reasons_are_offered_and_some_teach_nothing(world: World) -> None:
    rng = np.random.default_rng(1)
    teaches = []
    for option, kind in enumerate(world.kinds):
        allowed = offered(KINDS[int(kind)], ReasonStep.REJECT)
        assert full(world, option) in allowed
        for person in range(0, world.shape[0], 7):
            reason = reason_against(world, person, option, rng)
            assert reason in allowed
            assert reason != "other"
            teaches.append(CONSEQUENCES[reason].trains_ranker)
    assert 0.2 < np.mean(teaches) < 0.95


def test_so_many_verdicts_contest_as_the_scenario_says(world: World) -> None:
    rng, verdicts = np.random.default_rng(2), tuple(FeedbackVerdict)
    said = [verdicts[verdict(world, rng)] for _ in range(2_000)]
    contested = np.mean([each is not FeedbackVerdict.RIGHT for each in said])
    assert contested == pytest.approx(world.scenario.counsellors.contesting, abs=0.04)
    assert set(said) == set(verdicts)


@pytest.mark.parametrize("attribute", ["sex", "permit_group", "age_band", "canton"])
def test_prejudice_lowers_whom_it_concerns_alone(world: World, attribute: str) -> None:
    value = str(world.people.protected[attribute].iloc[0])
    told = {"counsellors": {"prejudice": [{"attribute": attribute, "value": value, "logit": -2, "share": 1}]}}
    prejudiced = replace(world, scenario=read_scenario(told, "test"))
    plain = replace(world, scenario=read_scenario({}, "test"))
    changed = counsellors_of(prejudiced).lean - counsellors_of(plain).lean
    member = (world.people.protected[attribute] == value).to_numpy()
    np.testing.assert_allclose(changed[member], -2)
    np.testing.assert_allclose(changed[~member], 0)
