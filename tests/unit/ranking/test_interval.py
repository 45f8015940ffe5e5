"""Intervals of learned models: from the errors of their terms; where training saw too little they say so."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Band
from matching.ranking.attribution import REFERENCE
from matching.ranking.interval import NINE_TENTHS
from matching.ranking.model import Factor, KindModel, Model, Table
from matching.ranking.rank import KINDS, Ranked, band_of, score
from matching.ranking.registry import open_baseline

VACANCY, MEASURE = OpportunityKind.VACANCY, OpportunityKind.MEASURE

NEAR = Table(
    cuts=(20.0, 200.0),
    values=(0.5, -0.5, -0.5),
    errors=(0.1, 0.2, 0.2),
    thin=(False, False, True),
    source="test",
)
SKILLED = Table(cuts=(0.5,), values=(-0.4, 0.4), unknown=-0.1, errors=(0.1, 0.1), unknown_error=0.3, source="test")


def learned(model: Model, kind: OpportunityKind, accept: Factor, gain: Factor, share: float = 1.0) -> Model:
    form = "level" if kind is VACANCY else "share"
    parts = KindModel(accept=accept, gain=gain, gain_form=form, gain_share=share)
    return model.model_copy(update={"kinds": {**model.kinds, kind: parts}})


ACCEPT = Factor(link="logistic", intercept=0.2, intercept_error=0.05, terms={"distance": NEAR})
GAIN = Factor(link="logistic", intercept=0.3, intercept_error=0.1, terms={"skills": SKILLED})
EFFECT = Factor(link="identity", intercept=2.0, intercept_error=0.5, terms={"skills": SKILLED})


def scored(
    model: Model, kind: OpportunityKind, distance: list[float], skills: list[float], questions: int = 0
) -> Ranked:
    n = len(distance)
    return score(
        {"distance": np.array(distance), "skills": np.array(skills)},
        np.full(n, KINDS.index(kind), dtype=np.int8),
        own_chance=0.3,
        open_questions=np.full(n, questions, dtype=np.int16),
        prices=np.zeros(n),
        model=model,
    )


def test_the_error_of_a_measure_is_that_of_its_two_factors() -> None:
    model = learned(open_baseline(), MEASURE, ACCEPT, EFFECT, share=0.5)
    ranked = scored(model, MEASURE, [10.0], [1.0])
    a = 1 / (1 + np.exp(-0.7))
    effect = 2.4
    variance = (0.5 * a * (1 - a) * effect) ** 2 * (0.05**2 + 0.1**2) + (0.5 * a) ** 2 * (0.5**2 + 0.1**2)
    assert ranked.scores[0] == pytest.approx(0.5 * a * effect)
    assert ranked.high[0] - ranked.scores[0] == pytest.approx(NINE_TENTHS * np.sqrt(variance))


def test_a_hand_set_factor_beside_a_learned_one_keeps_its_interval_and_widens_it() -> None:
    base = open_baseline()
    by_hand = Factor(link="identity", intercept=2.0, terms={})
    model = learned(base, MEASURE, ACCEPT, by_hand)
    ranked = scored(model, MEASURE, [10.0], [1.0])
    assert ranked.high[0] - ranked.scores[0] > base.interval_floor + base.interval_share * abs(ranked.scores[0])


def test_where_training_saw_too_little_the_band_is_unclear() -> None:
    model = learned(open_baseline(), VACANCY, ACCEPT, GAIN)
    ranked = scored(model, VACANCY, [10.0, 300.0], [1.0, 1.0])
    bands = [band_of(s, low, model) for s, low in zip(ranked.scores.tolist(), ranked.low.tolist(), strict=True)]
    assert bands[0] is not Band.UNCLEAR
    assert bands[1] is Band.UNCLEAR


def test_an_uncertain_own_chance_widens_the_interval_of_what_is_added_to_it() -> None:
    model = learned(open_baseline(), VACANCY, ACCEPT, GAIN)
    unsure = model.model_copy(update={"chance_error": 5.0})
    sure, wide = (scored(each, VACANCY, [10.0], [1.0]) for each in (model, unsure))
    assert wide.high[0] > sure.high[0]
    assert wide.scores[0] == sure.scores[0]


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 1)), min_size=1, max_size=6), st.integers(0, 3))
def test_contributions_of_a_learned_model_sum_to_the_score_and_replay_to_the_last_bit(
    rows: list[tuple[float, float]], questions: int
) -> None:
    model = learned(open_baseline(), VACANCY, ACCEPT, GAIN, share=0.3)
    written = Model.model_validate_json(model.model_dump_json(exclude_defaults=True))
    distance, skills = ([row[i] for row in rows] for i in range(2))
    ranked = scored(model, VACANCY, distance, skills, questions)
    total = np.sum(list(ranked.contributions.values()), axis=0)
    np.testing.assert_allclose(total, ranked.scores, rtol=1e-12, atol=1e-9)
    assert REFERENCE in ranked.contributions
    logged = json.loads(json.dumps({"distance": distance, "skills": skills}))
    again = scored(written, VACANCY, logged["distance"], logged["skills"], questions)
    for one, other in ((ranked.scores, again.scores), (ranked.low, again.low), (ranked.high, again.high)):
        assert one.tobytes() == other.tobytes()
