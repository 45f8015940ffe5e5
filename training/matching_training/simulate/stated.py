"""What is stated months later: the job at three, six and twelve months, benefits left, who came and who dropped out."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus
from matching_training.log.tables import OUTCOMES
from matching_training.simulate.course import HORIZON_DAYS, Canton
from matching_training.simulate.scenario import Course

Values = NDArray[np.float64]

HORIZON = 12
EARLY = {3: 92, 6: 184}
"""Months of a fact that is known sooner, and the days that have passed for certain."""
_S = ProposalStatus
_DECIDED = (_S.ACCEPTED.value, _S.REJECTED.value, _S.DEFERRED.value)


def stated(canton: Canton, rows: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """Every fact that is stated sooner or later, in the columns of the log; `stated_at` as days.

    `rows` are what was shown, `steps` what followed, both with moments as days. The job at three, six and twelve
    months: for what began and for all else that was accepted; where nothing was accepted, for the first option decided
    on, from the decision, as the service allows.
    """
    world = canton.world
    rng = np.random.default_rng([world.seed, 9, world.intake])
    course = world.scenario.course
    job, known = canton.jobs(), canton.stated()
    delay = rng.uniform(*course.stated_after, size=world.shape[0])
    leaves = rng.random(world.shape[0]) < np.where(job, 0.85, 0.12)  # benefits are left without a job too
    early = jobs_before(course, job, rng.random((world.shape[0], 2)))
    person = rows["person"].to_numpy() - world.first
    first = steps[steps["status"].isin(_DECIDED)].groupby("row").head(1)
    accepted = set(steps.loc[steps["status"] == _S.ACCEPTED.value, "row"].tolist())
    began = dict(steps.loc[steps["status"] == _S.STARTED.value, ["row", "day"]].itertuples(index=False))
    told: list[dict[str, object]] = []
    told_of: set[int] = set()
    with_accepted = {int(person[row]) for row in accepted}
    for row, at in first[["row", "at"]].sort_values("at").itertuples(index=False):
        who = int(person[row])
        if row not in accepted and (who in with_accepted or who in told_of):
            continue
        told_of.add(who)
        since = began.get(row, at)
        if known[who]:
            for months, days in EARLY.items():
                soon, has = since + days + delay[who] / 4, bool(early[months][who])
                told.append(_fact(rows, row, OutcomeKind.UNSUBSIDISED_JOB_AT, months, holds=has, at=soon))
            horizon = since + HORIZON_DAYS + delay[who]
            told += [
                _fact(rows, row, OutcomeKind.UNSUBSIDISED_JOB_AT, HORIZON, holds=bool(job[who]), at=horizon),
                _fact(rows, row, OutcomeKind.BENEFIT_EXIT, HORIZON, holds=bool(leaves[who]), at=horizon),
            ]
        if row in accepted:
            in_time = row in began and began[row] - at <= 30
            told.append(_fact(rows, row, OutcomeKind.TAKE_UP, 1, holds=in_time, at=max(at, since) + 35))
    for row, at in steps.loc[steps["status"] == _S.DROPPED_OUT.value, ["row", "at"]].itertuples(index=False):
        told.append(_fact(rows, row, OutcomeKind.DROPOUT, None, holds=True, at=at + 5))
    return pd.DataFrame(told, columns=list(OUTCOMES)).astype(
        {"months": np.float64, "holds": np.float64, "stated_at": np.float64}
    )


def jobs_before(course: Course, job: NDArray[np.bool_], luck: Values) -> dict[int, NDArray[np.bool_]]:
    """By month, (P,) whether each person has an unsubsidised job already, or still; `luck` (P, 2) uniform draws.

    Whoever keeps it has it from when they find it: what holds at three months holds at six.
    """
    return {
        months: np.where(job, luck[:, 0] < share, luck[:, 1] < course.lost)
        for months, share in zip(EARLY, course.sooner, strict=True)
    }


def _fact(
    rows: pd.DataFrame, row: int, kind: OutcomeKind, months: int | None, *, holds: bool, at: float
) -> dict[str, object]:
    return {
        "slate": rows["slate"].iat[row],
        "option": rows["option"].iat[row],
        "fact": kind.value,
        "months": months,
        "holds": float(holds),
        "stated_at": at,
    }
