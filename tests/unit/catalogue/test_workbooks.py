"""Workbooks: the first sheet as rows; bombs, entities, lies and damage are refused before openpyxl sees them."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from matching.catalogue.rows import Row
from matching.catalogue.workbooks import read_xlsx
from matching.errors import InvalidInputError

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.xlsx"


def saved(path: Path, *table: tuple[Any, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, cells in enumerate(table, 1):
        for column, cell in enumerate(cells, 1):
            sheet.cell(number, column, cell)
    book.save(path)
    book.close()
    return path


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The same workbook with one part replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, old in (parts | {name: content}).items():
            archive.writestr(part, content if part == name else old)
    return path


def with_sheet(path: Path, inside: str) -> Path:
    saved(path, ("a",), (1,))
    return with_part(path, SHEET, f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'.encode())


def refused(path: Path, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        list(read_xlsx(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_values_and_rows(path: Path) -> None:
    saved(
        path,
        (),
        (" id ", "when", 2026, None),
        (1, datetime(2026, 3, 1, 14, 30), "text"),  # noqa: DTZ001 - Excel knows no time zones
        (),
        (2.5, date(2026, 3, 1), True),
        (3, time(8, 15), timedelta(hours=30)),
        (4,),
        (),
        (None, " ", None),
    )
    found = read_xlsx(path)
    assert (found.encoding, found.warnings) == (None, [])
    result = list(found)
    assert result == [
        Row(3, {"id": 1, "when": "2026-03-01T14:30:00", "2026": "text"}),
        Row(5, {"id": 2.5, "when": "2026-03-01", "2026": True}),
        Row(6, {"id": 3, "when": "08:15:00", "2026": "PT108000S"}),
        Row(7, {"id": 4, "when": None, "2026": None}),
    ]
    assert isinstance(result[0].record["id"], int)


def test_only_the_first_visible_sheet_is_read_and_that_is_said(path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.sheet_state = "hidden"
    for title in ("Offers", "Notes"):
        sheet = book.create_sheet(title)
        sheet.append(["a"])
        sheet.append([title])
    book.save(path)
    found = read_xlsx(path)
    assert [row.record for row in found] == [{"a": "Offers"}]
    assert found.warnings == ["seule la première des 2 feuilles est lue : Offers"]
    notes = read_xlsx(path, "notes")
    assert [row.record for row in notes] == [{"a": "Notes"}]
    assert notes.warnings == []
    with pytest.raises(InvalidInputError, match="pas de feuille « Prices » ; choisir parmi : Sheet, Offers, Notes"):
        read_xlsx(path, "Prices")


def test_formulas_give_their_last_value(path: Path) -> None:
    with_sheet(
        path,
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="4"><c r="A4"><v>1E400</v></c></row></sheetData>',
    )
    assert [(row.line, row.record["a"], row.problem) for row in read_xlsx(path)] == [
        (2, 2, None),
        (3, "#DIV/0!", "la colonne « a » contient #DIV/0!, une erreur de formule ; corriger la cellule"),
        (4, float("inf"), "la colonne « a » contient inf, une erreur de formule ; corriger la cellule"),
    ]


def test_a_row_beyond_the_header_is_its_own_problem(path: Path) -> None:
    found = list(read_xlsx(saved(path, ("a", "b"), (1, 2, 3), (4, 5))))
    assert found[0].problem is not None
    assert "3 cellules et l'en-tête 2" in found[0].problem
    assert found[1] == Row(3, {"a": 4, "b": 5})


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([("a", "b")], "ne contient aucune ligne ; en ajouter sous l'en-tête"),
        ([], "ne contient aucune ligne"),
        ([("a", "a"), (1, 2)], "a plusieurs colonnes « a »"),
        ([("a", None, "c"), (1, 2, 3)], "la colonne 2 n'a pas de nom"),
    ],
)
def test_tables_that_are_none(path: Path, table: list[tuple[Any, ...]], said: str) -> None:
    refused(saved(path, *table), said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a;b\n1;2\n", "n'est pas un classeur .xlsx, ou il est endommagé ; l'enregistrer à nouveau en .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ancien classeur .xls ou protégé par mot de passe"),
        (b"PK\x03\x04" + b"\0" * 100, "n'est pas un classeur .xlsx, ou il est endommagé"),
    ],
)
def test_what_is_no_workbook(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    refused(path, said)


def test_cut_and_altered_workbooks(path: Path) -> None:
    whole = saved(path, ("a",), *[(number,) for number in range(500)]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    refused(path, "n'est pas un classeur .xlsx, ou il est endommagé")
    for place in range(40, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            list(read_xlsx(path))
        except InvalidInputError as error:
            assert str(path) in str(error)  # noqa: PT017 - a flipped byte may also do no harm


def test_a_zip_that_is_no_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    refused(path, "une archive zip mais pas un classeur Excel")


def test_a_protected_zip(path: Path) -> None:
    saved(path, ("a",), (1,))
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1  # the flag "encrypted" of the first entry of the directory
    path.write_bytes(content)
    refused(path, "protégé par un mot de passe")


def test_a_bomb_by_its_ratio(path: Path) -> None:
    saved(path, ("a",), (1,))
    with_part(path, "xl/media/zeros.bin", b"\0" * 50_000_000)
    refused(path, "décompressé dépasse 100 fois sa taille")


def test_a_bomb_by_its_size(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matching.catalogue.archive_checks.MAX_UNPACKED", 5_000)
    refused(saved(path, ("a",), (1,)), "décompressé dépasse 0 Mo ; enregistrer le tableau en CSV")


def test_a_bomb_that_lies_about_its_size(path: Path) -> None:
    saved(path, ("a",), (1,))
    with_part(path, "xl/media/zeros.bin", b"\0" * 50_000_000)
    true_size, told = (50_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true_size, told))
    refused(path, "n'est pas un classeur .xlsx, ou il est endommagé")


def test_too_many_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"xl/{number}", b"")
    refused(path, "se compose de plus de 10000 parties")


def test_a_packing_that_excel_never_uses(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 50_000)
    refused(path, "compressé comme Excel ne le fait jamais")


LETTERS = "abcdefghij"
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {name} "{f"&{one};" * 10}">' for one, name in pairwise(LETTERS))
    + "]>"
)
# A long text that packs badly, so that it is not taken for a bomb.
LONG = "".join(Random(1).choices(LETTERS, k=1_000_001))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [SHEET, "xl/sharedStrings.xml", "docProps/app.xml", "xl/odd.bin"])
def test_entities_are_refused_in_every_part_and_encoding(path: Path, encoding: str, name: str) -> None:
    saved(path, ("a",), (1,))
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    laughs = f'{LAUGHS}<worksheet xmlns="{MAIN}">&j;</worksheet>'
    refused(
        with_part(path, name, (declaration + laughs).encode(encoding)), f"la partie « {name} » définit des entités XML"
    )


def test_entities_behind_a_change_of_encoding_are_refused(path: Path) -> None:
    saved(path, ("a",), (1,))
    content = b'<?xml version="1.0" encoding="cp037"?>' + LAUGHS.encode("cp037")
    refused(with_part(path, SHEET, content), f"la partie « {SHEET} » n'est pas du XML")


def test_external_entities_are_refused(path: Path) -> None:
    saved(path, ("a",), (1,))
    content = f'<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet xmlns="{MAIN}"/>'.encode()
    refused(
        with_part(path, SHEET, content),
        "la partie « xl/worksheets/sheet1.xml » définit des entités XML ; l'enregistrer à nouveau",
    )


def test_a_part_that_is_no_xml(path: Path) -> None:
    saved(path, ("a",), (1,))
    refused(with_part(path, "xl/workbook.xml", b"rubbish<>"), "la partie « xl/workbook.xml » n'est pas du XML")


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>x</v></c></row>', "est endommagé"),
        (
            '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>',
            "est endommagé avant sa première ligne",
        ),
        ('<sheetData><row r="x"/></sheetData>', "est endommagé"),
        (
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="999999999999"/></sheetData>',
            "au-delà de la dernière d'Excel",
        ),
        (
            f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{LONG}</t></is></c></row></sheetData>',
            "la ligne 1 a une cellule de plus de 1 million de caractères",
        ),
    ],
    ids=["number", "string", "row", "gap", "long"],
)
def test_broken_sheets(path: Path, inside: str, said: str) -> None:
    with_sheet(path, inside)
    refused(path, said)


def test_a_declared_size_is_not_believed(path: Path) -> None:
    with_sheet(
        path,
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        '<row r="2"><c r="A2"><v>7</v></c></row></sheetData>',
    )
    assert list(read_xlsx(path)) == [Row(2, {"a": 7})]


def test_a_workbook_in_memory_is_as_large_as_its_file(path: Path) -> None:
    buffer = io.BytesIO()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["id", "title"])
    for number in range(3_000):
        sheet.append([number, f"Title {number}"])
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    assert [row.line for row in read_xlsx(path)] == list(range(2, 3_002))
