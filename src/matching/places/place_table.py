"""Compact place tables on disk: built once, checked by their sha256, read whole in a few hundredths of a second."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matching.errors import DamagedError
from matching.places.names import name_key, other_keys, without_canton

FORMAT = 1  # raise it whenever the way tables are built changes: caches are then built anew

Position = tuple[float, float]
# (rank, area, latitude, longitude): rank 0 is the best kind of name; area is a canton or a French region
Candidate = tuple[int, str, float, float]


@dataclass(frozen=True)
class PlaceTable:
    """The places of one country: centroids by postcode, candidates by name key; positions in degrees, WGS84."""

    postcodes: dict[str, Position] = field(default_factory=dict)
    names: dict[str, list[Candidate]] = field(default_factory=dict)


def centroid(positions: Iterable[Position]) -> Position:
    """The mean of (latitude, longitude) pairs in degrees, to six decimals (0.1 m); fit for spots tens of km apart."""
    distinct = sorted(set(positions))
    count = len(distinct)
    return round(sum(p[0] for p in distinct) / count, 6), round(sum(p[1] for p in distinct) / count, 6)


def add_name(table: PlaceTable, name: str, rank: int, area: str, position: Position) -> None:
    """Enter a place under its name at `rank` and under its other keys at `rank + 1`; a trailing canton is cut off."""
    for offset, keys in enumerate(({name_key(name)}, other_keys(name))):
        for raw in sorted(keys):
            bare, canton = without_canton(raw)
            key = bare if canton == area else raw
            entry = (rank + offset, area, *position)
            entries = table.names.setdefault(key, [])
            if key and entry not in entries:
                entries.append(entry)


def write_tables(path: Path, source: str, tables: Mapping[str, PlaceTable]) -> None:
    """Write the tables of some countries (ISO 3166 code to table) in one step: readers see the old or the new file."""
    content = {
        "format": FORMAT,
        "source": source,
        "countries": {code: {"postcodes": table.postcodes, "names": table.names} for code, table in tables.items()},
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # public data, which another account of the service may read
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def read_tables(path: Path, source: str | None = None) -> dict[str, PlaceTable]:
    """Tables by country code; DamagedError when the file is missing, altered, of another format or `source`."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise DamagedError(f"{path} ne peut pas être lu ({error.strerror}).") from error
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        raise DamagedError(f"{path} est endommagé : son contenu ne correspond pas à sa somme de contrôle.")
    content: dict[str, Any] = json.loads(body)
    if content["format"] != FORMAT or source not in {None, content["source"]}:
        raise DamagedError(f"{path} a été écrit par une autre version du service.")
    return {code: PlaceTable(table["postcodes"], table["names"]) for code, table in content["countries"].items()}
