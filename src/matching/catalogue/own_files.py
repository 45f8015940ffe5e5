"""Our own files of measures, placements and profiles: JSON is the contract itself, tables are its dotted columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from matching.catalogue.dotted_columns import TableRecord, nested
from matching.catalogue.files import read_rows
from matching.catalogue.rows import Row, Rows
from matching.catalogue.source import Converted, Item
from matching.contracts.reasons import shown
from matching.contracts.rows import Finding, Refused, check

_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_OWN = "own:"


@dataclass(frozen=True)
class OwnFiles:
    """Reading and converting one word; `plural` is the key under which a JSON document may hold its list."""

    model: type[Item]
    plural: str
    own_ids: bool = True  # an id without prefix gets "own:"

    @cached_property
    def word(self) -> TypeAdapter[Item]:
        """What checks a record."""
        return TypeAdapter(self.model)

    def read(self, path: Path) -> Iterable[Row]:
        """Rows of a list, of `{"<plural>": [...]}`, of one object, of JSON lines, or of a table."""
        rows = read_rows(path, items=self._listed)
        if path.suffix.lower() in _JSON:
            return rows
        return Rows(_tables(rows), rows.encoding, rows.warnings)

    def convert(self, record: dict[str, Any]) -> Converted:
        """The item of a record; JSON must hold to the contract, the cells of a table are read first."""
        data, unknown = self._told(record)
        number = data.get("id")
        if isinstance(number, str):
            data = {**data, "id": self._identified(number)}
        if self.own_ids and isinstance(number, str) and self._of_another_source(number):
            reason = f"« {shown(number)} » est le numéro d'une autre source ; sans préfixe, ou avec « {_OWN} »"
            return Converted(None, problems=(Finding("id", reason),), unknown=unknown)
        item = check(self.word, data)
        if isinstance(item, Refused):
            return Converted(None, problems=item.findings, unknown=unknown)
        return Converted(item, unknown=unknown)

    def id_of(self, record: dict[str, Any]) -> str | None:
        """The id of the item; one with blanks around it is told too."""
        data, _ = self._told(record)
        number = data.get("id")
        return self._identified(number.strip()) if isinstance(number, str) else None

    def _told(self, record: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The record as the contract has it, and the columns of a table that mean nothing."""
        return nested(record, self.model) if isinstance(record, TableRecord) else (record, ())

    def _identified(self, number: str) -> str:
        bare = self.own_ids and ":" not in number
        return f"{_OWN}{number.strip()}" if bare and number.strip() else number

    @staticmethod
    def _of_another_source(number: str) -> bool:
        """Whether the id would take the place of an option that another source told."""
        return ":" in number and not number.startswith(_OWN)

    def _listed(self, document: Any) -> list[Any]:
        if isinstance(document, list):
            return document
        if self.plural in document:
            return list(document[self.plural])
        if "id" in document:
            return [document]
        raise KeyError(self.plural)


def _tables(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield Row(row.line, TableRecord(row.record), row.problem)
