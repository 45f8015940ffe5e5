"""A file through its source: three lists, one error for the file, a table of what was refused."""

import csv
import hashlib
from pathlib import Path

import pytest

from matching.catalogue.pipeline import ImportBatch, read_source, write_rejects
from matching.catalogue.sources import find_source
from matching.contracts.rows import Rejected
from matching.errors import InvalidInputError

HEADER = "id,title,form,type,Colonne,Autre\n"


def measures(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "measures.csv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_counts_digest_and_unknown_columns_once(tmp_path: Path) -> None:
    path = measures(tmp_path, "a,T,activity,coaching,x,", "b,T,activity,coaching,y,z", "c,,activity,coaching,,")
    seen: list[int] = []
    batch = read_source(find_source("measures"), path, tick=seen.append)
    assert (batch.rows, len(batch.accepted), seen) == (3, 2, [1, 2, 3])
    assert batch.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [(warning.line, warning.field) for warning in batch.warned] == [(2, "Colonne"), (3, "Autre")]
    assert batch.rejected == [Rejected(4, "title", "valeur manquante")]


def test_a_row_that_the_file_breaks_is_refused_not_raised(tmp_path: Path) -> None:
    batch = read_source(find_source("measures"), measures(tmp_path, "a,T,activity,coaching,,,,,trop"))
    assert batch.accepted == []
    assert batch.rejected[0].line == 2


def test_what_was_read_with_a_doubt_is_said(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes((HEADER + "a,Été,activity,coaching,,\n").encode("cp1252"))
    batch = read_source(find_source("measures"), path)
    assert batch.warned[0].line == 0


def test_files_that_cannot_be_read_are_one_error(tmp_path: Path) -> None:
    for name in ("absent.csv", "absent.exe"):
        with pytest.raises(InvalidInputError):
            read_source(find_source("measures"), tmp_path / name)


@pytest.mark.parametrize("unit", [None, "", "a b", "=x"])
def test_profiles_need_a_unit(unit: str | None, tmp_path: Path) -> None:
    path = tmp_path / "profiles.csv"
    path.write_text("id\np-1\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match="unité"):
        read_source(find_source("profiles"), path, unit)


def test_rejects_are_written_for_a_spreadsheet(tmp_path: Path) -> None:
    batch = ImportBatch(
        rejected=[Rejected(2, "=cmd", "+1"), Rejected(3, "\tx", "@y"), Rejected(4, "a", "-z"), Rejected(5, "b", "\rw")],
        raw={2: {"id": "=1", "text": "é"}},
    )
    path = tmp_path / "rejects.csv"
    assert write_rejects(batch, path) == 4
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["line", "field", "reason", "record"]
    assert rows[1] == ["2", "'=cmd", "'+1", '{"id": "=1", "text": "é"}']
    assert [row[1:3] for row in rows[2:]] == [["'\tx", "'@y"], ["a", "'-z"], ["b", "'\rw"]]
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"):
        write_rejects(batch, tmp_path / "absent" / "rejects.csv")
