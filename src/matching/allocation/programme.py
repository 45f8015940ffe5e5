"""The programme of a night: which proposals would bring most within places, budgets and so many per person.

    maximise    sum of gain x share - sum of loss x taken
    subject to  shares of an option <= its places + what is taken of its later sessions; taken <= places of the session;
                cost of a budget's shares <= what is left of it;
                shares of a person <= proposals per person; 0 <= share <= 1

Its duals are what one more place, or one more start in a budget, would bring: the prices. Nobody is assigned anything.

Sessions. Written out, a share is of a person, an option and a session s, worth gain - loss(s); the shares of a person
in an option are at most one together; each session has places and a dual. In the dual programme a person and an
option then stand in one row per session: what the person gives up >= gain - loss(s) - dual(s). All rows hold when the
one does whose dual(s) + loss(s) is least, and no other binds: that least is the price of the option, as whoever is put
into it takes the cheapest way in, a place there and the wait for it. Conversely dual(s) need be no more than
max(0, price - loss(s)), which is the cheapest that keeps every row. So one price per option says the dual of each of
its sessions, the first of which loses nothing, and no pair need be told apart by session: see `sessions.py`.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.allocation.sessions import NO_LATER, LaterSessions
from matching.allocation.wishes import Values, Wishes


@dataclass(frozen=True)
class Programme:
    """The pairs with their gains (score times the weight of a priority), and what limits them.

    `places` (n_options,) float64, infinite where nobody counts them, of the first session where there are several;
    `budgets` (n_budgets,) float64 and `costs` (n_budgets, n_options) float64 >= 0: what a share of an option takes of
    each; `per_person` proposals at most; `later` are further sessions, of options whose places are counted.
    """

    wishes: Wishes
    places: Values
    per_person: int
    budgets: Values
    costs: Values
    later: LaterSessions = NO_LATER

    @classmethod
    def of(
        cls,
        wishes: Wishes,
        places: Values,
        *,
        per_person: int,
        budgets: Values | None = None,
        costs: Values | None = None,
        later: LaterSessions = NO_LATER,
    ) -> "Programme":
        """A programme without budgets and later sessions, unless some are given."""
        none = np.zeros((0, wishes.n_options))
        return cls(
            wishes,
            places,
            per_person,
            np.zeros(0) if budgets is None else budgets,
            none if costs is None else costs,
            later,
        )

    @cached_property
    def all_places(self) -> Values:
        """(n_options,) places of all sessions together."""
        return self.places + self.later.total(self.wishes.n_options)

    def taken(self, shares: Values) -> Values:
        """(n_later,) how many shares of each later session some shares (n_pairs,) come to: earlier ones fill first."""
        return self.later.filled(self.wishes.per_option(shares) - self.places)

    def value(self, shares: Values) -> float:
        """What some shares (n_pairs,) bring, less what waiting loses."""
        return float(self.wishes.gains @ shares - self.later.losses @ self.taken(shares))

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
        of_places = self.places[limited] @ at_places[limited] + self.later.places @ self.later.at(at_places)
        return float(best + of_places + self.budgets @ at_budgets)


@dataclass(frozen=True)
class Solved:
    """The optimum and its certificate: `objective` is reached by `shares` (n_pairs,), `bound` exceeded by none.

    `at_places` (n_options,) and `at_budgets` (n_budgets,) are the duals, the least that are optimal; `toll`
    (n_options,) is what both come to for an option. Of several sessions `at_places` is the dual of the first, which is
    the cheapest way into the option; that of a later one is what it exceeds the loss by. `limiting` (n_options,) bool:
    whose places stood in the programme.
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
