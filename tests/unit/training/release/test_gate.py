"""The gate says of contested explanations what was counted, and by which rule."""

from types import SimpleNamespace
from typing import cast

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

import numpy as np
import pandas as pd

from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.fit.contested import contested
from matching_training.fit.effect import EffectPart
from matching_training.fit.ranker import Report
from matching_training.release.gate import _still_shown, _uncontested


def report(wrong: int, right: int) -> Report:
    """A report in which nothing but some verdicts on one feature stands."""
    feedback = pd.DataFrame({"feature": "skills", "verdict": ["wrong"] * wrong + ["right"] * right})
    nothing = EffectPart(started=0, nothing=0, people=0, chosen="base", why="")
    return Report("", 0, {}, (), nothing, {}, contested(feedback), None, None)


def test_what_counsellors_said_is_told_as_they_said_it() -> None:
    refused = _uncontested(report(wrong=60, right=5))
    assert not refused.passed
    assert refused.sentence == (
        "Raison contestée dans plus de la moitié des avis, 20 avis de confiance comptés en plus : "
        "skills (60 avis sur 65)."
    )


def test_it_passes_below_the_half_that_trust_is_counted_in() -> None:
    fine = _uncontested(report(wrong=30, right=15))
    assert fine.passed
    assert "20 avis de confiance comptés en plus" in fine.sentence


@pytest.mark.parametrize(("now", "passes"), [(0.2, False), (0.5, True)])
def test_a_kind_that_vanishes_is_refused(now: float, passes: bool) -> None:
    labelled = pd.DataFrame({"kind": ["measure"] * 20, "verb": ["accept"] * 20})
    told = SimpleNamespace(labelled=labelled, challenger=np.full(20, now), champion=np.full(20, 1.0))
    told.scales = (np.ones(20), 1.0)
    found = _still_shown(cast("Appraisal", told), 0.5)
    assert found.passed is passes
    assert found.sentence.startswith("Mesure : sur environ 20") is not passes
