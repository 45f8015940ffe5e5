"""How much of the attention each provider gets, against its part of what there is."""

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching_training.evaluate.fairness.exposure import attention
from matching_training.small_cells import MINIMUM

_WORDS = {kind.value: kind.fr for kind in OpportunityKind}
_MOST_LEFT = 0.5
NOBODY = 0
"""Number of an option without a provider; left out."""


def provider_exposure(shown: pd.DataFrame, offers: pd.DataFrame, *, draws: int = 400, seed: int = 0) -> pd.DataFrame:
    """By kind and provider: share of attention, of the catalogue, their ratio and its interval (people drawn).

    `offers` is that of the log: how many options each has in the catalogue. Whom its rules exclude is not held against
    it: a provider for few people has a low ratio by right. One that was never shown has ratio 0. Shares are of the
    kind, in [0, 1]; where one to four people saw a provider, its exposure is left out (`shown_to` is NaN). `left` is
    the share of attention, beside theirs, of providers that are in the catalogue no more.
    """
    tables = []
    listed = offers[(offers["open"] > 0) & (offers["provider"] != NOBODY)]
    for kind, open_here in listed.groupby("kind", sort=True, observed=True):
        seats = open_here.groupby("provider")["open"].sum()
        of_kind = shown[(shown["kind"] == kind) & (shown["provider"] != NOBODY)]
        still = of_kind["provider"].isin(seats.index)
        read = attention(np.asarray(of_kind["rank"], dtype=np.float64))
        left = float(read[~still].sum() / read.sum()) if len(read) else 0.0
        tables.append(_of_kind(of_kind[still], seats, draws, seed).assign(kind=kind, left=round(left, 4)))
    columns = ["kind", "provider", "shown_to", "open_share", "exposure_share", "ratio", "low", "high", "left"]
    if not tables:
        return pd.DataFrame(columns=columns)
    return pd.concat(tables, ignore_index=True)[columns]


def _of_kind(rows: pd.DataFrame, seats: pd.Series, draws: int, seed: int) -> pd.DataFrame:
    from scipy.sparse import coo_array

    people, at = np.unique(np.asarray(rows["person"]), return_inverse=True)
    provider = seats.index.get_indexer(rows["provider"])
    read = attention(np.asarray(rows["rank"], dtype=np.float64))
    got = coo_array((read, (at, provider)), shape=(len(people), len(seats))).tocsr()
    n = len(people)
    chance = np.random.default_rng(seed)
    again = chance.multinomial(n, np.full(n, 1 / n), size=draws) if n else np.zeros((draws, 0))
    totals = np.vstack([np.ones((1, n)), again]) @ got
    with np.errstate(invalid="ignore", divide="ignore"):
        share = totals / totals.sum(axis=1, keepdims=True)
    open_share = np.asarray(seats / seats.sum(), dtype=np.float64)
    low, high = np.quantile(share[1:], [0.025, 0.975], axis=0) / open_share
    seen = rows.groupby("provider")["person"].nunique().reindex(seats.index, fill_value=0)
    table = pd.DataFrame(
        {
            "provider": np.asarray(seats.index),
            "shown_to": np.asarray(seen, dtype=np.float64),
            "open_share": open_share.round(4),
            "exposure_share": share[0].round(4),
            "ratio": (share[0] / open_share).round(3),
            "low": low.round(3),
            "high": high.round(3),
        }
    )
    few = (table["shown_to"] > 0) & (table["shown_to"] < MINIMUM)
    table.loc[few, ["shown_to", "exposure_share", "ratio", "low", "high"]] = np.nan
    return table


def concentration(table: pd.DataFrame) -> list[str]:
    """One sentence per kind: how much the most shown tenth of the providers gets, and how many are never shown.

    Where most of the attention went to providers that have left the catalogue, that is said instead.
    """
    sentences = []
    for kind, rows in table.groupby("kind", sort=True):
        known, left, word = rows.dropna(subset=["exposure_share"]), float(rows["left"].iloc[0]), _WORDS[str(kind)]
        if left > _MOST_LEFT or known.empty:
            sentences.append(
                f"{word} : {left:.0%} de l'attention est allée à des prestataires qui ne sont plus au catalogue ; "
                "les parts ne se comparent pas."
            )
            continue
        most = known["exposure_share"].nlargest(max(1, round(len(known) / 10)))
        part = known.loc[most.index, "open_share"].sum()
        sentences.append(
            f"{word} : sur {len(rows)} prestataires, le dixième le plus montré ({len(most)}) a {most.sum():.0%} de "
            f"l'attention pour {part:.0%} du catalogue ; jamais montrés : {int((known['shown_to'] == 0).sum())}."
        )
    return sentences
