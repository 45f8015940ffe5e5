"""The whole: a log in, a ranker out that the service can read; where the log says little, the base."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from matching.domain.vocabulary.process import Evidence
from matching.errors import InvalidInputError
from matching.ranking.model import Model
from matching.ranking.rank import score
from matching.ranking.registry import open_baseline
from matching_training.fit.boosting import Recipe
from matching_training.fit.labels import Windows
from matching_training.fit.ranker import Fitted, fit_ranker
from matching_training.log.tables import CHANCE, FEATURE, Log

QUICK = Recipe(yardstick_rounds=5, bags=2, learning_rate=0.15, most_rounds=60, patience=10)


def fitted(log: Log) -> Fitted:
    return fit_ranker(log, base=open_baseline(), version="test-1", evidence=Evidence.SIMULATED, recipe=QUICK)


@pytest.fixture(scope="module")
def ranker(drawn: Callable[..., Log]) -> Fitted:
    log = drawn(slates=230, position=0.3, began=0.9)
    contested = pd.DataFrame(
        {
            "slate": "s1",
            "option": "o1",
            "feature": ["distance"] * 60,
            "verdict": "beside_the_point",
            "at": log.until,
        }
    )
    return fitted(replace(log, feedback=contested))


def test_without_decisions_the_ranker_is_the_base(drawn: Callable[..., Log]) -> None:
    log = drawn(slates=5)
    found = fitted(replace(log, shown=log.shown.head(0), outcomes=log.outcomes.head(0)))
    base = open_baseline()
    assert found.model == base.model_copy(update={"version": "test-1"})
    assert found.model.evidence is Evidence.NONE
    assert not found.report.learned
    assert all(part.chosen == "base" for part in found.report.parts)


def test_what_was_learned_says_so_and_the_rest_is_the_base(ranker: Fitted) -> None:
    base = open_baseline()
    assert ranker.report.learned
    assert ranker.model.evidence is Evidence.SIMULATED
    for kind, of_base in base.kinds.items():
        chosen = {part.name: part.chosen for part in ranker.report.parts if part.kind == kind.value}
        if chosen["accept"] == "base":
            assert ranker.model.kinds[kind].accept == of_base.accept
        if {chosen.get("begin", "base"), chosen.get("success", "base")} == {"base"} and kind.value != "measure":
            assert ranker.model.kinds[kind].gain == of_base.gain
    assert sum(ranker.report.labels.values()) == ranker.report.rows


def test_contested_features_are_named_to_the_gate(ranker: Fitted) -> None:
    assert [(each.feature, each.for_the_gate) for each in ranker.report.contested] == [("distance", True)]


def test_it_is_written_read_and_replayed_to_the_last_bit(ranker: Fitted) -> None:
    written = Model.model_validate_json(ranker.model.model_dump_json(exclude_defaults=True))
    assert written == ranker.model
    dice = np.random.default_rng(0)
    names = {name for kind in written.kinds.values() for name in kind.features()}
    x = {name: np.where(dice.random(40) < 0.2, np.nan, dice.random(40)) for name in names}
    x["measure_type"] = dice.integers(0, 12, 40).astype(float)
    once, again = (
        score(
            x,
            dice_kinds,
            own_chance=0.3,
            open_questions=np.zeros(40, dtype=np.int16),
            prices=np.zeros(40),
            model=model,
        )
        for model in (ranker.model, written)
        for dice_kinds in [np.arange(40, dtype=np.int8) % 3]
    )
    assert once.scores.tobytes() == again.scores.tobytes()
    assert once.low.tobytes() == again.low.tobytes()
    total = np.sum(list(once.contributions.values()), axis=0)
    np.testing.assert_allclose(total, once.scores, rtol=1e-12, atol=1e-9)


def test_a_log_of_other_features_or_another_horizon_is_refused(drawn: Callable[..., Log]) -> None:
    log = drawn(slates=3)
    for column, name in ((FEATURE + "distance", "distance"), (CHANCE + "education", "education")):
        with pytest.raises(InvalidInputError, match=f"Le modèle baseline-2 lit {name}, que le journal n'a pas"):
            fitted(replace(log, shown=log.shown.drop(columns=column)))
    with pytest.raises(InvalidInputError, match="horizon"):
        fit_ranker(
            log,
            base=open_baseline(),
            version="test-1",
            evidence=Evidence.SIMULATED,
            windows=Windows(horizon_months=24),
        )
