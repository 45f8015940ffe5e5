"""Drift as it may be read by more people than a log: counts to the nearest five, nothing that rests on a few people."""

from datetime import date, datetime

import numpy as np

from matching.domain.vocabulary.process import Verb
from matching.ranking.drift_report import DriftReport, Off, ShareTold, ShiftTold
from matching_training.evaluate.monitoring.drift import Drift, Share, Shift
from matching_training.log.tables import Log
from matching_training.small_cells import MINIMUM, rounded, rounded_share


def as_told(found: Drift, reference: Log, current: Log, *, version: str | None, at: datetime) -> DriftReport:
    """The report on two logs, at an aware moment, fit to be shown; the worst shift first."""
    shifts = sorted((each for each in found.shifts if each.people >= MINIMUM), key=lambda each: -each.psi)
    shares = [each for each in found.shares if each.fewest >= MINIMUM]
    return DriftReport(
        made_at=at,
        version=version,
        reference=_days(reference),
        current=_days(current),
        level=found.level,
        shifts=tuple(map(_shift, shifts)),
        shares=tuple(map(_share, shares)),
        off=_off(found, current),
        left_out=len(found.shifts) - len(shifts) + len(found.shares) - len(shares),
    )


def _shift(found: Shift) -> ShiftTold:
    return ShiftTold(
        part=found.part,
        name=found.name,
        level=found.level,
        reference=rounded(found.reference),
        current=rounded(found.current),
        psi=abs(round(found.psi, 2)),
        by_chance=round(found.by_chance, 2),
    )


def _share(found: Share) -> ShareTold:
    """Shares as of counts to the nearest five; the interval moves with their difference."""
    before, after = (
        rounded_share(share, n) for share, n in zip((found.reference, found.current), found.rows, strict=True)
    )
    off = (after - before) - (found.current - found.reference)
    low, high = (round(end + off, 3) for end in (found.low, found.high))
    return ShareTold(
        part=found.part, name=found.name, reference=round(before, 3), current=round(after, 3), low=low, high=high
    )


def _off(found: Drift, current: Log) -> Off | None:
    figure = None if found.current is None else found.current.calibration
    if figure is None or not np.isfinite([figure.value, figure.low, figure.high]).all():
        return None
    people = [
        current.shown.loc[current.shown["verb"] == verb, "person"].nunique() for verb in (Verb.ACCEPT, Verb.REJECT)
    ]
    if min(people) < MINIMUM:
        return None
    return Off(value=round(figure.value, 3), low=round(figure.low, 3), high=round(figure.high, 3))


def _days(log: Log) -> tuple[date, date] | None:
    if log.shown.empty:
        return None
    days = log.shown["at"].dt.date
    return days.min(), days.max()
