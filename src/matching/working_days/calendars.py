"""Working days by canton: Monday to Friday without its legal holidays, which are dated data with their source.

What counts as a working day in OSE art. 53b and 53c stands in no text that was found; this reading is the house's,
until SECO confirms another. A disputed holiday is one that sources do not agree on, or that holds in a part of the
canton only: whoever must not be too early counts it as a holiday, whoever must not be too late as a working day.
"""

import csv
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

DATA = "calendars.csv"
COLUMNS = ("canton", "date", "name", "source", "disputed")


@dataclass(frozen=True)
class Calendar:
    """The holidays of one canton in the years that are known."""

    holidays: frozenset[date]
    disputed: frozenset[date]
    years: frozenset[int]

    def nth_at_latest(self, day: date, n: int) -> date | None:
        """The nth working day after `day`, disputed holidays being holidays; None when the calendar ends before."""
        return self._nth(day, n, self.holidays | self.disputed)

    def nth_at_earliest(self, day: date, n: int) -> date | None:
        """The nth working day after `day`, disputed holidays being working days; None when the calendar ends before."""
        return self._nth(day, n, self.holidays)

    def _nth(self, day: date, n: int, off: Set[date]) -> date | None:
        if day.year not in self.years:
            return None
        while n > 0:
            day += timedelta(days=1)
            if day.year not in self.years:
                return None
            n -= day.weekday() < 5 and day not in off
        return day


def calendar_of(canton: str | None) -> Calendar | None:
    """The calendar of a canton by its two letters; None when there is none."""
    return None if canton is None else _calendars().get(canton)


@cache
def _calendars() -> Mapping[str, Calendar]:
    found: dict[str, tuple[set[date], set[date]]] = {}
    text = (files("matching.working_days") / DATA).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        certain, disputed = found.setdefault(row["canton"], (set(), set()))
        (disputed if row["disputed"] == "yes" else certain).add(date.fromisoformat(row["date"]))
    return {
        canton: Calendar(frozenset(certain), frozenset(disputed), frozenset(day.year for day in certain | disputed))
        for canton, (certain, disputed) in found.items()
    }
