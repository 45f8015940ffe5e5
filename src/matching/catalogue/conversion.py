"""The last step of every source of others: what was read becomes an item that holds to its contract, or reasons."""

from collections.abc import Mapping
from typing import Any

from matching.catalogue.reading import Reading
from matching.catalogue.source import Converted
from matching.contracts.rows import Finding, Refused, check
from matching.domain.opportunity import opportunity_type


def option(data: Mapping[str, Any], reading: Reading, names: Mapping[str, str]) -> Converted:
    """An option from `data`; reasons name the fields of the source, by `names` (field of ours -> field of theirs)."""
    item = check(opportunity_type, data)
    if isinstance(item, Refused):
        problems = tuple(Finding(_theirs(found.field, names), found.reason) for found in item.findings)
        return Converted(None, problems=problems)
    return Converted(item, tuple(dict.fromkeys(reading.warnings)))


def _theirs(field: str, names: Mapping[str, str]) -> str:
    return names.get(field, names.get(field.partition("[")[0], field))
