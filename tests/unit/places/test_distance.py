"""Distances behave like distances, and the unknown stays unknown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places.distance import EARTH_RADIUS_KM, kilometres

places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def between(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(kilometres(*one, [other[0]], [other[1]])[0])


def test_one_degree_of_latitude_is_111_km() -> None:
    assert kilometres(46.0, 7.0, [47.0], [7.0])[0] == pytest.approx(111.195, abs=0.01)


def test_antipodes_are_half_a_turn_apart() -> None:
    assert between((0.0, 0.0), (0.0, 180.0)) == pytest.approx(np.pi * EARTH_RADIUS_KM)


def test_gives_one_float64_per_place_and_nan_where_unknown() -> None:
    result = kilometres(46.5, 6.6, np.array([46.5, np.nan, 46.2]), np.array([6.6, 6.1, np.nan]))
    assert result.dtype == np.float64
    assert result.shape == (3,)
    assert result[0] == 0.0
    assert np.isnan(result[1:]).all()
    assert np.isnan(kilometres(np.nan, 6.6, [46.5], [6.6])).all()
    assert kilometres(46.5, 6.6, [], []).shape == (0,)


@given(places)
def test_no_distance_to_itself(place: tuple[float, float]) -> None:
    assert between(place, place) == 0.0


@given(places, places)
def test_as_far_there_as_back(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert between(one, other) == pytest.approx(between(other, one), abs=1e-6)


@given(places, places, places)
def test_a_detour_is_never_shorter(
    one: tuple[float, float], detour: tuple[float, float], other: tuple[float, float]
) -> None:
    # near antipodes the arcsine loses half its digits: a metre of slack
    assert between(one, other) <= between(one, detour) + between(detour, other) + 1e-3


@given(places, places)
def test_never_more_than_half_a_turn(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert 0 <= between(one, other) <= np.pi * EARTH_RADIUS_KM
