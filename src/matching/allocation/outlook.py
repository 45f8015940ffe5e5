"""How people fare under some prices: who would be shown nothing, and who would find every place taken."""

from dataclasses import dataclass

import numpy as np

from matching.allocation.wishes import Mask, Values, Wishes


@dataclass(frozen=True)
class Outlook:
    """Under some prices: `wanted` (n_options,) counts the people who have an option among their first ones.

    `nothing_shown` (n_people,) bool: nothing is worth showing. `no_place` (n_people,) in [0, 1]: the chance that none
    of a person's first options has a place for them, places going by lot among all who have them there; 1 without any.
    """

    wanted: Values
    nothing_shown: Mask
    no_place: Values


def outlook(wishes: Wishes, scores: Values, least: float, places: Values, per_person: int) -> Outlook:
    """By what each pair scores (n_pairs,) once prices are off; places (n_options,)."""
    shown = scores >= least
    firsts = wishes.firsts(np.where(shown, scores - min(0.0, least) + 1.0, 0.0), per_person)
    wanted = wishes.per_option(firsts)
    chance = np.minimum(1.0, places / np.maximum(wanted, 1.0))
    missed = np.where(firsts, 1.0 - chance[wishes.options], 1.0)
    no_place = np.ones(wishes.n_people)
    np.multiply.at(no_place, wishes.people, missed)
    return Outlook(wanted, wishes.per_person(shown) == 0, no_place)


def quarters(chances: Values) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """(n,) 1 to 4 by own chance, the lowest first; equal chances stay together."""
    if not len(chances):
        return np.zeros(0, dtype=np.int64)
    return np.searchsorted(np.quantile(chances, (0.25, 0.5, 0.75)), chances, side="left") + 1
