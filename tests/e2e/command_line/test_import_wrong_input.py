"""Wrong input: each time one line that names the file, and nothing has happened."""

import json
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused, contents, measure

from matching.catalogue import archive_checks, rows

"""Each is one line that names the file, and nothing has happened."""


@pytest.fixture(autouse=True)
def nothing_is_imported(data: Path) -> Iterable[None]:
    yield
    left = contents(data)
    assert (left["options"], left["people"], left["runs"]) == ({}, {}, 0)


def test_an_unknown_source_is_told_the_sources(run: Run) -> None:
    assert_refused(run("import", "nothing", EXAMPLES / "measures.jsonl"), "nothing", "france_travail", "measures")
    assert_refused(run("import", "", EXAMPLES / "measures.jsonl"))


def test_what_is_no_file(run: Run, tmp_path: Path) -> None:
    assert_refused(run("import", "measures", tmp_path / "none.csv"), "none.csv")
    assert_refused(run("import", "measures", tmp_path), tmp_path.name)
    assert_refused(run("import", "measures", "/dev/null"))
    assert_refused(run("import", "measures", tmp_path / ("x" * 300 + ".csv")))
    os.mkfifo(tmp_path / "pipe.csv")
    assert_refused(run("import", "measures", tmp_path / "pipe.csv"), "pipe.csv")


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".json", ".jsonl", ".xlsx"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        bytes(range(256)) * 20,
        b"id,title\n\x00\x00",
        "id;title\nm1;x".encode("utf-16-le"),
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf",
        b"PK\x03\x04junk",
        b"\x1f\x8b\x08junk",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7",
        b"<html><body>id</body></html>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
    ids=lambda content: repr(content[:10]),
)
def test_no_records_in_any_kind_of_file(run: Run, tmp_path: Path, suffix: str, content: bytes) -> None:
    file = tmp_path / f"wrong{suffix}"
    file.write_bytes(content)
    assert_refused(run("import", "measures", file), file.name)


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".pdf", "", ".gz"])
def test_a_kind_that_is_not_read(run: Run, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"wrong{suffix}"
    file.write_text("id,title\nm1,x\n")
    assert_refused(run("import", "measures", file), file.name)


@pytest.mark.parametrize(
    "text",
    [
        'id,kind,title,form\nm1,measure,x,activity\nm2,measure,"never closed,activity\nm3,measure,x,activity',
        "id,id,title\nm1,m1,x\n",
        "id,,title\nm1,y,x\n",
        "title\nx\n",
        "id,kind,title,form\n",
    ],
)
def test_broken_tables(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(text)
    assert_refused(run("import", "measures", file), "wrong.csv")


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "[]",
        "{}",
        '"text"',
        "[" * 100_000,
        '[{"a":' * 50_000,
        '[{"id": NaN}]',
        '[{"id": 1e999}]',
        '[{"id": ' + "9" * 5_000 + "}]",
        '[{"id": "m1", "id": ',
        '[{"id": "\\ud800"}]',
        '[{"id": "a\\u0000b"}]',
        "[[1], 2, null]",
        '{"profiles": []}',
        '{"measures": 3}',
    ],
    ids=lambda text: text[:12],
)
def test_broken_json(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text)
    assert_refused(run("import", "measures", file), "wrong.json")


def test_a_field_of_many_megabytes(run: Run, tmp_path: Path) -> None:
    long = "x" * 2_000_000
    table = tmp_path / "long.csv"
    table.write_text(f"id,kind,title,form\nm1,measure,{long},activity\n")
    assert_refused(run("import", "measures", table), "long.csv")
    table.write_text(f'id,kind,title,form\nm1,measure,"{long}",activity\n')
    assert_refused(run("import", "measures", table), "long.csv")
    document = tmp_path / "long.json"
    document.write_text(json.dumps([measure(1, title=long)]))
    said = run("import", "measures", document)
    assert_refused(said, "long.json")
    assert len(said.err) < 1_000


def test_a_line_without_end(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_LINE", 50_000)
    file = tmp_path / "line.jsonl"
    file.write_text('{"id": "m1", "title": "' + "x" * 100_000 + '"}')
    assert_refused(run("import", "measures", file), "line.jsonl")


def test_a_file_that_is_too_large(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.csv"
    with file.open("wb") as sparse:
        sparse.truncate(rows.MAX_FILE + 1)
    assert_refused(run("import", "measures", file), "large.csv")


def test_a_zip_bomb(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_checks, "MAX_UNPACKED", 5_000_000)
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 20_000_000)
    assert file.stat().st_size < 100_000
    assert_refused(run("import", "measures", file), "bomb.xlsx")


def test_a_workbook_with_entities(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>')
    assert_refused(run("import", "measures", file), "entities.xlsx")


def test_a_workbook_without_a_table(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(file)
    assert_refused(run("import", "measures", file), "empty.xlsx")


@pytest.mark.parametrize("source", ["france_travail", "job_room", "data_inclusion", "measures", "placements"])
def test_the_file_of_another_source(run: Run, source: str) -> None:
    assert_refused(run("import", source, EXAMPLES / "accounts.jsonl"), "accounts.jsonl")
