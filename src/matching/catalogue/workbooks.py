"""Reading one sheet of an Excel workbook (.xlsx), row by row."""

import math
import warnings as python_warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from matching.catalogue.archive_checks import check_workbook_archive
from matching.catalogue.columns import checked_header, is_blank, row_of
from matching.catalogue.rows import MAX_FIELD, MAX_FIELD_IN_WORDS, Row, Rows, open_checked, readable, started
from matching.contracts.reasons import shown
from matching.errors import InvalidInputError

MAX_SHEET_ROWS = 1_048_576  # Excel's own limit
_BATCH = 500
_EXCEL_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


def read_xlsx(path: Path, sheet: str | None = None) -> Rows:
    """Rows of a sheet, whose first row with content names the columns; `line` is the sheet's row.

    `sheet` is its title, in any case; None takes the first visible one, and a warning names it if there are others.
    Empty cells are None, dates and times ISO 8601 texts (a date at midnight is a date), whole numbers int; formulas
    give the values last computed. Blank rows are skipped. A row with cells beyond the header or with an Excel error
    carries a problem; InvalidInputError for the workbook as a whole.
    """
    warnings: list[str] = []
    return Rows(started(path, _rows(path, sheet, warnings)), None, warnings)


def _rows(path: Path, title: str | None, warnings: list[str]) -> Iterator[Row]:
    with open_checked(path) as file:
        with readable(path):
            check_workbook_archive(path, file)
        names: list[str] = []
        for line, cells in _sheet(path, file, title, warnings):
            if is_blank(cells):
                continue
            if names:
                yield _row(line, names, cells)
            else:
                names = checked_header(path, ["" if cell is None else str(cell) for cell in cells])


def _sheet(path: Path, file: BinaryIO, title: str | None, warnings: list[str]) -> Iterator[tuple[int, list[Any]]]:
    """Row numbers and cells; whatever openpyxl raises on a damaged workbook becomes one sentence."""
    import openpyxl  # takes a third of a second, and most files are no workbooks

    line = 0
    try:
        with python_warnings.catch_warnings(action="ignore"):  # styles and extensions that are left out
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            sheet: Any = _chosen(path, book, title, warnings)
            sheet.reset_dimensions()  # the size that a file declares may be a lie, and is padded with empty cells
            values = sheet.iter_rows(values_only=True)
            while True:
                with python_warnings.catch_warnings(action="ignore"):
                    batch = list(islice(values, _BATCH))
                if not batch:
                    return
                for cells in batch:
                    line += 1
                    if line > MAX_SHEET_ROWS:
                        raise InvalidInputError(
                            f"{path} numérote des lignes au-delà de la dernière d'Excel ; l'enregistrer à nouveau."
                        )
                    yield line, [_value(path, line, cell) for cell in cells]
        finally:
            book.close()
    except InvalidInputError:
        raise
    except Exception as error:
        where = f"après la ligne {line}" if line else "avant sa première ligne"
        raise InvalidInputError(
            f"{path} : le classeur est endommagé {where} ; l'enregistrer à nouveau en .xlsx ou en CSV."
        ) from error


def _chosen(path: Path, book: Any, title: str | None, warnings: list[str]) -> Any:
    if title is not None:
        named = [sheet for sheet in book.worksheets if sheet.title.casefold() == title.casefold()]
        if not named:
            titles = ", ".join(sheet.title for sheet in book.worksheets[:20])
            raise InvalidInputError(f"{path} n'a pas de feuille « {title} » ; choisir parmi : {titles}.")
        return named[0]
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    if not sheets:
        raise InvalidInputError(f"{path} n'a aucune feuille avec des cellules ; mettre le tableau sur la première.")
    if len(sheets) > 1:
        warnings.append(f"seule la première des {len(sheets)} feuilles est lue : {sheets[0].title}")
    return sheets[0]


def _value(path: Path, line: int, cell: Any) -> Any:
    if isinstance(cell, str) and len(cell) > MAX_FIELD:
        raise InvalidInputError(
            f"{path} : la ligne {line} a une cellule de plus de {MAX_FIELD_IN_WORDS} ; la raccourcir."
        )
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return f"PT{cell.total_seconds():.0f}S"
    return cell


def _row(line: int, names: list[str], cells: list[Any]) -> Row:
    row = row_of(line, names, cells, None)
    for name, value in row.record.items():
        if value in _EXCEL_ERRORS or (isinstance(value, float) and not math.isfinite(value)):
            problem = f"la colonne « {shown(name)} » contient {value}, une erreur de formule ; corriger la cellule"
            return Row(line, row.record, problem)
    return row
