"""What another ranker would have been worth on the slates that were served, had it put their options in its own order.

A log without exploration never shows what another ranker would have put on a slate; but it tells which of the options
shown were looked at, by rank, and what came of them. Under the assumption that a counsellor looks at a rank with a
chance that hangs on the rank alone, each option's own worth can be moved to the rank that the other order gives it.
Options that were on no slate are not judged; the next-step slot stays where it is.
Source: Joachims, Swaminathan, Schnabel, Unbiased learning-to-rank with biased feedback, WSDM 2017, with the doubly
robust correction of Oosterhuis, ACM TOIS 2023.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.clusters import Interval, effective_number, interval
from matching_training.small_cells import in_words

Values = NDArray[np.float64]

_LEAST_LOOKED_AT = 0.02
_LEVEL = 0.9
LEAST_EFFECTIVE = 100
"""Effective number of options that were looked at; a convention."""


@dataclass(frozen=True)
class Reordered:
    """Points that a slate brings more under the other order; `value` None where the log does not tell, and `why`."""

    value: float | None
    interval: Interval | None
    slates: int
    effective: float
    why: str


def looked_at(shown: pd.DataFrame) -> Values:
    """(n_shown,) the chance that the rank of a row is looked at: the share decided on, never rising with the rank."""
    decided = shown["verb"].notna().to_numpy(dtype=np.float64)
    ranks = shown["rank"].to_numpy(dtype=np.int64)
    n = np.bincount(ranks, minlength=1)
    share = np.divide(np.bincount(ranks, weights=decided), n, out=np.zeros(len(n)), where=n > 0)
    return np.asarray(_falling(share, n)[ranks])


def moved(shown: pd.DataFrame, scores: Values) -> NDArray[np.int64]:
    """(n_shown,) the rank of each row when its slate stands in the order of scores; the next step keeps its slot."""
    table = pd.DataFrame(
        {"slate": shown["slate"].to_numpy(), "slot": ~shown["next_step"].to_numpy(dtype=bool), "minus": -scores}
    )
    order = table.sort_values(["slate", "slot", "minus"], kind="stable")
    ranks = order.groupby("slate", sort=False).cumcount() + 1
    return np.asarray(ranks.reindex(table.index), dtype=np.int64)


def reordered(
    shown: pd.DataFrame,
    reward: Values,
    predicted: Values,
    challenger: Values,
    champion: Values,
    *,
    least: int = LEAST_EFFECTIVE,
) -> Reordered:
    """How many points more a slate brings in the challenger's order than in the champion's.

    All arrays are (n_shown,): `reward` what came of an option that was looked at, in points, NaN where it was not or
    is not known; `predicted` the same as a model foretells it that has not seen the person; scores of both rankers.
    The interval leaves one time in twenty on either side; with fewer effective options than `least` nothing is said.
    """
    chance = looked_at(shown)
    at_rank = pd.Series(chance, index=shown["rank"].to_numpy()).groupby(level=0).first()
    gained = [at_rank.reindex(moved(shown, scores)).to_numpy() for scores in (challenger, champion)]
    weight = gained[0] - gained[1]
    known = ~np.isnan(reward)
    correction = np.where(known, np.nan_to_num(reward) - predicted, 0.0) / _known_share(shown, known, chance)
    worth = weight * (predicted + np.where(known, correction, 0.0))
    slate, at = np.unique(shown["slate"].to_numpy(), return_inverse=True)
    first = np.unique(at, return_index=True)[1]
    rows = np.column_stack([np.bincount(at, weights=worth, minlength=len(slate)), np.ones(len(slate))])
    effective = effective_number(np.abs(weight[known]) / chance[known])
    if effective < least:
        why = (
            f"Les deux ordres diffèrent sur {in_words(round(effective))} options regardées effectives, il en faut "
            f"{least} : la valeur ne se dit pas ; attendre d'autres décisions."
        )
        return Reordered(None, None, len(slate), effective, why)
    persons, counsellors = (pd.factorize(shown[name].to_numpy()[first])[0] for name in ("person", "counsellor"))
    found = interval(rows, lambda totals: totals[..., 0] / totals[..., 1], persons, counsellors, _LEVEL)
    value = float(rows[:, 0].mean())
    why = f"Dans l'ordre du nouveau modèle : {value:+.2f} points par liste ({found.low:+.2f} à {found.high:+.2f})."
    return Reordered(value, found, len(slate), effective, why)


def _known_share(shown: pd.DataFrame, known: NDArray[np.bool_], chance: Values) -> Values:
    """(n_shown,) how likely the reward of a row is known: looked at, and stated where something began."""
    began = shown["came"].eq(1).to_numpy()
    stated = known[began].mean() if began.any() else 1.0
    return chance * np.where(began, max(float(stated), _LEAST_LOOKED_AT), 1.0)


def _falling(share: Values, n: NDArray[np.int64]) -> Values:
    """The nearest shares that never rise from rank 1 on, weighted by how often each rank was shown."""
    from scipy.optimize import isotonic_regression

    if len(share) < 2:
        return np.ones(len(share))
    fitted = isotonic_regression(share[1:], weights=np.maximum(n[1:], 1e-9), increasing=False).x
    return np.asarray(np.maximum(np.concatenate([fitted[:1], fitted]), _LEAST_LOOKED_AT))
