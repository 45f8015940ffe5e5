"""Education, licences and earlier measures a provider asks for."""

from datetime import date

from matching.domain.need import PastMeasure
from matching.domain.person import Education
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import EducationLevel, LicenceCategory
from matching.eligibility.facts import education, masks_of
from matching.eligibility.kleene import Truths, all_of, any_of, at_least, at_most, none_of
from matching.eligibility.rule import Facts, Remedy, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns, bits, member, members, position


def licences_held(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """All the licences."""
    held = profile.mobility.licences
    if held is None:
        return all_of(columns.licences, 0, bits(LicenceCategory))
    return all_of(columns.licences, bits(held), 0)


def licences_not_held(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """None of the licences that the option helps to get."""
    held = profile.mobility.licences
    if held is None:
        return none_of(columns.without_licences, 0, bits(LicenceCategory))
    return none_of(columns.without_licences, bits(held), 0)


def prerequisite_completed(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """One of the measures completed; in a list that is incomplete or has uncoded entries, any may be."""
    past = profile.past_measures
    met, unknown = masks_of((position(item.code), _completed(item)) for item in past.items if item.code is not None)
    uncoded = any(item.code is None and item.completed is not False for item in past.items)
    if uncoded or not past.complete:
        unknown = bits(MeasureCode)
    return any_of(columns.prerequisites, met, unknown & ~met)


def _level(profile: Profile) -> int | None:
    level = education(profile).level
    return None if level is None else position(level)


def _completed(item: PastMeasure) -> Truth:
    if item.completed is None:
        return Truth.UNKNOWN
    return Truth.MET if item.completed else Truth.NOT_MET


def _says_min(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return _compared(member(EducationLevel, row.min_education[0]), profile)


def _says_max(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return _compared(member(EducationLevel, row.max_education[0]), profile)


def _compared(asked: ClosedList | None, profile: Profile) -> Facts:
    return Facts({"asked": asked, "has": education(profile).level})


def _complete_education(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    asked = member(EducationLevel, row.min_education[0])
    changed = (profile.education or Education()).model_copy(update={"level": asked, "recognised": True})
    return Remedy(profile.model_copy(update={"education": changed}), Facts({"asked": asked}))


def _missing_licences(profile: Profile, row: CriteriaColumns) -> tuple[LicenceCategory, ...]:
    return members(LicenceCategory, int(row.licences[0]) & ~bits(profile.mobility.licences or ()))


def _says_licences(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": members(LicenceCategory, row.licences[0]), "missing": _missing_licences(profile, row)})


def _obtain_licences(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    missing = _missing_licences(profile, row)
    licences = (*(profile.mobility.licences or ()), *missing)
    mobility = profile.mobility.model_copy(update={"licences": licences})
    return Remedy(profile.model_copy(update={"mobility": mobility}), Facts({"missing": missing}))


def _says_without(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    asked = int(row.without_licences[0])
    held = members(LicenceCategory, asked & bits(profile.mobility.licences or ()))
    return Facts({"asked": members(LicenceCategory, asked), "held": held})


def _says_prerequisite(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": members(MeasureCode, row.prerequisites[0])})


def _complete_measure(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    code = members(MeasureCode, row.prerequisites[0])[0]
    item = PastMeasure(name=code.fr, code=code, completed=True)
    past = profile.past_measures.model_copy(update={"items": (*profile.past_measures.items, item)})
    return Remedy(profile.model_copy(update={"past_measures": past}), Facts({"asked": code}))


RULES = (
    Rule(
        id="min_education",
        subject="qualifications",
        asks=Asks.PERSON,
        test=lambda profile, columns, _on: at_least(columns.min_education, _level(profile)),
        concerns=lambda columns: columns.min_education != UNSTATED,
        says=_says_min,
        remedy=_complete_education,
    ),
    Rule(
        id="max_education",
        subject="qualifications",
        asks=Asks.PERSON,
        test=lambda profile, columns, _on: at_most(columns.max_education, _level(profile)),
        concerns=lambda columns: columns.max_education != UNSTATED,
        says=_says_max,
    ),
    Rule(
        id="licences",
        subject="qualifications",
        asks=Asks.PERSON,
        test=licences_held,
        concerns=lambda columns: columns.licences != 0,
        says=_says_licences,
        remedy=_obtain_licences,
    ),
    Rule(
        id="without_licences",
        subject="qualifications",
        asks=Asks.PERSON,
        test=licences_not_held,
        concerns=lambda columns: columns.without_licences != 0,
        says=_says_without,
    ),
    Rule(
        id="prerequisite",
        subject="qualifications",
        asks=Asks.PERSON,
        test=prerequisite_completed,
        concerns=lambda columns: columns.prerequisites != 0,
        says=_says_prerequisite,
        remedy=_complete_measure,
    ),
)
