"""Distances over the Earth's surface, straight from place to place."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

EARTH_RADIUS_KM = 6371.0088  # mean radius of the Earth (IUGG)


def kilometres(lat: float, lon: float, lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """Great-circle distance from one place to many: (n,) float64, km; NaN where a coordinate is NaN (unknown).

    Coordinates in degrees, WGS84; the sphere is wrong by at most 0.6 %. Source: haversine, R. W. Sinnott (1984).
    """
    here_lat, here_lon = np.radians(np.float64(lat)), np.radians(np.float64(lon))
    there_lat = np.radians(np.asarray(lats, dtype=np.float64))
    there_lon = np.radians(np.asarray(lons, dtype=np.float64))
    half = (
        np.sin((there_lat - here_lat) / 2) ** 2
        + np.cos(here_lat) * np.cos(there_lat) * np.sin((there_lon - here_lon) / 2) ** 2
    )
    # Rounding can push a hair outside [0, 1], where the root or the arcsine would turn a known distance into NaN.
    result: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return result
