"""The starts of an option: each with places of its own, each later one worth a little less, the same for everybody.

What waiting loses asks nothing of the person, so the starts of an option need no pairs of their own: the programme
says how many have it, and they fill its starts, those that lose least first.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matching.allocation.wishes import Values


@dataclass(frozen=True)
class LaterSessions:
    """Starts of options beyond the first one, which is the option's own row in a programme and loses nothing.

    `options` (n_later,) int64; `places` (n_later,) float64, finite; `losses` (n_later,) float64 >= 0: points that
    waiting for it takes off a gain.
    """

    options: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    places: Values = field(default_factory=lambda: np.zeros(0))
    losses: Values = field(default_factory=lambda: np.zeros(0))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.options)

    def total(self, n_options: int) -> Values:
        """(n_options,) their places by option."""
        return np.bincount(self.options, self.places, n_options).astype(np.float64)

    def at(self, at_places: Values) -> Values:
        """(n_later,) what one more place of each would bring, where one more of the first brings `at_places`."""
        return np.maximum(0.0, at_places[self.options] - self.losses)

    def filled(self, beyond: Values) -> Values:
        """(n_later,) how many have each, where so many (n_options,) have no place at the first: least loss first."""
        order = np.lexsort((self.losses, self.options))
        options, places = self.options[order], self.places[order]
        through = np.cumsum(places)
        begins = np.searchsorted(options, options)
        before = through - places - (through - places)[begins]
        taken = np.zeros(len(self))
        taken[order] = np.clip(np.maximum(0.0, beyond)[options] - before, 0.0, places)
        return taken


NO_LATER = LaterSessions()
