"""An option: a vacancy, a measure or a place in a social enterprise. What they share is said once."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, TypeAdapter, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from matching.domain.criteria import Criteria
from matching.domain.effect import Effect
from matching.domain.person import OccupationCode
from matching.domain.vocabulary.catalogue import (
    AssistanceEffect,
    CapacityStatus,
    ContractKind,
    DebtEffect,
    Institution,
    Payer,
    SiaeKind,
)
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.postings import AnnounceException, PostingStatus, VacancySource
from matching.domain.vocabulary.situation import Country
from matching.domain.word import (
    COMING_IN,
    Identifier,
    Latitude,
    Longitude,
    Moment,
    Name,
    Percent,
    Text,
    Word,
    about,
)

MOST_SESSIONS = 52


class Place(Word):
    """Where an option takes place."""

    country: Annotated[Country, about("Country.", "ch")]
    region: Annotated[str | None, about("Canton (VD) or département (07).", "VD", pattern=r"^[A-Z0-9]{2,3}$")] = None
    municipality: Annotated[Name | None, about("Municipality or locality.", "Renens")] = None
    postcode: Annotated[str | None, about("Postcode.", "1020", pattern=r"^[0-9]{4,5}$")] = None
    latitude: Annotated[Latitude | None, about("Latitude, WGS84 degrees.", 46.537)] = None
    longitude: Annotated[Longitude | None, about("Longitude, WGS84 degrees.", 6.588)] = None
    remote: Annotated[bool, about("Entirely at a distance.", False)] = False


class SessionPlaces(Word):
    """Free places of one start."""

    starts_on: Annotated[date, about("The start: one of timing.starts_on.", "2027-01-11")]
    free_places: Annotated[int, about("Free places of that start.", 4, ge=0, le=10_000)]


def _one_for_each_start(sessions: tuple[SessionPlaces, ...]) -> tuple[SessionPlaces, ...]:
    if len({session.starts_on for session in sessions}) < len(sessions):
        raise PydanticCustomError("session_twice", "two sessions start on the same day")
    return sessions


class Capacity(Word):
    """Free places as known on a day. Where sessions are stated, they are what counts, and not `free_places`."""

    status: Annotated[CapacityStatus, about("Whether a place is free.", "open")] = CapacityStatus.UNKNOWN
    free_places: Annotated[int | None, about("Free places.", 3, ge=0, le=10_000)] = None
    waiting_weeks: Annotated[int | None, about("Waiting time in weeks.", 6, ge=0, le=520)] = None
    as_of: Annotated[date | None, about("As known on.", "2026-11-16")] = None
    sessions: Annotated[
        tuple[SessionPlaces, ...],
        about("Free places by start.", [{"starts_on": "2027-01-11", "free_places": 4}], max_length=MOST_SESSIONS),
        AfterValidator(_one_for_each_start),
    ] = ()


class Timing(Word):
    """When it starts, how long it lasts, how much of the week it takes."""

    starts_on: Annotated[
        tuple[date, ...], about("Fixed starts; none listed with rolling false: unknown.", ["2027-01-11"])
    ] = ()
    rolling: Annotated[bool, about("Starts at any time.", True)] = False
    min_weeks: Annotated[int | None, about("Least duration in weeks.", 12, ge=0, le=520)] = None
    max_weeks: Annotated[int | None, about("Greatest duration in weeks.", 26, ge=0, le=520)] = None
    workload_min_percent: Annotated[Percent | None, about("Least workload, percent.", 50)] = None
    workload_max_percent: Annotated[Percent | None, about("Greatest workload, percent.", 80)] = None
    hours_per_week: Annotated[float | None, about("Hours per week.", 20, ge=0, le=80)] = None
    application_deadline_days: Annotated[
        int | None, about("Days before the start by which to apply.", 10, ge=0, le=366)
    ] = None


class Terms(Word):
    """What a card says about money and duties. Absent is unknown and said so."""

    paid: Annotated[bool | None, about("The person is paid for it.", True)] = None
    paid_by: Annotated[Name | None, about("By whom.", "l'employeur")] = None
    pay: Annotated[Name | None, about("Pay in words.", "salaire conventionnel")] = None
    assistance_effect: Annotated[AssistanceEffect | None, about("Effect on social assistance.", "wage_deducted")] = None
    debt_effect: Annotated[DebtEffect | None, about("Effect on debt enforcement.", "wage_attachable")] = None
    opens_unemployment_rights: Annotated[bool | None, about("Opens new unemployment rights.", True)] = None
    travel_cost: Annotated[Name | None, about("Travel cost in words.", "abonnement Mobilis 2 zones")] = None
    travel_advanced_by: Annotated[Name | None, about("Who advances it.", "CSR")] = None
    travel_free: Annotated[bool | None, about("Getting there costs the person nothing.", False)] = None
    childcare_hours_per_week: Annotated[float | None, about("Childcare needed, hours per week.", 21, ge=0, le=80)] = (
        None
    )
    aim: Annotated[Name | None, about("Aim.", "Reprendre un rythme de travail")] = None
    certified: Annotated[bool | None, about("Ends with a certificate or attestation.", True)] = None
    certificate: Annotated[Name | None, about("Which one.", "attestation de compétences")] = None
    voluntary: Annotated[bool | None, about("Participation is voluntary.", True)] = None

    @property
    def travel_settled(self) -> bool:
        """Whether it is said who advances the cost of travel, or that there is none."""
        return self.travel_advanced_by is not None or self.travel_free is True


class Offer(Word):
    """What the three kinds of option share."""

    id: Annotated[Identifier, about("Source and number in that source.", "own:mip-atelier-velo")]
    title: Annotated[Name, about("Title.", "Vendeur ou vendeuse en boulangerie")]
    description: Annotated[Text, about("Description.", "Servir la clientèle, encaisser, ranger.")] = ""
    language: Annotated[Literal["fr", "de", "it", "en"], about("Language of the text.", "fr")] = "fr"
    provider: Annotated[Name | None, about("Employer or organiser.", "Boulangerie Exemple")] = None
    place: Annotated[Place | None, about("Place.", {"country": "ch", "region": "VD"})] = None
    occupations: Annotated[
        tuple[OccupationCode, ...], about("Occupations, coded.", [{"scheme": "rome", "code": "D1106"}])
    ] = ()
    criteria: Annotated[Criteria, about("What is demanded.", {"min_age": 18})] = Criteria()
    timing: Annotated[Timing, about("When and how much.", {"rolling": True})] = Timing()
    capacity: Annotated[Capacity, about("Free places.", {"status": "open"})] = Capacity()
    terms: Annotated[Terms, about("Money and duties.", {"paid": True})] = Terms()
    valid_from: Annotated[date | None, about("Offered from.", "2026-11-01")] = None
    valid_to: Annotated[date | None, about("Offered to, inclusive.", "2027-06-30")] = None
    source_url: Annotated[
        str | None, about("Where it stands in its source.", "https://example.org/1", max_length=2083)
    ] = None
    updated_on: Annotated[date | None, about("Last changed at its source.", "2026-11-15")] = None
    provider_id: Annotated[Identifier | None, about("Provider, for fair exposure.", "boulangerie-exemple")] = None

    @field_validator("capacity")
    @classmethod
    def _sessions_are_starts(cls, capacity: Capacity, info: ValidationInfo) -> Capacity:
        """None comes in without its start; of what the store holds, a session without one is read as nothing."""
        timing = info.data.get("timing")
        if info.context is COMING_IN and capacity.sessions and isinstance(timing, Timing):
            if timing.rolling:
                raise PydanticCustomError("session_of_rolling", "sessions of what starts at any time")
            if not {session.starts_on for session in capacity.sessions} <= set(timing.starts_on):
                raise PydanticCustomError("session_without_start", "a session that is no start")
        return capacity

    def starts_from(self, day: date) -> tuple[date, ...]:
        """The fixed starts that one can still apply for on a day, the earliest first; none where any day is one."""
        if self.timing.rolling:
            return ()
        first = day + timedelta(days=self.timing.application_deadline_days or 0)
        return tuple(sorted(start for start in set(self.timing.starts_on) if start >= first))

    def sessions_from(self, day: date) -> tuple[SessionPlaces, ...]:
        """Those of these starts whose places are stated, the earliest first."""
        if not self.capacity.sessions:
            return ()
        stated = {session.starts_on: session for session in self.capacity.sessions}
        return tuple(stated[start] for start in self.starts_from(day) if start in stated)

    def free_places_on(self, day: date) -> int | None:
        """Free places in all: of the sessions still open, and where none is stated as counted. None is unknown."""
        sessions = self.sessions_from(day)
        return sum(each.free_places for each in sessions) if sessions else self.capacity.free_places

    def waiting_weeks_on(self, day: date) -> int | None:
        """Weeks until one may begin: to the first session with a place, where sessions are stated, else as counted.

        None is unknown; so it is where no session that is stated has a place.
        """
        sessions = self.sessions_from(day)
        if not sessions:
            return self.capacity.waiting_weeks
        first = next((each.starts_on for each in sessions if each.free_places), None)
        return None if first is None else -(-(first - day).days // 7)


class Publication(Word):
    """What decides who may see a posting. Unknown means not visible. Source: OSE art. 53b; Job-Room / AVAM."""

    status: Annotated[PostingStatus | None, about("State of the posting.", "published_restricted")] = None
    reporting_obligation: Annotated[bool | None, about("The duty to announce holds.", True)] = None
    reporting_obligation_end: Annotated[date | None, about("Last restricted day, inclusive.", "2026-11-27")] = None
    published_at: Annotated[Moment | None, about("Published on the platform at.", "2026-11-20T08:00:00+01:00")] = None
    complete_notice_at: Annotated[
        Moment | None,
        about("Complete notice received at; absent: the clock of the answer stands.", "2026-11-20T08:00:00+01:00"),
    ] = None
    exception: Annotated[
        AnnounceException | None,
        about("What freed the employer from announcing; it never opens a posting.", "internal_6m"),
    ] = None
    office_canton: Annotated[str | None, about("Canton of the competent office.", "VD", pattern=r"^[A-Z]{2}$")] = None
    job_centre: Annotated[Identifier | None, about("Competent office.", "VDA12")] = None
    public_display: Annotated[bool | None, about("Shown to the public afterwards.", True)] = None
    company_anonymous: Annotated[bool | None, about("The employer is hidden from others than the PES.", False)] = None


class InsertionClause(Word):
    """Hours of a public contract reserved for people on a pathway of insertion. No person is named."""

    market: Annotated[Name, about("The public contract.", "Rénovation du groupe scolaire des Tilleuls")]
    lot: Annotated[Name | None, about("Its lot.", "Lot 4, plâtrerie")] = None
    hours_reserved: Annotated[int | None, about("Hours reserved.", 1200, ge=0, le=10_000_000)] = None
    hours_done: Annotated[int | None, about("Hours already done.", 300, ge=0, le=10_000_000)] = None
    facilitator: Annotated[
        Name | None, about("Who follows the clause: a service or a function.", "Maison de l'emploi")
    ] = None
    contractor: Annotated[Name | None, about("Who holds the contract.", "Bâtir Exemple SAS")] = None

    @property
    def hours_left(self) -> int | None:
        """Hours still to be done; None when what is reserved or done is not known."""
        if self.hours_reserved is None or self.hours_done is None:
            return None
        return max(0, self.hours_reserved - self.hours_done)


class Vacancy(Offer):
    """A job."""

    kind: Annotated[Literal["vacancy"], about("Kind.", "vacancy")] = "vacancy"
    source: Annotated[VacancySource, about("Where it comes from.", "job_room")] = VacancySource.OWN
    contract: Annotated[ContractKind | None, about("Contract.", "permanent")] = None
    publication: Annotated[Publication, about("Who may see it.", {"status": "published_public"})] = Publication()
    positions: Annotated[int | None, about("Number of jobs.", 1, ge=1, le=10_000)] = None
    experience_years: Annotated[float | None, about("Years of experience asked for.", 2, ge=0, le=60)] = None
    company_size: Annotated[Name | None, about("Size of the employer, in words.", "moins de 10 salariés")] = None
    siae_kind: Annotated[SiaeKind | None, about("Kind of French structure that employs.", "etti")] = None
    clause: Annotated[
        InsertionClause | None, about("Insertion clause the job comes from.", {"market": "Rénovation de l'école"})
    ] = None


class Measure(Offer):
    """A measure of one of three payers: an activity, a wage subsidy or an allowance."""

    kind: Annotated[Literal["measure"], about("Kind.", "measure")] = "measure"
    form: Annotated[MeasureForm, about("Form.", "activity")]
    code: Annotated[MeasureCode, about("Code; statutory rules apply to codes.", "vd_mip")] = MeasureCode.OTHER
    type: Annotated[MeasureType, about("What it mainly does.", "coaching")]
    payer: Annotated[Payer | None, about("Who pays.", "as_canton")] = None
    legal_basis: Annotated[Name | None, about("Legal basis.", "LEmp art. 26")] = None
    decided_by: Annotated[Institution | None, about("Who decides.", "orp")] = None
    prescribers: Annotated[tuple[Institution, ...], about("Who may prescribe it.", ["orp", "uc"])] = ()
    objectives: Annotated[tuple[Objective, ...], about("Objectives it serves.", ["job"])] = ()
    contract: Annotated[ContractKind | None, about("Contract.", "none")] = None
    effects: Annotated[tuple[Effect, ...], about("What changes in who completes it.", [])] = ()
    procedure: Annotated[Text | None, about("How to apply.", "Formulaire au conseiller ORP, dix jours avant.")] = None
    competes_with_firms: Annotated[
        bool | None, about("Competes directly with private firms: an employment programme must not.", False)
    ] = None
    siae_kind: Annotated[SiaeKind | None, about("Kind of French structure.", "aci")] = None


class Placement(Offer):
    """A seat in a social enterprise or an observation contract there."""

    kind: Annotated[Literal["placement"], about("Kind.", "placement")] = "placement"
    code: Annotated[MeasureCode, about("Code; statutory rules apply to codes.", "ne_isp")] = MeasureCode.OTHER
    siae_kind: Annotated[SiaeKind | None, about("Kind of French structure.", "aci")] = None
    category: Annotated[
        Literal["occupation", "socioprofessional", "professional"] | None,
        about("Category on the way from social to professional (NE).", "socioprofessional"),
    ] = None
    payers: Annotated[tuple[Payer, ...], about("Who may pay the place.", ["as_canton", "di"])] = ()
    decided_by: Annotated[Institution | None, about("Who decides.", "ssr")] = None
    prescribers: Annotated[tuple[Institution, ...], about("Who may prescribe it.", ["ssr"])] = ()
    contract: Annotated[ContractKind | None, about("Contract.", "subsidised")] = None
    objectives: Annotated[tuple[Objective, ...], about("Objectives it serves.", ["lasting_adapted_work"])] = ()
    effects: Annotated[tuple[Effect, ...], about("What changes in who completes it.", [])] = ()
    procedure: Annotated[Text | None, about("How to apply.", "Visite, puis essai de deux semaines.")] = None


AnyOpportunity = Vacancy | Measure | Placement
"""One option of any kind, in code; `Opportunity` is the same as a contract, told apart by its kind."""

Opportunity = Annotated[
    AnyOpportunity,
    about(
        "One option, told apart by its kind.",
        {"kind": "vacancy", "id": "own:1", "title": "Vendeuse"},
        discriminator="kind",
    ),
]

opportunity_type: TypeAdapter[AnyOpportunity] = TypeAdapter(Opportunity)
"""Reads and writes any option."""
