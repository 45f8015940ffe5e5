"""The contributions of a score are its own arithmetic: they sum to it, whatever the terms."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.ranking.attribution import REFERENCE, attribute, product
from matching.ranking.model import Factor, Terms

term = st.floats(-4, 4, allow_nan=False)
factors = st.builds(
    Factor, link=st.sampled_from(["logistic", "identity"]), intercept=st.floats(-3, 3), terms=st.just({})
)


def terms_of(factor: Factor, values: dict[str, list[float]]) -> Terms:
    by_feature = {name: np.array(column) for name, column in values.items()}
    return Terms(
        factor=factor, by_feature=by_feature, total=factor.intercept + np.sum(list(by_feature.values()), axis=0)
    )


@given(factors, factors, st.lists(st.tuples(term, term, term, term), min_size=1, max_size=5), st.floats(0.1, 100))
def test_contributions_sum_to_the_product_of_the_factors(
    accept: Factor, gain: Factor, rows: list[tuple[float, float, float, float]], scale: float
) -> None:
    columns = list(map(list, zip(*rows, strict=True)))
    first = terms_of(accept, {"distance": columns[0], "project": columns[1]})
    second = terms_of(gain, {"skills": columns[2], "project": columns[3]})
    points = attribute(first, second, scale)
    np.testing.assert_allclose(
        np.sum(list(points.values()), axis=0), product(first, second, scale), rtol=1e-12, atol=1e-9
    )
    assert set(points) == {REFERENCE, "distance", "project", "skills"}


def test_terms_that_cancel_each_other_still_have_their_parts() -> None:
    factor = Factor(link="logistic", intercept=0.0, terms={})
    same = terms_of(factor, {"near": [2.0], "small_workload": [-2.0]})
    points = attribute(same, terms_of(factor, {"skills": [0.0]}), 100)
    assert points["near"][0] > 0
    assert points["near"][0] == -points["small_workload"][0]
    np.testing.assert_allclose(
        np.sum(list(points.values()), axis=0), product(same, terms_of(factor, {"skills": [0.0]}), 100)
    )


def test_a_term_that_is_zero_gets_nothing() -> None:
    factor = Factor(link="logistic", intercept=-1.0, terms={})
    points = attribute(terms_of(factor, {"near": [1.0], "silent": [0.0]}), terms_of(factor, {"skills": [0.5]}), 100)
    assert points["silent"][0] == 0
