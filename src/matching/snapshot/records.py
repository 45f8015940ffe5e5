"""The options as JSON Lines, one option per line, each found through its offset and parsed only when asked for."""

import json
import mmap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.errors import InvalidInputError
from matching.snapshot.manifest import FileEntry, damaged, hashed_file

LINES = "options.jsonl"
OFFSETS = "offsets.npy"
IDS = "ids.json"
FILES = (LINES, OFFSETS, IDS)


@dataclass(frozen=True)
class Records:
    """The options of one snapshot: (n + 1,) int64 offsets into the bytes of the lines, and the id of each row."""

    folder: Path
    lines: mmap.mmap | bytes
    offsets: NDArray[np.int64]
    ids: Sequence[str]
    rows: Mapping[str, int]

    def option(self, row: int) -> AnyOpportunity:
        """The option of a row, read from its line; IndexError outside, DamagedError when the line is no such option."""
        if not 0 <= row < len(self.ids):
            raise IndexError(f"There is no row {row} among {len(self.ids)} options.")
        line = self.lines[self.offsets[row] : self.offsets[row + 1]]
        try:
            option = opportunity_type.validate_json(line)
        except ValidationError as error:
            raise damaged(self.folder, "une de ses options ne peut pas être lue") from error
        if option.id != self.ids[row]:
            raise damaged(self.folder, "une de ses options est à la place d'une autre")
        return option


def write_records(folder: Path, records: Iterable[tuple[str, str]], entries: dict[str, FileEntry]) -> int:
    """Write (id, JSON text) pairs in their order; how many there were.

    An id that comes twice and a text of several lines are an InvalidInputError.
    """
    ids: dict[str, None] = {}
    offsets = [0]
    with hashed_file(folder, LINES, entries) as file:
        for id_, text in records:
            if id_ in ids:
                raise InvalidInputError(f"L'option {id_} vient deux fois ; un instantané la contient une seule fois.")
            if "\n" in text:
                raise InvalidInputError(
                    f"L'option {id_} ne tient pas sur une ligne de JSON ; l'écrire sans retour à la ligne."
                )
            ids[id_] = None
            file.write(f"{text}\n".encode())
            offsets.append(file.size)
    with hashed_file(folder, OFFSETS, entries) as file:
        np.lib.format.write_array(file, np.array(offsets, dtype=np.int64), allow_pickle=False)
    with hashed_file(folder, IDS, entries) as file:
        file.write(json.dumps(list(ids), ensure_ascii=False).encode())
    return len(ids)


def read_records(folder: Path, options: int) -> Records:
    """The records of a folder whose files were verified; DamagedError when they do not fit together."""
    ids: list[str] = json.loads((folder / IDS).read_bytes())
    offsets = np.load(folder / OFFSETS, mmap_mode="r", allow_pickle=False)
    with (folder / LINES).open("rb") as file:
        size = file.seek(0, 2)
        lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""  # nothing cannot be mapped
    rows = {id_: row for row, id_ in enumerate(ids)}
    if not (len(rows) == len(ids) == options and offsets.shape == (options + 1,) and offsets[-1] == size):
        raise damaged(folder, "ses fichiers ne vont pas ensemble")
    return Records(folder, lines, offsets, tuple(ids), MappingProxyType(rows))
