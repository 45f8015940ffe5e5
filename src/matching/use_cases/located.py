"""Coordinates for what names a place: of the postcode, then of the municipality; unknown stays unknown."""

from typing import TypeVar

from matching.domain.opportunity import Place
from matching.domain.person import Residence
from matching.places.gazetteer import Gazetteer

P = TypeVar("P", Residence, Place)


def located(place: P, gazetteer: Gazetteer) -> P:
    """The place with coordinates when it has none and its postcode or municipality is known."""
    if place.latitude is not None or (place.postcode is None and place.municipality is None):
        return place
    found = gazetteer.locate(place.country.upper(), place.postcode, place.municipality, place.region)
    return place if found is None else place.model_copy(update={"latitude": found[0], "longitude": found[1]})
