"""Of what was decided, how much was accepted, by group: plain, and against others in the same situation.

A difference here is not yet a fault of the ranking: people and counsellors choose. It is told and never a gate.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.fairness.compare import Comparison
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.groups import ATTRIBUTES, Groups, Protected
from matching_training.evaluate.fairness.strata import strata
from matching_training.small_cells import MINIMUM, hidden, rounded, rounded_share


def acceptance(
    shown: pd.DataFrame,
    accepted: NDArray[np.float64],
    groups: Groups,
    *,
    eligible: pd.DataFrame | None = None,
    need: pd.Series | None = None,
    draws: int = 400,
    seed: int = 0,
) -> list[Finding]:
    """Per group: share accepted (`accepted` (n_shown,): 1, 0, NaN) against others of equal kind, need and open options.

    Not held equal: the rank, which is a doing of the ranking itself.
    """
    comparison = Comparison(
        np.asarray(shown["person"], dtype=np.int64),
        accepted,
        strata(shown, need, shown, eligible),
        groups.people,
        draws=draws,
        seed=seed,
    )
    found = ((group, comparison.difference(group.members)) for group in groups.shown)
    return [Finding.of(each, Subject.ACCEPTANCE, group) for group, each in found if each]


def rates(
    shown: pd.DataFrame, accepted: NDArray[np.float64], protected: Protected, people: NDArray[np.int64]
) -> pd.DataFrame:
    """Plain shares accepted per attribute, level and kind, by fairlearn's MetricFrame, with the widest gap of the kind.

    Columns attribute, level, kind, people, decided (both to the nearest five), accepted (as of counts to the nearest
    five), widest_gap. Left out, of the gap as well: cells of fewer than five people, one more where a single one would
    be left out of a kind, and where fewer than five accepted something, or declined something: none tells of all.
    """
    from fairlearn.metrics import MetricFrame, mean_prediction

    use = ~np.isnan(accepted) & np.isin(np.asarray(shown["person"]), people)
    decided = shown.loc[use, ["person", "kind"]].reset_index(drop=True).assign(accepted=accepted[use])
    tables = []
    for attribute in ATTRIBUTES:
        rows = decided.assign(level=np.asarray(decided["person"].map(protected.levels(attribute))))
        cells = rows.groupby(["kind", "level"], observed=True)["person"].agg(people="nunique", decided="size")
        cells = cells[_may_be_told(rows, cells["people"])]
        rows = rows.merge(cells.reset_index(), on=["kind", "level"])
        if rows.empty:
            continue
        frame = MetricFrame(
            metrics={"accepted": mean_prediction},
            y_true=rows["accepted"],
            y_pred=rows["accepted"],
            sensitive_features=rows[["level"]],
            control_features=rows[["kind"]],
        )
        table = frame.by_group.dropna().join(cells).reset_index()
        told = [rounded_share(*cell) for cell in zip(table["accepted"], table["decided"], strict=True)]
        table = table.assign(attribute=attribute, accepted=told)
        of_kind = table.groupby("kind")["accepted"]
        tables.append(table.assign(widest_gap=of_kind.transform("max") - of_kind.transform("min")))
    columns = ["attribute", "level", "kind", "people", "decided", "accepted", "widest_gap"]
    if not tables:
        return pd.DataFrame(columns=columns)
    every = pd.concat(tables, ignore_index=True)[columns]
    return every.assign(people=every["people"].map(rounded), decided=every["decided"].map(rounded)).round(3)


def _may_be_told(rows: pd.DataFrame, people: pd.Series) -> pd.Series:
    """Bool, by kind and level as `people`: enough on either side, and not the only one of its kind that is left out."""
    sides = rows.groupby(["kind", "level", "accepted"], observed=True)["person"].nunique().unstack(fill_value=0)
    fewest = sides.reindex(columns=[0.0, 1.0], fill_value=0).min(axis=1)
    counts = people.where(fewest.reindex(people.index) >= MINIMUM, 1).unstack("kind")  # as if it were small
    left_out = pd.DataFrame(hidden(counts), index=counts.index, columns=counts.columns)
    return ~left_out.stack().swaplevel().reindex(people.index)
