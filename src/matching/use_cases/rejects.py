"""The rejected rows of an import: kept for whoever corrects them, and never taken for missing ones."""

import os
import re
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import TypeAdapter, ValidationError

from matching.catalogue.pipeline import ImportBatch, write_rejects
from matching.domain.word import Identifier
from matching.errors import InvalidInputError

_UNSAFE = re.compile(r"[^\w.@+-]+", re.ASCII)
_LONGEST = 60  # characters of each part of a file name
_identifier: TypeAdapter[str] = TypeAdapter(Identifier)


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
        with NamedTemporaryFile(dir=target.parent, prefix=".rejects-", delete=False) as unfinished:
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


def _safe(part: str) -> str:
    """Part of a file name; what had to be changed is told apart by a digest."""
    safe = _UNSAFE.sub("_", part)[:_LONGEST]
    return safe if safe == part else f"{safe}-{sha256(os.fsencode(part)).hexdigest()[:8]}"


def ids_of_rejected(source: str, batch: ImportBatch) -> Collection[str] | None:
    """Ids that rejected rows may stand for, so that they are not taken for missing; None when one cannot be told."""
    found: set[str] = set()
    for record in batch.raw.values():
        inner = record.get("jobAdvertisement")
        told = record.get("id") or record.get("hash_id") or (inner.get("id") if isinstance(inner, dict) else None)
        try:
            id_ = _identifier.validate_python(str(told).strip() if type(told) in {str, int} else None)
        except ValidationError:  # none, or a mistyped one: any option of the source may be meant
            return None
        found |= {id_, f"own:{id_}", f"{source}:{id_}"}
    return found
