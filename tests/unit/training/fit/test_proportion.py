"""What was not learned keeps its hand-set proportion to what was."""

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")

import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.features import FEATURES
from matching.ranking.model import Model
from matching.ranking.registry import open_baseline
from matching_training.fit.proportion import in_proportion
from matching_training.fit.scored import scores
from matching_training.log.tables import CHANCE, FEATURE

K = OpportunityKind


def shown() -> pd.DataFrame:
    kinds = [kind.value for kind in OpportunityKind for _ in range(4)]
    features = {FEATURE + feature.name: [0.5, 0.6, 0.7, 0.8] * 3 for feature in FEATURES}
    facts = {CHANCE + "months_without_work": 12.0, CHANCE + "education": 2.0}
    rest = {"slate": [f"s-{row // 2}" for row in range(12)], "kind": kinds, "open_questions": 0, "price": 0.0}
    return pd.DataFrame({**rest, **features, **facts})


def halved(model: Model, kind: OpportunityKind) -> Model:
    parts = model.kinds[kind]
    return model.model_copy(
        update={"kinds": {**model.kinds, kind: parts.model_copy(update={"gain_share": parts.gain_share / 2})}}
    )


def means(model: Model) -> pd.Series:
    rows = shown()
    return rows.assign(score=scores(rows, model)).groupby("kind")["score"].mean()


def test_the_other_kinds_shrink_as_the_learned_one_did() -> None:
    base = open_baseline()
    found = in_proportion(shown(), halved(base, K.VACANCY), base, [K.VACANCY])
    assert (means(found) / means(base)).to_dict() == pytest.approx({kind.value: 0.5 for kind in K})


def test_nothing_changes_where_nothing_or_everything_was_learned() -> None:
    base = open_baseline()
    model = halved(base, K.VACANCY)
    assert in_proportion(shown(), model, base, []) == model
    assert in_proportion(shown(), model, base, list(K)).kinds == model.kinds


def test_the_scale_is_what_a_hand_set_point_became() -> None:
    base = open_baseline()
    assert in_proportion(shown(), halved(base, K.VACANCY), base, [K.VACANCY]).scale == pytest.approx(0.5)
    both = halved(halved(base, K.VACANCY), K.MEASURE)
    assert in_proportion(shown(), both, base, [K.VACANCY, K.MEASURE]).scale == pytest.approx(0.5)
