"""Cells meet their column names: the same rules for text tables and for workbooks."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matching.catalogue.rows import Row
from matching.errors import InvalidInputError


def checked_header(path: Path, cells: Sequence[str]) -> list[str]:
    """Column names, trimmed, without the empty ones at the end; InvalidInputError for a nameless or repeated one."""
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if "" in names:
        raise InvalidInputError(f"{path}: column {names.index('') + 1} has no name; give it one in the header.")
    repeated = [name for name, count in Counter(names).items() if count > 1]
    if repeated:
        raise InvalidInputError(f"{path} has several columns named {repeated[0][:80]!r}; rename or delete one.")
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
            f"The row has {len(cells)} cells and the header {len(names)}; put quotes around a text with delimiters."
        )
    return Row(line, record, problem)
