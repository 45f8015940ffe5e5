"""The small map: north up, east right, lengths true to the sphere, nothing off the paper."""

from math import hypot
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places.distance import kilometres
from matching.use_cases.where import Spot
from matching.web.small_map import SIDE, project, small_map

LAUSANNE = Spot("1004 Lausanne", 46.5285, 6.6187)
NOWHERE = np.zeros((0, 2))


def place_at(latitude: float, longitude: float) -> Spot:
    return Spot("Ailleurs", latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude", "where"), [(0.2, 0, "up"), (-0.2, 0, "down"), (0, 0.2, "right"), (0, -0.2, "left")]
)
def test_north_is_up_and_east_is_right(latitude: float, longitude: float, where: str) -> None:
    place = small_map(
        LAUSANNE, place_at(LAUSANNE.latitude + latitude, LAUSANNE.longitude + longitude), None, NOWHERE
    ).place
    away = {
        "up": SIDE / 2 - place.y,
        "down": place.y - SIDE / 2,
        "right": place.x - SIDE / 2,
        "left": SIDE / 2 - place.x,
    }
    assert max(away, key=lambda side: away[side]) == where
    assert away[where] > 40


@given(
    north=st.floats(-1.2, 1.2),
    east=st.floats(-1.7, 1.7),
    latitude=st.floats(41.0, 51.0),
    longitude=st.floats(-5.0, 10.0),
)
def test_every_length_is_right_within_one_percent(north: float, east: float, latitude: float, longitude: float) -> None:
    home, unit = Spot("Ici", latitude, longitude), 2.0
    there = np.array([[latitude + north, longitude + east]])
    true = float(kilometres(latitude, longitude, there[:, 0], there[:, 1])[0])
    x, y = project(home, there, unit)[0]
    drawn = hypot(x - SIDE / 2, y - SIDE / 2) / unit
    assert drawn == pytest.approx(true, rel=0.01, abs=1e-6)


def test_the_bar_and_the_rings_have_the_scale_of_the_way() -> None:
    for spot in (place_at(46.9918, 6.931), place_at(46.5368, 6.588), place_at(47.3769, 8.5417)):
        drawn = small_map(LAUSANNE, spot, None, NOWHERE)
        unit = hypot(drawn.place.x - SIDE / 2, drawn.place.y - SIDE / 2) / drawn.km
        for ring in (*drawn.rings, drawn.bar):
            assert ring.r == pytest.approx(ring.km * unit, rel=0.01)
        assert 0 < drawn.place.x < SIDE
        assert 0 < drawn.place.y < SIDE
        assert all(ring.r <= SIDE / 2 for ring in drawn.rings)
        assert drawn.rings


def test_the_way_a_person_travels_is_a_circle_where_it_fits() -> None:
    near = place_at(46.6, 6.7)  # 10 km
    assert small_map(LAUSANNE, near, 20, NOWHERE).radius is not None
    assert {ring.km for ring in small_map(LAUSANNE, near, 10, NOWHERE).rings} == {5}
    assert small_map(LAUSANNE, near, 200, NOWHERE).radius is None
    assert small_map(LAUSANNE, near, None, NOWHERE).radius is None


def test_the_same_place_is_a_map_too() -> None:
    drawn = small_map(LAUSANNE, LAUSANNE, None, NOWHERE)
    assert (drawn.km, drawn.place.x, drawn.place.y) == (0, SIDE / 2, SIDE / 2)
    assert drawn.home.text_y != drawn.place.text_y


def test_forty_places_at_most_are_dots_all_on_the_paper_and_it_is_quick() -> None:
    around = np.random.default_rng(7).uniform((45.8, 5.9), (47.8, 10.5), (40_000, 2))
    began = perf_counter()
    for _ in range(20):
        drawn = small_map(LAUSANNE, place_at(46.9918, 6.931), 30, around)
    assert (perf_counter() - began) / 20 < 0.05  # ten times what it takes on a busy machine
    assert 20 < len(drawn.dots) <= 40
    assert all(0 < x < SIDE and 0 < y < SIDE for x, y in drawn.dots)
