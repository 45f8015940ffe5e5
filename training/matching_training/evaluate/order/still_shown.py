"""What a challenger would still show: no kind of option that is accepted may vanish from the lists.

A slate holds what scores at least a least gain. Of the options that were accepted, by kind, this is the part that both
rankers find worth showing; what else a challenger would show in their place no log tells.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.small_cells import MINIMUM, in_words, rounded, rounded_share

_WORDS = {kind.value: kind.fr for kind in OpportunityKind}
VANISHES = 0.1
"""Below this part of what was accepted it is said that a kind all but vanishes; a house figure."""


def still_shown(appraisal: Appraisal, least: float) -> pd.DataFrame:
    """One row per kind that was accepted: `kind`, `accepted`, and the shares worth showing to either ranker.

    `least` is the least gain shown, in hand-set points: each ranker's scale applies.
    """
    theirs, ours = appraisal.scales
    both = {"challenger": appraisal.challenger >= least * theirs, "champion": appraisal.champion >= least * ours}
    accepted = appraisal.labelled["verb"].eq("accept").to_numpy()
    rows = []
    for kind in OpportunityKind:
        at = accepted & appraisal.labelled["kind"].eq(kind.value).to_numpy()
        if at.any():
            shares = {name: float(np.mean(worth_showing[at])) for name, worth_showing in both.items()}
            rows.append({"kind": kind.value, "accepted": int(at.sum()), **shares})
    return pd.DataFrame(rows, columns=["kind", "accepted", "challenger", "champion"])


def as_told(shares: pd.DataFrame) -> pd.DataFrame:
    """The same, fit to be shown: counts to the nearest five, shares as of such counts, no row of fewer than five."""
    told = shares[shares["accepted"] >= MINIMUM]
    of_counts = {
        name: [rounded_share(share, n) for share, n in zip(told[name], told["accepted"], strict=True)]
        for name in ("challenger", "champion")
    }
    return told.assign(accepted=told["accepted"].map(rounded), **of_counts)


def vanishing(shares: pd.DataFrame) -> Iterator[str]:
    """A sentence for each kind that all but vanishes, and did not before; figures as in `as_told`."""
    for kind, n, now, before in shares.itertuples(index=False):
        if now < VANISHES <= before:
            beside = ""
            if n >= MINIMUM:
                beside = f" : {rounded_share(now, n):.0%} (celui en service {rounded_share(before, n):.0%})"
            yield (
                f"{_WORDS[kind]} : sur {in_words(n)} propositions retenues, ce modèle n'en montrerait presque plus"
                f"{beside}."
            )
