"""How the nights are run, as set: it stands in every price list, so that each is dated."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PricePolicy:
    """Whether prices are taken off scores at all; proposals per person and per place; the share of a price; days;
    sessions.

    The unit is a proposal, as nobody knows beforehand which will be taken up: a place stands for `per_place` of them.
    `share` of what one more proposal would bring is taken off the scores, for `days` days. The figures set by default
    were found in the simulated canton alone: docs/allocation.md.

    Where an option states its places by start, the starts of the next `session_weeks` count, and each later one is
    worth `wait_per_week` hand-set points less for each week after the first that has places. House figures: so small
    that they only settle which start of an option fills first, and which people it is worth waiting for.
    """

    in_use: bool = True
    per_person: int = 10
    per_place: float = 15.0
    share: float = 0.5
    days: int = 3
    session_weeks: int = 26
    wait_per_week: float = 0.02
