"""Effects are told by group; judged is only whether prediction and estimate agree."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching_training.evaluate.fairness.effects import effects
from matching_training.evaluate.fairness.finding import Subject
from matching_training.evaluate.fairness.groups import Groups

PERSON = np.arange(400)


def test_a_group_that_gains_more_is_told_and_not_tested(groups: Groups) -> None:
    group = groups.shown[0]
    gains = np.where(np.isin(PERSON, group.members), 8.0, 5.0) + np.random.default_rng(0).normal(size=400)
    found = {(each.subject, each.group.name): each for each in effects(PERSON, gains, gains + 0.0, groups, draws=50)}
    told = found[Subject.EFFECT_PREDICTED, group.name]
    assert told.low > 2
    assert np.isnan(told.p)
    assert found[Subject.EFFECT_CALIBRATION, group.name].difference == 0


def test_an_effect_promised_to_one_group_alone_is_found(groups: Groups) -> None:
    group = groups.shown[0]
    noisy = 5 + np.random.default_rng(0).normal(0, 10, 400)
    promised = np.where(np.isin(PERSON, group.members), 11.0, 5.0)
    found = effects(PERSON, promised, noisy, groups, draws=50)
    surest = min((each for each in found if each.subject is Subject.EFFECT_CALIBRATION), key=lambda each: each.p)
    assert surest.group is group
    assert surest.low > 4


def test_without_an_estimate_nothing_is_judged(groups: Groups) -> None:
    need = pd.Series(PERSON % 3, index=PERSON)
    found = effects(PERSON, np.random.default_rng(0).normal(size=400), None, groups, need=need, draws=20)
    assert {each.subject for each in found} == {Subject.EFFECT_PREDICTED}
