"""Who is comparable with whom: equal need, and about as many options of each kind that the rules leave open."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

PARTS = 3
"""Thirds of need and of open options: fine enough to compare like with like, coarse enough to find others."""


def need_by_person(shown: pd.DataFrame) -> pd.Series:
    """Where no need is given: the third of the person's own chance as served (few chances: much need), by person."""
    chance = shown.groupby("person")["own_chance"].mean()
    return pd.Series(_thirds(np.asarray(chance, dtype=np.float64)), index=chance.index)


def strata(
    rows: pd.DataFrame, need: pd.Series | None, shown: pd.DataFrame, eligible: pd.DataFrame | None
) -> NDArray[np.int64]:
    """(n_rows,) int64: the stratum of rows with columns slate, person and kind; rows of one kind share no other's.

    `need` is a stratum by person, None takes `need_by_person`; `eligible` has slate, kind and the number of options
    that the rules left open, None leaves it out. Kinds share a slate, so about as many must be open of each of them,
    and none is a number of its own. What is unknown is a stratum of its own.
    """
    needs = need if need is not None else need_by_person(shown)
    parts = pd.DataFrame({"kind": np.asarray(rows["kind"]), "need": np.asarray(rows["person"].map(needs))})
    if eligible is not None:
        counts = eligible.pivot(index="slate", columns="kind", values="eligible").astype(np.float64)
        about = counts.where(counts == 0, 1 + counts.where(counts > 0).apply(_thirds, raw=True))
        for kind in about.columns:
            parts[f"open.{kind}"] = np.asarray(rows["slate"].map(about[kind]))
    return np.asarray(parts.groupby(list(parts.columns), dropna=False).ngroup(), dtype=np.int64)


def _thirds(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The part of each value, from 0; NaN stays NaN, equal values stand in one part."""
    if np.isnan(values).all():
        return values
    edges = np.nanquantile(values, np.linspace(0, 1, PARTS + 1)[1:-1])
    return np.where(np.isnan(values), np.nan, np.searchsorted(edges, values, side="right"))
