"""The files of an export: harmless in a spreadsheet, readable again, whole or not there, for their owner alone."""

import csv
import json
import stat
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matching.errors import ConflictError, InvalidInputError, MatchingError
from matching.use_cases.export.harmless import begins_formula, harmless, plain
from matching.use_cases.export.written import Format, new_file, write_rows

COLUMNS = ("text", "figure", "flag", "part.name", "list")
DANGEROUS = set("=+-@\t\r\n＝＋－＠﹢﹣﹦﹫")

texts = st.text(max_size=40) | st.builds(
    lambda blank, sign, rest: blank + sign + rest,
    st.text(alphabet=" \u00a0\u2003\u3000\u200b\ufeff\t\r\n'", max_size=3),
    st.sampled_from(sorted(DANGEROUS)),
    st.text(max_size=20),
)
figures = st.none() | st.integers(-(2**50), 2**50) | st.floats(-1e15, 1e15, allow_nan=False).map(lambda x: round(x, 6))


def written(how: Format, rows: list[dict[str, Any]], columns: tuple[str, ...] = COLUMNS) -> list[list[Any]]:
    """The rows as a reader of that format gets them."""
    head: list[Any]
    body: list[list[Any]]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"out.{how}"
        with new_file(path) as draft:
            assert write_rows(draft, how, columns, iter(rows)) == len(rows)
        if how is Format.CSV:
            with path.open(encoding="utf-8-sig", newline="") as file:
                head, *body = csv.reader(file)
        elif how is Format.XLSX:
            book = openpyxl.load_workbook(path)
            head, *body = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
            assert not any(cell.data_type == "f" for row in book.worksheets[0].iter_rows() for cell in row)
            book.close()
        else:
            return [[json.loads(line)] for line in path.read_text(encoding="utf-8").splitlines()]
        assert head == list(columns)
        return body


def row(text: str, figure: float | None = None) -> dict[str, Any]:
    return {"text": text, "figure": figure, "flag": True, "part": {"name": text}, "list": [text]}


@given(text=texts)
@example("=1+1")
@example(" =cmd|' /C calc'!A0")
@example("'=1")
@example("''")
@example("＝SUM(A1)")
@example("\u200b@x")
@example("-12,5")
@example("\x00=1")
def test_no_text_begins_a_formula_and_it_can_be_read_back(text: str) -> None:
    cell = harmless(text)
    assert not begins_formula(cell)
    assert cell.lstrip(" \u00a0\u2003\u3000\u200b\ufeff")[:1] not in DANGEROUS
    assert harmless(plain(cell)) == cell
    printable = "".join(sign for sign in text if sign.isprintable() or sign in " \t\n")
    if printable == text:
        assert plain(cell) == text


@given(rows=st.lists(st.tuples(texts, figures), max_size=6), how=st.sampled_from([Format.CSV, Format.XLSX]))
def test_no_cell_of_a_file_begins_a_formula_and_figures_stay_figures(
    rows: list[tuple[str, float | None]], how: Format
) -> None:
    back = written(how, [row(text, figure) for text, figure in rows])
    assert len(back) == len(rows)
    for (text, figure), cells in zip(rows, back, strict=True):
        said, number, flag, part, listed = cells
        assert not begins_formula(said or "")
        assert (said or "").replace("\ufeff", "") == harmless(text).replace("\ufeff", "")
        assert part == said
        assert flag in {True, "true"}
        assert json.loads(listed) == [text]
        if how is Format.CSV:
            assert number == ("" if figure is None else repr(figure))
        else:
            assert number == (figure if figure is None else pytest.approx(figure, rel=1e-14))


def test_negative_amounts_are_figures_and_written_ones_are_text() -> None:
    for how in (Format.CSV, Format.XLSX):
        (cells,) = written(how, [row("-120", -120)])
        assert (cells[0], float(cells[1])) == ("'-120", -120.0)


@given(rows=st.lists(texts, max_size=5))
def test_lines_of_json_hold_what_they_were_given(rows: list[str]) -> None:
    assert written(Format.JSONL, [row(text) for text in rows]) == [[row(text)] for text in rows]


def test_unknown_is_empty_and_known_to_be_none_is_not() -> None:
    rows: list[dict[str, Any]] = [{"text": None, "figure": None, "flag": False, "part": None, "list": []}]
    assert written(Format.CSV, rows) == [["", "", "false", "", "[]"]]
    assert written(Format.XLSX, rows) == [[None, None, False, None, "[]"]]


def test_a_text_longer_than_a_cell_is_cut_where_one_sees_it() -> None:
    long = "é𝄞" * 20_000
    (cells,) = written(Format.XLSX, [row(long)])
    assert cells[0].endswith(" […]")
    assert long.startswith(cells[0].removesuffix(" […]"))
    (cells,) = written(Format.CSV, [row(long)])
    assert cells[0] == long


@pytest.mark.parametrize("how", Format)
def test_a_file_is_its_owners_and_is_not_overwritten(tmp_path: Path, how: Format) -> None:
    path = tmp_path / "out"
    with new_file(path) as draft:
        write_rows(draft, how, COLUMNS, iter([row("x")]))
        assert not path.exists()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = path.read_bytes()
    with pytest.raises(ConflictError), new_file(path):
        pytest.fail("a file that is there is not written")
    with new_file(path, force=True) as draft:
        write_rows(draft, how, COLUMNS, iter([row("x"), row("y")]))
    assert path.read_bytes() != first
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("how", Format)
@pytest.mark.parametrize("force", [False, True])
def test_what_fails_midway_leaves_what_was_there(tmp_path: Path, how: Format, *, force: bool) -> None:
    path = tmp_path / "out"
    if force:
        path.write_text("before")

    def rows() -> Iterator[dict[str, Any]]:
        yield row("x")
        raise MatchingError("refused")

    with pytest.raises(MatchingError), new_file(path, force=force) as draft:
        write_rows(draft, how, COLUMNS, rows())
    assert path.exists() == force
    assert not force or path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == (["out"] if force else [])


def test_somebody_elses_file_of_that_moment_stays(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with pytest.raises(ConflictError), new_file(path):
        path.write_text("theirs")
    assert path.read_text() == "theirs"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"), new_file(tmp_path / "none" / "out"):
        pytest.fail("nothing can be written there")


@pytest.mark.parametrize("how", Format)
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, how: Format) -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        with new_file(tmp_path / f"{how}-{count}") as draft:
            write_rows(draft, how, COLUMNS, ({**row("x" * 200), "figure": number} for number in range(count)))
        reached = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return reached

    peak(10)  # what is imported once
    assert peak(8_000) < peak(500) + 1_000_000
