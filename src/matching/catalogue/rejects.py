"""The rejected rows of a file as a table, for whoever corrects them."""

import csv
import json
import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from matching.catalogue.pipeline import ImportBatch
from matching.catalogue.rows import MAX_FIELD
from matching.errors import InvalidInputError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNSAFE = re.compile(r"[^\w.@+-]+", re.ASCII)
SCRATCH = ".rejects-"
"""How files begin that are being written."""
_LONGEST = 60  # characters of each part of a file name


def keep_rejects(
    data_dir: Path, batch: ImportBatch, path: Path, *, source: str, unit: str | None, wanted: Path | None
) -> Path | None:
    """Write the rejected rows to `wanted`, else to the data folder; None when there are none.

    They may hold personal data: the file is its owner's only, and one left by an earlier import of the same file is
    removed when nothing is rejected any more. InvalidInputError when it cannot be written, or is no place for it.
    """
    name = ".".join(_safe(part) for part in (source, unit, path.stem) if part)
    own = data_dir / "rejects" / f"{name}.rejects.csv"
    if not batch.rejected:
        with suppress(OSError):
            own.unlink()
        return None
    target = wanted or own
    try:
        if target.suffix.lower() != ".csv" or (target.exists() and (not target.is_file() or target.samefile(path))):
            raise InvalidInputError(f"--rejects {target} : nommer un fichier .csv, autre que celui qui est importé.")
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, prefix=SCRATCH, delete=False) as unfinished:
            scratch = Path(unfinished.name)  # made readable by its owner only
        try:
            write_rejects(batch, scratch)
            scratch.replace(target)
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        raise InvalidInputError(
            f"Les lignes refusées ne peuvent pas être écrites dans {target} ({error.strerror}) ; rien n'est importé ; "
            "nommer un autre fichier avec --rejects."
        ) from error
    return target


def write_rejects(batch: ImportBatch, path: Path) -> None:
    """Write the rejected rows as CSV: line, field, reason, and the record as JSON. OSError when that cannot be done.

    Cells that a spreadsheet would take for a formula are prefixed with an apostrophe.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["line", "field", "reason", "record"])
        for rejected in batch.rejected:
            record = _as_text(batch.raw.get(rejected.line, {}))
            cells = (str(rejected.line), rejected.field, rejected.reason, record)
            table.writerow([_harmless(cell) for cell in cells])


def forget(data_dir: Path, id_: str, unit: str | None) -> None:
    """Remove every rejected row of a unit's files that names an id from the tables kept in the data folder."""
    named = re.compile(rf"(?<![\w.@+-]){re.escape(id_)}(?![\w.@+-])")
    csv.field_size_limit(max(csv.field_size_limit(), MAX_FIELD))
    for path in sorted((data_dir / "rejects").glob("*.rejects.csv")):
        if not path.name.startswith(f"profiles.{_safe(unit or '')}."):
            continue
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        kept = [row for row in rows if not any(named.search(cell) for cell in row)]
        if len(kept) == len(rows):
            continue
        with NamedTemporaryFile(dir=path.parent, prefix=SCRATCH, delete=False) as unfinished:
            scratch = Path(unfinished.name)
        with scratch.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(kept)
        scratch.replace(path)


def _safe(part: str) -> str:
    """Part of a file name; what had to be changed is told apart by a digest."""
    safe = _UNSAFE.sub("_", part)[:_LONGEST]
    return safe if safe == part else f"{safe}-{sha256(os.fsencode(part)).hexdigest()[:8]}"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _as_text(record: dict[str, Any]) -> str:
    try:
        return json.dumps(record, ensure_ascii=False, default=str).encode("utf-8", "replace").decode("utf-8")
    except (ValueError, RecursionError):
        return ""
