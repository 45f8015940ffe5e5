"""One agreed plan per person and exactly one institution in the lead."""

from datetime import date, datetime
from typing import Annotated

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.process import Role
from matching.domain.word import Identifier, Moment, Name, Text, Word, about

SIDES: tuple[Role | None, ...] = (Role.COUNSELLOR, Role.SOCIAL_WORKER, None)
"""Who must have a part before a plan is agreed; None is the person."""


class PlanPart(Word):
    """What one of those who agreed takes on, or where they dissent."""

    role: Annotated[Role | None, about("Whose part; absent is the person's own.", "social_worker")] = None
    text: Annotated[Text, about("What is done.", "Trouver une place de garde pour décembre", min_length=1)]
    dissent: Annotated[Text | None, about("Where this side disagrees.", "Préférerait une formation d'abord")] = None
    recorded_by: Annotated[Identifier | None, about("Account that wrote it down.", "demo")] = None
    recorded_at: Annotated[Moment | None, about("When it was written down.", "2026-11-02T09:30:00+01:00")] = None


class Plan(Word):
    """One objective and a sequence, agreed by placement counsellor, social worker and person."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    objective: Annotated[Objective, about("Objective.", "job")]
    steps: Annotated[tuple[Name, ...], about("Sequence.", ["Garde d'enfants", "ACIT chez un employeur"])]
    parts: Annotated[tuple[PlanPart, ...], about("Parts.", [{"role": "counsellor", "text": "Cibler des postes"}])]
    review_on: Annotated[date | None, about("Day it is looked at again together.", "2027-02-01")] = None
    agreed_at: Annotated[
        Moment | None, about("Agreed at; absent: not, or no longer, agreed.", "2026-11-02T10:00:00+01:00")
    ] = None

    def part_of(self, role: Role | None) -> PlanPart | None:
        """The part of one side; None is the person's own."""
        return next((part for part in self.parts if part.role is role), None)

    def with_part(self, part: PlanPart) -> "Plan":
        """The plan with one side's part written anew; what was agreed before is no longer."""
        others = tuple(one for one in self.parts if one.role is not part.role)
        return self.model_copy(update={"parts": (*others, part), "agreed_at": None})

    def missing_sides(self) -> tuple[Role | None, ...]:
        """The sides that have no part yet."""
        return tuple(side for side in SIDES if self.part_of(side) is None)


class CaseLead(Word):
    """The one institution that leads, by mandate. Source: Optima (LU), CII."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    institution: Annotated[Institution, about("Who leads.", "uc")]
    mandated_by: Annotated[Institution | None, about("Who gave the mandate.", "social_commune")] = None
    power_of_attorney: Annotated[bool, about("Written power of attorney exists.", True)]
    valid_from: Annotated[Moment, about("Leads from.", "2026-11-01T00:00:00+01:00")]
    valid_to: Annotated[Moment | None, about("Leads to, exclusive.", "2027-11-01T00:00:00+01:00")] = None

    def holds_at(self, at: datetime) -> bool:
        """Whether this institution leads at the aware moment `at`."""
        return self.valid_from <= at and (self.valid_to is None or at < self.valid_to)

    def overlaps(self, other: "CaseLead") -> bool:
        """Whether both lead at some moment."""
        begins = other.valid_to is None or self.valid_from < other.valid_to
        ends = self.valid_to is None or other.valid_from < self.valid_to
        return begins and ends
