"""Logs keep some codes as their position: a closed list behind one grows at its end, or old slates change meaning."""

from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.situation import EducationLevel

MEASURE_TYPES = [
    "job_search_help",
    "basic_course",
    "language_course",
    "vocational_training",
    "employment_programme",
    "internship",
    "wage_subsidy",
    "self_employment",
    "coaching",
    "obstacle_removal",
    "social_stabilisation",
    "allowance",
]
EDUCATION_LEVELS = [
    "none",
    "compulsory",
    "vocational_2y",
    "vocational",
    "baccalaureate",
    "higher_vocational",
    "university",
]


def test_codes_keep_their_positions() -> None:
    assert [code.value for code in MeasureType][: len(MEASURE_TYPES)] == MEASURE_TYPES
    assert [code.value for code in EducationLevel][: len(EDUCATION_LEVELS)] == EDUCATION_LEVELS
