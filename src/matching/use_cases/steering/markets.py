"""For how many people offers of a pair are open: all of a pair is told or nothing.

Of three alike offers two pairs would otherwise tell a part of the third: the people of an offer are the same in each.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import ALL, Counts, with_totals
from matching.disclosure.protect import LEAST
from matching.use_cases.publication import Tables

ABOUT = "overlaps"
_PARTS = ("both", "only_first", "only_second")

Mask = NDArray[np.bool_]


class Market(NamedTuple):
    """People within reach for whom offers of a pair are open; None is hidden."""

    both: int | None
    only_first: int | None
    only_second: int | None
    either: int | None


def markets_told(ids: Sequence[tuple[str, ...]], open_to: Sequence[tuple[Mask, Mask]], tables: Tables) -> list[Market]:
    """One market per pair: `ids` of its offers, and (n_people,) bool for whom the first and the second is open."""
    counted = [[int(part.sum()) for part in (one & other, one & ~other, other & ~one)] for one, other in open_to]
    values = with_totals(np.array(counted, dtype=np.int64).reshape(-1, len(_PARTS)))
    whole = ((values > 0) & (values < LEAST)).any(axis=1, keepdims=True) & np.ones(values.shape, dtype=np.bool_)
    whole[-1] = False  # the sum over pairs is told nowhere, and is hidden first
    codes = tuple(_code(pair) for pair in ids)
    table = tables.protect(
        ABOUT, Counts(("pair", "part"), (codes, _PARTS), values, whole, parts_matter=("pair",)), none_tells=False
    )
    markets = []
    for code in codes:
        cells = [table.value(table.counts.at({"pair": code, "part": part})) for part in (*_PARTS, ALL)]
        markets.append(Market(*(cells if None not in cells else [None] * len(cells))))
    return markets


def _code(pair: tuple[str, ...]) -> str:
    """The same code for the same pair next week, however long the ids are."""
    return blake2b("\n".join(pair).encode(), digest_size=16).hexdigest()
