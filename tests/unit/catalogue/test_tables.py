"""Delimited text: every common dialect is read, every broken file is refused in a sentence, memory stays flat."""

import csv
import tempfile
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.catalogue.rows import Row
from matching.catalogue.tables import read_csv
from matching.errors import InvalidInputError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


def rows(path: Path, content: str | bytes) -> list[Row]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_csv(path))


def records(path: Path, content: str | bytes) -> list[dict[str, str]]:
    return [row.record for row in rows(path, content)]


def refused(path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        rows(path, content)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_lines_are_where_records_start(path: Path) -> None:
    content = 'id,text\n1,"two\nlines"\n\n2,"a\r\nb\r\nc"\r\n,\n3,end'
    assert rows(path, content) == [
        Row(2, {"id": "1", "text": "two\nlines"}),
        Row(5, {"id": "2", "text": "a\r\nb\r\nc"}),
        Row(9, {"id": "3", "text": "end"}),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(path: Path, end: str) -> None:
    assert [row.line for row in rows(path, end.join(["a;b", "1;2", "3;4"]))] == [2, 3]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a;b\n1,5;2\n", {"a": "1,5", "b": "2"}),
        ("a,b\n1;5,2\n", {"a": "1;5", "b": "2"}),
        ("a|b\n1,5|2;3\n", {"a": "1,5", "b": "2;3"}),
        ("a\tb\n1,5\t2;3\n", {"a": "1,5", "b": "2;3"}),
        ('"a;x;y","b"\n1,2\n', {"a;x;y": "1", "b": "2"}),
        ('"a,""x"",y";b\n1;2\n', {'a,"x",y': "1", "b": "2"}),
        ('"a,\nx,y";b\n1;2\n', {"a,\nx,y": "1", "b": "2"}),
        ("a;b (x, y, z, t)\n1;2\n", {"a": "1", "b (x, y, z, t)": "2"}),
        ("a,b (x;y)\n1,2\n3,4\n", {"a": "1", "b (x;y)": "2"}),
        ("label\nMason, roofer; tiler\n", {"label": "Mason, roofer; tiler"}),
        ("sep=;\na;b\n1;2\n", {"a": "1", "b": "2"}),
        ("\n\n a , b ,,\n1,2,,\n", {"a": "1", "b": "2"}),
        ("a,b,c\n1,2\n", {"a": "1", "b": "2", "c": ""}),
        ("a,b\n 1 ,\n", {"a": " 1 ", "b": ""}),
    ],
)
def test_dialects(path: Path, content: str, expected: dict[str, str]) -> None:
    assert records(path, content)[0] == expected
    assert rows(path, content)[0].problem is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(path: Path, encoding: str) -> None:
    path.write_bytes("métier;lieu\nmaçon;Œuilly\n".encode(encoding))
    found = read_csv(path)
    assert (found.encoding, found.warnings) == (encoding, [])
    assert list(found) == [Row(2, {"métier": "maçon", "lieu": "Œuilly"})]


def test_utf_16_of_the_other_byte_order(path: Path) -> None:
    assert records(path, b"\xfe\xff" + "é;b\n1;2\n".encode("utf-16-be")) == [{"é": "1", "b": "2"}]


def test_windows_files_are_read_with_a_warning(path: Path) -> None:
    path.write_bytes("id;métier\n1;maçon – œuvre\n".encode("cp1252"))
    found = read_csv(path)
    assert found.encoding == "cp1252"
    assert found.warnings == ["la ligne 1 n'est pas en UTF-8 : fichier lu comme Windows-1252 ; vérifier les accents"]
    assert next(found).record == {"id": "1", "métier": "maçon – œuvre"}


def test_the_warning_names_the_line_far_down(path: Path) -> None:
    path.write_bytes(b"a;b\n" + b"1;2\n" * 400_000 + b"1;\xe9\n")
    assert read_csv(path).warnings[0].startswith("la ligne 400002 n'est pas en UTF-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a;b\n1;\x81\xe9\n", "la ligne 2 n'est ni UTF-8 ni Windows-1252 ; l'enregistrer en UTF-8"),
        (b"\xff\xfea\x00;\x00b\x00\n\x00\x31", "s'annonce en UTF-16, mais pas la ligne 2"),
        (b"\xef\xbb\xbfa;b\n1;\xe9\n", "s'annonce en UTF-8, mais pas la ligne 2"),
        ("a;b\n1;2\n".encode("utf-16-le"), "la ligne 1 contient des caractères nuls ; l'enregistrer en texte UTF-8"),
        (b"a;b\n1;2\n3;\x00\n", "la ligne 3 contient des caractères nuls"),
        ("a;b\n", "ne contient aucune ligne ; en ajouter sous l'en-tête"),
        ("a;b\n\n;\n ; \n", "ne contient aucune ligne"),
        ("\ufeff", "ne contient aucune ligne"),
        ("\n\n", "ne contient aucune ligne"),
        ("sep=;\n", "ne contient aucune ligne"),
        ("a;b;a\n1;2;3\n", "a plusieurs colonnes « a » ; en renommer ou en supprimer une"),
        ("a;;c\n1;2;3\n", "la colonne 2 n'a pas de nom ; lui en donner un dans l'en-tête"),
        ('a;b\n1;2\n3;"x\n4;5\n', "le guillemet ouvert à la ligne 3 n'est pas fermé ; le fermer"),
        ('a;b\n1;2\n3;"x\ny"" z\n4;5\n', "le guillemet ouvert à la ligne 3 n'est pas fermé"),
        ('a;b\n1;"x\n2;"y"\n3;4\n', "le guillemet ouvert à la ligne 2 n'est pas fermé"),
        ('a;b\n1;"x\n2;"y\n3;4\n', "le guillemet ouvert à la ligne 2 n'est pas fermé"),
        ('a;b\n1;x\n5" z;"y\n3;4\n', "le guillemet ouvert à la ligne 3 n'est pas fermé"),
        ('a;"b\n1;2\n', "le guillemet ouvert à la ligne 1 n'est pas fermé"),
        ('"a"x;b\n1;2\n', "la ligne 1, l'en-tête, ne peut pas être lue : du texte suit un guillemet fermant"),
        (
            "a;b\n1;" + "x" * 1_000_001 + "\n",
            "la ligne 2 a une cellule de plus de 1 million de caractères ; la raccourcir",
        ),
        ('a;b\n1;"' + "x\n" * 600_000, "le texte entre guillemets dès la ligne 2 dépasse 1 million de caractères"),
        ("a;b\n" + ";" * 16_000_001, "la ligne 2 dépasse 16 millions de caractères"),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, str) else None,
)
def test_broken_files(path: Path, content: str | bytes, said: str) -> None:
    refused(path, content, said)


def test_a_cell_of_the_full_length_is_read(path: Path) -> None:
    assert records(path, "a;b\n1;" + "x" * 1_000_000)[0]["b"] == "x" * 1_000_000


def test_a_row_with_too_many_cells_is_its_own_problem(path: Path) -> None:
    found = rows(path, "a,b\n1,2,3\n4,5,\n6,7\n")
    assert found[0].problem == (
        "la ligne a 3 cellules et l'en-tête 2 ; mettre entre guillemets un texte qui contient le séparateur"
    )
    assert [row.problem for row in found[1:]] == [None, None]
    assert [row.record["a"] for row in found] == ["1", "4", "6"]


def test_text_after_a_closing_quote_is_its_rows_problem(path: Path) -> None:
    found = rows(path, 'a,b\n1,"says "no" often"\n2,fine\n')
    assert found == [
        Row(2, {}, 'du texte suit un guillemet fermant ; doubler ("") un guillemet qui fait partie du texte'),
        Row(3, {"a": "2", "b": "fine"}),
    ]


def test_what_is_wrong_at_the_top_is_said_at_the_call(path: Path) -> None:
    path.write_text("a;a\n1;2\n")
    with pytest.raises(InvalidInputError):
        read_csv(path)


def test_a_field_of_200_mb_is_refused_quickly_and_without_copies(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"a;b\n1;")
        for _ in range(200):
            file.write(b"x" * 1_000_000)
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(InvalidInputError, match="la ligne 2 dépasse"):
        read_csv(path)
    elapsed, (_, peak) = time.perf_counter() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000
    assert elapsed < 10  # 0.5 s on a quiet machine


def test_100_000_rows_take_no_memory(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("id;title;text\n")
        for number in range(100_000):
            file.write(f'{number};"Métier {number}";"{"x" * 100}"\n')
    tracemalloc.start()
    count = sum(1 for _ in read_csv(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 100_000
    assert peak < 5_000_000


def test_rows_left_unread_leave_no_open_file(path: Path) -> None:
    path.write_text("a;b\n" + "1;2\n" * 100)
    found = read_csv(path)
    next(found)
    del found  # an open file would be a ResourceWarning, and that an error


CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
RECORDS = st.lists(
    st.tuples(CELLS, CELLS, CELLS).filter(lambda cells: any(cell.strip() for cell in cells)), min_size=1, max_size=8
)


@given(
    RECORDS,
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_csv_module_writes_is_read_back(
    table: list[tuple[str, str, str]], delimiter: str, end: str, quoting: int, encoding: str
) -> None:
    names = ("id", "title, if any", "text; free")
    if quoting == csv.QUOTE_MINIMAL:
        end = "\r\n"  # with any other, Python 3.11 leaves some line ends within cells unquoted
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
            writer.writerow(names if quoting == csv.QUOTE_ALL else ("id", "title", "text"))
            writer.writerows(table)
        found = list(read_csv(path))
    assert [tuple(row.record.values()) for row in found] == table
    assert all(row.problem is None for row in found)
    ends = [row.line for row in found]
    assert ends == sorted(set(ends))
