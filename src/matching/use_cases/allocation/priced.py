"""Prices come off the scores of one person: less for a priority, none on a restricted posting, and never on the last.

Nobody with a confirmed need that weighs loses the last option worth showing against it to a price: where prices would
take it below the least gain, the best of them has none for that person.
"""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from matching.allocation.prices import keep_last
from matching.domain.profile import Profile
from matching.ranking.model import Model, chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import Ranked, score
from matching.snapshot.columns import bits
from matching.use_cases.allocation.shelf import Prices
from matching.use_cases.allocation.weights import weight_of, weighty_needs
from matching.use_cases.live import Live
from matching.use_cases.unlinked import unlinked
from matching.visibility.options import in_head_start
from matching.working_days.swiss_time import swiss_day

Values = NDArray[np.float64]


def prices_for(
    prices: Prices,
    live: Live,
    person: Profile,
    rows: NDArray[np.intp],
    scores: Values,
    *,
    at: datetime,
    least: float,
) -> Values:
    """(n,) what is taken off the scores of some rows for one person, as their file may be used; `scores` have no price.

    A person of a priority pays the price divided by its weight, as their gain counted so many times in the programme.
    """
    asked = prices.of(rows)
    if not asked.any():
        return asked
    on = swiss_day(at)
    asked = np.where(in_head_start(live.publication.take(rows), at), 0.0, asked)
    asked = asked / weight_of(person, [each for each in prices.priorities if each.holds_on(on)], on)
    may_show = ~unlinked(live, person, on, rows)
    needs = [
        may_show & ((live.criteria.needs[rows] & np.uint32(bits([need.barrier]))) > 0) for need in weighty_needs(person)
    ]
    return keep_last(scores, asked, needs, least)


def priced(
    ranked: Ranked,
    prices: Values,
    model: Model,
    *,
    person: Profile,
    kinds: NDArray[np.int8],
    open_questions: NDArray[np.int16],
) -> Ranked:
    """The same ranking once prices (n,) are off: by the function that serving and the replay of a log share."""
    if not prices.any():
        return ranked
    return score(
        ranked.features,
        kinds,
        own_chance=model.own_chance(chance_facts(RankedPerson.of(person))),
        open_questions=open_questions,
        prices=prices,
        model=model,
    )
