"""The profile: what the service may know of a person who is accompanied. No name, no sex, no nationality."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.insertion_france import InsertionFrance
from matching.domain.insurance import Insurances, PesRegistration, StatusFact
from matching.domain.need import Consent, Need, PastMeasures
from matching.domain.person import (
    Availability,
    Education,
    FunctionalRestriction,
    Household,
    Languages,
    Mobility,
    Occupation,
    Permit,
    Residence,
    Skills,
)
from matching.domain.vocabulary.needs import DataCategory, Objective
from matching.domain.word import COMING_IN, IDENTIFIER_PATTERN, Identifier, Text, Word, about

PERSON_ID_PATTERN = IDENTIFIER_PATTERN.replace("/", "")
"""What the id of a person looks like."""


def _nameable_in_an_address(id_: str, info: ValidationInfo) -> str:
    """An id with a slash cannot be named over HTTP: none comes in; files that have one already are still read."""
    if info.context is COMING_IN and "/" in id_:
        raise PydanticCustomError("slash_in_person_id", "no slash in the id of a person")
    return id_


class Profile(Word):
    """What may be known of a person. `None` is unknown, an empty tuple is known-none."""

    id: Annotated[
        Identifier,
        about("Identifier, without meaning.", "p-0001", json_schema_extra={"pattern": PERSON_ID_PATTERN}),
        AfterValidator(_nameable_in_an_address),
    ]
    unit: Annotated[
        Identifier | None, about("Unit that owns the file; a file without unit is its bearer's.", "vd-uc-lausanne")
    ] = None
    birth_date: Annotated[date | None, about("Birth date; for rules only.", "1992-04-18")] = None
    household: Annotated[Household | None, about("Household; for rules only.", {"adults": 1, "children": 1})] = None
    residence: Annotated[Residence | None, about("Residence.", {"country": "ch", "region": "VD"})] = None
    permit: Annotated[Permit | None, about("Permit; for rules only.", {"kind": "citizen", "may_work": True})] = None
    languages: Annotated[Languages, about("Languages.", {"items": [], "complete": False})] = Languages()
    education: Annotated[Education | None, about("Education.", {"level": "vocational"})] = None
    occupations: Annotated[
        tuple[Occupation, ...] | None, about("Occupations held and aimed for.", [{"title": "Vendeuse"}])
    ] = None
    skills: Annotated[Skills, about("Skills.", {"items": [], "complete": False})] = Skills()
    availability: Annotated[Availability, about("How much and when.", {"percent": 80})] = Availability()
    mobility: Annotated[Mobility, about("How the person gets to work.", {"radius_km": 25})] = Mobility()
    restrictions: Annotated[
        tuple[FunctionalRestriction, ...] | None,
        about("Functional restrictions; an empty list says there are none.", []),
    ] = None
    fitness: Annotated[
        tuple[FitnessAnswer, ...], about("What payers or doctors said of fitness; none listed is unknown.", [])
    ] = ()
    insurances: Annotated[Insurances, about("The three payers.", {"placement": "apt"})] = Insurances()
    statuses: Annotated[tuple[StatusFact, ...], about("Statuses known to hold or not.", [])] = ()
    pes_registration: Annotated[
        PesRegistration | None, about("Registration as a job seeker.", {"registered": True})
    ] = None
    months_without_work: Annotated[int | None, about("Months since the last job.", 14, ge=0, le=720)] = None
    needs: Annotated[tuple[Need, ...] | None, about("Needs; an empty list says none.", [])] = None
    in_debt_enforcement: Annotated[bool | None, about("Debt enforcement is running; needs consent.", False)] = None
    self_employment_project: Annotated[bool | None, about("Has a rough project of self-employment.", False)] = None
    objective: Annotated[Objective | None, about("Agreed objective.", "job")] = None
    project: Annotated[Text | None, about("The project as agreed.", "Retrouver un poste de vente ou d'accueil")] = None
    wishes: Annotated[Text | None, about("In the person's own words.", "Un travail avec des gens, pas le soir")] = None
    consents: Annotated[tuple[Consent, ...], about("Consents.", [])] = ()
    withheld: Annotated[
        tuple[DataCategory, ...],
        about("Categories withheld from whoever asks, for want of consent: unknown.", ["debt"]),
    ] = ()
    past_measures: Annotated[PastMeasures, about("Past measures.", {"items": [], "complete": False})] = PastMeasures()
    insertion_france: Annotated[
        InsertionFrance | None, about("Pathway in France: PASS IAE, RSA.", {"cddi_months": 0})
    ] = None
    answers: Annotated[
        tuple[RuleAnswer, ...], about("Answers to open questions of rules, by payers or on the law.", [])
    ] = ()

    def age_on(self, day: date) -> int | None:
        """Completed years of age on `day`; None when the birth date is unknown. Born on 29 February: 1 March."""
        born = self.birth_date
        if born is None:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
