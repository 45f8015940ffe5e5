"""A file through its source: accepted, accepted with warnings, rejected with line and reason; nothing is stored."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from matching.catalogue.files import digest
from matching.catalogue.rows import Row, Rows
from matching.catalogue.source import Converted, Item, Source
from matching.contracts import benefit_control
from matching.contracts.benefit_control import is_of_benefit_control, without_benefit_control
from matching.contracts.reasons import shown
from matching.contracts.rows import Accepted, Checked, Finding, Rejected, Warned
from matching.domain.profile import Profile
from matching.domain.word import Identifier
from matching.errors import InvalidInputError

_identifier: TypeAdapter[str] = TypeAdapter(Identifier)


@dataclass
class ImportBatch(Checked[Item]):
    """What a file holds, ready to be stored in one transaction."""

    digest: str = ""  # sha256 of the file
    rows: int = 0  # records read
    raw: dict[int, dict[str, Any]] = field(default_factory=dict)  # rejected records as found, by line
    rejected_ids: set[str | None] = field(default_factory=set)  # of rejected records; None: one tells no id

    @property
    def ids(self) -> frozenset[str] | None:
        """Every id in the file, those of rejected records included; None when one of these cannot be told."""
        told = {id_ for id_ in self.rejected_ids if id_ is not None}
        accepted = {each.item.id for each in self.accepted}
        return None if None in self.rejected_ids else frozenset(accepted | told)


def read_source(
    source: Source, path: Path, unit: str | None = None, tick: Callable[[int], None] | None = None
) -> ImportBatch:
    """Read a whole file. InvalidInputError for what is wrong with the file or the unit; a row never raises.

    Profiles need the unit that owns them. Of two records with one id the second is rejected. `tick` is called with
    the number of records read so far, for a progress bar.
    """
    if source.kind == "profiles":
        unit = checked_unit(unit)
    batch = ImportBatch(digest=digest(path))
    lines_by_id: dict[str, int] = {}
    known_columns: set[str] = set()
    rows = source.read(path)
    for row in rows:
        batch.rows += 1
        if tick:
            tick(batch.rows)
        converted = _converted(source, row)
        for column in converted.unknown:
            if column not in known_columns:
                known_columns.add(column)
                told = benefit_control.REASON if is_of_benefit_control(column) else "colonne inconnue, ignorée"
                batch.warned.append(Warned(row.line, column, told))
        item, refusal = converted.item, None
        if item is not None and unit is not None:
            item, refusal = _owned(item, unit, row.line)
        if item is not None and item.id in lines_by_id:
            refusal = Rejected(row.line, "id", f"« {shown(item.id)} » figure déjà à la ligne {lines_by_id[item.id]}")
        if item is None or refusal:
            batch.raw[row.line] = dict(without_benefit_control(dict(row.record)))
            batch.rejected_ids.add(_id_told(source, row))
            found = [Rejected(row.line, problem.field, problem.reason) for problem in converted.problems]
            batch.rejected.extend([refusal] if refusal else found)
            continue
        lines_by_id[item.id] = row.line
        batch.accepted.append(Accepted(row.line, item))
        batch.warned.extend(Warned(row.line, warning.field, warning.reason) for warning in converted.warnings)
    if isinstance(rows, Rows):
        batch.warned[:0] = [Warned(0, "", warning) for warning in rows.warnings]
    return batch


def _converted(source: Source, row: Row) -> Converted:
    if row.problem is not None:
        return Converted(None, problems=(Finding("", row.problem),))
    return source.convert(row.record)


def _id_told(source: Source, row: Row) -> str | None:
    """The id of a rejected row; None when there is none, a mistyped one, or one that may stand in a wrong column."""
    if row.problem is not None:
        return None
    try:
        return _identifier.validate_python(source.id_of(row.record))
    except ValidationError:
        return None


def checked_unit(unit: str | None) -> str:
    """The unit that files of people are for; InvalidInputError without one, and for what is no name of one."""
    if unit is None:
        raise InvalidInputError("Des dossiers s'importent pour une unité : l'indiquer (--unit).")
    try:
        return _identifier.validate_python(unit)
    except ValidationError as error:
        raise InvalidInputError(f"« {shown(unit)} » n'est pas un nom d'unité ; exemple : vd-uc-lausanne.") from error


def _owned(item: Item, unit: str, line: int) -> tuple[Item | None, Rejected | None]:
    if not isinstance(item, Profile):
        return item, None
    if item.unit not in {None, unit}:
        return None, Rejected(line, "unit", f"le dossier est d'une autre unité que celle de l'import (« {unit} »)")
    return item.model_copy(update={"unit": unit, "withheld": ()}), None  # what is withheld is said when it is shown
