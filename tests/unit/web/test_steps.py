"""The small forms under a proposal: every one leads where the table of states allows, for whoever may take the step."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from matching.domain.decision import Decision, PayerRequest, PersonAnswer
from matching.domain.participation import Closing, End, ProviderMove, Start
from matching.domain.permission import Permission
from matching.domain.proposal import AnyStep, Proposal
from matching.domain.proposal_states import BEFORE_THE_LOG, OF_THE_PARTICIPANT, OF_THE_PROVIDER, TRANSITIONS
from matching.domain.role_permissions import permissions_of
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.process import ProposalStatus, Role, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import AcceptReason, DropoutReason
from matching.storage.ledger import Entry
from matching.use_cases.proposals.followed import Followed
from matching.web.steps import forms_of, goes_on, may_decide_again, told

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
S = ProposalStatus
COUNSELLOR = permissions_of(Role.COUNSELLOR)


def entry(status: S, step: AnyStep | None = None) -> Entry[Proposal]:
    word = Proposal(
        profile="p-1",
        recommendation="r-1",
        opportunity="own:x",
        kind=OpportunityKind.MEASURE,
        title="Atelier",
        status=status,
        step=step,
    )
    return Entry("proposals-1", 1, "p-1", "u", "demo", AT, word)


def followed(status: S, *payers: Institution) -> Followed:
    return Followed(entry(status), (), (), payers)


LEADS = {
    "answer": {S.CLIENT_ACCEPTED, S.CLIENT_DECLINED},
    "payer": {S.PAYER_REQUESTED},
    "provider": OF_THE_PROVIDER,
    "start": {S.STARTED, S.NO_SHOW},
    "end": OF_THE_PARTICIPANT - {S.STARTED, S.NO_SHOW},
    "closing": {S.WITHDRAWN, S.EXPIRED},
}


@pytest.mark.parametrize("status", [status for status in S if status not in BEFORE_THE_LOG])
def test_forms_are_those_that_may_follow_and_no_step_of_the_office_is_missing(status: S) -> None:
    forms = set(forms_of(followed(status, Institution.CSR), COUNSELLOR)) - {"outcome"}
    undone_on_its_card = {"closing"} if status is S.REJECTED else set()
    assert forms == {name for name, leads in LEADS.items() if TRANSITIONS[status] & leads} - undone_on_its_card


@pytest.mark.parametrize("status", [S.COMPLETED, S.DROPPED_OUT, S.STARTED])
def test_what_followed_is_noted_of_what_has_begun(status: S) -> None:
    assert "outcome" in forms_of(followed(status), COUNSELLOR)
    assert "outcome" not in forms_of(followed(S.ACCEPTED), COUNSELLOR)


def test_nobody_is_asked_to_pay_where_nobody_can_and_nothing_is_offered_to_whoever_may_not() -> None:
    assert "payer" not in forms_of(followed(S.CLIENT_ACCEPTED), COUNSELLOR)
    assert "payer" in forms_of(followed(S.CLIENT_ACCEPTED, Institution.CSR), COUNSELLOR)
    assert forms_of(followed(S.CLIENT_ACCEPTED, Institution.CSR), {Permission.READ_PROFILES}) == ()


def test_a_decision_is_taken_back_until_the_person_has_answered() -> None:
    again = {status for status in S if may_decide_again(followed(status), COUNSELLOR)}
    assert again == {S.ACCEPTED, S.REJECTED, S.DEFERRED}
    assert all(TRANSITIONS[status] & {S.ACCEPTED, S.REJECTED, S.DEFERRED} for status in again)
    assert not may_decide_again(followed(S.ACCEPTED), {Permission.READ_PROFILES})


def test_what_was_declined_or_is_final_is_no_longer_under_way() -> None:
    over = {status for status in S if not goes_on(followed(status))}
    assert over == {S.REJECTED, S.CLIENT_DECLINED, S.COMPLETED, S.DROPPED_OUT, S.EXPIRED, S.WITHDRAWN}


def said(step: AnyStep) -> tuple[Any, ...]:
    return tuple(told(entry(step.leads_to, step), "fr"))


def test_steps_in_words() -> None:
    own: dict[str, Any] = {"author": "demo", "at": AT}
    accepted = Decision(**own, verb=Verb.ACCEPT, accept_reasons=(AcceptReason.CLIENT_WISH,), text="oui")
    assert said(accepted) == ("retenue", ("souhait de la personne",), ("oui",))
    put_off = Decision(**own, verb=Verb.DEFER, reject_reasons=(RejectReason.NOT_NOW,), until=date(2026, 12, 24))
    assert said(put_off) == ("en attente", ("pas maintenant, trop tôt", "jusqu'au 24.12.2026"), ())
    assert said(PersonAnswer(**own, answer="thinking"))[0] == "la personne réfléchit"
    assert said(PersonAnswer(**own, answer="declined"))[0] == "déclinée par la personne"
    assert said(PayerRequest(**own, institution=Institution.OAI)) == ("soumise au payeur", ("office AI",), ())
    assert said(PayerRequest(**own, institution=None)) == ("soumise au payeur", (), ())
    moved = ProviderMove(**own, state="invited", on=date(2026, 12, 1), text="9 h", sendable_text="Venez à 9 h.")
    assert said(moved) == ("invitation à un entretien", ("jour : 01.12.2026",), ("9 h", "Venez à 9 h."))
    assert said(Start(**own, came=False, on=date(2026, 12, 1)))[0] == "non-entrée"
    left = End(**own, completed=False, on=date(2027, 1, 1), reason=DropoutReason.FOUND_JOB)
    assert said(left) == ("abandon", ("emploi trouvé", "jour : 01.01.2027"), ())
    assert said(Closing(**own, state="withdrawn")) == ("retirée", (), ())
    assert told(entry(S.WITHDRAWN), "de") == ("zurückgezogen", (), ())
