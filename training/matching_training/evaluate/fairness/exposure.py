"""Who is shown what, and how high: the share of the attention of a slate that each kind of option gets, by group."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.fairness.compare import Comparison
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.groups import Groups
from matching_training.evaluate.fairness.strata import strata


def attention(rank: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,) float64 in (0, 1]: how much is read at a rank from 1. Source: Järvelin and Kekäläinen (2002), as in DCG."""
    return np.asarray(1 / np.log2(1 + rank))


def by_slate_and_kind(shown: pd.DataFrame, eligible: pd.DataFrame | None) -> pd.DataFrame:
    """Rows slate, person, kind, share: of the attention of a full slate, what the options of a kind got.

    `eligible` has slate, person, kind and eligible (how many options of the kind the rules left open): one row for each
    line above zero, so that a kind that was open and not shown counts as 0. Without it a row per slate and kind of the
    log, which cannot tell an option that was not open from one that was not shown.
    """
    ranks = np.asarray(shown["rank"], dtype=np.float64)
    full = attention(np.arange(1, ranks.max(initial=1) + 1)).sum()
    got = (
        shown[["slate", "person", "kind"]]
        .assign(share=attention(ranks) / full)
        .groupby(["slate", "kind"], as_index=False, observed=True)["share"]
        .sum()
    )
    if eligible is None:
        slates = shown[["slate", "person"]].drop_duplicates("slate")
        rows = slates.merge(pd.DataFrame({"kind": sorted(shown["kind"].unique())}), how="cross")
    else:
        rows = eligible.loc[eligible["eligible"] > 0, ["slate", "person", "kind"]]
    found = rows.merge(got, on=["slate", "kind"], how="left", validate="one_to_one")
    return found.assign(share=found["share"].fillna(0.0))


def exposure(
    shown: pd.DataFrame,
    groups: Groups,
    *,
    eligible: pd.DataFrame | None = None,
    need: pd.Series | None = None,
    canton: pd.Series | None = None,
    draws: int = 400,
    seed: int = 0,
) -> list[Finding]:
    """Per group and kind: the share of attention against that of others with as much need and as many open options.

    With `canton`, by person, those others live in the same one: what there is differs between cantons, not only how
    much. A canton against the others, and everything without `eligible`, is told and not tested (`p` is NaN): the
    catalogue or the rules may explain it.
    """
    every = by_slate_and_kind(shown, eligible)
    findings = []
    for kind, rows in every.groupby("kind", sort=True, observed=True):
        person, share = (np.asarray(rows[name]) for name in ("person", "share"))
        alike = strata(rows, need, shown, eligible)
        among = alike if canton is None else _within(alike, person, canton)
        everywhere, at_home = (
            Comparison(person, share, each, groups.people, draws=draws, seed=seed) for each in (alike, among)
        )
        for group in groups.shown:
            of_canton = group.attributes == ("canton",)
            if found := (everywhere if of_canton else at_home).difference(group.members):
                finding = Finding.of(found, Subject.EXPOSURE, group, str(kind))
                findings.append(finding.untested() if eligible is None or of_canton else finding)
    return findings


def _within(alike: NDArray[np.int64], person: NDArray[np.int64], canton: pd.Series) -> NDArray[np.int64]:
    """The strata divided by the canton of each person; who is of none that is known stands apart."""
    homes = pd.Series(person).map(canton)
    return np.asarray(pd.DataFrame({"alike": alike, "home": homes}).groupby(["alike", "home"], dropna=False).ngroup())
