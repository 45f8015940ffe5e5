"""The ranker's own effect learner finds an effect that confounding hides, in points."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("sklearn", reason="needs the extra [train]: make training")
pytest.importorskip("threadpoolctl", reason="needs the extra [train]: make training")

from matching_training.evaluate.trial.ranker_learner import of_the_ranker


def test_an_effect_is_found_behind_who_was_sent() -> None:
    dice = np.random.default_rng(3)
    x = dice.normal(size=(6_000, 3))
    sent = dice.random(6_000) < 1 / (1 + np.exp(-1.2 * x[:, 0]))
    holds = dice.random(6_000) < np.clip(0.4 + 0.15 * np.tanh(x[:, 0]) + 0.1 * sent, 0, 1)
    outcome = np.where(holds, 100.0, 0.0)
    found = of_the_ranker(x, sent, outcome, None, 0)
    naive = outcome[sent].mean() - outcome[~sent].mean()
    assert naive > 16
    assert found.scores.mean() == pytest.approx(10, abs=3)
    assert np.isfinite(found.scores).all()
    assert found.effect == pytest.approx(found.if_treated - found.if_not)
