"""The life of a proposal: decided, answered, paid for, placed, begun, ended, closed, and what came of it."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from matching.api.bodies import Strict
from matching.api.conditions import TheChange
from matching.api.etags import MADE_WITH_TAG, WITH_TAG
from matching.api.pages import Page, ThePage
from matching.api.recorded import Recorded, recorded, tagged
from matching.api.who import GuardedRoute, requires
from matching.domain.offered_reasons import offered
from matching.domain.outcome import Months, Outcome
from matching.domain.participation import ProviderState
from matching.domain.permission import Permission
from matching.domain.proposal import Proposal
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.process import OutcomeKind, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import AcceptReason, DropoutReason, ProviderRefusal, ReasonStep
from matching.domain.word import Identifier, Name, Text, Word, about
from matching.entrance.asked import At, EntryId, Lang, ProfileId, RecommendationId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_without

router = APIRouter(route_class=GuardedRoute, tags=["decisions"])

_P = Permission
_Deciding = Annotated[SignedIn, requires(_P.DECIDE)]
_Answering = Annotated[SignedIn, requires(_P.RECORD_PERSON_ANSWER)]
_Paying = Annotated[SignedIn, requires(_P.RECORD_PAYER_DECISION, _P.REQUEST_GUARANTEES)]
_Placing = Annotated[SignedIn, requires(_P.RECORD_PROVIDER_ANSWER)]
_TakingPart = Annotated[SignedIn, requires(_P.RECORD_OUTCOME, _P.RECORD_PROVIDER_ANSWER)]
_Noting = Annotated[SignedIn, requires(_P.RECORD_OUTCOME)]
_Reading = Annotated[SignedIn, requires(_P.READ_PROFILES)]
_Seeing = Annotated[SignedIn, requires(_P.READ_PROFILES, _P.READ_GUARANTEES, _P.READ_PARTICIPANTS)]

_Why = Annotated[Text | None, about("In words.", "Horaires incompatibles avec l'école")]


class DecisionSent(Word):
    """What a counsellor decides of one card."""

    opportunity: Annotated[Identifier, about("Option on the card.", "own:mip-atelier-velo")]
    verb: Annotated[Verb, about("What is decided.", "reject")]
    reasons: Annotated[
        tuple[RejectReason | AcceptReason, ...], about("Why, from the list of the kind and verb.", ["too_far"])
    ] = ()
    text: _Why = None
    until: Annotated[date | None, about("Last day of the rest or of the wait.", "2027-01-22")] = None
    rule: Annotated[Identifier | None, about("Rule whose conditions are not met.", "vd_mip_registration")] = None
    good_idea: Annotated[bool | None, about("Good idea all the same.", True)] = None
    shareable_with_person: Annotated[bool, about("May be told to the person.", True)] = False


class AnswerSent(Word):
    """The person's own answer."""

    answer: Annotated[Literal["accepted", "declined", "thinking"], about("Answer.", "accepted")]
    reasons: Annotated[tuple[RejectReason, ...], about("Why not; a no needs no reason.", ["too_far"])] = ()
    text: _Why = None
    until: Annotated[date | None, about("Not before that day is over.", "2027-01-22")] = None


class PayerAsked(Word):
    """A paying institution is asked."""

    institution: Annotated[Institution, about("Payer.", "social_commune")]
    text: _Why = None


class PayerAnswered(Word):
    """The payer's decision."""

    granted: Annotated[bool, about("Granted; a refusal needs words.", True)]
    text: _Why = None


class ProviderMoved(Word):
    """The provider is asked, or says where the person stands with them."""

    state: Annotated[ProviderState, about("Where it stands now.", "invited")]
    reason: Annotated[ProviderRefusal | None, about("Why refused.", "no_position")] = None
    on: Annotated[date | None, about("Day of the interview or of the entry.", "2026-12-01")] = None
    text: _Why = None
    sendable_text: Annotated[
        Text | None, about("What may be sent to the person as it stands.", "Nous n'avons plus de place avant mars.")
    ] = None


class StartSent(Word):
    """The first day."""

    on: Annotated[date, about("First day.", "2026-12-07")]
    came: Annotated[bool, about("The person came.", True)] = True
    text: _Why = None


class EndSent(Word):
    """The last day."""

    on: Annotated[date, about("Last day.", "2027-02-26")]
    dropout_reason: Annotated[DropoutReason | None, about("Why it was left early.", "found_job")] = None
    text: _Why = None


class WithdrawalSent(Word):
    """A proposal is closed before its start."""

    state: Annotated[Literal["withdrawn", "expired"], about("How it is closed.", "withdrawn")] = "withdrawn"
    text: _Why = None


class OutcomeSent(Word):
    """A later fact. Absent means unknown, never failure."""

    kind: Annotated[OutcomeKind, about("Which fact.", "unsubsidised_job_at")]
    months: Annotated[Months | None, about("Months from the start.", 12)] = None
    holds: Annotated[bool | None, about("It holds; absent is unknown.", True)] = None
    amount: Annotated[
        float | None, about("Amount or count, where the fact is one.", 1200.0, ge=0, allow_inf_nan=False)
    ] = None
    dropout_reason: Annotated[DropoutReason | None, about("Why it was left.", "found_job")] = None
    source: Annotated[Literal["counsellor", "person", "provider", "register"], about("Who says so.", "person")] = (
        "counsellor"
    )


class ReasonOffered(Word):
    """A reason that may be given."""

    code: Annotated[Identifier, about("Code.", "too_far")]
    label: Annotated[Name, about("In words.", "trop loin")]


@router.get("/reasons")
def list_reasons(
    lang: Lang,
    signed: Annotated[SignedIn, requires(_P.DECIDE, _P.RECORD_PERSON_ANSWER, _P.RECORD_PROVIDER_ANSWER)],
    kind: Annotated[OpportunityKind, Query(description="Kind of option.")],
    step: Annotated[ReasonStep, Query(description="For which step.")],
) -> list[ReasonOffered]:
    """The reasons that may be given for a kind of option at a step; no other is taken."""
    del signed
    return [ReasonOffered(code=reason.value, label=reason.label(lang)) for reason in offered(kind, step)]


@router.post("/recommendations/{recommendation}/decisions", status_code=201, responses=MADE_WITH_TAG)
def decide(
    recommendation: RecommendationId,
    sent: Annotated[DecisionSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Deciding,
) -> Recorded[Proposal]:
    """Accept, reject or defer one card of a slate; what was decided before is decided again on its version."""
    made = service.decide(
        recommendation,
        sent.opportunity,
        sent.verb,
        reasons=[reason.value for reason in sent.reasons],
        text=sent.text,
        until=sent.until,
        rule=sent.rule,
        good_idea=sent.good_idea,
        shareable_with_person=sent.shareable_with_person,
        viewer=signed.viewer,
        **change.of(sent),
    )
    response.headers["Location"] = f"/v1/decisions/{made.id}"
    return tagged(response, made)


@router.get("/decisions/{decision}", responses=WITH_TAG)
def read_decision(
    decision: EntryId, service: TheService, at: At, response: Response, signed: _Seeing
) -> Recorded[Proposal]:
    """One proposal as it stands, as far as whoever asks may know it."""
    return tagged(response, service.proposal(decision, viewer=signed.viewer, at=at))


@router.get("/decisions/{decision}/history")
def read_decision_history(decision: EntryId, service: TheService, at: At, signed: _Seeing) -> list[Recorded[Proposal]]:
    """Every step of a proposal that whoever asks may know of, oldest first."""
    return [recorded(entry) for entry in service.proposal_history(decision, viewer=signed.viewer, at=at)]


@router.get("/profiles/{profile}/proposals")
def list_proposals(profile: ProfileId, service: TheService, at: At, page: ThePage, signed: _Reading) -> Page[Proposal]:
    """The proposals of a person in the order in which they were begun."""
    return page.of(service.proposals_of(profile, viewer=signed.viewer, at=at))


@router.get("/proposals")
def list_own_proposals(
    service: TheService,
    at: At,
    page: ThePage,
    signed: Annotated[SignedIn, requires(_P.READ_GUARANTEES, _P.READ_PARTICIPANTS)],
) -> Page[Proposal]:
    """A payer's own requests, a provider's own participants; for others nothing."""
    return page.of(service.own_proposals(viewer=signed.viewer, at=at))


@router.post("/decisions/{decision}/answer", responses=WITH_TAG)
def answer_proposal(
    decision: EntryId,
    sent: Annotated[AnswerSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Answering,
) -> Recorded[Proposal]:
    """Write down what the person answers; they may change their mind until the start."""
    answered = service.answer(
        decision,
        sent.answer,
        reasons=[reason.value for reason in sent.reasons],
        text=sent.text,
        until=sent.until,
        viewer=signed.viewer,
        **change.of(sent),
    )
    return tagged(response, answered)


@router.post("/decisions/{decision}/payer", responses=WITH_TAG)
def take_payer_step(
    decision: EntryId,
    sent: Annotated[PayerAsked | PayerAnswered, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Paying,
) -> Recorded[Proposal]:
    """Ask a paying institution, or write down what it decides on what was put to it."""
    asks = isinstance(sent, PayerAsked)
    refuse_without(signed, _P.REQUEST_GUARANTEES if asks else _P.RECORD_PAYER_DECISION)
    step = service.ask_payer if asks else service.payer_decides
    moved = step(
        decision,
        **sent.model_dump(),
        viewer=signed.viewer,
        **change.of(sent),
    )
    return tagged(response, moved)


@router.post("/decisions/{decision}/provider", responses=WITH_TAG)
def take_provider_step(
    decision: EntryId,
    sent: Annotated[ProviderMoved, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Placing,
) -> Recorded[Proposal]:
    """Ask the provider, or write down where the person stands with it."""
    moved = service.provider_moves(decision, **sent.model_dump(), viewer=signed.viewer, **change.of(sent))
    return tagged(response, moved)


@router.post("/decisions/{decision}/start", responses=WITH_TAG)
def record_start(
    decision: EntryId,
    sent: Annotated[StartSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _TakingPart,
) -> Recorded[Proposal]:
    """Write down the first day, which waits for the word of whoever pays."""
    begun = service.start(decision, **sent.model_dump(), viewer=signed.viewer, **change.of(sent))
    return tagged(response, begun)


@router.post("/decisions/{decision}/end", responses=WITH_TAG)
def record_end(
    decision: EntryId,
    sent: Annotated[EndSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _TakingPart,
) -> Recorded[Proposal]:
    """Write down the last day, and why when it came early."""
    ended = service.end(decision, **sent.model_dump(), viewer=signed.viewer, **change.of(sent))
    return tagged(response, ended)


@router.post("/decisions/{decision}/withdrawal", responses=WITH_TAG)
def withdraw_proposal(
    decision: EntryId,
    sent: Annotated[WithdrawalSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Deciding,
) -> Recorded[Proposal]:
    """Close a proposal that has not begun."""
    closed = service.withdraw(decision, **sent.model_dump(), viewer=signed.viewer, **change.of(sent))
    return tagged(response, closed)


@router.get("/decisions/{decision}/outcomes")
def list_outcomes(decision: EntryId, service: TheService, at: At, signed: _Reading) -> list[Recorded[Outcome]]:
    """What was stated later about a proposal; what nobody stated is unknown."""
    return [recorded(entry) for entry in service.outcomes_of(decision, viewer=signed.viewer, at=at)]


@router.post("/decisions/{decision}/outcomes", status_code=201, responses=MADE_WITH_TAG)
def record_outcome(
    decision: EntryId,
    sent: Annotated[OutcomeSent, Strict()],
    service: TheService,
    change: TheChange,
    response: Response,
    signed: _Noting,
) -> Recorded[Outcome]:
    """State a later fact; stated again, it is a new version of it, on the one before."""
    stated = service.record_outcome(decision, **sent.model_dump(), viewer=signed.viewer, **change.of(sent))
    return tagged(response, stated)
