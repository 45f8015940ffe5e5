"""The invented office of the proposals, on each engine, with a dozen people who refused one thing and began another."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from tests.integration.proposals.conftest import ASSISTED, Office, office, shared
from tests.integration.proposals.people import SOCIAL

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.vocabulary.process import OutcomeKind, Verb
from matching.storage import profiles
from matching.storage.scope import EVERYTHING

__all__ = ["office", "shared"]

TWELVE = tuple(f"p-t{number:02}" for number in range(12))


@dataclass(frozen=True)
class Canton:
    """A service, the moment of the decisions, and one of half a year later."""

    service: Service
    at: datetime
    later: datetime


@pytest.fixture
def canton(office: Office) -> Canton:
    """Twelve refused the workshop, six of them as too far; all began the job, and six still have one."""
    service, at = office.service, office.at
    facts = {"unit": "lu", "insurances": ASSISTED, "objective": "job", "months_without_work": 14}
    with service.workplace.database.begin(EVERYTHING) as connection:
        people = [Profile.model_validate(facts | {"id": id_}) for id_ in TWELVE]
        profiles.upsert(connection, people, at=at)
    begun, later = at + timedelta(days=3), at + timedelta(days=200)
    for number, id_ in enumerate(TWELVE):
        slate = service.recommend(id_, viewer=SOCIAL, at=at).id
        why = ["too_far"] if number < 6 else ["not_interested"]
        service.decide(slate, "own:workshop", Verb.REJECT, reasons=why, viewer=SOCIAL, at=at)
        one = service.decide(slate, "own:job", Verb.ACCEPT, reasons=["client_wish"], viewer=SOCIAL, at=at)
        one = service.answer(one.id, "accepted", viewer=SOCIAL, at=at, expected_version=one.version)
        service.start(one.id, on=begun.date(), viewer=SOCIAL, at=begun, expected_version=one.version)
        kind = OutcomeKind.UNSUBSIDISED_JOB_AT
        service.record_outcome(one.id, kind, months=3, holds=number % 2 == 0, viewer=SOCIAL, at=later)
    return Canton(service, at, later)
