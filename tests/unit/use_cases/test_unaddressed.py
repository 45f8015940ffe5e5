"""A weighty need that no option of a list answers is named; one that an option is for, or lifts, is not."""

from matching.domain.opportunity import Measure, Vacancy
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import Barrier
from matching.use_cases.unaddressed import unaddressed_needs

ABOUT = {"author": "assistante sociale", "stated_on": "2026-10-12"}
PERSON = Profile.model_validate(
    {
        "id": "p-1",
        "unit": "u-1",
        "needs": [
            {"barrier": "family_childcare", "level": "blocking", **ABOUT},
            {"barrier": "mobility", "level": "high", **ABOUT},
            {"barrier": "communication_language", "level": "high", **ABOUT},
            {"barrier": "search", "level": "low", **ABOUT},
        ],
    }
)


def measure(**facts: object) -> Measure:
    return Measure.model_validate(
        {"id": "own:1", "title": "M", "code": "ch_as_professional", "type": "coaching", "form": "activity"} | facts
    )


def test_of_the_weighty_needs_those_are_left_that_nothing_answers() -> None:
    course = measure(effects=[{"kind": "language", "language": "fr", "level": "b1"}])
    crossing = measure(criteria={"needs": ["mobility"]})
    job = Vacancy(id="own:2", title="V")
    every = {Barrier.FAMILY_CHILDCARE, Barrier.MOBILITY, Barrier.COMMUNICATION_LANGUAGE}
    assert unaddressed_needs(PERSON, []) == unaddressed_needs(PERSON, [job]) == every
    assert unaddressed_needs(PERSON, [job, course, crossing]) == {Barrier.FAMILY_CHILDCARE}
    lifting = measure(effects=[{"kind": "barrier", "barrier": "family_childcare"}])
    assert unaddressed_needs(PERSON, [course, crossing, lifting]) == frozenset()
    assert unaddressed_needs(PERSON.model_copy(update={"needs": None}), [job]) == frozenset()
