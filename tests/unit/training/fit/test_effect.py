"""Measures: hand-set effects, corrected by what was seen, as far as it goes."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Terms
from matching.ranking.registry import open_baseline
from matching_training.evaluate.order.appraisal import estimated_effects
from matching_training.fit import effect
from matching_training.fit.boosting import CATEGORICAL, Recipe
from matching_training.fit.contested import Tempering
from matching_training.fit.doubly_robust import Pseudo, pseudo_outcomes
from matching_training.fit.effect import _in_steps, effect_rows, fit_effect
from matching_training.fit.labels import Windows, label
from matching_training.fit.rows import Values
from matching_training.log.tables import FEATURE, Log

BASE = open_baseline().kinds[OpportunityKind.MEASURE]
RECIPE = Recipe(bags=3, learning_rate=0.1, most_rounds=200, patience=20)
NONE = Tempering({})


def test_few_beginnings_keep_the_hand_set_effects(drawn: Callable[..., Log]) -> None:
    factor, part = fit_effect(label(drawn(slates=60), Windows()), BASE, recipe=RECIPE, tempering=NONE, source="test")
    assert factor is None
    assert part.chosen == "base"


def test_each_slate_after_which_nothing_began_gives_one_measure(drawn: Callable[..., Log]) -> None:
    rows = effect_rows(label(drawn(slates=300, options=9), Windows()), 0)
    nothing = rows[rows["arm"].eq(0)]
    assert nothing["slate"].is_unique
    assert rows["kind"].eq("measure").all()
    assert rows.equals(effect_rows(label(drawn(slates=300, options=9), Windows()), 0))


def test_a_correction_needs_many_beginnings_and_says_how_sure_it_is(drawn: Callable[..., Log]) -> None:
    labelled = label(drawn(slates=3000, options=4, began=1.0, confounded=0.6), Windows())
    factor, part = fit_effect(labelled, BASE, recipe=RECIPE, tempering=NONE, source="test")
    assert factor is not None
    assert part.average is not None
    assert part.by_type is not None
    true = labelled.loc[labelled["kind"].eq("measure"), FEATURE + "measure_type"].map({1: -2.0, 3: 6.0, 6: 10.0}).mean()
    assert abs(part.average.estimate - true) < 2.5 * part.average.error
    assert abs((part.naive or 0) - true) > 5
    for shrunk in part.by_type.by_type.values():
        assert abs(shrunk.kept - part.by_type.others) <= abs(shrunk.found - part.by_type.others) + 1e-9
    types = factor.terms["measure_type"]
    assert all(error > 0 for error in types.errors)
    seen = {1, 3, 6}
    assert [not thin for thin in types.thin] == [code in seen for code in range(len(types.thin))]
    assert factor.intercept_error == 0.0
    assert set(factor.terms) == set(BASE.gain.terms)
    x = {name: labelled[FEATURE + name].to_numpy(dtype=float)[:20] for name in factor.terms}
    assert np.isfinite(Terms.of(factor, x, 20).total).all()
    assert factor.link == "identity"


def test_what_is_learned_and_what_it_is_held_against_come_of_the_same_features(
    drawn: Callable[..., Log], monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled, read = label(drawn(slates=600, options=4, began=1.0), Windows()), []

    def heard(features: Mapping[str, Values], *args: Any, **told: Any) -> Pseudo:
        read.append(dict(features))
        return pseudo_outcomes(features, *args, **told)

    monkeypatch.setattr(effect, "pseudo_outcomes", heard)
    fit_effect(labelled, BASE, recipe=RECIPE, tempering=NONE, source="test")
    estimated = estimated_effects(labelled, BASE, RECIPE.seed)
    learned, held_against = read
    assert CATEGORICAL in held_against
    assert list(learned) == list(held_against)
    for name, values in learned.items():
        np.testing.assert_array_equal(values, held_against[name])
    rows = effect_rows(labelled, RECIPE.seed).index
    assert np.isnan(np.delete(estimated, rows)).all()
    assert np.isfinite(estimated[rows]).any()


def test_a_hand_set_line_in_steps_has_its_values_at_its_knots() -> None:
    for name, table in BASE.gain.terms.items():
        if table.categories:
            continue
        steps = _in_steps(table)
        knots = np.array(table.knots)
        np.testing.assert_allclose(steps.values[steps.place(knots)], table.term(knots), err_msg=name)
        between = np.linspace(knots[0], knots[-1], 200)
        span = np.ptp(table.values) / 4
        assert np.abs(steps.values[steps.place(between)] - table.term(between)).max() <= span
