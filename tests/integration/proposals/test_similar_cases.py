"""What became of those who began the same before: on a card only as published, of twenty known and more."""

from datetime import timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import LOCAL, SOCIAL

from matching.domain.outcome import Outcome
from matching.domain.participation import Start
from matching.domain.proposal import Proposal
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus
from matching.storage.proposals import OUTCOMES, PROPOSALS
from matching.storage.scope import EVERYTHING
from matching.use_cases import similar_cases
from matching.use_cases.similar_cases import Came, Cases, count_similar_cases

WORKSHOP = MeasureCode.CH_AS_PROFESSIONAL


def begun(office: Office, number: int, days_ago: int, *, job: bool | None, code: MeasureCode = WORKSHOP) -> None:
    """A measure that p-1 began, and whether somebody stated a job a year later."""
    on = office.today - timedelta(days=days_ago)
    step = Start(came=True, on=on, author="social", at=office.at)
    word = Proposal(
        profile="p-1",
        recommendation=f"r-{number}",
        opportunity="own:workshop",
        kind=OpportunityKind.MEASURE,
        title="Atelier vélo",
        code=code,
        status=ProposalStatus.STARTED,
        step=step,
    )
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        entry = PROPOSALS.add(connection, word, subject="p-1", author="social", at=office.at, id_=f"proposals-{number}")
        if job is not None:
            fact = Outcome(
                proposal=entry.id,
                kind=OutcomeKind.UNSUBSIDISED_JOB_AT,
                months=12,
                holds=job,
                stated_at=office.at,
                source="person",
            )
            OUTCOMES.add(connection, fact, subject="p-1", author="social", at=office.at)


def test_one_per_person_and_kind_counts_once_its_year_is_over(office: Office) -> None:
    begun(office, 1, 800, job=True)
    begun(office, 2, 500, job=False)  # the same again: the first counts
    begun(office, 3, 300, job=None, code=MeasureCode.AC_COURSE_COLL)  # not over
    begun(office, 4, 400, job=None, code=MeasureCode.CH_AS_LANGUAGE)
    with office.service.workplace.database.read(EVERYTHING) as connection:
        found = sorted(similar_cases._came(connection, office.later(1)))
    assert found == [Came("ch_as_language", "unknown", "lu"), Came("ch_as_professional", "job", "lu")]


def told(office: Office, at: Any) -> list[str]:
    shown = office.service.recommend("p-1", viewer=SOCIAL, at=at)
    return [line.text for card in shown.cards for line in card.lines if line.code == "similar"]


def test_a_card_says_it_once_it_was_counted_and_never_of_few(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [*[Came("ch_as_professional", "job")] * 12, *[Came("ch_as_professional", "no_job")] * 22]
    few = [*[Came("ac_course_coll", "job")] * 6, *[Came("ac_course_coll", "no_job")] * 7]
    unknown = [Came("ch_as_professional", "unknown")] * 9
    monkeypatch.setattr(similar_cases, "_came", lambda *_: iter([*many, *few, *unknown]))
    assert told(office, office.at) == []
    count_similar_cases(office.service.workplace, viewer=LOCAL, at=office.at)
    (line,) = told(office, office.at)
    assert line.startswith("sur 34 suites connues, 12 emplois sans subvention à 12 mois (21 à 52 %)")
    assert "sans comparaison" in line


def test_shares_that_would_tell_of_few_are_not_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    lopsided = [*[Came("ch_as_professional", "job")] * 2, *[Came("ch_as_professional", "no_job")] * 40]
    monkeypatch.setattr(similar_cases, "_came", lambda *_: iter(lopsided))
    count_similar_cases(office.service.workplace, viewer=LOCAL, at=office.at)
    assert told(office, office.at) == []
    option = office.service.workplace.live(office.at).snapshot.option(0)
    assert Cases(office.service.workplace).of(option) is None
