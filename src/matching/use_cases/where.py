"""Where a person and some options are: what a small map beside a card is drawn from. Unknown places are left out."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import Place
from matching.domain.person import Residence
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.use_cases.located import located
from matching.use_cases.workplace import Workplace
from matching.visibility.options import may_see


class Spot(NamedTuple):
    """A place with its name; degrees, WGS84: the centroid of a postcode or municipality, never an address."""

    name: str
    latitude: float
    longitude: float


class Where(NamedTuple):
    """The home of a person, how far they travel (km, None: unknown), and options by their id.

    `around` are the places that a list of reference knows there: (n, 2) latitudes and longitudes.
    """

    home: Spot
    radius_km: int | None
    options: Mapping[str, Spot]
    around: NDArray[np.float64]


def where(
    workplace: Workplace, person: Profile, options: Iterable[str], *, viewer: Viewer, at: datetime
) -> Where | None:
    """Where the options are that exist for this viewer and the redacted `person`; None where their home is unknown.

    What takes place at a distance is nowhere.
    """
    home = located(person.residence, workplace.gazetteer) if person.residence else None
    if home is None or home.latitude is None or home.longitude is None:
        return None
    live = workplace.live(at)
    visible = may_see(viewer, person, live.publication, at)
    spots, countries = {}, {home.country.value}
    for id_ in options:
        row = live.snapshot.row_of(id_)
        place = live.snapshot.option(row).place if row is not None and visible[row] else None
        if row is None or place is None or place.remote:
            continue
        latitude, longitude = float(live.criteria.latitude[row]), float(live.criteria.longitude[row])
        if not np.isnan(latitude):
            spots[id_] = Spot(_name(place), latitude, longitude)
            countries.add(place.country.value)
    around = np.concatenate([workplace.gazetteer.spots(country) for country in sorted(countries)])
    return Where(Spot(_name(home), home.latitude, home.longitude), person.mobility.radius_km, spots, around)


def _name(place: Place | Residence) -> str:
    return " ".join(part for part in (place.postcode, place.municipality) if part) or place.region or place.country.fr
