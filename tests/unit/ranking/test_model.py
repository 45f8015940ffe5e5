"""Tables in their three forms, and the baseline to the last bit as it always was."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pydantic import ValidationError

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.features import FEATURES
from matching.ranking.model import Factor, Model, Table, Terms
from matching.ranking.rank import KINDS, score
from matching.ranking.registry import open_baseline

Values = NDArray[np.float64]


def test_a_step_begins_at_its_cut() -> None:
    table = Table(cuts=(1.0, 2.0), values=(10.0, 20.0, 30.0), unknown=-1.0, source="test")
    x = np.array([0.9, 1.0, 1.9, 2.0, 99.0, np.nan])
    assert table.term(x).tolist() == [10, 20, 20, 30, 30, -1]


def test_a_single_step_needs_no_cut() -> None:
    assert Table(values=(2.0,), source="test").term(np.array([0.0, np.nan])).tolist() == [2, 0]


def test_errors_and_thin_support_are_read_like_the_values() -> None:
    table = Table(
        cuts=(1.0,),
        values=(0.0, 1.0),
        errors=(0.1, 0.2),
        unknown_error=0.5,
        thin=(False, True),
        unknown_thin=True,
        source="test",
    )
    x = np.array([0.0, 1.0, np.nan])
    assert table.error(x).tolist() == [0.1, 0.2, 0.5]
    assert table.is_thin(x).tolist() == [False, True, True]


@pytest.mark.parametrize(
    "fields",
    [
        {"cuts": (1.0,), "values": (1.0,)},
        {"cuts": (2.0, 1.0), "values": (1.0, 2.0, 3.0)},
        {"cuts": (1.0,), "knots": (1.0, 2.0), "values": (1.0, 2.0)},
        {"cuts": (1.0,), "values": (1.0, 2.0), "errors": (1.0,)},
        {"knots": (1.0, 2.0), "values": (1.0, 2.0), "thin": (True, False)},
    ],
)
def test_a_table_of_no_form_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Table(source="test", **fields)


def test_over_the_own_chance_nothing_is_gained_where_the_sum_is_zero() -> None:
    factor = Factor(link="logistic", intercept=0.0, terms={})
    gain = Terms.of(factor, {}, 1, own_chance=0.3)
    assert gain.at(gain.total)[0] == pytest.approx(0, abs=1e-15)
    assert gain.at(np.array([1.0]))[0] > 0 > gain.at(np.array([-1.0]))[0]


def drawn(draw: np.random.Generator, n: int) -> dict[str, Values]:
    features = {feature.name: draw.normal(0.3, 0.6, n) for feature in FEATURES}
    features["distance"] *= 40
    features["measure_type"] = draw.integers(0, 12, n).astype(float)
    for values in features.values():
        values[draw.random(n) < 0.15] = np.nan
    return features


def by_hand(model: Model, kind: OpportunityKind, x: dict[str, Values], i: int, own_chance: float) -> float:
    """The form of the baseline, written out: 100 (1 - p0) A h, for measures A times the effect."""
    totals = []
    for factor in (model.kinds[kind].accept, model.kinds[kind].gain):
        total = np.float64(factor.intercept)
        for name, table in factor.terms.items():
            total = total + table.term(x[name][i : i + 1])[0]
        totals.append(total)
    accept, gain = totals
    if kind is OpportunityKind.MEASURE:
        return float(1.0 * (1 / (1 + np.exp(-accept))) * gain)
    return float(100 * (1 - own_chance) * (1 / (1 + np.exp(-accept))) * (1 / (1 + np.exp(-gain))))


def test_the_baseline_scores_to_the_last_bit_as_written_out() -> None:
    model, draw, n = open_baseline(), np.random.default_rng(3), 90
    features, kinds = drawn(draw, n), draw.integers(0, 3, n).astype(np.int8)
    ranked = score(
        features,
        kinds,
        own_chance=0.27,
        open_questions=np.zeros(n, dtype=np.int16),
        prices=np.zeros(n),
        model=model,
    )
    expected = np.array([by_hand(model, KINDS[kinds[i]], features, i, 0.27) for i in range(n)])
    np.testing.assert_array_max_ulp(ranked.scores, expected, maxulp=1)  # exp of one value and of many may differ by it
    assert ((1.0 + 0.5 * np.abs(ranked.scores)) - (ranked.high - ranked.scores) < 1e-12).all()
    assert (ranked.low == ranked.scores - (1.0 + 0.5 * np.abs(ranked.scores))).all()


def test_what_the_baseline_is_written_as_has_no_field_of_learned_models() -> None:
    written = open_baseline().model_dump_json(exclude_defaults=True)
    assert not [
        word for word in ("errors", "thin", "gain_share", "gain_form", "chance_error", "cuts") if word in written
    ]
    assert Model.model_validate_json(written) == open_baseline()
