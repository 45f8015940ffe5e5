"""The reasons of a list as they stand on a page: those of rejecting grouped by whose they are."""

from collections.abc import Sequence
from typing import NamedTuple

from matching.domain.offered_reasons import offered
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import ReasonStep, Side


class Offered(NamedTuple):
    """A reason to choose."""

    code: str
    label: str


class Group(NamedTuple):
    """Reasons of one side; no title where the list has no sides."""

    title: str | None
    reasons: tuple[Offered, ...]


def groups_of(reasons: Sequence[ClosedList], lang: str) -> tuple[Group, ...]:
    """The reasons in the order of their list, by side where they have one."""
    by_side: dict[Side | None, list[Offered]] = {}
    for reason in reasons:
        side = CONSEQUENCES[reason].side if isinstance(reason, RejectReason) else None
        by_side.setdefault(side, []).append(Offered(reason.value, reason.label(lang)))
    return tuple(Group(side.label(lang) if side else None, tuple(offered)) for side, offered in by_side.items())


OWN_REASONS: tuple[ClosedList, ...] = tuple(
    reason for reason in RejectReason if any(reason in offered(kind, ReasonStep.DECLINE) for kind in OpportunityKind)
)
"""What a person may say of an option of any kind, in the order of the list."""
