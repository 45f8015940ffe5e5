"""A run: the same for the same seed, goes on with another model, and the log holds nothing of the truth."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from matching.errors import InvalidInputError
from matching.ranking.registry import open_baseline
from matching.ranking.slate import Slate, SlatePolicy
from matching_training.simulate.exploring import Drawn, Standing
from matching_training.simulate.run import Ran, run
from matching_training.simulate.scenario import Exploring, Scenario
from matching_training.simulate.world import World


def test_the_same_seed_gives_the_same_log(world: World, ran: Ran) -> None:
    again = run(world, open_baseline(), decisions=150)
    for name in ("shown", "outcomes", "feedback"):
        pd.testing.assert_frame_equal(getattr(again.log, name), getattr(ran.log, name))
    pd.testing.assert_frame_equal(again.truth, ran.truth)
    assert not run(world, open_baseline(), decisions=150, seed=1).log.shown.equals(ran.log.shown)


def test_without_exploration_every_propensity_is_one(ran: Ran) -> None:
    assert (ran.log.shown["propensity"] == 1).all()
    assert ran.log.shown["draw"].isna().all()


def test_an_exploration_says_its_own_propensities(world: World) -> None:
    def two_by_chance(standing: Standing, policy: SlatePolicy, rng: np.random.Generator) -> Drawn:
        chosen = tuple(int(each) for each in rng.permutation(len(standing.scores))[:2])
        by_score = Drawn.by_score(Slate(chosen, None))
        return by_score._replace(propensities=np.full(len(chosen), 1 / len(standing.scores)))

    log = run(world, open_baseline(), decisions=20, exploration=two_by_chance).log
    assert (log.shown["propensity"] < 1).all()
    assert log.shown["rank"].max() == 2


def test_a_canton_explores_as_its_scenario_says(world: World, tiny: Scenario) -> None:
    told = tiny.model_copy(update={"exploration": Exploring(width=5, temperature=5, max_cost=5)})
    log = run(replace(world, scenario=told), open_baseline(), decisions=60).log
    drawn = log.shown["propensity"] < 1
    assert drawn.any()
    assert (log.shown.loc[drawn, "open_questions"] == 0).all()
    assert not log.shown.loc[drawn, "next_step"].any()
    assert (log.shown["draw"].notna() == log.shown["drawn_among"].notna()).all()
    assert log.shown.loc[drawn, "draw"].notna().all()
    shown_of = log.shown.groupby(["slate", "draw"])["drawn_among"].agg(["size", "first"])
    assert (shown_of["size"] <= shown_of["first"]).all()
    assert (shown_of["size"] == shown_of["first"]).any()


def test_acceptance_falls_with_the_rank(ran: Ran) -> None:
    accepted = ran.log.shown.assign(yes=ran.log.shown["verb"] == "accept").groupby("rank")["yes"].mean()
    assert accepted.loc[:2].mean() > accepted.loc[3:].mean()
    examined = ran.truth["examined"].groupby(ran.log.shown["rank"]).mean()
    assert examined.loc[1] > examined.loc[4]


def test_the_truth_is_in_no_column_of_the_log(ran: Ran) -> None:
    secret = set(ran.truth.columns) - {"slate", "option", "person", "own_chance"}
    for table in (ran.log.shown, ran.log.outcomes, ran.log.feedback):
        assert not secret & set(table.columns)
        assert not {"sex", "age_band", "permit_group", "canton", "place"} & set(table.columns)
    served = ran.log.shown["own_chance"].to_numpy()
    assert not np.allclose(served, ran.truth["own_chance"].to_numpy())


def test_what_was_not_looked_at_was_not_decided(ran: Ran) -> None:
    decided = ran.log.shown["verb"].notna().to_numpy()
    assert (ran.truth["examined"].to_numpy() >= decided).all()
    assert (ran.log.shown.loc[~decided, "status"] == "shown").all()


def test_a_run_goes_on_with_another_model(world: World) -> None:
    first = run(world, open_baseline(), decisions=30)
    shown = len(first.log.shown)
    other = open_baseline().model_copy(update={"version": "another"})
    both = run(world, other, decisions=20, after=first.state)
    assert both.log.decisions >= 50
    assert set(both.log.shown["model"].iloc[:shown]) == {"baseline-2"}
    assert set(both.log.shown["model"].iloc[shown:]) == {"another"}
    assert both.log.shown["at"].iloc[shown:].min() >= both.log.shown["at"].iloc[:shown].max()


def test_a_run_goes_on_in_its_own_world_alone(world: World, ran: Ran) -> None:
    with pytest.raises(InvalidInputError, match="même monde"):
        run(replace(world, seed=9), open_baseline(), decisions=1, after=ran.state)


def test_a_log_ends_where_it_is_cut(ran: Ran) -> None:
    until = ran.log.shown["at"].iloc[0] + timedelta(days=40)
    early = ran.state.log(until)
    assert early.until == until
    assert (early.shown["at"] <= until).all()
    assert not early.outcomes["fact"].eq("unsubsidised_job_at").any()
    assert early.decisions < ran.log.decisions or len(early.shown) < len(ran.log.shown)
