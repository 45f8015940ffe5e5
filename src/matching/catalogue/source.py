"""What a source of options, profiles or listed occupations is: how its files are read, what its records become."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from matching.catalogue.rows import Row
from matching.contracts.rows import Finding
from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.reporting_duty import ReportingOccupation

Item = AnyOpportunity | Profile | ReportingOccupation


@dataclass(frozen=True)
class Converted:
    """What became of one record: an item and what to know of it, or None and why."""

    item: Item | None
    warnings: tuple[Finding, ...] = ()
    problems: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()  # columns that mean nothing to the source; said once per file


@dataclass(frozen=True)
class Source:
    """One kind of file. `read` raises InvalidInputError only, the others nothing, whatever the record holds.

    `id_of` is the id that the item of a record has or would have once the record is corrected, None when it tells none.
    """

    name: str
    description: str
    kind: Literal["options", "profiles", "reporting_duty"]
    read: Callable[[Path], Iterable[Row]]
    convert: Callable[[dict[str, Any]], Converted]
    id_of: Callable[[dict[str, Any]], str | None]
