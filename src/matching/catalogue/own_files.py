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
from matching.contracts.rows import Refused, check

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
        unknown: tuple[str, ...] = ()
        data: dict[str, Any] = record
        if isinstance(record, TableRecord):
            data, unknown = nested(record, self.model)
        number = data.get("id")
        if self.own_ids and isinstance(number, str) and number.strip() and ":" not in number:
            data = {**data, "id": f"{_OWN}{number.strip()}"}
        item = check(self.word, data)
        if isinstance(item, Refused):
            return Converted(None, problems=item.findings, unknown=unknown)
        return Converted(item, unknown=unknown)

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
