"""Offers of different catalogues that are alike: by what they say, what they are for and where they are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.places.distance import kilometres

LEAST_LIKENESS = 0.45
"""Mean cosine of roles and bodies from which two offers are told as alike, with the encoder that ships. Read off the
1,081 pairs of the demo's 47 activities by hand, November 2026: above they read alike, below .42 most do not.
"""

NEAR_KM = 20.0
"""Offers within this distance count as near each other: house figure, in a straight line."""


@dataclass(frozen=True)
class Offers:
    """Offers side by side: `roles` and `bodies` (n, d) unit vectors; the rest (n,).

    `catalogue` numbers whose they are, `needs` are bits, `type` a number (-1 unknown); NaN is an unknown
    place.
    """

    roles: NDArray[np.float32]
    bodies: NDArray[np.float32]
    catalogue: NDArray[np.int64]
    needs: NDArray[np.uint64]
    type: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]


@dataclass(frozen=True)
class Alike:
    """Two offers by their places in the arrays, the first before the second; how alike, and how far apart (km, NaN)."""

    first: int
    second: int
    likeness: float
    kilometres: float


def near_duplicates(offers: Offers, *, least: float = LEAST_LIKENESS, within_km: float = NEAR_KM) -> list[Alike]:
    """Pairs of two catalogues, for a need in common or of one type, alike and not known to be far apart.

    The most alike first. An unknown place excludes nothing.
    """
    found: list[Alike] = []
    for first in range(len(offers.catalogue) - 1):
        rest = slice(first + 1, None)
        likeness = (offers.roles[rest] @ offers.roles[first] + offers.bodies[rest] @ offers.bodies[first]) / 2
        here = float(offers.latitude[first]), float(offers.longitude[first])
        apart = kilometres(*here, offers.latitude[rest], offers.longitude[rest])
        same_end = (offers.needs[rest] & offers.needs[first]) != 0
        same_end |= (offers.type[rest] == offers.type[first]) & (offers.type[first] >= 0)
        other = offers.catalogue[rest] != offers.catalogue[first]
        told = (likeness >= least) & same_end & other & ~(apart > within_km)
        found += [
            Alike(first, first + 1 + int(at), float(likeness[at]), float(apart[at])) for at in np.flatnonzero(told)
        ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.second))
