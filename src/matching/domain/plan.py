"""One agreed plan per person and exactly one institution in the lead."""

from typing import Annotated

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.process import Role
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class PlanPart(Word):
    """What one of those who agreed takes on, or where they dissent."""

    role: Annotated[Role | None, about("Whose part; absent is the person's own.", "social_worker")] = None
    text: Annotated[Text, about("What is done.", "Trouver une place de garde pour décembre")]
    dissent: Annotated[Text | None, about("Where this side disagrees.", "Préférerait une formation d'abord")] = None


class Plan(Word):
    """One objective and a sequence, agreed by placement counsellor, social worker and person."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    objective: Annotated[Objective, about("Objective.", "job")]
    steps: Annotated[tuple[Name, ...], about("Sequence.", ["Garde d'enfants", "ACIT chez un employeur"])]
    parts: Annotated[tuple[PlanPart, ...], about("Parts.", [{"role": "counsellor", "text": "Cibler des postes"}])]
    agreed_at: Annotated[Moment, about("Agreed at.", "2026-11-02T10:00:00+01:00")]


class CaseLead(Word):
    """The one institution that leads, by mandate. Source: Optima (LU), CII."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    institution: Annotated[Institution, about("Who leads.", "uc")]
    mandated_by: Annotated[Institution | None, about("Who gave the mandate.", "social_commune")] = None
    power_of_attorney: Annotated[bool, about("Written power of attorney exists.", True)]
    valid_from: Annotated[Moment, about("Leads from.", "2026-11-01T00:00:00+01:00")]
    valid_to: Annotated[Moment | None, about("Leads to.", "2027-11-01T00:00:00+01:00")] = None
