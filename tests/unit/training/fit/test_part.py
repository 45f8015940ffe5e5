"""A part is learned only where that foretells better; the additive model loses nothing against the yardstick."""

import numpy as np
import pytest

from matching_training.fit.boosting import Recipe
from matching_training.fit.part import learn
from matching_training.fit.rows import Rows, Values, folds

QUICK = Recipe(bags=3, learning_rate=0.1, most_rounds=250, patience=20)


def rows(n: int, seed: int = 0) -> tuple[Rows, Values]:
    dice = np.random.default_rng(seed)
    features = {"skills": dice.random(n), "project_likeness": dice.random(n)}
    logit = -1.5 + 2.0 * features["skills"] + 1.5 * np.sin(3 * features["project_likeness"])
    y = (dice.random(n) < 1 / (1 + np.exp(-logit))).astype(float)
    some = Rows(features=features, y=y, weight=np.ones(n), people=np.arange(n) // 2, offset=np.zeros(n))
    return some, logit


def test_a_person_is_in_one_fold_only_and_every_row_in_one() -> None:
    people = np.random.default_rng(0).integers(0, 40, 200)
    held_out = list(folds(people, 4, 0))
    assert (np.sum(held_out, axis=0) == 1).all()
    for fold in held_out:
        assert not set(people[fold]) & set(people[~fold])


@pytest.mark.parametrize(("n", "positives"), [(0, 0), (60, 30), (400, 5)])
def test_too_few_labels_keep_the_base_and_say_so(n: int, positives: int) -> None:
    some, _ = rows(n)
    few = Rows(
        features=some.features,
        y=(np.arange(n) < positives).astype(float),
        weight=some.weight,
        people=some.people,
        offset=some.offset,
    )
    kept = learn(
        few, kind="vacancy", name="accept", directions={}, base=lambda r: r.offset, recipe=QUICK, source="test"
    )
    assert kept.part.chosen == "base"
    assert "restent" in kept.part.why
    assert kept.boosted is None
    assert kept.recalibration is None


def test_a_base_that_knows_the_truth_stays() -> None:
    some, logit = rows(600)
    true = dict(zip(some.features["skills"].tolist(), logit.tolist(), strict=True))
    kept = learn(
        some,
        kind="vacancy",
        name="accept",
        directions={},
        base=lambda r: np.array([true[value] for value in r.features["skills"].tolist()]),
        recipe=QUICK,
        source="test",
    )
    assert kept.part.chosen in {"base", "recalibrated"}


def test_what_is_additive_is_learned_as_well_as_by_the_yardstick() -> None:
    some, _ = rows(4000)
    directions = {"skills": 1}
    learned = learn(
        some, kind="vacancy", name="accept", directions=directions, base=lambda r: r.offset, recipe=QUICK, source="test"
    )
    assert learned.part.chosen == "learned"
    assert learned.part.auc["learned"] >= learned.part.auc["yardstick"] - 0.005
    assert learned.part.calibration["after"].error < 0.03
