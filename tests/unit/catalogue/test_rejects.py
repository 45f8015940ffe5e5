"""The rows that were refused, as a table for a spreadsheet."""

import csv
from pathlib import Path

from matching.catalogue.pipeline import ImportBatch
from matching.catalogue.rejects import write_rejects
from matching.contracts.rows import Rejected


def test_rejects_are_written_for_a_spreadsheet(tmp_path: Path) -> None:
    batch = ImportBatch(
        rejected=[Rejected(2, "=cmd", "+1"), Rejected(3, "\tx", "@y"), Rejected(4, "a", "-z"), Rejected(5, "b", "\rw")],
        raw={2: {"id": "=1", "text": "é"}},
    )
    path = tmp_path / "rejects.csv"
    write_rejects(batch, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["line", "field", "reason", "record"]
    assert rows[1] == ["2", "'=cmd", "'+1", '{"id": "=1", "text": "é"}']
    assert [row[1:3] for row in rows[2:]] == [["'\tx", "'@y"], ["a", "'-z"], ["b", "'\rw"]]
