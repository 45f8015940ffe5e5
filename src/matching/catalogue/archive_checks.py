"""What a workbook's zip archive must not do to us: unpack without end, or bring XML with entities."""

import os
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from matching.contracts.reasons import shown
from matching.errors import InvalidInputError

MAX_UNPACKED = 200_000_000  # bytes of all parts together
MAX_RATIO = 100  # unpacked to packed; workbooks of real tables stay below 30
MAX_PARTS = 10_000
_HARMLESS = 1_000_000  # bytes below which the ratio says nothing

_OLD_OR_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_SAVE = "l'enregistrer à nouveau en .xlsx"


def check_workbook_archive(path: Path, file: BinaryIO) -> None:
    """Refuse what is no .xlsx, is protected, unpacks beyond the limits or brings a DOCTYPE: InvalidInputError.

    Sizes are checked as declared first, then by unpacking every part in pieces, so that lies do not pass. The file is
    left at its start.
    """
    if file.read(8) == _OLD_OR_PROTECTED:
        raise InvalidInputError(
            f"{path} est un ancien classeur .xls ou protégé par mot de passe ; {_SAVE} sans mot de passe."
        )
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _check_declared(path, parts, os.fstat(file.fileno()).st_size)
            unpacked = 0
            for part in parts:
                unpacked += _unpack(path, archive, part, MAX_UNPACKED - unpacked)
    except _DAMAGED as error:
        raise InvalidInputError(f"{path} n'est pas un classeur .xlsx, ou il est endommagé ; {_SAVE}.") from error
    file.seek(0)


def _check_declared(path: Path, parts: list[zipfile.ZipInfo], packed: int) -> None:
    if len(parts) > MAX_PARTS:
        raise InvalidInputError(f"{path} se compose de plus de {MAX_PARTS} parties ; {_SAVE} avec le tableau seul.")
    if any(part.flag_bits & 0x1 for part in parts):
        raise InvalidInputError(f"{path} est protégé par un mot de passe ; {_SAVE} sans mot de passe.")
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise InvalidInputError(f"{path} est compressé comme Excel ne le fait jamais ; {_SAVE}.")
    if not any(part.filename.startswith("xl/") for part in parts):
        raise InvalidInputError(f"{path} est une archive zip mais pas un classeur Excel ; {_SAVE}.")
    declared = sum(part.file_size for part in parts)
    if declared > MAX_UNPACKED:
        raise _too_large(path)
    if declared > _HARMLESS and declared > MAX_RATIO * packed:
        raise InvalidInputError(
            f"{path} décompressé dépasse {MAX_RATIO} fois sa taille, ce qu'aucun tableau ne fait ; {_SAVE} ou en CSV."
        )


def _too_large(path: Path) -> InvalidInputError:
    return InvalidInputError(
        f"{path} décompressé dépasse {MAX_UNPACKED // 1_000_000} Mo ; enregistrer le tableau en CSV."
    )


def _unpack(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Bytes that a part really unpacks to."""
    size = 0
    prolog: _Prolog | None = _Prolog()
    with archive.open(part) as stream:
        while chunk := stream.read(65_536):
            size += len(chunk)
            if size > left:
                raise _too_large(path)
            if prolog is not None and not prolog.goes_on(chunk):
                if prolog.doctype:
                    raise InvalidInputError(
                        f"{path} : la partie « {shown(part.filename)} » définit des entités XML ; {_SAVE}."
                    )
                if prolog.broken and part.filename.endswith((".xml", ".rels")):
                    raise InvalidInputError(
                        f"{path} : la partie « {shown(part.filename)} » n'est pas du XML ; {_SAVE}."
                    )
                prolog = None
    return size


class _PrologEnd(Exception):  # noqa: N818 - no error: it stops the parser before it expands anything
    """Enough was read to know what a part is."""


class _Prolog:
    """What stands before the root element of an XML part, read by the parser that Excel files are later read with.

    A search for bytes could be misled by an encoding; the parser cannot.
    """

    def __init__(self) -> None:
        self.doctype = self.broken = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._on_doctype
        self._parser.StartElementHandler = self._on_root

    def goes_on(self, chunk: bytes) -> bool:
        """Feed a piece; False once it is known what the part is."""
        try:
            self._parser.Parse(chunk, False)  # noqa: FBT003 - the parser's own signature
        except _PrologEnd:
            return False
        except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that nobody knows
            self.broken = True
            return False
        return True

    def _on_doctype(self, *_: object) -> NoReturn:
        self.doctype = True
        raise _PrologEnd

    def _on_root(self, *_: object) -> NoReturn:
        raise _PrologEnd
