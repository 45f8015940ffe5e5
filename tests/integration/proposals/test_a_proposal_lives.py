"""From a slate to the end: each step by whom it belongs to, as a caseworker would tell it."""

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, SOCIAL, WORKSHOP

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ProposalStatus
from matching.errors import ConflictError

S = ProposalStatus


def test_what_was_shown(office: Office) -> None:
    slate = office.service.shown("p-1", viewer=SOCIAL, at=office.at)[0]
    assert slate.id == office.slate
    assert {card.opportunity for card in slate.cards} >= {"own:workshop", "own:job", "own:place"}


def test_a_measure_is_accepted_paid_for_begun_and_ended(office: Office) -> None:
    service, at = office.service, office.at
    one = office.agreed("own:workshop")
    asked = service.ask_payer(one.id, Institution.SOCIAL_COMMUNE, viewer=SOCIAL, at=at, expected_version=one.version)
    granted = service.payer_decides(
        one.id, granted=True, viewer=COMMUNE, at=at, text="Pour trois mois", expected_version=asked.version
    )
    version = granted.version
    for state in ("requested", "invited", "admitted"):
        who = SOCIAL if state == "requested" else WORKSHOP
        version = service.provider_moves(one.id, state, viewer=who, at=at, expected_version=version).version
    begun = service.start(
        one.id, on=office.later(1).date(), viewer=WORKSHOP, at=office.later(1), expected_version=version
    )
    ended = service.end(
        one.id,
        on=office.later(60).date(),
        dropout_reason="found_job",
        viewer=WORKSHOP,
        at=office.later(60),
        expected_version=begun.version,
    )
    assert ended.word.status is S.DROPPED_OUT
    history = service.proposal_history(one.id, viewer=SOCIAL, at=office.later(60))
    assert [entry.word.status for entry in history] == [
        *(S.ACCEPTED, S.CLIENT_ACCEPTED, S.PAYER_REQUESTED, S.PAYER_GRANTED),
        *(S.REQUESTED, S.INVITED, S.ADMITTED, S.STARTED, S.DROPPED_OUT),
    ]
    assert [entry.author for entry in history] == ["sophie"] * 3 + ["caisse", "sophie"] + ["atelier"] * 4


def test_a_job_needs_no_payer(office: Office) -> None:
    one = office.agreed("own:job")
    with pytest.raises(ConflictError, match="pas de payeur"):
        office.service.ask_payer(one.id, Institution.ORP, viewer=SOCIAL, at=office.at, expected_version=one.version)
    begun = office.service.start(one.id, on=office.today, viewer=SOCIAL, at=office.at, expected_version=one.version)
    assert begun.word.status is S.STARTED
