"""What people answer to a proposal, each a step of its log: the counsellor, the person, the payer."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import AcceptReason
from matching.domain.word import Identifier, Moment, Text, Word, about

_S = ProposalStatus
_DECIDED = {Verb.ACCEPT: _S.ACCEPTED, Verb.REJECT: _S.REJECTED, Verb.DEFER: _S.DEFERRED}


class Step(Word):
    """What one account wrote down at one moment; steps are added, never changed."""

    author: Annotated[Identifier, about("Account that wrote it down.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:05:00+01:00")]
    text: Annotated[Text | None, about("In words.", "Horaires incompatibles avec l'école")] = None


class Decision(Step):
    """A named counsellor's accept, reject or defer. A proposal, never an assignment."""

    step: Annotated[Literal["decision"], about("Kind of step.", "decision")] = "decision"
    verb: Annotated[Verb, about("What was decided.", "reject")]
    accept_reasons: Annotated[tuple[AcceptReason, ...], about("Why accepted.", ["matches_project"])] = ()
    reject_reasons: Annotated[tuple[RejectReason, ...], about("Why rejected or deferred.", ["too_far"])] = ()
    rule: Annotated[
        Identifier | None, about("Rule of the card that the conditions not met are of.", "vd_mip_registration")
    ] = None
    until: Annotated[date | None, about("Last day of the rest or of the wait, as asked.", "2027-01-22")] = None
    good_idea: Annotated[bool | None, about("Good idea all the same.", True)] = None
    shareable_with_person: Annotated[bool, about("May be told to the person.", True)] = False

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return _DECIDED[self.verb]


class PersonAnswer(Step):
    """The person's own answer: free to accept or refuse a proposal, and to think."""

    step: Annotated[Literal["answer"], about("Kind of step.", "answer")] = "answer"
    answer: Annotated[Literal["accepted", "declined", "thinking"], about("Answer.", "accepted")]
    reasons: Annotated[tuple[RejectReason, ...], about("Why declined; a no needs no reason.", ["too_far"])] = ()
    until: Annotated[date | None, about("Not before that day is over.", "2027-01-22")] = None

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it; whoever thinks leaves it as it was."""
        answered = {"accepted": _S.CLIENT_ACCEPTED, "declined": _S.CLIENT_DECLINED, "thinking": _S.ACCEPTED}
        return answered[self.answer]


class PayerRequest(Step):
    """A paying institution is asked for its decision."""

    step: Annotated[Literal["payer_request"], about("Kind of step.", "payer_request")] = "payer_request"
    institution: Annotated[Institution | None, about("Payer; absent: not available to whoever asks.", "oai")]

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return _S.PAYER_REQUESTED


class PayerDecision(Step):
    """The payer's decision; a measure starts only after it."""

    step: Annotated[Literal["payer_decision"], about("Kind of step.", "payer_decision")] = "payer_decision"
    institution: Annotated[Institution | None, about("Payer; absent: not available to whoever asks.", "oai")]
    granted: Annotated[bool, about("Granted.", True)]

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return _S.PAYER_GRANTED if self.granted else _S.PAYER_REFUSED
