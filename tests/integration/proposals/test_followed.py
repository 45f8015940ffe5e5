"""What became of a person's proposals, in one look: the steps, what followed, and who could be asked to pay."""

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, COMMUNE, ELSEWHERE, SOCIAL

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus, Verb
from matching.errors import ForbiddenError, NotFoundError

S = ProposalStatus


def test_every_proposal_with_its_steps_what_followed_and_what_may_follow(office: Office) -> None:
    service, at = office.service, office.at
    office.decided("own:workshop", Verb.REJECT)
    one = office.agreed("own:job")
    first = office.later(1)
    begun = service.start(one.id, on=first.date(), viewer=SOCIAL, at=first, expected_version=one.version)
    service.record_outcome(begun.id, OutcomeKind.CERTIFICATE, holds=True, viewer=SOCIAL, at=first)
    told = service.follow("p-1", viewer=SOCIAL, at=first)
    assert [each.now.word.opportunity for each in told] == ["own:job", "own:workshop"]
    assert [step.word.status for step in told[0].steps] == [S.ACCEPTED, S.CLIENT_ACCEPTED, S.STARTED]
    assert told[0].next == {S.COMPLETED, S.DROPPED_OUT}
    assert told[1].next == {S.ACCEPTED, S.DEFERRED, S.WITHDRAWN}
    for each in told:
        assert each.now == service.proposal(each.now.id, viewer=SOCIAL, at=first)
        assert list(each.steps) == service.proposal_history(each.now.id, viewer=SOCIAL, at=first)
        assert list(each.outcomes) == service.outcomes_of(each.now.id, viewer=SOCIAL, at=at)


def test_only_who_could_pay_is_named_and_only_when_asking_is_next(office: Office) -> None:
    """Each institution named may in fact be asked; for a job nobody is."""
    service, at = office.service, office.at
    accepted = office.decided("own:workshop")
    (before,) = service.follow("p-1", viewer=SOCIAL, at=at)
    office.answered(accepted, "accepted")
    office.agreed("own:job")
    payers = {each.now.word.opportunity: each.payers for each in service.follow("p-1", viewer=SOCIAL, at=at)}
    assert before.payers == payers["own:job"] == ()
    assert payers["own:workshop"] == (Institution.SOCIAL_COMMUNE,)
    now = service.proposal(accepted.id, viewer=SOCIAL, at=at)
    service.ask_payer(accepted.id, payers["own:workshop"][0], viewer=SOCIAL, at=at, expected_version=now.version)


def test_to_whoever_may_not_know_of_it_there_is_none(office: Office) -> None:
    office.decided("own:job")
    for reader in (SOCIAL, COLLEAGUE):
        told = office.service.follow("p-1", viewer=reader, at=office.at)
        assert [each.now.word.opportunity for each in told] == ["own:job"]
    with pytest.raises(NotFoundError):
        office.service.follow("p-1", viewer=ELSEWHERE, at=office.at)
    with pytest.raises(ForbiddenError):
        office.service.follow("p-1", viewer=COMMUNE, at=office.at)
