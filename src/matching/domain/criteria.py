"""What a provider demands of a person: structured, on the option, never free text alone."""

from typing import Annotated

from matching.domain.person import Scheme
from matching.domain.vocabulary.catalogue import FitnessTest
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import (
    EducationLevel,
    Language,
    LanguageLevel,
    LicenceCategory,
    PermitKind,
    Schedule,
    Strain,
)
from matching.domain.vocabulary.standing import FrTrack, Status
from matching.domain.word import Name, Percent, Territory, Word, about


class LanguageDemand(Word):
    """A language and the least level asked for."""

    language: Annotated[Language, about("Language.", "fr")]
    level: Annotated[LanguageLevel, about("Least CEFR level.", "b1")]


class SkillDemand(Word):
    """A skill that is asked for or wished; it is named on the card and weighs in the ranking, it never excludes."""

    label: Annotated[Name, about("The skill in words.", "Techniques de mise en rayon")]
    code: Annotated[str | None, about("Code.", "102405", max_length=120)] = None
    scheme: Annotated[Scheme | None, about("Nomenclature.", "rome")] = None
    required: Annotated[bool, about("Asked for; otherwise wished.", False)] = False


class Criteria(Word):
    """What is demanded. A criterion that is not stated is silent; several values mean any of them unless said."""

    min_age: Annotated[int | None, about("Least age in completed years.", 18, ge=0, le=120)] = None
    max_age: Annotated[int | None, about("Greatest age in completed years, inclusive.", 65, ge=0, le=120)] = None
    min_availability_percent: Annotated[Percent | None, about("Least availability.", 50)] = None
    schedules: Annotated[
        tuple[Schedule, ...], about("Times at which work must be possible: all of them.", ["day"])
    ] = ()
    languages: Annotated[
        tuple[LanguageDemand, ...], about("Languages: all of them.", [{"language": "fr", "level": "a2"}])
    ] = ()
    permits: Annotated[tuple[PermitKind, ...], about("Permits accepted.", ["f", "b"])] = ()
    right_to_work: Annotated[bool, about("A right to work is needed.", True)] = False
    residence: Annotated[tuple[Territory, ...], about("Residence in one of these.", ["CH-VD"], max_length=500)] = ()
    statuses: Annotated[tuple[Status, ...], about("One of these statuses must hold.", ["ri"])] = ()
    excluded_statuses: Annotated[tuple[Status, ...], about("None of these may hold.", ["ui_entitled"])] = ()
    needs: Annotated[tuple[Barrier, ...], about("Needs addressed: one must be the person's.", ["mobility"])] = ()
    min_education: Annotated[EducationLevel | None, about("Least completed education.", "compulsory")] = None
    max_education: Annotated[EducationLevel | None, about("Greatest completed education.", "compulsory")] = None
    licences: Annotated[tuple[LicenceCategory, ...], about("Licences: all of them.", ["b"])] = ()
    without_licences: Annotated[
        tuple[LicenceCategory, ...], about("Only for people who hold none of these: what helps to get one.", ["b"])
    ] = ()
    prerequisite_measures: Annotated[
        tuple[MeasureCode, ...], about("One of these measures completed before.", ["ch_as_language"])
    ] = ()
    strains: Annotated[tuple[Strain, ...], about("What the work demands of the body.", ["heavy_lifting"])] = ()
    min_work_pace_percent: Annotated[Percent | None, about("Least pace against an ordinary workplace.", 90)] = None
    max_work_pace_percent: Annotated[
        Percent | None, about("Greatest pace: above, the first market is the aim.", 80)
    ] = None
    min_months_without_work: Annotated[int | None, about("Least months without work.", 12, ge=0, le=720)] = None
    no_family_charge: Annotated[bool, about("Only for people without children in their care.", False)] = False
    fitness: Annotated[tuple[FitnessTest, ...], about("Answered by the payer as fit or not fit.", [])] = ()
    skills: Annotated[tuple[SkillDemand, ...], about("Skills asked for or wished.", [{"label": "Encaissement"}])] = ()
    fr_tracks: Annotated[
        tuple[FrTrack, ...], about("Only for people on one of these tracks of the RSA.", ["social"])
    ] = ()
