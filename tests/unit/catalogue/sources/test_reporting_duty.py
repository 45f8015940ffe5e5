"""The list of occupations to be announced: read from tables as offices keep them; the entries here are invented."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources.reporting_duty import SOURCE

FIXTURE = Path(__file__).parent / "fixtures" / "reporting_duty.csv"
WHOLE = ["2026:CH:93130", "2026:CH:52231", "2026:NE:7311"]


def test_a_table() -> None:
    batch = read_source(SOURCE, FIXTURE)
    assert [found.item.id for found in batch.accepted] == WHOLE
    assert batch.rejected == []
    assert [(warned.field, warned.reason) for warned in batch.warned] == [("remarque", "colonne inconnue, ignorée")]


def test_a_workbook_with_numbers_in_its_cells(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("year", "territory", "ch_isco"), (2026, "CH", 93130), (2026.0, "CH", 52231.0), ("2026", "NE", "7311")):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    assert [found.item.id for found in read_source(SOURCE, tmp_path / "list.xlsx").accepted] == WHOLE


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"year": None}, "year"),
        ({"year": "bientôt"}, "year"),
        ({"year": 1999}, "year"),
        ({"territory": "XX"}, "territory"),
        ({"territory": "CH-VD"}, "territory"),
        ({"ch_isco": "93130x"}, "ch_isco"),
        ({"ch_isco": "931300"}, "ch_isco"),
        ({"ch_isco": ""}, "ch_isco"),
    ],
)
def test_what_cannot_be_read_is_refused(changes: dict[str, Any], field: str) -> None:
    record = {"year": 2026, "territory": "CH", "ch_isco": "93130"} | changes
    assert [found.field for found in SOURCE.convert(record).problems] == [field]


def test_an_entry_that_comes_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("year,territory,ch_isco\n2026,CH,93130\n2026,CH,93130\n", encoding="utf-8")
    assert [found.line for found in read_source(SOURCE, path).rejected] == [3]
