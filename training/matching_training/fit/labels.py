"""Labels: what each shown option teaches, within windows that have closed; all else is unknown, never a failure.

Acceptance: a decision within the window; a rejection counts where one of its reasons teaches the ranker, so that
reasons of capacity, payer, data and constraints are no negatives. Success: an unsubsidised job at the horizon, stated;
leaving benefit or the register is no job. A row whose window or horizon is not over yet is censored: it is left out.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import OutcomeKind, Verb
from matching_training.log.tables import Log

TEACHING = frozenset(reason.value for reason, meant in CONSEQUENCES.items() if meant.trains_ranker)
"""Codes of the reasons of rejection that teach the ranker."""
_CAPACITY_OR_PAYER = ("payer_refused", "waiting_list", "requested", "payer_requested", "payer_granted", "invited")
_MOST_ROWS = 30
"""The rows of one person count together like at most this many; a house figure."""


@dataclass(frozen=True)
class Windows:
    """How long one waits: days for a decision, days for a beginning, months until success is looked at."""

    accept_days: int = 60
    begin_days: int = 90
    horizon_months: int = 12


def label(log: Log, windows: Windows) -> pd.DataFrame:
    """The rows of `shown` with what they teach, in the same order.

    Added: `accept` 1, 0 or NaN, and `accept_because`; `took_up` 1, 0 or NaN of an accepted option; `success` 1, 0 or
    NaN of one that began; `arm` 1 for a measure begun, 0 on a slate after which nothing began, else NaN, with its
    `outcome`; `weight`.
    """
    rows = log.shown.copy()
    rows["weight"] = np.minimum(1.0, _MOST_ROWS / rows.groupby("person")["person"].transform("size"))
    rows["accept_because"] = _accept_because(rows, log.until, windows)
    rows["accept"] = rows["accept_because"].map({"accepted": 1.0, "rejected": 0.0}).astype(float)
    stated = _stated(log, windows)
    began_on = pd.to_datetime(rows["began_on"], utc=True)
    began = rows["came"].eq(1)
    over = began_on + pd.DateOffset(months=windows.horizon_months) <= log.until
    fact = pd.Series(stated.reindex(pd.MultiIndex.from_frame(rows[["slate", "option"]])).to_numpy(), index=rows.index)
    rows["success"] = fact.where(began & over)
    rows["took_up"] = _took_up(rows, log.until, windows)
    nothing = _outcome_of_nothing(rows, fact, log.until, windows)
    treated = began & rows["kind"].eq("measure")
    rows["outcome"] = rows["success"].where(treated, rows["slate"].map(nothing))
    rows["arm"] = pd.Series(np.where(treated, 1.0, 0.0), index=rows.index).where(rows["outcome"].notna())
    return rows


def _accept_because(rows: pd.DataFrame, until: pd.Timestamp, windows: Windows) -> pd.Series:
    """Why a row is a label of acceptance or is none."""
    window = pd.Timedelta(days=windows.accept_days)
    teaches = rows["reasons"].fillna("").map(lambda codes: not TEACHING.isdisjoint(codes.split())).astype(bool)
    verb = rows["verb"]
    return pd.Series(
        np.select(
            [
                rows["at"] + window > until,
                verb.isna(),
                rows["decided_at"] > rows["at"] + window,
                verb.eq(Verb.ACCEPT.value),
                verb.eq(Verb.REJECT.value) & teaches,
                verb.eq(Verb.REJECT.value),
            ],
            ["censored", "undecided", "late", "accepted", "rejected", "says_nothing"],
            default="deferred",
        ),
        index=rows.index,
    )


def _stated(log: Log, windows: Windows) -> pd.Series:
    """Whether the job at the horizon holds, by slate and option, where somebody stated it."""
    facts = log.outcomes
    of_job = facts["fact"].eq(OutcomeKind.UNSUBSIDISED_JOB_AT.value) & facts["months"].eq(windows.horizon_months)
    kept = facts[of_job & facts["holds"].notna()].sort_values("stated_at", kind="stable")
    return kept.drop_duplicates(["slate", "option"], keep="last").set_index(["slate", "option"])["holds"].astype(float)


def _took_up(rows: pd.DataFrame, until: pd.Timestamp, windows: Windows) -> pd.Series:
    """Of the accepted: 1 begun, 0 not begun within the window, NaN where capacity, payer or time leave it open."""
    open_still = rows["payer"].eq("refused") | rows["status"].isin(_CAPACITY_OR_PAYER)
    full = rows["kind"].ne("vacancy") & rows["status"].eq("provider_refused")
    closed = rows["decided_at"] + pd.Timedelta(days=windows.begin_days) <= until
    known = rows["accept"].eq(1) & closed & (rows["came"].eq(1) | ~(open_still | full))
    return rows["came"].eq(1).astype(float).where(known)


def _outcome_of_nothing(rows: pd.DataFrame, fact: pd.Series, until: pd.Timestamp, windows: Windows) -> pd.Series:
    """By slate after which its person began nothing within the window: the job at the horizon, where it is stated.

    Nothing else may be running either: who began something within a horizon before is left out. The fact may be stated
    on any proposal of the person that did not begin and was shown within the window around the slate.
    """
    window, horizon = pd.Timedelta(days=windows.begin_days), pd.DateOffset(months=windows.horizon_months)
    slates = rows.drop_duplicates("slate")[["slate", "person", "at"]]
    starts = rows.loc[rows["came"].eq(1), ["person", "began_on", "at"]]
    starts = starts.assign(on=pd.to_datetime(starts["began_on"], utc=True).fillna(starts["at"]))[["person", "on"]]
    both = slates.merge(starts, on="person")
    near = (both["on"] <= both["at"] + window) & (both["on"] >= both["at"] - horizon)
    over = (slates["at"] + horizon <= until) & (slates["at"] + window <= until)
    free = slates[over & ~slates["slate"].isin(both.loc[near, "slate"])]
    facts = rows.loc[fact.notna() & rows["came"].ne(1), ["person", "at"]].assign(holds=fact)
    found = free.merge(facts, on="person", suffixes=("", "_of_fact"))
    found["apart"] = (found["at"] - found["at_of_fact"]).abs()
    found = found[found["apart"] <= window].sort_values("apart", kind="stable").drop_duplicates("slate")
    return found.set_index("slate")["holds"]
