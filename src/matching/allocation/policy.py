"""How the nights are run, as set: it stands in every price list, so that each is dated."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PricePolicy:
    """Whether prices are taken off scores at all; proposals per person; proposals per place; days a list holds.

    One proposal takes one place, as nobody knows beforehand which will be taken up; `overbooking` says how many
    proposals are made for a place instead.
    """

    in_use: bool = True
    per_person: int = 3
    overbooking: float = 1.0
    days: int = 3
