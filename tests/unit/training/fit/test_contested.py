"""What counsellors contest weighs less; a few clicks do little; rules are not features."""

import numpy as np
import pandas as pd
import pytest

from matching_training.fit.boosting import Boosted
from matching_training.fit.contested import contested, tempering
from matching_training.fit.steps import Steps, ends_marked


def feedback(**verdicts: dict[str, int]) -> pd.DataFrame:
    rows = [(name, verdict) for name, by in verdicts.items() for verdict, n in by.items() for _ in range(n)]
    return pd.DataFrame(rows, columns=["feature", "verdict"])


def test_doubt_counts_twenty_verdicts_of_trust_against_what_was_contested() -> None:
    said = contested(feedback(skills={"right": 10, "wrong": 20, "beside_the_point": 30}, distance={"wrong": 1}))
    assert [each.feature for each in said] == ["skills", "distance"]
    assert said[0].doubt == pytest.approx(50 / 80)
    assert (said[0].wrong, said[0].beside_the_point, said[0].for_the_gate) == (20, 30, True)
    assert said[1].doubt == pytest.approx(1 / 21)
    assert not said[1].for_the_gate


def test_thirty_of_forty_five_is_more_than_half_and_still_not_enough_for_the_gate() -> None:
    (said,) = contested(feedback(skills={"right": 15, "wrong": 30}))
    assert (said.against, said.verdicts, said.for_the_gate) == (30, 45, False)


def test_rules_and_silence_are_left_out() -> None:
    assert contested(feedback(laci_art_66a={"wrong": 50})) == ()
    assert contested(feedback()) == ()


def test_a_contested_table_keeps_its_share_of_range_around_its_mean() -> None:
    x = np.linspace(0, 1, 101)
    table = ends_marked(Steps(np.array([0.5]), np.array([-1.0, 1.0]), np.ones(2)), x, 5, unknown=(0, 0), source="test")
    model = Boosted(link="logistic", intercept=0.0, intercept_error=0.0, tables={"skills": table, "distance": table})
    tempered = tempering(contested(feedback(skills={"wrong": 20}))).on(model, {"skills": x, "distance": x})
    before, after = table.term(x), tempered.tables["skills"].term(x)
    assert np.ptp(after) == pytest.approx(0.5 * np.ptp(before))
    assert after.mean() == pytest.approx(before.mean())
    assert tempered.tables["distance"] == table
