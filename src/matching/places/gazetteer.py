"""Where a postcode or a municipality lies; what is not known for sure is unknown, never guessed."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matching.errors import DamagedError
from matching.places.distance import kilometres
from matching.places.french_areas import region
from matching.places.geonames import COUNTRIES, cache_path, geonames_table
from matching.places.names import CANTONS, name_key, without_canton, without_district
from matching.places.place_table import Candidate, PlaceTable, Position, centroid, read_tables
from matching.places.swiss_directory import directory_path

AMBIGUOUS_KM = 20.0  # namesakes further apart than this are two places, and the name alone says nothing

_COUNTRY_PREFIX = re.compile(r"^(?:[A-Z]{1,2}-)?")


class Gazetteer:
    """Finds places by postcode and by name; each country's table is loaded on its first use and kept."""

    def __init__(
        self,
        load: Callable[[str], PlaceTable],
        version: str = "given",
        *,
        at_hand: Callable[[str], bool] = lambda _country: True,
    ) -> None:
        """`load` gives the table of an ISO 3166 country code, an empty one for a country it does not know.

        `at_hand` says whether that is quick: whether the table need not be built first.

        `version` changes when places may have moved: what was computed with another one is to be computed again.
        """
        self._load, self._at_hand = load, at_hand
        self.version = version
        self._tables: dict[str, PlaceTable] = {}
        self._spots: dict[str, NDArray[np.float64]] = {}
        self._lock = Lock()

    def locate(
        self, country: str, postcode: str | None, municipality: str | None, canton: str | None = None
    ) -> tuple[float, float] | None:
        """Centroid of the postcode, else of the municipality: (latitude, longitude) in degrees, WGS84, or None.

        `canton` (or the département: its code or the first digits of `postcode`, which tell the region) chooses
        among namesakes, and a name known only elsewhere is unknown; namesakes still more than 20 km apart are too.
        """
        table = self._table(country.strip().upper())
        code = _COUNTRY_PREFIX.sub("", (postcode or "").strip().upper())
        known = table.postcodes.get(code)
        if known is not None:
            return known[0], known[1]
        key = name_key(municipality or "")
        if not key:
            return None
        if country.strip().upper() == "FR":
            return _spot(table, key, region(code, canton))
        bare, named = without_canton(key)
        given = (canton or "").strip().upper()
        return _spot(table, bare, named or (given if given in CANTONS else None))

    def spots(self, country: str) -> NDArray[np.float64]:
        """(n, 2) latitudes and longitudes, in degrees, of the places of a country; gathered at the first call, kept.

        None as long as the country's table would have to be built first: nobody waits for what only orients.
        """
        code = country.strip().upper()
        if code not in self._spots:
            if code not in self._tables and not self._at_hand(code):
                return np.zeros((0, 2))
            names = self._table(code).names.values()
            found = {(latitude, longitude) for entries in names for _, _, latitude, longitude in entries}
            self._spots[code] = np.array(sorted(found), dtype=np.float64).reshape(-1, 2)
        return self._spots[code]

    def _table(self, country: str) -> PlaceTable:
        table = self._tables.get(country)
        if table is None:
            with self._lock:
                table = self._tables.get(country) or self._load(country)
                self._tables[country] = table
        return table


def open_gazetteer(data_dir: Path) -> Gazetteer:
    """The gazetteer of a data folder: the official Swiss directory when imported, else GeoNames; GeoNames for France.

    No place is read before the first `locate()`; a directory imported after that is seen by the next gazetteer opened.
    A damaged directory raises DamagedError then; a damaged GeoNames cache is built anew.
    """

    def load(country: str) -> PlaceTable:
        directory = directory_path(data_dir)
        if country in {"CH", "LI"} and directory.exists():
            try:
                return read_tables(directory).get(country, PlaceTable())
            except DamagedError as error:
                raise DamagedError(
                    f"{str(error).removesuffix('.')} ; importer à nouveau l'annuaire suisse des localités."
                ) from error
        return geonames_table(data_dir / "places", country) if country in COUNTRIES else PlaceTable()

    def at_hand(country: str) -> bool:
        from_directory = country in {"CH", "LI"} and directory_path(data_dir).exists()
        return from_directory or country not in COUNTRIES or cache_path(data_dir / "places", country).exists()

    return Gazetteer(load, _version(directory_path(data_dir)), at_hand=at_hand)


def _version(directory: Path) -> str:
    try:
        return f"directory-{sha256(directory.read_bytes()).hexdigest()[:12]}"
    except OSError:
        return "geonames"


def _spot(table: PlaceTable, key: str, area: str | None) -> Position | None:
    candidates = table.names.get(key) or table.names.get(without_district(key), [])
    fitting = [candidate for candidate in candidates if area in {None, candidate[1]}]
    if not fitting:
        return None
    best = min(rank for rank, *_ in fitting)
    return _one_place([candidate for candidate in fitting if candidate[0] == best])


def _one_place(candidates: list[Candidate]) -> Position | None:
    positions = [(latitude, longitude) for _, _, latitude, longitude in candidates]
    if len(positions) > 1:
        latitudes, longitudes = zip(*positions, strict=True)
        if any(kilometres(*position, latitudes, longitudes).max() > AMBIGUOUS_KM for position in positions):
            return None
    return centroid(positions)
