"""Who goes first to scarce places: dated settings of a named authority. The product ships none.

A priority reads needs, statuses and months without work alone; never sex, age, origin or family.
"""

from datetime import date
from typing import Annotated, Literal

from matching.domain.detection import ConfirmedNeeds, MonthsWithoutWork, StatusHolds
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.standing import Status
from matching.domain.word import Identifier, Name, Word, about

NEVER_A_PRIORITY = frozenset({Status.YOUTH, Status.SENIOR, Status.REFUGEE_OR_ASYLUM, Status.LONE_PARENT})
"""Statuses that are an age, an origin or a family by another name."""


class NeedHeld(Word):
    """One of some needs was confirmed with the person, and is important or blocking."""

    kind: Annotated[Literal["need"], about("Kind.", "need")] = "need"
    any_of: Annotated[tuple[Barrier, ...], about("Needs.", ["communication_language"], min_length=1)]


PriorityCondition = Annotated[
    MonthsWithoutWork | ConfirmedNeeds | StatusHolds | NeedHeld,
    about("One condition, told apart by its kind.", {"kind": "need", "any_of": ["housing"]}, discriminator="kind"),
]


class Priority(Word):
    """A group of people whose gain counts more where places are scarce; a price is divided by the same weight for them.

    Whoever belongs to several groups has the greatest weight of theirs, and unknown is no belonging.
    """

    id: Annotated[Identifier, about("Identifier.", "long-chomage")]
    label: Annotated[Name, about("In the authority's words.", "Sans emploi depuis deux ans (exemple)")]
    weight: Annotated[float, about("How much a gain of theirs counts; 1 is as anybody's.", 1.5, gt=1, le=5)]
    conditions: Annotated[
        tuple[PriorityCondition, ...],
        about("All of them must hold.", [{"kind": "months_without_work", "at_least": 24}], min_length=1),
    ]
    authority: Annotated[Name, about("Who decides it.", "Service de l'emploi (exemple)")]
    reference: Annotated[Name, about("Decision or legal basis.", "Décision inventée du 10.12.2026")]
    valid_from: Annotated[date, about("Holds from.", "2027-01-01")]
    valid_to: Annotated[date, about("Holds to, inclusive: it never holds for good.", "2027-12-31")]

    def holds_on(self, day: date) -> bool:
        """Whether it has begun and is not over on `day`."""
        return self.valid_from <= day <= self.valid_to
