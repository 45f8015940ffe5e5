"""Whether the lists are used: opened, followed, overridden, ignored, by unit and month.

A measure of the tool, never of whoever works with it: there is no figure by counsellor here and no way to ask for one,
and where fewer than three counsellors make a cell it is not shown, since it would be about one of them. Nor is one of
fewer than five lists or people, nor what would give it away; what is shown is to the nearest five, since two reports of
two days lie side by side.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import pandas as pd

from matching.disclosure.counts import ALL, count
from matching.disclosure.protect import Protected, protect
from matching.domain.vocabulary.process import Verb
from matching.errors import InvalidInputError
from matching_training.log.tables import Log
from matching_training.small_cells import MINIMUM, in_words, rounded

STATES = ("followed_first", "followed_lower", "overridden", "deferred", "ignored")
"""What became of a list within the days: something accepted, rank 1 or a lower one first; all that was decided
rejected, perhaps with some deferred; deferred alone; nobody decided."""

_CALENDAR = "Europe/Zurich"
_COLUMNS = ["unit", "month", "opened", *STATES, "median_rank"]
COUNSELLORS = 3
"""A cell made by fewer is about one of them; a convention of this project."""


@dataclass(frozen=True, eq=False)
class Use:
    """`cells`: unit, month, opened, one column per state, median_rank; `total` the same without unit and month.

    Counts are lists whose days have passed, to the nearest five; NaN is one left out. `young` lists are too young to
    say (censored), to the nearest five; `left_out` units' months of which not even `opened` is told.
    """

    cells: pd.DataFrame
    total: pd.DataFrame
    young: int
    left_out: int
    sentences: tuple[str, ...]


def use(log: Log, *, days: int = 30) -> Use:
    """What became of the lists of a log within `days` of being shown; months by the calendar of the house.

    Only lists whose days have passed count: a young one that was decided on at once would make use look better. A
    decision written down later than that counts as ignored; the log knows the last decision on each option only.
    """
    if days < 1:
        raise InvalidInputError("Le délai se compte en jours, à partir de 1.")
    slates = _slates(log.shown, pd.Timedelta(days=days))
    old = slates["at"] <= log.until - pd.Timedelta(days=days)
    young = int((~old).sum())
    slates = slates[old].assign(month=slates.loc[old, "at"].dt.tz_convert(_CALENDAR).dt.strftime("%Y-%m"))
    if slates.empty:
        waiting = f"Aucune liste n'a encore {days} jours ; {in_words(young)} attendent."
        return Use(_nothing(), _nothing(), rounded(young), 0, (waiting,))
    told = _Told.of(slates)
    cells, total = [told.row(where) for where in told.places], told.row(ALL)
    left_out = sum(np.isnan(cell["opened"]) for cell in cells)
    return Use(
        cells=pd.DataFrame(cells, columns=_COLUMNS),
        total=pd.DataFrame([total], columns=_COLUMNS).drop(columns=["unit", "month"]),
        young=rounded(young),
        left_out=left_out,
        sentences=tuple(_sentences(total, days, young, left_out)),
    )


def _slates(shown: pd.DataFrame, within: pd.Timedelta) -> pd.DataFrame:
    """One row per list: person, unit, at, counsellor, its state and the best rank accepted (NaN where none)."""
    in_time = shown["decided_at"].notna() & (shown["decided_at"] <= shown["at"] + within)
    rows = shown.assign(
        accepted=in_time & (shown["verb"] == Verb.ACCEPT),
        rejected=in_time & (shown["verb"] == Verb.REJECT),
        deferred=in_time & (shown["verb"] == Verb.DEFER),
    )
    rows["accepted_rank"] = rows["rank"].astype(float).where(rows["accepted"])
    slates = rows.groupby("slate").agg(
        person=("person", "first"),
        unit=("unit", "first"),
        at=("at", "first"),
        counsellor=("counsellor", "first"),
        accepted=("accepted", "any"),
        rejected=("rejected", "any"),
        deferred=("deferred", "any"),
        rank=("accepted_rank", "min"),
    )
    state = np.select(
        [slates["accepted"] & (slates["rank"] == 1), slates["accepted"], slates["rejected"], slates["deferred"]],
        STATES[:4],
        STATES[4],
    )
    return slates.assign(state=state)


@dataclass(frozen=True, eq=False)
class _Told:
    """The lists, and which counts of them may be told: one table, so that no total gives a cell away."""

    slates: pd.DataFrame
    table: Protected

    @classmethod
    def of(cls, slates: pd.DataFrame) -> Self:
        """Count by state within a unit's month, and over all; of a unit or a month alone nothing is told anywhere."""
        slates = slates.assign(where=slates["unit"] + "\n" + slates["month"])
        counts = count({"where": list(slates["where"]), "state": list(slates["state"])}, {"state": STATES})
        withheld = np.zeros(counts.values.shape, dtype=np.bool_)
        for by in ([], ["where"], ["state"], ["where", "state"]):
            for codes, rows in slates.groupby(by) if by else [((), slates)]:
                few = rows["counsellor"].nunique() < COUNSELLORS or rows["person"].nunique() < MINIMUM
                withheld[counts.at(dict(zip(by, codes, strict=True)))] = few
        return cls(slates, protect(replace(counts, withheld=withheld), none_tells=False))

    @property
    def places(self) -> list[str]:
        """Every unit's month, in order."""
        return list(self.table.counts.codes[0])

    def row(self, where: str) -> dict[str, Any]:
        """One row of the answer; NaN is what may not be told, and all of a row whose `opened` may not."""
        rows = self.slates if where == ALL else self.slates[self.slates["where"] == where]
        unit, _, month = where.partition("\n")
        opened = self._told(where=where)
        if np.isnan(opened):
            return {"unit": unit, "month": month, "opened": opened}
        counts = {state: self._told(where=where, state=state) for state in STATES}
        followed = rows[rows["rank"].notna()]
        rank = float(followed["rank"].median()) if followed["person"].nunique() >= MINIMUM else np.nan
        return {"unit": unit, "month": month, "opened": opened, **counts, "median_rank": rank}

    def _told(self, **codes: str) -> float:
        n = self.table.value(self.table.counts.at(codes))
        return np.nan if n is None else float(rounded(n))


def _nothing() -> pd.DataFrame:
    return pd.DataFrame(columns=_COLUMNS)


def _sentences(every: Mapping[str, Any], days: int, young: int, left_out: int) -> list[str]:
    said = []
    if not np.isnan(every["opened"]):
        parts = ((word, every[state]) for state, word in zip(STATES, _WORDS, strict=True))
        told = (f"{word} {'non montré' if np.isnan(n) else format(n / every['opened'], '.0%')}" for word, n in parts)
        said.append(f"Sur environ {every['opened']:.0f} listes de plus de {days} jours : {', '.join(told)}.")
    if young:
        said.append(f"Listes plus jeunes, qui ne sont pas comptées : {in_words(young)}.")
    if left_out:
        said.append(f"{left_out} mois d'unités ne sont pas montrés (moins de 5 listes ou personnes, de 3 conseillers).")
    return said


_WORDS = ("premier rang suivi", "autre rang suivi", "tout refusé", "mis en attente", "sans suite")
