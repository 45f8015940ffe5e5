"""Tables as files: what is hidden says so, and nothing is read as a formula."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError
from matching.use_cases.export.written import Format
from matching.use_cases.steering.rejections import RejectionRow
from matching.use_cases.steering.sheet import HIDDEN, Sheet, csv_of, sheet_of, write_sheet

ROWS = (
    RejectionRow(
        opportunity="own:1",
        title="=1+1",
        kind=OpportunityKind.MEASURE,
        provider="@SUM(A1)",
        reason=RejectReason.TOO_FAR,
        given=None,
    ),
    RejectionRow(given=12),
)


def test_a_hidden_count_is_marked_and_unknown_is_empty() -> None:
    first, second = sheet_of(RejectionRow, ROWS).rows
    assert (first["given"], second["given"]) == (HIDDEN, 12)
    assert second["reason"] is None


@pytest.mark.parametrize("how", [Format.CSV, Format.XLSX])
def test_no_cell_begins_like_a_formula(how: Format, tmp_path: Path) -> None:
    file = tmp_path / f"table.{how.value}"
    assert write_sheet(sheet_of(RejectionRow, ROWS), file, how=how) == 2
    if how is Format.CSV:
        cells = [cell.strip('"') for line in file.read_text("utf-8-sig").splitlines()[1:] for cell in line.split(",")]
    else:
        sheet = load_workbook(file).worksheets[0]
        cells = [str(cell or "") for row in sheet.iter_rows(min_row=2, values_only=True) for cell in row]
    assert "'=1+1" in cells
    assert "12" in cells
    assert HIDDEN in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_what_is_sent_is_what_is_written(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    write_sheet(sheet_of(RejectionRow, ROWS), file, how=Format.CSV)
    assert csv_of(sheet_of(RejectionRow, ROWS)) == file.read_bytes()


def test_any_rows_make_a_sheet_and_a_file_there_is_not_overwritten(tmp_path: Path) -> None:
    sheet = Sheet(("need", "people"), ({"need": "mobility", "people": 7},))
    write_sheet(sheet, tmp_path / "t.csv", how=Format.CSV)
    with pytest.raises(ConflictError):
        write_sheet(sheet, tmp_path / "t.csv", how=Format.CSV)
    assert write_sheet(sheet, tmp_path / "t.csv", how=Format.CSV, force=True) == 1
