"""Whether the lists are used: opened, followed, overridden, ignored, by unit and month.

A measure of the tool, never of whoever works with it: there is no figure by counsellor here and no way to ask for one,
and where fewer than three counsellors make a unit's month it is not shown, since it would be about one of them.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from matching.domain.vocabulary.process import Verb
from matching.errors import InvalidInputError
from matching_training.evaluate.small_cells import hidden
from matching_training.log.tables import Log

STATES = ("followed_first", "followed_lower", "overridden", "deferred", "ignored")
"""What became of a list within the days: something accepted, rank 1 or a lower one first; all that was decided
rejected, perhaps with some deferred; deferred alone; nobody decided."""

_CALENDAR = "Europe/Zurich"
COUNSELLORS = 3
"""A cell made by fewer is about one of them; a convention of this project."""


@dataclass(frozen=True, eq=False)
class Use:
    """`cells`: unit, month, opened, one column per state, median_rank; `total` the same without unit and month.

    `opened` are lists whose days have passed; NaN is a cell left out. `young` lists are too young to say (censored),
    `left_out` cells too small to show.
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
        return Use(
            _cells(slates), _cells(slates), young, 0, (f"Aucune liste n'a encore {days} jours ; {young} attendent.",)
        )
    cells, left_out = _shown(_cells(slates))
    total, _ = _shown(_cells(slates.assign(unit="", month="")))
    return Use(
        cells=cells,
        total=total.drop(columns=["unit", "month"]),
        young=young,
        left_out=left_out,
        sentences=tuple(_sentences(total, days, young, left_out)),
    )


def _slates(shown: pd.DataFrame, within: pd.Timedelta) -> pd.DataFrame:
    """One row per list: unit, at, counsellor, its state and the best rank accepted (NaN where none)."""
    in_time = shown["decided_at"].notna() & (shown["decided_at"] <= shown["at"] + within)
    rows = shown.assign(
        accepted=in_time & (shown["verb"] == Verb.ACCEPT),
        rejected=in_time & (shown["verb"] == Verb.REJECT),
        deferred=in_time & (shown["verb"] == Verb.DEFER),
    )
    rows["accepted_rank"] = rows["rank"].astype(float).where(rows["accepted"])
    slates = rows.groupby("slate").agg(
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


def _cells(slates: pd.DataFrame) -> pd.DataFrame:
    """Counts by unit and month, with how many counsellors stand behind each, for the next step alone."""
    keys = ["unit", "month"]
    if slates.empty:
        return pd.DataFrame(columns=[*keys, "opened", *STATES, "median_rank"])
    by = slates.groupby(keys)
    counts = slates.groupby([*keys, "state"]).size().unstack(fill_value=0).reindex(columns=list(STATES), fill_value=0)
    makers = by["counsellor"].nunique()
    return counts.assign(opened=by.size(), median_rank=by["rank"].median(), makers=makers).reset_index()


def _shown(cells: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The cells fit to be shown, and how many are left out altogether."""
    opened = cells.pivot_table(index="unit", columns="month", values="opened", aggfunc="sum")
    few = cells.pivot_table(index="unit", columns="month", values="makers", aggfunc="sum") < COUNSELLORS
    counts = opened.where(~few, 1)  # as if it were small: left out, and another with it that would give it away
    out = pd.DataFrame(hidden(counts.where(opened.notna())), index=opened.index, columns=opened.columns)
    left_out = np.array([out.loc[unit, month] for unit, month in zip(cells["unit"], cells["month"], strict=True)])
    figures = cells[list(STATES)].astype(float)
    figures[left_out] = np.nan
    figures = figures.mask(hidden(figures))
    shown = cells[["unit", "month"]].assign(opened=cells["opened"].astype(float))
    shown = shown.join(figures)
    followed = cells["followed_first"] + cells["followed_lower"]
    shown["median_rank"] = cells["median_rank"].where(followed >= 5)
    shown.loc[left_out, ["opened", *STATES, "median_rank"]] = np.nan
    return shown, int(left_out.sum())


def _sentences(total: pd.DataFrame, days: int, young: int, left_out: int) -> list[str]:
    every = total.iloc[0]
    said = []
    if not np.isnan(every["opened"]):
        parts = ((word, every[state]) for state, word in zip(STATES, _WORDS, strict=True))
        told = (
            f"{word} {'moins de 5 ou non montré' if np.isnan(n) else format(n / every['opened'], '.0%')}"
            for word, n in parts
        )
        said.append(f"Sur {every['opened']:.0f} listes de plus de {days} jours : {', '.join(told)}.")
    if young:
        said.append(f"{young} listes plus jeunes ne sont pas comptées.")
    if left_out:
        said.append(f"{left_out} cellules trop petites ne sont pas montrées (moins de 5 listes ou de 3 conseillers).")
    return said


_WORDS = ("premier rang suivi", "autre rang suivi", "tout refusé", "mis en attente", "sans suite")
