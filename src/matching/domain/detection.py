"""Whom several institutions should look at together: a canton's own dated criteria. The product ships none.

Source: Réseau CII of Neuchâtel, which wants systematic detection by fixed criteria; the criteria are the canton's.
"""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.standing import DiStatus, Status
from matching.domain.word import Identifier, Name, Word, about


class MonthsWithoutWork(Word):
    """So many months since the last job."""

    kind: Annotated[Literal["months_without_work"], about("Kind.", "months_without_work")] = "months_without_work"
    at_least: Annotated[int, about("Least months.", 12, ge=1, le=720)]


class MonthsOnAssistance(Word):
    """Receives social assistance, and has for so many full months."""

    kind: Annotated[Literal["months_on_assistance"], about("Kind.", "months_on_assistance")] = "months_on_assistance"
    at_least: Annotated[int, about("Least months.", 12, ge=1, le=720)]


class ConfirmedNeeds(Word):
    """So many different barriers were confirmed with the person."""

    kind: Annotated[Literal["confirmed_needs"], about("Kind.", "confirmed_needs")] = "confirmed_needs"
    at_least: Annotated[int, about("Least number.", 2, ge=1, le=20)]


class StatusHolds(Word):
    """One of some statuses holds; two conditions ask for two statuses."""

    kind: Annotated[Literal["status"], about("Kind.", "status")] = "status"
    any_of: Annotated[tuple[Status, ...], about("Statuses.", ["pes_registered"], min_length=1)]


class DisabilityStanding(Word):
    """One of some standings with the disability insurance."""

    kind: Annotated[Literal["disability_insurance"], about("Kind.", "disability_insurance")] = "disability_insurance"
    any_of: Annotated[tuple[DiStatus, ...], about("Standings.", ["claim_pending"], min_length=1)]


class RepeatedMeasure(Word):
    """One kind of measure (one code; of those without a code of their own, one option) ended so often in 24 months."""

    kind: Annotated[Literal["repeated_measure"], about("Kind.", "repeated_measure")] = "repeated_measure"
    at_least: Annotated[int, about("Least times within the last 24 months.", 2, ge=2, le=20)]


DetectionCondition = Annotated[
    MonthsWithoutWork | MonthsOnAssistance | ConfirmedNeeds | StatusHolds | DisabilityStanding | RepeatedMeasure,
    about("One condition, told apart by its kind.", {"kind": "confirmed_needs", "at_least": 2}, discriminator="kind"),
]


class DetectionCriterion(Word):
    """Conditions that must all hold, and the institutions that should then look at the situation together."""

    id: Annotated[Identifier, about("Identifier.", "long-suivi")]
    label: Annotated[Name, about("In the canton's words.", "Critère inventé : suivi long, plusieurs besoins")]
    institutions: Annotated[tuple[Institution, ...], about("Who is concerned.", ["orp", "ssr"], min_length=2)]
    conditions: Annotated[
        tuple[DetectionCondition, ...],
        about("All of them must hold.", [{"kind": "confirmed_needs", "at_least": 2}], min_length=1),
    ]


class DetectionCriteria(Word):
    """The criteria of one canton from a day on: they replace those that began before, and an empty list ends them."""

    canton: Annotated[str, about("Canton.", "XX", pattern=r"^[A-Z]{2}$")]
    legal_basis: Annotated[Name, about("The text that allows it.", "Loi inventée pour l'exemple, art. 1")]
    valid_from: Annotated[date, about("Holds from.", "2026-01-01")]
    valid_to: Annotated[date | None, about("Holds to, inclusive.", "2027-12-31")] = None
    criteria: Annotated[tuple[DetectionCriterion, ...], about("Criteria.", [])]

    def holds_on(self, day: date) -> bool:
        """Whether the criteria have begun and are not over on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
