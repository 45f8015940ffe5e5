"""What is shown for a posting, a place or free seats: people with conditions met and open, never a total score."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.verdict import Verdict
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback, RequestState
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class DemandBeside(Word):
    """One demand of the provider beside what is known of the person; unknown is said as such."""

    code: Annotated[Identifier, about("Demand.", "pace")]
    label: Annotated[Name, about("In words.", "Rythme de travail")]
    demanded: Annotated[Text, about("Demanded.", "au moins 80 %")]
    known: Annotated[Text, about("Known of the person.", "60 %")]


class Candidate(Word):
    """One person who is not ruled out, with conditions and reasons; no score, no rank."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    unit: Annotated[Identifier | None, about("Unit that owns the file.", "vd-orp-renens")] = None
    ranked: Annotated[bool, about("The person wants a ranking; without it no reasons of one.", True)] = True
    group: Annotated[
        Literal["close", "far", "unranked"] | None,
        about("How near the work is to the person, in broad words.", "close"),
    ] = None
    met: Annotated[tuple[Verdict, ...], about("Conditions met.", [])]
    open: Annotated[tuple[Verdict, ...], about("Open questions, each with who can settle it.", [])]
    reasons: Annotated[tuple[Text, ...], about("What speaks for it, strongest first.", ["Proche du projet."])] = ()
    reservations: Annotated[tuple[Text, ...], about("What speaks against it, strongest first.", ["Loin."])] = ()
    demands: Annotated[tuple[DemandBeside, ...], about("Demands beside the person's facts.", [])]


class FallenOut(Word):
    """How many people one condition rules out; somebody may be ruled out by several."""

    rule: Annotated[Identifier, about("Rule.", "min_age")]
    reference: Annotated[Name | None, about("Article.", "OSE art. 53b al. 6")] = None
    example: Annotated[
        Text, about("In words, for one of them.", "Âge minimal demandé : 18 ans ; la personne a 17 ans.")
    ]
    people: Annotated[int, about("How many.", 3, ge=1)]


class DossierBeside(Word):
    """A dossier of the viewer's own people for this option."""

    id: Annotated[Identifier, about("Id.", "dossiers-1f2e")]
    profile: Annotated[Identifier, about("Person.", "p-0001")]
    state: Annotated[DossierState, about("Where it stands.", "handed_over")]
    feedback: Annotated[EmployerFeedback | None, about("What came back; absent: nothing yet.", "hired")] = None


class UnitAnswer(Word):
    """Whether a unit has answered; what it answered is told to its own counsellors alone."""

    unit: Annotated[Identifier, about("Unit.", "vd-orp-renens")]
    name: Annotated[Name, about("Its name.", "ORP de Renens (exemple)")]
    answered: Annotated[bool, about("It has answered.", True)]
    state: Annotated[RequestState | None, about("Where it stands; own units only.", "searched_none")] = None


class EmployerAnswer(Word):
    """Where the answer to the employer of an announced posting stands. Source: OSE art. 53c."""

    notice: Annotated[VacancyNotice | None, about("Notice as written down; absent: nobody did.", None)] = None
    due_on: Annotated[date | None, about("Last day for the answer; absent: not known.", "2026-11-19")] = None
    overdue: Annotated[bool, about("The day is past and nothing was answered.", False)]
    answered: Annotated[bool, about("A dossier was handed over, or none was said to be available.", False)]
    units: Annotated[tuple[UnitAnswer, ...], about("Units of the employment service that must answer.", [])]
    feedback: Annotated[EmployerFeedback | None, about("What the employer says of the posting.", "still_open")] = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the units that have not answered."""
        return tuple(unit.name for unit in self.units if not unit.answered)


class Shortlist(Word):
    """People of the viewer's units for one option; empty, it says why."""

    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    kind: Annotated[OpportunityKind, about("Kind.", "vacancy")]
    title: Annotated[Name, about("Title.", "Vendeuse en boulangerie")]
    provider: Annotated[Name | None, about("Employer or organiser.", "Boulangerie Exemple")] = None
    viewer: Annotated[Identifier, about("Account that asked.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-18T08:00:00+01:00")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")]
    places: Annotated[Text | None, about("Free places as known; for places and measures.", "places libres : 2")] = None
    considered: Annotated[int, about("People of the viewer's units looked at.", 12, ge=0)]
    ordered_by: Annotated[Text, about("How they are ordered, in words.", "Par questions ouvertes.")]
    candidates: Annotated[tuple[Candidate, ...], about("People not ruled out.", [])]
    none_because: Annotated[Text | None, about("None available, in words.", "Aucun dossier disponible.")] = None
    fallen_out: Annotated[tuple[FallenOut, ...], about("When there is none: what rules out how many.", [])] = ()
    dossiers: Annotated[tuple[DossierBeside, ...], about("Dossiers of the viewer's own people.", [])] = ()
    answer: Annotated[
        EmployerAnswer | None, about("Answer to the employer; announced postings, under a mandate.", None)
    ] = None


class DuePosting(Word):
    """An announced posting whose answer or feedback is still to come."""

    opportunity: Annotated[Identifier, about("Posting.", "job_room:123")]
    title: Annotated[Name, about("Title.", "Vendeuse en boulangerie")]
    notice: Annotated[VacancyNotice | None, about("Notice as written down; absent: nobody did.", None)] = None
    canton: Annotated[str | None, about("Canton of the competent office; absent: not known.", "VD")] = None
    due_on: Annotated[date | None, about("Last day for the answer; absent: not known.", "2026-11-19")] = None
    unknown: Annotated[
        tuple[Literal["notice", "office", "calendar"], ...], about("What is missing to know that day.", ["notice"])
    ] = ()
    overdue: Annotated[bool, about("The day is past and nothing was answered.", True)]
    answered: Annotated[bool, about("The employer has an answer.", False)]
    missing: Annotated[tuple[Name, ...], about("Units that have not answered.", ["ORP de Renens (exemple)"])] = ()
    open_feedback: Annotated[
        tuple[Identifier, ...], about("Own dossiers handed over on which nothing came back.", ["dossiers-1f2e"])
    ] = ()
