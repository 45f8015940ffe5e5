"""A file through its source: three lists, one error for the file, the ids it tells."""

import hashlib
from pathlib import Path

import pytest

from matching.catalogue.pipeline import read_source
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


def test_the_ids_of_a_file_are_known_unless_a_refused_row_tells_none(tmp_path: Path) -> None:
    source = find_source("measures")
    refused, same = "b,,activity,coaching,,", "a,U,activity,coaching,,"
    known = read_source(source, measures(tmp_path, "a,T,activity,coaching,,", refused, same)).ids
    assert known == frozenset({"own:a", "own:b"})
    for untold in (",T,activity,coaching,,", "a b,T,activity,coaching,,", "c,x,T,activity,coaching,,trop"):
        assert read_source(source, measures(tmp_path, "a,T,activity,coaching,,", refused, untold)).ids is None
