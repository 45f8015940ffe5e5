"""The units: offices that own the files of people, each of one institution in one canton or département."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.catalogue import PLACEMENT_OFFICES, Institution
from matching.domain.word import Identifier, Name, Word, about

_WITH_FILES = PLACEMENT_OFFICES - {Institution.LMMT}
"""Institutions whose units hold files of people registered with the Swiss employment service; logistics holds none."""

TERRITORY_OF_UNIT = r"^(CH-[A-Z]{2}|FR-[0-9AB]{2,3})$"


class Unit(Word):
    """An office. Whatever is shown to a viewer of another unit, its files are not."""

    id: Annotated[Identifier, about("Identifier, as files and accounts name it.", "vd-orp-renens")]
    name: Annotated[Name, about("Name.", "ORP de Renens (exemple)")]
    institution: Annotated[Institution, about("Institution.", "orp")]
    territory: Annotated[str, about("Canton or département.", "CH-VD", pattern=TERRITORY_OF_UNIT)]
    closed_on: Annotated[date | None, about("Last day of the unit; absent: it is open.", "2027-12-31")] = None

    def is_pes_of(self, canton: str, day: date) -> bool:
        """Whether it is a unit of the employment service of that canton, open on that day. Source: OSE art. 53c."""
        return (
            self.institution in _WITH_FILES
            and self.territory == f"CH-{canton}"
            and (self.closed_on is None or day <= self.closed_on)
        )
