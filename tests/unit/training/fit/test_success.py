"""The own chance from those who began nothing, and what an option adds over it."""

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Terms
from matching.ranking.registry import open_baseline
from matching_training.fit.boosting import Recipe
from matching_training.fit.contested import Tempering
from matching_training.fit.labels import Windows, label
from matching_training.fit.success import chance_rows, conversion, fit_chance, fit_gain, own_chances, take_up
from matching_training.log.tables import Log

VACANCY = OpportunityKind.VACANCY
RECIPE = Recipe(yardstick_rounds=5, bags=2, learning_rate=0.2, most_rounds=100, patience=20)


@pytest.fixture(scope="module")
def labelled(drawn: Callable[..., Log]) -> pd.DataFrame:
    return label(drawn(slates=4000, options=3, began=0.9), Windows())


def test_the_own_chance_is_found(labelled: pd.DataFrame, truth: SimpleNamespace) -> None:
    base = open_baseline()
    model, part = fit_chance(labelled, base, recipe=RECIPE, source="test")
    assert part.chosen == "learned"
    facts = {"months_without_work": np.array([3.0, 12, 30]), "education": np.array([5.0, 3, 1])}
    rows = pd.DataFrame({f"chance.{name}": values for name, values in facts.items()})
    true = truth.chance(facts["months_without_work"], facts["education"])
    found = own_chances(rows, model)
    assert np.abs(found - true).max() < 0.08
    assert np.abs(found - true).mean() < np.abs(own_chances(rows, base) - true).mean()
    assert 0 < model.chance_error < 10
    assert model.own_chance({"months_without_work": 3.0, "education": 5.0}) == pytest.approx(found[0])


def test_several_slates_of_one_person_count_as_one(drawn: Callable[..., Log]) -> None:
    rows = chance_rows(label(drawn(slates=60, people=20, began=0.0), Windows()))
    assert rows.weight.sum() == pytest.approx(rows.n_people)


def test_what_a_vacancy_adds_is_found_over_the_own_chance(labelled: pd.DataFrame, truth: SimpleNamespace) -> None:
    base = open_baseline()
    model, _ = fit_chance(labelled, base, recipe=RECIPE, source="test")
    kind, parts = fit_gain(
        labelled, VACANCY, base.kinds[VACANCY], model, recipe=RECIPE, tempering=Tempering({}), source="test"
    )
    assert [part.name for part in parts] == ["begin", "success"]
    assert kind.gain_form == "level", parts[1].why
    x = {name: np.full(2, np.nan) for name in base.kinds[VACANCY].features()} | {"skills": np.array([0.1, 0.9])}
    x |= {"distance": np.full(2, 20.0), "project_likeness": np.full(2, 0.4), "experience_likeness": np.full(2, 0.4)}
    p0 = 0.4
    gain = Terms.of(kind.gain, x, 2, own_chance=p0)
    true = 1 / (1 + np.exp(-truth.job_logit(np.full(2, p0), x))) - p0
    assert gain.at(gain.total)[0] < gain.at(gain.total)[1]
    assert np.abs(gain.at(gain.total) - true).max() < 0.13


def test_the_share_that_begins(labelled: pd.DataFrame) -> None:
    share = take_up(labelled, VACANCY)
    known = labelled.loc[labelled["kind"].eq("vacancy") & labelled["accept"].eq(1), "came"]
    assert share == pytest.approx(known.eq(1).mean())
    assert take_up(labelled.head(30), VACANCY) is None


def test_who_is_begun_with_by_skill_is_found_where_beginning_is_what_differs(labelled: pd.DataFrame) -> None:
    """Employers take the skilled, and whoever is taken is helped alike."""
    base, dice = open_baseline(), np.random.default_rng(0)
    taken = dice.random(len(labelled)) < 0.1 + 0.8 * labelled["feature.skills"].fillna(0)
    rows = labelled[labelled["kind"].eq("vacancy") & labelled["accept"].eq(1)].copy()
    rows["took_up"] = taken[rows.index].astype(float)
    rows["success"] = np.where(taken[rows.index], (dice.random(len(rows)) < 0.8).astype(float), np.nan)
    kind, _ = fit_gain(rows, VACANCY, base.kinds[VACANCY], base, recipe=RECIPE, tempering=Tempering({}), source="test")
    assert kind.gain_form == "share"
    assert kind.gain_share == conversion(rows, VACANCY, base)
    assert np.ptp(kind.gain.terms["skills"].values) > 1.5


@pytest.mark.parametrize(("n", "least", "most"), [(60, 0.02, 0.12), (20_000, 0.25, 0.3)])
def test_what_a_place_changes_is_believed_to_be_little_until_many_say_otherwise(
    n: int, least: float, most: float
) -> None:
    """Half of those who began a place have a job, against three in ten of all alike: .29 of what was left to gain."""
    base = open_baseline().model_copy(update={"chance_intercept": float(np.log(0.3 / 0.7)), "chance_terms": {}})
    facts = {"chance.months_without_work": 12.0, "chance.education": 2.0}
    rows = pd.DataFrame({"kind": "placement", "success": np.arange(n) % 2.0, **facts})
    found = conversion(rows, OpportunityKind.PLACEMENT, base)
    assert found is not None
    assert least < found < most
    assert conversion(rows.assign(kind="vacancy"), VACANCY, base) == pytest.approx(0.2 / 0.7, abs=0.02)
