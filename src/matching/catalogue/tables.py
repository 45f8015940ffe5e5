"""Reading delimited text (CSV and its kin) row by row, in constant memory."""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from matching.catalogue.columns import checked_header, is_blank, row_of
from matching.catalogue.rows import MAX_FIELD, MAX_FIELD_IN_WORDS, Row, Rows, detect_encoding, started, text_lines
from matching.errors import InvalidInputError

_DELIMITERS = "\t;|,"  # in the order in which a tie is settled: commas also occur in prose
_ONE_COLUMN = "\x1f"  # a header without any delimiter makes one column, in which commas are text
_SAMPLE = 65_536  # characters looked at to find the delimiter
_QUOTED = re.compile(r'"(?:[^"]|"")*+"?')
_EXCEL_HINT = re.compile(r"sep=([\t;|,])\s*", re.IGNORECASE)


def read_csv(path: Path) -> Rows:
    """Rows of a text table whose first line names the columns; cells are texts as written, absent last cells "".

    The delimiter (semicolon, comma, tab or bar) is found from the header, the encoding by `detect_encoding`; a quote
    within quotes is doubled (RFC 4180). Rows without any content are skipped. A row with more cells than the header,
    or with text after a closing quote, carries a problem. InvalidInputError for what is wrong with the file as a
    whole: at the call, or while reading where it stands further down.
    """
    encoding, warnings = detect_encoding(path)
    return Rows(started(path, _rows(path, encoding)), encoding, warnings)


class _Lines(Iterator[str]):
    """Lines on their way to the csv module; remembers where a quote that is still open was opened."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.number = 0
        self.quoted = False
        self.opened = 0

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if line.count('"') % 2:
            self.quoted = not self.quoted
            if self.quoted:
                self.opened = self.number
        return line


def _rows(path: Path, encoding: str) -> Iterator[Row]:
    raw = text_lines(path, encoding)
    sample = _sample(raw)
    lines = _Lines(chain(sample, raw))
    hint = _EXCEL_HINT.fullmatch(sample[0]) if sample else None
    if hint:
        next(lines)
    records = _records(path, lines, hint[1] if hint else _delimiter(sample))
    names: list[str] = []
    for line, cells, problem in records:
        if not names:
            if problem:
                raise InvalidInputError(f"{path} : la ligne {line}, l'en-tête, ne peut pas être lue : {problem}.")
            names = checked_header(path, cells)
        else:
            yield Row(line, {}, problem) if problem else row_of(line, names, cells, "")


def _records(path: Path, lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str], str | None]]:
    """First line, cells and problem of each record that is not blank."""
    # The csv module knows one limit for the whole process: it is raised where it is too low, never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_FIELD))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start, lines.quoted = lines.number + 1, False
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse_broken_file(path, lines, start, str(error))
            yield start, [], 'du texte suit un guillemet fermant ; doubler ("") un guillemet qui fait partie du texte'
            continue
        if any(len(cell) > MAX_FIELD for cell in cells):
            raise _too_long(path, start)
        if not is_blank(cells):
            yield start, cells, None


def _refuse_broken_file(path: Path, lines: _Lines, start: int, reason: str) -> None:
    """InvalidInputError unless only the line just read is broken, so that the next one surely starts a record."""
    opened = lines.opened if lines.quoted else start
    if "larger than field limit" in reason:
        if lines.quoted:
            raise InvalidInputError(
                f"{path} : le texte entre guillemets dès la ligne {opened} dépasse {MAX_FIELD_IN_WORDS} ; "
                "le raccourcir, ou fermer le guillemet."
            )
        raise _too_long(path, lines.number)
    if lines.quoted or lines.number > start or "unexpected end" in reason:
        raise InvalidInputError(
            f"{path} : le guillemet ouvert à la ligne {opened} n'est pas fermé ; "
            "le fermer, ou le doubler s'il fait partie du texte."
        )


def _too_long(path: Path, line: int) -> InvalidInputError:
    return InvalidInputError(f"{path} : la ligne {line} a une cellule de plus de {MAX_FIELD_IN_WORDS} ; la raccourcir.")


def _sample(lines: Iterator[str]) -> list[str]:
    sample, size = [], 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if size > _SAMPLE:
            break
    return sample


def _delimiter(sample: list[str]) -> str:
    """The delimiter outside quotes in the header; of several, the one that cuts most records like the header."""
    header = ""
    for line in sample:
        header += line
        if header.strip() and header.count('"') % 2 == 0:
            break
    outside = _QUOTED.sub("", header)
    found = [delimiter for delimiter in _DELIMITERS if delimiter in outside.strip("\r\n ")]
    return max(found, key=lambda delimiter: _like_the_header(sample, delimiter), default=_ONE_COLUMN)


def _like_the_header(sample: list[str], delimiter: str) -> int:
    try:
        widths = [len(cells) for cells in csv.reader(sample, delimiter=delimiter) if cells]
    except csv.Error:
        return 0
    return sum(width == widths[0] for width in widths[1:])
