"""The occupations whose vacancies must be announced: year, territory (CH or a canton) and CH-ISCO-19 code."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from matching.catalogue.files import read_rows
from matching.catalogue.reading import Reading
from matching.catalogue.rows import Row
from matching.catalogue.source import Converted, Source
from matching.contracts.rows import Refused, check
from matching.domain.reporting_duty import ReportingOccupation
from matching.working_days.swiss_time import SWISS_TIME

_COLUMNS = frozenset({"year", "territory", "ch_isco"})
_WORD: TypeAdapter[ReportingOccupation] = TypeAdapter(ReportingOccupation)


def read(path: Path) -> Iterable[Row]:
    """Rows of a table, or of a list in JSON."""
    return read_rows(path)


def convert(record: dict[str, Any]) -> Converted:
    """One occupation; whatever cannot be read refuses the record."""
    item = check(_WORD, _told(record))
    if isinstance(item, Refused):
        return Converted(None, problems=item.findings)
    return Converted(item, unknown=tuple(str(name) for name in record if name not in _COLUMNS))


def id_of(record: dict[str, Any]) -> str | None:
    """What tells the occupation from all others."""
    item = convert(record).item
    return None if item is None else item.id


def _told(record: dict[str, Any]) -> dict[str, Any]:
    reading = Reading(record, SWISS_TIME)
    territory = reading.line("territory")
    told = {
        "year": reading.whole("year", 0, 9999),
        "territory": territory and territory.upper(),
        "ch_isco": reading.line("ch_isco"),
    }
    return {name: value for name, value in told.items() if value is not None}


SOURCE = Source(
    name="reporting_duty",
    description="Genres de profession soumis à l'obligation d'annonce, par année et territoire : CSV ou XLSX",
    kind="reporting_duty",
    read=read,
    convert=convert,
    id_of=id_of,
)
