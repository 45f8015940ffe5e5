"""Files that people hand us: rows by the kind of file, and the fingerprint of its bytes."""

import hashlib
from pathlib import Path

from matching.catalogue.json_files import Items, read_json, read_json_lines
from matching.catalogue.rows import Rows, open_checked, readable
from matching.catalogue.tables import read_csv
from matching.catalogue.workbooks import read_xlsx
from matching.errors import InvalidInputError


def read_rows(path: Path, items: Items = None, sheet: str | None = None) -> Rows:
    """Rows of a file, read by its extension: .csv, .tsv and .txt, .json, .jsonl and .ndjson, or .xlsx.

    `items` finds the list in a JSON document (see `read_json`), `sheet` names the sheet of a workbook (see
    `read_xlsx`); each means nothing for the other kinds. InvalidInputError for any other extension and for whatever
    the reader refuses.
    """
    match path.suffix.lower():
        case ".csv" | ".tsv" | ".txt":
            return read_csv(path)
        case ".json":
            return read_json(path, items)
        case ".jsonl" | ".ndjson":
            return read_json_lines(path)
        case ".xlsx":
            return read_xlsx(path, sheet)
        case ".xls" | ".xlsm" | ".xlsb" | ".ods":
            raise InvalidInputError(f"{path} est un classeur d'un format qui n'est pas lu ; l'enregistrer en .xlsx.")
        case _:
            raise InvalidInputError(
                f"{path} est d'un format qui n'est pas lu ; "
                "l'enregistrer en .csv, .tsv, .txt, .json, .jsonl, .ndjson ou .xlsx."
            )


def digest(path: Path) -> str:
    """The sha256 of a file's bytes, 64 hexadecimal digits; read in pieces. InvalidInputError as for `read_rows`."""
    with open_checked(path) as file, readable(path):
        return hashlib.file_digest(file, "sha256").hexdigest()
