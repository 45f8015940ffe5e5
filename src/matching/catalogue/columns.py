"""Cells meet their column names: the same rules for text tables and for workbooks."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matching.catalogue.rows import Row
from matching.contracts.reasons import shown
from matching.errors import InvalidInputError


def checked_header(path: Path, cells: Sequence[str]) -> list[str]:
    """Column names, trimmed, without the empty ones at the end; InvalidInputError for a nameless or repeated one."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if "" in names:
        raise InvalidInputError(
            f"{path} : la colonne {names.index('') + 1} n'a pas de nom ; lui en donner un dans l'en-tête."
        )
    repeated = [name for name, count in Counter(names).items() if count > 1]
    if repeated:
        raise InvalidInputError(
            f"{path} a plusieurs colonnes « {shown(repeated[0])} » ; en renommer ou en supprimer une."
        )
    return names


def is_blank(cells: Sequence[Any]) -> bool:
    """Whether no cell holds anything but blanks."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def row_of(line: int, names: Sequence[str], cells: Sequence[Any], missing: Any) -> Row:
    """The row of some cells: absent last cells are `missing`, a cell beyond the last column is the row's problem."""
    record = dict(zip(names, cells, strict=False))
    for name in names[len(cells) :]:
        record[name] = missing
    problem = None
    if not is_blank(cells[len(names) :]):
        problem = (
            f"la ligne a {len(cells)} cellules et l'en-tête {len(names)} ; "
            "mettre entre guillemets un texte qui contient le séparateur"
        )
    return Row(line, record, problem)
