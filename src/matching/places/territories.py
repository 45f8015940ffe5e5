"""Which cantons and départements there are."""

from matching.places.french_areas import DEPARTEMENTS
from matching.places.names import CANTONS

_PARTS = {"CH": CANTONS, "FR": DEPARTEMENTS}


def there_is(territory: str) -> bool:
    """Whether a country, canton or département exists, as CH, CH-NE, FR-07; of a municipality, that it is in one.

    Numbers of municipalities are not looked up: no list of them is kept here.
    """
    country, *parts = territory.split("-")
    return country in _PARTS and (not parts or parts[0] in _PARTS[country])
