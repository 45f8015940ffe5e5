"""Any table as a file: columns and rows, in CSV, Excel or JSON Lines, read by its owner alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from matching.domain.word import Word
from matching.use_cases.export.written import Format, csv_text, new_file, write_rows

FEW = "few"
"""Marks a field that counts people: None there is not unknown, it may not be shown."""

Few = Annotated[int | None, FEW]
"""A count of people; None is hidden: fewer than five, or it would tell of such."""

HIDDEN = "masqué"
"""What stands in a file for a count that may not be shown: an empty cell would be read as none."""


@dataclass(frozen=True)
class Sheet:
    """A table to write or print: the names of its columns, and its rows by column."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]


def sheet_of(kind: type[Word], rows: Sequence[Word]) -> Sheet:
    """The sheet of some rows of one flat word: codes as they are, None empty, counts that are hidden marked."""
    hidden = {name for name, field in kind.model_fields.items() if FEW in field.metadata}
    told = (row.model_dump(mode="json") for row in rows)
    return Sheet(
        columns=tuple(kind.model_fields),
        rows=tuple(
            {name: HIDDEN if name in hidden and value is None else value for name, value in row.items()} for row in told
        ),
    )


def csv_of(sheet: Sheet) -> bytes:
    """A table as a CSV file to send, byte for byte what `write_sheet` writes. No cell begins like a formula."""
    return csv_text(sheet.columns, sheet.rows).encode("utf-8-sig")


def write_sheet(sheet: Sheet, to: Path, *, how: Format, force: bool = False) -> int:
    """Write a table to a new file; how many rows. No cell begins like a formula.

    ConflictError when there is such a file and `force` is not given; InvalidInputError when it cannot be written.
    """
    with new_file(to, force=force) as draft:
        return write_rows(draft, how, sheet.columns, sheet.rows)
