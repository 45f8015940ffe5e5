"""The prices of each answer: those of the last list that has begun, noticed without a restart and loaded once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.price_list import PriceList
from matching.domain.priority import Priority
from matching.storage.database import Database
from matching.storage.price_lists import PRICE_LISTS, Stored, last_begun
from matching.storage.scope import NOBODY
from matching.use_cases.live import Live


@dataclass(frozen=True)
class Prices:
    """(n_options,) points by row of a snapshot, none where `by_row` is empty; `priorities` pay less."""

    by_row: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    priorities: Sequence[Priority] = ()

    def of(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """(n,) the prices of some rows."""
        return self.by_row[rows] if len(self.by_row) else np.zeros(len(rows))


NO_PRICES = Prices()


class PriceShelf:
    """The price lists of a store as a service uses them; several threads may ask at once."""

    def __init__(self, database: Database, *, in_use: bool) -> None:
        self._database = database
        self._in_use = in_use
        self._loaded: tuple[Stored, PriceList] | None = None
        self._placed: tuple[Stored, str, Prices] | None = None

    def on(self, day: date, live: Live, model: str) -> Prices:
        """The prices of a day for the options of a snapshot; none once the list is over, or in another model's points.

        Points of another model are another currency: what a place is worth is known again after the next night.
        """
        found = self._list(day) if self._in_use else None
        if found is None or found[1].model != model or not found[1].valid_from <= day <= found[1].valid_to:
            return NO_PRICES
        which, word = found
        placed = self._placed  # another thread may put a newer one in its place at any moment
        if placed is None or placed[:2] != (which, live.snapshot.version):
            placed = self._placed = (which, live.snapshot.version, _placed(word, live))
        return placed[2]

    def _list(self, day: date) -> tuple[Stored, PriceList] | None:
        with self._database.read(NOBODY) as connection:
            which = last_begun(connection, day)
            if which is None:
                return None
            loaded = self._loaded
            if loaded is None or loaded[0] != which:
                loaded = self._loaded = (which, PRICE_LISTS.get(connection, which.id).word)
            return loaded


def _placed(word: PriceList, live: Live) -> Prices:
    by_row = np.zeros(len(live.criteria))
    for price in word.prices:
        if (row := live.snapshot.row_of(price.opportunity)) is not None:
            by_row[row] = price.points
    return Prices(by_row, word.priorities) if by_row.any() else NO_PRICES
