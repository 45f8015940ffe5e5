"""What never moves a score, with the same options open: age, and time on assistance."""

from datetime import date, datetime

import pytest
from tests.e2e.personas.lines import people_of

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import Objective
from matching.retrieval.search import read_person, retrieve
from matching.snapshot.columns import position
from matching.use_cases.situation import as_used, rank_these, stand

AGES = (16, 19, 25, 26, 34, 44, 49, 50, 55, 61, 64, 70)


def scores(demo: Service, told: Profile, changed: Profile, at: datetime) -> dict[str, bytes]:
    """Rows, scores, intervals and every contribution of the changed file, over the options open by the told one."""
    live = demo.workplace.live(at)
    seen = stand(demo.workplace, live, told, viewer=LOCAL_VIEWER, at=at)
    rows = seen.open_rows()
    assert len(rows) >= 5
    person = as_used(demo.workplace, changed, LOCAL_VIEWER, at)
    query = read_person(person, demo.workplace.encoder, demo.workplace.taxonomy)
    candidates = retrieve(query, live.index, rows, live.criteria.kind == position(OpportunityKind.VACANCY))
    questions = seen.assessment.open_questions[candidates.rows]
    ranked = rank_these(demo.workplace.model, live, person, candidates, questions, at=at)
    parts = {"rows": candidates.rows, "scores": ranked.scores, "low": ranked.low, "high": ranked.high}
    return {name: part.tobytes() for name, part in (parts | ranked.contributions).items()}


@pytest.mark.parametrize("person", people_of("age_never_moves_a_score"))
def test_age_never_moves_a_score(demo: Service, files: dict[str, Profile], at: datetime, person: str) -> None:
    told = files[person]
    assert told.birth_date is not None
    as_told = scores(demo, told, told, at)
    for age in AGES:
        aged = told.model_copy(update={"birth_date": date(at.year - age, told.birth_date.month, told.birth_date.day)})
        assert scores(demo, told, aged, at) == as_told, age
    assert scores(demo, told, told.model_copy(update={"birth_date": None}), at) == as_told
    # ... while a fact that may count does move it
    assert scores(demo, told, told.model_copy(update={"objective": Objective.STABILISATION}), at) != as_told


@pytest.mark.parametrize("person", people_of("time_on_assistance_never_moves_a_score"))
def test_time_on_assistance_never_moves_a_score(
    demo: Service, files: dict[str, Profile], at: datetime, person: str
) -> None:
    told = files[person]
    assistance = told.insurances.assistance
    assert assistance is not None
    assert assistance.since is not None
    assert assistance.since < date(2022, 1, 1)
    as_told = scores(demo, told, told, at)
    for since in (date(2011, 1, 1), date(2026, 10, 1), None):
        received = assistance.model_copy(update={"since": since})
        insurances = told.insurances.model_copy(update={"assistance": received})
        assert scores(demo, told, told.model_copy(update={"insurances": insurances}), at) == as_told, since
