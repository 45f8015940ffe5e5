"""The shape of a small map: the person's place in the middle, north up, an option's place, rings of distance.

Lengths are units of a square drawing of SIDE units; a template draws it with classes. Nothing is loaded from anywhere.
"""

from collections.abc import Mapping
from datetime import datetime
from math import radians
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import Viewer
from matching.places.distance import EARTH_RADIUS_KM, kilometres
from matching.use_cases.where import Spot

SIDE = 240.0
_MIDDLE = SIDE / 2
_RINGS_KM = (5, 10, 30, 100)
_BARS_KM = (100, 50, 20, 10, 5, 2, 1)
_LEAST_KM = 6.0
"""Half a side shows so much at least: one ring."""
_LEAST_RING = 30.0
"""A smaller ring would lie under the names."""
_DOTS = 40
_KM_OF_A_DEGREE = radians(1) * EARTH_RADIUS_KM


class Mark(NamedTuple):
    """A place on the drawing, its name, where the name stands and how it is anchored there."""

    name: str
    x: float
    y: float
    text_y: float
    anchor: str


class Ring(NamedTuple):
    """A circle around the middle: so many km, radius in units."""

    km: int
    r: float


class SmallMap(NamedTuple):
    """One map: `km` between both places, straight; `bar` the scale; `radius` how far the person travels, if it fits."""

    home: Mark
    place: Mark
    km: float
    rings: tuple[Ring, ...]
    radius: Ring | None
    bar: Ring
    dots: tuple[tuple[float, float], ...]


def maps_of(
    service: Service, person: Profile, shown: Recommendation, viewer: Viewer, at: datetime
) -> Mapping[str, SmallMap]:
    """A map for each card shown whose place is known, where the person's is."""
    found = service.where(person, [card.opportunity for card in shown.cards], viewer=viewer, at=at)
    if found is None:
        return {}
    return {id_: small_map(found.home, spot, found.radius_km, found.around) for id_, spot in found.options.items()}


def small_map(home: Spot, place: Spot, radius_km: int | None, around: NDArray[np.float64]) -> SmallMap:
    """The map of two places, with those `around`, (n, 2) latitudes and longitudes, that lie on it."""
    km = float(kilometres(home.latitude, home.longitude, place.latitude, place.longitude))
    half = max(_LEAST_KM, 1.2 * km)
    if radius_km and half < 1.08 * radius_km <= 4 * half:
        half = 1.08 * radius_km
    unit = _MIDDLE / half
    x, y = project(home, np.array([[place.latitude, place.longitude]]), unit)[0].tolist()
    north = y <= _MIDDLE
    bar = next((each for each in _BARS_KM if each <= 0.6 * half), 1)
    return SmallMap(
        home=Mark(home.name, _MIDDLE, _MIDDLE, _MIDDLE + (16 if north else -9), "middle"),
        place=Mark(place.name, x, y, y + (-9 if north else 16), _anchor(x)),
        km=km,
        rings=tuple(
            Ring(each, each * unit) for each in _RINGS_KM if _LEAST_RING <= each * unit <= _MIDDLE and each != radius_km
        ),
        radius=Ring(radius_km, radius_km * unit) if radius_km and radius_km <= half else None,
        bar=Ring(bar, bar * unit),
        dots=_dots(project(home, around, unit)),
    )


def project(home: Spot, spots: NDArray[np.float64], unit: float) -> NDArray[np.float64]:
    """(n, 2) from the left and from the top, in units, of (n, 2) latitudes and longitudes; `unit` units are one km.

    North is up. A degree of longitude is as long as halfway to each place: lengths are right within 1 % to 150 km.
    """
    north = (spots[:, 0] - home.latitude) * _KM_OF_A_DEGREE
    shrunk = np.cos(np.radians((spots[:, 0] + home.latitude) / 2))
    east = (spots[:, 1] - home.longitude) * _KM_OF_A_DEGREE * shrunk
    return np.column_stack((_MIDDLE + east * unit, _MIDDLE - north * unit))


def _dots(spots: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """At most forty of those that lie on the map, taken evenly."""
    inside = spots[((spots > 3) & (spots < SIDE - 3)).all(axis=1)]
    step = -(-len(inside) // _DOTS) or 1
    return tuple((round(x, 1), round(y, 1)) for x, y in inside[::step].tolist())


def _anchor(x: float) -> str:
    return "start" if x < SIDE / 3 else "end" if x > 2 * SIDE / 3 else "middle"
