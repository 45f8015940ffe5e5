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
        self._listed: dict[tuple[int, str], set[str]] = {}
        self._groups: dict[tuple[int, str], set[str]] = {}  # what stands above a listed code
        for each in occupations:
            key = each.year, each.territory
            self._listed.setdefault(key, set()).add(each.ch_isco)
            self._groups.setdefault(key, set()).update(_prefixes(each.ch_isco))

    def covers(self, year: int, canton: str | None, codes: Set[str]) -> bool | None:
        """Whether the duty holds for a posting of that year, office canton and CH-ISCO-19 codes; None: cannot be told.

        An addition counts in its own canton only. It cannot be told without the national list of the year, without a
        code, with a code above the listed ones, or with an unknown canton where some canton added one of the codes.
        """
        if (year, COUNTRY) not in self._listed or not codes:
            return None
        certain = [(year, COUNTRY), (year, canton or COUNTRY)]
        if any(self._listed.get(key, set()) & _prefixes(code) for key in certain for code in codes):
            return True
        possible = certain if canton else [key for key in self._listed if key[0] == year]
        if any(self._listed.get(key, set()) & _prefixes(code) for key in possible for code in codes):
            return None
        return None if any(self._groups.get(key, set()) & codes for key in possible) else False


def _prefixes(code: str) -> set[str]:
    """The code and every group it belongs to: 93130, 9313, 931, 93, 9."""
    return {code[:length] for length in range(1, len(code) + 1)}
