"""The files of an export: written row by row beside their place, moved there when whole, read by their owner alone."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from errno import EISDIR
from io import StringIO
from pathlib import Path
from tempfile import mkstemp
from types import MappingProxyType
from typing import Any, TextIO

from matching.domain.vocabulary.closed_list import ClosedList
from matching.errors import ConflictError, InvalidInputError
from matching.use_cases.export.columns import Cell, cells_of
from matching.use_cases.export.harmless import harmless
from matching.use_cases.export.json_text import json_text

Rows = Iterable[Mapping[str, Any]]

_MOST_SIGNS = 32_767
_MOST_ROWS = 1_048_576
"""What one cell and one sheet hold. Source: Microsoft, Excel specifications and limits."""
_CUT = " […]"


class Format(ClosedList):
    """How an export is written."""

    CSV = "csv", "CSV", "CSV", "CSV", "CSV"
    XLSX = "xlsx", "Excel", "Excel", "Excel", "Excel"
    JSONL = "jsonl", "JSON Lines", "JSON Lines", "JSON Lines", "JSON Lines"


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A draft beside a new file, for its owner alone: at the end it takes the name in one step, or leaves no trace.

    ConflictError when there is such a file and `force` is not given; InvalidInputError when it cannot be written.
    """
    if path.exists() and not force:
        raise _taken(path)
    try:
        with _beside(path, force=force) as draft:
            yield draft
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def refuse_unwritable(path: Path, *, force: bool = False) -> None:
    """Refuse, before long work whose result goes there, what `new_file` would refuse after it; same errors."""
    if path.exists() and not force:
        raise _taken(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def write_rows(draft: Path, how: Format, columns: Sequence[str], rows: Rows) -> int:
    """Write rows one by one, memory does not grow with them; how many there were."""
    return _WRITERS[how](draft, columns, rows)


def _taken(path: Path) -> ConflictError:
    return ConflictError(f"{path} existe déjà ; choisir un autre nom, ou remplacer ce fichier avec --force.")


def _unwritable(path: Path, error: OSError) -> InvalidInputError:
    return InvalidInputError(f"{path} ne peut pas être écrit ({error.strerror}) ; vérifier le dossier et les droits.")


@contextmanager
def _beside(path: Path, *, force: bool) -> Iterator[Path]:
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")  # mode 0600
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        with draft.open("rb") as whole:
            os.fsync(whole.fileno())
        if force:
            draft.replace(path)
        else:
            os.link(draft, path)  # unlike a move it never replaces what somebody put there meanwhile
    finally:
        draft.unlink(missing_ok=True)


def csv_text(columns: Sequence[str], rows: Rows) -> str:
    """The text of a CSV file, for an answer that is no file; to be sent as `utf-8-sig`."""
    text = StringIO(newline="")
    _put_csv(text, columns, rows)
    return text.getvalue()


def _write_csv(draft: Path, columns: Sequence[str], rows: Rows) -> int:
    """UTF-8 with a mark, so that spreadsheets read accents."""
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        return _put_csv(file, columns, rows)


def _put_csv(file: TextIO, columns: Sequence[str], rows: Rows) -> int:
    """Figures as they are, text in quotes."""
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    lines = ([_in_csv(cell) for cell in cells_of(row, columns)] for row in rows)
    return sum(1 for _ in map(writer.writerow, lines))


def _in_csv(cell: Cell) -> Cell:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return harmless(cell) if isinstance(cell, str) else cell


def _write_xlsx(draft: Path, columns: Sequence[str], rows: Rows) -> int:
    """One sheet; text is always text, a figure a figure."""
    import xlsxwriter  # only this format needs it

    count = 0
    book = xlsxwriter.Workbook(str(draft), {"constant_memory": True, "tmpdir": str(draft.parent)})
    try:
        sheet = book.add_worksheet("export")
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column)
        for count, row in enumerate(rows, start=1):
            if count >= _MOST_ROWS:
                raise InvalidInputError(
                    f"Une feuille Excel contient au plus {_MOST_ROWS - 1} lignes ; exporter en csv ou en jsonl."
                )
            for place, cell in enumerate(cells_of(row, columns)):
                _write_cell(sheet, count, place, cell)
    finally:
        book.close()
    return count


def _write_cell(sheet: Any, row: int, place: int, cell: Cell) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, str):
        sheet.write_string(row, place, _fitting(harmless(cell)))
    else:
        sheet.write_number(row, place, cell)


def _fitting(text: str) -> str:
    """What a cell holds, counted as Excel counts, in units of UTF-16; what is cut is marked."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _MOST_SIGNS:
        return text
    return units[: 2 * (_MOST_SIGNS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _write_jsonl(draft: Path, _: Sequence[str], rows: Rows) -> int:
    """One JSON object per line, as the contracts say it; text stays as it is, JSON has no formulas."""
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        lines = (f"{json_text(row)}\n" for row in rows)
        return sum(1 for _ in map(file.write, lines))


_WRITERS: Mapping[Format, Callable[[Path, Sequence[str], Rows], int]] = MappingProxyType(
    {Format.CSV: _write_csv, Format.XLSX: _write_xlsx, Format.JSONL: _write_jsonl}
)
