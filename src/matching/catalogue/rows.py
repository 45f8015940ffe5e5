"""The rows that files hand over, and the checks that every file passes before it is read."""

import codecs
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import Any, Self

from matching.errors import InvalidInputError

MAX_FILE = 2_000_000_000  # bytes
MAX_FIELD = 1_000_000  # characters in one cell or text
MAX_FIELD_IN_WORDS = "1 million de caractères"
MAX_LINE = 16_000_000  # characters in one line of a text file

_CHUNK = 1 << 20
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "une archive zip ou un classeur Excel ; la décompresser, ou le nommer .xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "un classeur ancien ou protégé par mot de passe ; l'enregistrer en .xlsx"),
    (b"\x1f\x8b", "une archive gzip ; la décompresser"),
    (b"%PDF-", "un PDF ; exporter le tableau en CSV"),
)


@dataclass(frozen=True)
class Row:
    """One record as found; `problem` says in one sentence without final stop why it is no use, None when it is.

    `line` counts from 1: the line where the record starts, the row of a sheet, the place in a JSON list.
    """

    line: int
    record: dict[str, Any]
    problem: str | None = None


@dataclass
class Rows(Iterator[Row]):
    """The rows of one file, read as they are taken; what the reader should know of it all stands in `warnings`."""

    source: Iterator[Row]
    encoding: str | None = None  # None where the format fixes it
    warnings: list[str] = field(default_factory=list)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Row:
        return next(self.source)


def started(path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    """The same rows with the first one already read, so that what is wrong with the whole file is said at once.

    InvalidInputError when there is none.
    """
    first = next(rows, None)
    if first is None:
        raise InvalidInputError(
            f"{path} ne contient aucune ligne ; en ajouter sous l'en-tête, ou choisir un autre fichier."
        )
    return _chained(first, rows)


def _chained(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


@contextmanager
def readable(path: Path) -> Generator[None]:
    """Turn what the operating system says about a path into one sentence, an InvalidInputError."""
    try:
        yield
    except FileNotFoundError as error:
        raise InvalidInputError(f"{path} n'existe pas ; vérifier le chemin.") from error
    except IsADirectoryError as error:
        raise InvalidInputError(f"{path} est un dossier ; indiquer un fichier qui s'y trouve.") from error
    except PermissionError as error:
        raise InvalidInputError(f"Ce compte n'a pas le droit de lire {path} ; demander ce droit.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        raise InvalidInputError(
            f"{path!s} ne peut pas être lu ({reason}) ; vérifier le chemin et le disque."
        ) from error


def open_checked(path: Path, limit: int = MAX_FILE) -> BufferedReader:
    """Open a regular file of 1 to `limit` bytes; InvalidInputError otherwise."""
    with readable(path):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(status.st_mode):
            raise InvalidInputError(
                f"{path} n'est pas un fichier mais un périphérique ou un tube ; enregistrer d'abord son contenu."
            )
        if status.st_size == 0:
            raise InvalidInputError(f"{path} est vide ; l'exporter à nouveau.")
        if status.st_size > limit:
            raise InvalidInputError(
                f"{path} dépasse {limit // 1_000_000} Mo ; le partager, ou choisir JSON Lines ou CSV."
            )
        return path.open("rb")


def detect_encoding(path: Path) -> tuple[str, list[str]]:
    """The encoding of a text file and warnings: its byte order mark's, else UTF-8, else Windows-1252 with a warning.

    Reads the whole file once, in pieces; InvalidInputError when the file is no text in any of these.
    """
    with open_checked(path) as file, readable(path):
        head = file.read(8)
        for magic, what in _NOT_TEXT:
            if head.startswith(magic):
                raise InvalidInputError(f"{path} n'est pas un fichier de texte mais {what}.")
        for mark, encoding in _BYTE_ORDER_MARKS:
            if head.startswith(mark):
                wrong = _undecodable_line(file, encoding)
                if wrong:
                    raise InvalidInputError(
                        f"{path} s'annonce en {encoding.removesuffix('-sig').upper()}, mais pas la ligne {wrong} ; "
                        "l'enregistrer à nouveau en UTF-8."
                    )
                return encoding, []
        wrong = _undecodable_line(file, "utf-8")
        if not wrong:
            return "utf-8", []
        worse = _undecodable_line(file, "cp1252")
        if worse:
            raise InvalidInputError(
                f"{path} : la ligne {worse} n'est ni UTF-8 ni Windows-1252 ; l'enregistrer en UTF-8."
            )
        return "cp1252", [f"la ligne {wrong} n'est pas en UTF-8 : fichier lu comme Windows-1252 ; vérifier les accents"]


def _undecodable_line(file: BufferedReader, encoding: str) -> int | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    lines = 1
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
            lines += chunk.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return lines + error.object.count(b"\n", 0, error.start)
    return None


def text_lines(path: Path, encoding: str) -> Iterator[str]:
    """The lines of a text file with their ends; InvalidInputError at a NUL or a line of more than MAX_LINE."""
    number = 0
    with readable(path), path.open(encoding=encoding, newline="") as file:
        while line := file.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                raise InvalidInputError(
                    f"{path} : la ligne {number} dépasse {MAX_LINE // 1_000_000} millions de caractères ; "
                    "vérifier que chaque enregistrement finit par un retour à la ligne."
                )
            if "\0" in line:
                raise InvalidInputError(
                    f"{path} : la ligne {number} contient des caractères nuls ; l'enregistrer en texte UTF-8."
                )
            yield line
