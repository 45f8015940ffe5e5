"""The programme of a night: which proposals would bring most within places, budgets and so many per person.

    maximise    sum of gain x share
    subject to  shares of an option <= its places; cost of a budget's shares <= what is left of it;
                shares of a person <= proposals per person; 0 <= share <= 1

Its duals are what one more place, or one more start in a budget, would bring: the prices. Nobody is assigned anything.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.allocation.wishes import Values, Wishes


@dataclass(frozen=True)
class Programme:
    """The pairs with their gains (score times the weight of a priority), and what limits them.

    `places` (n_options,) float64, infinite where nobody counts them; `budgets` (n_budgets,) float64 and `costs`
    (n_budgets, n_options) float64 >= 0: what a share of an option takes of each; `per_person` proposals at most.
    """

    wishes: Wishes
    places: Values
    per_person: int
    budgets: Values
    costs: Values

    @classmethod
    def of(
        cls,
        wishes: Wishes,
        places: Values,
        *,
        per_person: int,
        budgets: Values | None = None,
        costs: Values | None = None,
    ) -> "Programme":
        """A programme without budgets, unless some are given."""
        none = np.zeros((0, wishes.n_options))
        return cls(
            wishes,
            places,
            per_person,
            np.zeros(0) if budgets is None else budgets,
            none if costs is None else costs,
        )

    def toll(self, at_places: Values, at_budgets: Values) -> Values:
        """(n_options,) the whole price of an option: of its places, and of what it takes of each budget."""
        return np.asarray(at_places + at_budgets @ self.costs)

    def bound(self, at_places: Values, at_budgets: Values) -> float:
        """What no shares can exceed, by any prices at or above zero: all pairs are priced out.

        The least of all bounds is the optimum: shares that reach it, and these prices, are both exact.
        """
        limited = np.isfinite(self.places)
        left = self.wishes.gains - self.toll(at_places, at_budgets)[self.wishes.options]
        best = left[self.wishes.firsts(left, self.per_person)].sum()
        return float(best + self.places[limited] @ at_places[limited] + self.budgets @ at_budgets)


@dataclass(frozen=True)
class Solved:
    """The optimum and its certificate: `objective` is reached by `shares` (n_pairs,), `bound` exceeded by none.

    `at_places` (n_options,) and `at_budgets` (n_budgets,) are the duals, the least that are optimal; `toll`
    (n_options,) is what both come to for an option. `limiting` (n_options,) bool: whose places stood in the programme.
    """

    shares: Values
    at_places: Values
    at_budgets: Values
    toll: Values
    objective: float
    bound: float
    limiting: NDArray[np.bool_]
    rounds: int
    columns: int

    @property
    def gap(self) -> float:
        """What shares and prices leave between them, as a part of the optimum; 0 but for rounding."""
        return (self.bound - self.objective) / max(1.0, abs(self.bound))
