"""The official directory of Swiss towns (swisstopo), imported once into the data folder."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.errors import InvalidInputError
from matching.places.names import CANTONS
from matching.places.place_table import PlaceTable, Position, add_name, centroid, write_tables

# The columns of AMTOVZ_CSV_WGS84.csv that are used. Source: swisstopo, Amtliches Ortschaftenverzeichnis.
_COLUMNS = ("Ortschaftsname", "PLZ", "Gemeindename", "BFS-Nr", "Kantonskürzel", "E", "N")
_MAX_BYTES = 50_000_000  # the directory weighs half a megabyte
_WANTED = "prendre AMTOVZ_CSV_WGS84.csv du répertoire officiel des localités de swisstopo"


@dataclass(frozen=True)
class _Locality:
    name: str
    postcode: str
    municipality: str
    number: str
    canton: str
    position: Position


def directory_path(data_dir: Path) -> Path:
    """Where the imported directory lies."""
    return data_dir / "places" / "swiss_directory.json"


def import_swiss_directory(source: Path, data_dir: Path) -> int:
    """Read the official directory of towns and keep it for `open_gazetteer`; returns the number of localities.

    Takes the CSV with WGS84 coordinates; InvalidInputError when it is anything else. The file kept is replaced in one
    step. Rows without a canton are Liechtenstein's and are kept under LI.
    """
    localities = list(_localities(source))
    if not localities:
        raise InvalidInputError(f"{source} ne contient aucune localité ; {_WANTED}.")
    tables = {
        "CH": _table([locality for locality in localities if locality.canton]),
        "LI": _table([locality for locality in localities if not locality.canton]),
    }
    try:
        write_tables(directory_path(data_dir), "swisstopo", tables)
    except OSError as error:
        raise InvalidInputError(
            f"{data_dir} ne peut pas être écrit ({error.strerror}) ; choisir un autre dossier ou demander ce droit."
        ) from error
    return len(localities)


def _localities(source: Path) -> Iterator[_Locality]:
    try:
        if source.stat().st_size > _MAX_BYTES:
            raise InvalidInputError(f"{source} est bien plus grand que l'annuaire ; {_WANTED}.")
        with source.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter=";", strict=True)
            missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise InvalidInputError(f"{source} n'a pas de colonne {missing[0]} ; {_WANTED}.")
            for row in rows:
                yield _locality(
                    {key: value or "" for key, value in row.items() if key}, f"{source}, ligne {rows.line_num}"
                )
    except OSError as error:
        raise InvalidInputError(
            f"{source} ne peut pas être lu ({error.strerror}) ; vérifier le chemin et les droits."
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidInputError(f"{source} n'est pas un CSV en UTF-8 ; {_WANTED}, décompressé.") from error


def _locality(row: dict[str, str], where: str) -> _Locality:
    try:
        latitude, longitude = float(row["N"]), float(row["E"])
    except ValueError as error:
        raise InvalidInputError(f"{where} : les coordonnées ne sont pas des nombres ; {_WANTED}.") from error
    if not (45 < latitude < 48 and 5 < longitude < 11):
        raise InvalidInputError(f"{where} : les coordonnées ne sont pas des degrés WGS84 en Suisse ; {_WANTED}.")
    postcode, canton = row["PLZ"].strip(), row["Kantonskürzel"].strip().upper()
    if not (len(postcode) == 4 and postcode.isdecimal()):
        raise InvalidInputError(f"{where} : le code postal « {_shown(postcode)} » n'a pas quatre chiffres ; {_WANTED}.")
    if canton and canton not in CANTONS:
        raise InvalidInputError(f"{where} : « {_shown(canton)} » n'est pas un canton ; {_WANTED}.")
    return _Locality(row["Ortschaftsname"], postcode, row["Gemeindename"], row["BFS-Nr"], canton, (latitude, longitude))


def _shown(cell: str) -> str:
    return " ".join(cell.split())[:20]


def _table(localities: list[_Locality]) -> PlaceTable:
    by_postcode: dict[str, list[Position]] = defaultdict(list)
    by_municipality: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for locality in localities:
        by_postcode[locality.postcode].append(locality.position)
        by_municipality[locality.number, locality.municipality, locality.canton].append(locality.position)
        by_name[locality.name, locality.canton].append(locality.position)
    table = PlaceTable(postcodes={code: centroid(positions) for code, positions in by_postcode.items()})
    for (_, name, canton), positions in by_municipality.items():
        add_name(table, name, 0, canton, centroid(positions))
    for (name, canton), positions in by_name.items():
        add_name(table, name, 2, canton, centroid(positions))
    table.names.pop("", None)
    return table
