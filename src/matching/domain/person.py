"""Parts of a person's file: household, place, permit, languages, education, occupations, skills, mobility."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.situation import (
    Country,
    EducationLevel,
    Language,
    LanguageLevel,
    LicenceCategory,
    PermitKind,
    Schedule,
    Strain,
)
from matching.domain.word import Latitude, Longitude, Name, Percent, Word, about

Scheme = Literal["isco", "ch_isco", "rome", "esco"]


class OccupationCode(Word):
    """An occupation in an official nomenclature."""

    scheme: Annotated[Scheme, about("Nomenclature of the code.", "ch_isco")]
    code: Annotated[str, about("Code in that nomenclature.", "52231", min_length=1, max_length=120)]


class Household(Word):
    """Who lives with the person. For rules only, never for scores."""

    adults: Annotated[int | None, about("Adults in the household, the person included.", 1, ge=1, le=12)] = None
    children: Annotated[int | None, about("Children the person cares for.", 1, ge=0, le=20)] = None
    youngest_child_birth_date: Annotated[date | None, about("Birth date of the youngest child.", "2019-05-02")] = None
    childcare_solved: Annotated[bool | None, about("Childcare is in place for the hours available.", True)] = None


class Residence(Word):
    """Where the person lives; no street, ever."""

    country: Annotated[Country, about("Country of residence.", "ch")]
    region: Annotated[str | None, about("Canton (VD) or département (07).", "VD", pattern=r"^[A-Z0-9]{2,3}$")] = None
    municipality: Annotated[Name | None, about("Municipality.", "Lausanne")] = None
    municipality_code: Annotated[str | None, about("BFS number or INSEE code.", "5586", pattern=r"^[0-9A-Z]{4,6}$")] = (
        None
    )
    postcode: Annotated[str | None, about("Postcode.", "1004", pattern=r"^[0-9]{4,5}$")] = None
    latitude: Annotated[Latitude | None, about("Latitude of the locality, WGS84 degrees.", 46.52)] = None
    longitude: Annotated[Longitude | None, about("Longitude of the locality, WGS84 degrees.", 6.62)] = None


class Permit(Word):
    """What allows the person to stay and work. For rules only, never for scores."""

    kind: Annotated[PermitKind | None, about("Kind of permit.", "c")] = None
    may_work: Annotated[bool | None, about("The permit allows gainful work.", True)] = None
    may_change_employer: Annotated[bool | None, about("The permit allows a change of employer.", True)] = None
    valid_to: Annotated[date | None, about("Last day of validity.", "2027-12-31")] = None


class LanguageSkill(Word):
    """A language and how well the person speaks it."""

    language: Annotated[Language, about("Language.", "fr")]
    level: Annotated[LanguageLevel | None, about("CEFR level; absent is unknown.", "b1")] = None


class Languages(Word):
    """The languages known of a person; what an incomplete list does not name is unknown."""

    items: Annotated[tuple[LanguageSkill, ...], about("Languages.", [{"language": "fr", "level": "b1"}])] = ()
    complete: Annotated[bool, about("Nothing is missing from the list.", False)] = False


class Skill(Word):
    """Something the person can do, in words and, when coded, in ESCO or ROME."""

    label: Annotated[Name, about("The skill in words.", "Encaisser et rendre la monnaie")]
    code: Annotated[str | None, about("Code in ESCO or ROME.", "100341", max_length=120)] = None


class Skills(Word):
    """The skills known of a person; what an incomplete list does not name is unknown."""

    items: Annotated[tuple[Skill, ...], about("Skills.", [{"label": "Conseil à la clientèle"}])] = ()
    complete: Annotated[bool, about("Nothing is missing from the list.", False)] = False


class Education(Word):
    """What the person has completed."""

    level: Annotated[EducationLevel | None, about("Highest completed level.", "vocational_2y")] = None
    recognised: Annotated[bool | None, about("Recognised in the country of residence.", True)] = None
    field: Annotated[Name | None, about("Field of the diploma.", "Commerce de détail")] = None
    seeks_training_place: Annotated[bool | None, about("Is looking for a training place.", False)] = None
    higher_education_years: Annotated[
        int | None, about("Years of studies in higher education, finished or not.", 0, ge=0, le=30)
    ] = None
    apprenticeship_contract: Annotated[bool | None, about("Has an apprenticeship contract in hand.", False)] = None


class Occupation(Word):
    """An occupation the person has held or aims for."""

    title: Annotated[Name, about("Occupation in words.", "Vendeuse en boulangerie")]
    codes: Annotated[tuple[OccupationCode, ...], about("Codes.", [{"scheme": "ch_isco", "code": "52231"}])] = ()
    years: Annotated[float | None, about("Years of experience.", 6.0, ge=0, le=60)] = None
    last_year: Annotated[int | None, about("Year it was last held.", 2025, ge=1950, le=2100)] = None
    target: Annotated[bool, about("The person aims for it now.", False)] = False


class Mobility(Word):
    """How the person gets to work."""

    licences: Annotated[tuple[LicenceCategory, ...] | None, about("Licences held.", ["b"])] = None
    vehicle: Annotated[bool | None, about("Has a vehicle.", False)] = None
    radius_km: Annotated[int | None, about("Farthest daily trip, kilometres in a straight line.", 25, ge=0, le=500)] = (
        None
    )


class FunctionalRestriction(Word):
    """What the person cannot do at work, functionally; never a diagnosis. Self-declared or confirmed, dated."""

    strain: Annotated[Strain, about("What must be avoided.", "heavy_lifting")]
    source: Annotated[Literal["self_declared", "confirmed"], about("Who says so.", "confirmed")]
    author: Annotated[Name, about("Function of the author.", "médecin-conseil")]
    stated_on: Annotated[date, about("Day it was stated.", "2026-09-01")]
    expires_on: Annotated[date | None, about("Day it must be looked at again.", "2027-03-01")] = None


class Availability(Word):
    """How much and when the person can work."""

    percent: Annotated[Percent | None, about("Availability, percent of full time.", 80)] = None
    schedules: Annotated[tuple[Schedule, ...] | None, about("Times at which work is possible.", ["day"])] = None
    work_pace_percent: Annotated[Percent | None, about("Observed pace against an ordinary workplace, percent.", 60)] = (
        None
    )
    start_from: Annotated[date | None, about("First possible day.", "2026-12-01")] = None
