"""The gate says of contested explanations what was counted, and by which rule."""

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

import pandas as pd

from matching_training.fit.contested import contested
from matching_training.fit.effect import EffectPart
from matching_training.fit.ranker import Report
from matching_training.release.gate import _uncontested


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
