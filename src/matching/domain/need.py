"""Needs, consents, past measures and observations' raw material: dated statements with an author."""

from datetime import date, datetime
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier, ConsentPurpose, DataCategory, NeedDetail, NeedLevel
from matching.domain.vocabulary.step_reasons import DropoutReason
from matching.domain.word import Identifier, Moment, Name, Word, about


class Need(Word):
    """An obstacle on the way to the objective; confirmed only by a counsellor or social worker with the person."""

    barrier: Annotated[Barrier, about("Barrier.", "mobility")]
    detail: Annotated[NeedDetail | None, about("Second level.", "no_licence")] = None
    level: Annotated[NeedLevel, about("How much it weighs.", "high")]
    confirmed: Annotated[bool, about("Confirmed with the person.", True)] = False
    author: Annotated[Name, about("Function of the author.", "assistante sociale")]
    stated_on: Annotated[date, about("Day it was stated.", "2026-10-12")]
    visibility: Annotated[
        Literal["unit", "institution", "network"],
        about("Who may read it; whoever may open the file is of its unit.", "unit"),
    ] = "unit"


class Consent(Word):
    """A written, dated, revocable consent of the person. Source: LACI 85f al. 2, LSE 35a al. 1."""

    to_institution: Annotated[Institution, about("Who may use the data.", "orp")]
    from_institution: Annotated[Institution | None, about("Who holds the data.", "csr")] = None
    purpose: Annotated[ConsentPurpose, about("What for.", "matching")]
    categories: Annotated[tuple[DataCategory, ...], about("Which data.", ["health", "debt"])]
    given_at: Annotated[Moment, about("Given at.", "2026-10-01T09:00:00+02:00")]
    valid_to: Annotated[Moment | None, about("Valid to.", "2027-10-01T09:00:00+02:00")] = None
    withdrawn_at: Annotated[Moment | None, about("Withdrawn at.", "2027-01-10T14:00:00+01:00")] = None
    written: Annotated[bool, about("Given in writing.", True)] = True
    reciprocity_agreement: Annotated[Identifier | None, about("Agreement on reciprocity.", "cii-vd-2021")] = None

    def holds_at(self, at: datetime) -> bool:
        """Whether it is written, given and neither over nor withdrawn at the aware moment `at`."""
        return (
            self.written
            and self.given_at <= at
            and (self.valid_to is None or at < self.valid_to)
            and (self.withdrawn_at is None or at < self.withdrawn_at)
        )


class PastMeasure(Word):
    """A measure the person has been in."""

    name: Annotated[Name, about("Name of the measure.", "Cours de français A2")]
    code: Annotated[MeasureCode | None, about("Code of the measure.", "ch_as_language")] = None
    opportunity: Annotated[Identifier | None, about("Id in the catalogue.", "own:fr-a2-chaux")] = None
    ended_on: Annotated[date | None, about("Last day.", "2026-03-31")] = None
    completed: Annotated[bool | None, about("Completed as planned.", True)] = None
    dropout_reason: Annotated[DropoutReason | None, about("Why it was left early.", "care_duty")] = None


class PastMeasures(Word):
    """The measures known of a person; what an incomplete list does not name is unknown."""

    items: Annotated[tuple[PastMeasure, ...], about("Measures.", [{"name": "Cours de français A2"}])] = ()
    complete: Annotated[bool, about("Nothing is missing from the list.", False)] = False
