"""What a model foretells of logged options, form by form, and on average as observed."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Model, Terms
from matching.ranking.registry import open_baseline
from matching_training.evaluate.order import predictions as foretold
from matching_training.evaluate.order.acceptance import sigma
from matching_training.fit.success import own_chances
from matching_training.log.tables import CHANCE, FEATURE

BASE = open_baseline()
MEASURE, VACANCY, PLACEMENT = OpportunityKind.MEASURE, OpportunityKind.VACANCY, OpportunityKind.PLACEMENT
N = 9


@pytest.fixture(scope="module")
def shown() -> "pd.DataFrame":
    """Three options of each kind, with every feature unknown but one, for three people of unlike chances."""
    names = {name for kind in BASE.kinds.values() for name in kind.features()}
    features = {FEATURE + name: np.full(N, np.nan) for name in sorted(names)}
    facts = {CHANCE + "months_without_work": np.tile([1.0, 12.0, 60.0], 3), CHANCE + "education": np.full(N, 2.0)}
    kinds = np.repeat([kind.value for kind in OpportunityKind], 3)
    return pd.DataFrame({"kind": kinds, "came": 1.0, **features, **facts})


def with_kind(kind: OpportunityKind, **changed: object) -> Model:
    return BASE.model_copy(update={"kinds": {**BASE.kinds, kind: BASE.kinds[kind].model_copy(update=changed)}})


def success(shown: "pd.DataFrame", model: Model, kind: OpportunityKind) -> foretold.Values:
    at = np.flatnonzero(shown["kind"] == kind.value)
    return sigma(foretold.success_logits(shown, model, BASE)[at])


def total(shown: "pd.DataFrame", model: Model, kind: OpportunityKind) -> foretold.Values:
    rows = shown[shown["kind"] == kind.value]
    factor = model.kinds[kind].gain
    features = {name: np.asarray(rows[FEATURE + name]) for name in factor.terms}
    return Terms.of(factor, features, len(rows)).total


def test_effects_are_those_of_measures_alone_in_points(shown: "pd.DataFrame") -> None:
    effects = foretold.effects(shown, BASE)
    assert effects[shown["kind"] == "measure"].tolist() == total(shown, BASE, MEASURE).tolist()
    assert np.isnan(effects[shown["kind"] != "measure"]).all()


def test_a_measure_adds_its_effect_to_the_own_chance(shown: "pd.DataFrame") -> None:
    own = own_chances(shown, BASE)[shown["kind"] == "measure"]
    assert success(shown, BASE, MEASURE) == pytest.approx(own + total(shown, BASE, MEASURE) / 100)


def test_the_base_adds_a_share_of_what_is_left(shown: "pd.DataFrame") -> None:
    own = own_chances(shown, BASE)[shown["kind"] == "vacancy"]
    share = 1 / (1 + np.exp(-total(shown, BASE, VACANCY)))
    assert success(shown, BASE, VACANCY) == pytest.approx(own + (1 - own) * share)


def test_a_learned_level_of_nothing_leaves_the_own_chance(shown: "pd.DataFrame") -> None:
    nothing = BASE.kinds[VACANCY].gain.model_copy(update={"intercept": 0.0, "terms": {}})
    own = own_chances(shown, BASE)[shown["kind"] == "vacancy"]
    assert success(shown, with_kind(VACANCY, gain=nothing, gain_form="level"), VACANCY) == pytest.approx(own)


def test_where_beginning_was_learned_what_it_changes_is_the_constant(shown: "pd.DataFrame") -> None:
    begins = BASE.kinds[PLACEMENT].gain.model_copy(update={"intercept": 5.0})
    own = own_chances(shown, BASE)[shown["kind"] == "placement"]
    learned = with_kind(PLACEMENT, gain=begins, gain_share=0.25)
    assert success(shown, learned, PLACEMENT) == pytest.approx(own + (1 - own) * 0.25)


def test_chances_come_to_what_was_stated_kind_by_kind_and_only_of_what_began(
    shown: "pd.DataFrame",
) -> None:
    stated = np.array([1, 0, 0, 1, 1, 0, np.nan, np.nan, np.nan])
    labelled = shown.assign(success=stated, came=np.where(np.arange(N) == 2, np.nan, 1.0))
    logits = foretold.success_logits(shown, BASE, BASE)
    found = foretold.once_begun(logits, labelled.assign(success=stated))
    for first in (0, 3):
        rows = np.arange(first, first + 3)
        whole = foretold.once_begun(logits, labelled.assign(came=1.0))[rows]
        assert whole.mean() == pytest.approx(stated[rows].mean(), abs=1e-5)
        assert np.argsort(whole).tolist() == np.argsort(logits[rows]).tolist()
    assert np.isnan(found[[2, 6, 7, 8]]).all()
    assert not np.isnan(found[[0, 1, 3, 4, 5]]).any()
