"""The duty to announce vacancies: the yearly list of occupations, and whether it covers some of them."""

from collections.abc import Iterable, Set
from typing import Annotated

from matching.domain.word import Word, about
from matching.places.names import CANTONS

COUNTRY = "CH"


class ReportingOccupation(Word):
    """One occupation of the list of one year, national or added by a canton. Source: OSE art. 53a, 53e, 53f."""

    year: Annotated[int, about("Year of the announcement.", 2026, ge=2018, le=2100)]
    territory: Annotated[
        str, about("CH, or the canton that added it.", "CH", pattern=f"^({'|'.join([COUNTRY, *sorted(CANTONS)])})$")
    ]
    ch_isco: Annotated[str, about("CH-ISCO-19 code; a group covers all below it.", "93130", pattern=r"^[0-9]{1,5}$")]

    @property
    def id(self) -> str:
        """What tells it from all others."""
        return f"{self.year}:{self.territory}:{self.ch_isco}"


class ReportingList:
    """The occupations that must be announced, as far as they were imported."""

    def __init__(self, occupations: Iterable[ReportingOccupation] = ()) -> None:
        self._codes: dict[tuple[int, str], set[str]] = {}
        for each in occupations:
            self._codes.setdefault((each.year, each.territory), set()).add(each.ch_isco)

    def covers(self, year: int, canton: str | None, codes: Set[str]) -> bool | None:
        """Whether the duty holds for a posting of that year, office canton and CH-ISCO-19 codes; None: cannot be told.

        An addition counts in its own canton only. It cannot be told without the national list of the year, without a
        code, with a code above the listed ones, or with an unknown canton where some canton added one of the codes.
        """
        national = self._codes.get((year, COUNTRY))
        if national is None or not codes:
            return None
        added = [listed for (of, at), listed in self._codes.items() if of == year and at not in {COUNTRY, canton}]
        own = national | self._codes.get((year, canton or ""), set())
        if any(code.startswith(listed) for code in codes for listed in own):
            return True
        perhaps = own if canton else own.union(*added)
        touched = any(listed.startswith(code) or code.startswith(listed) for code in codes for listed in perhaps)
        return None if touched else False
