"""A provider's participants: requests put to it, where each person stands, the start, the end, and what was seen."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.offered_reasons import offered
from matching.domain.participation import ProviderState
from matching.domain.permission import Permission
from matching.domain.proposal_states import OF_THE_PROVIDER, following
from matching.domain.vocabulary.process import ProposalStatus
from matching.domain.vocabulary.situation import Language, LanguageLevel
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.entrance.asked import At, EntryId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.observed import Typed, observed
from matching.web.pages import go, page, sentence_of
from matching.web.participants import grouped
from matching.web.titles import unit_names
from matching.web.typed import day_needed, day_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.READ_PARTICIPANTS)]
_Moving = Annotated[SignedIn, opens(Permission.RECORD_PROVIDER_ANSWER)]
_Observing = Annotated[SignedIn, opens(Permission.RECORD_OBSERVATION)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Version = Annotated[int, Form()]
_Day = Annotated[str, Form(max_length=10)]
_Words = Annotated[str, Form(max_length=2_000)]
_Code = Annotated[str, Form(max_length=80)]


@router.get("/participants")
def participants(request: Request, service: TheService, at: At, signed: _Reading) -> Response:
    """Requests to answer first, then who was admitted, who takes part, and what is over."""
    found = service.own_proposals(viewer=signed.viewer, at=at)
    return page(request, "participants.html", groups=grouped(found))


@router.get("/participants/{decision}")
def participant(
    request: Request,
    decision: EntryId,
    service: TheService,
    at: At,
    signed: _Reading,
    noted: Annotated[bool, Query()] = False,
) -> Response:
    """One person in one of the provider's offers."""
    return _page(request, service, signed, at, decision, noted=noted)


@router.post("/participants/{decision}/move")
def move(
    request: Request,
    decision: EntryId,
    service: TheService,
    at: At,
    signed: _Moving,
    state: Annotated[ProviderState, Form()],
    once: _Once,
    version: _Version,
    on: _Day = "",
    text: _Words = "",
    sendable_text: _Words = "",
    reason: _Code = "",
) -> Response:
    """Waiting list, invitation, admission, or a refusal with its reason."""
    typed = {"step": state, "on": on, "text": text, "sendable_text": sendable_text, "reason": reason}
    try:
        service.provider_moves(
            decision,
            state,
            reason=reason or None,
            on=day_of(on),
            text=words_of(text),
            sendable_text=words_of(sendable_text),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed | {"decision": decision}),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, decision, typed=typed, refusal=refusal)
    return go(f"/participants/{decision}")


@router.post("/participants/{decision}/start")
def start(
    request: Request,
    decision: EntryId,
    service: TheService,
    at: At,
    signed: _Moving,
    came: Annotated[Literal["yes", "no"], Form()],
    once: _Once,
    version: _Version,
    on: _Day = "",
    text: _Words = "",
) -> Response:
    """The first day: the person came, or did not."""
    typed = {"step": "start", "came": came, "on": on, "text": text}
    try:
        service.start(
            decision,
            on=day_needed(on),
            came=came == "yes",
            text=words_of(text),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed | {"decision": decision}),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, decision, typed=typed, refusal=refusal)
    return go(f"/participants/{decision}")


@router.post("/participants/{decision}/end")
def end(
    request: Request,
    decision: EntryId,
    service: TheService,
    at: At,
    signed: _Moving,
    once: _Once,
    version: _Version,
    on: _Day = "",
    text: _Words = "",
    reason: _Code = "",
) -> Response:
    """The last day: as planned, or before it with the reason."""
    typed = {"step": "end", "on": on, "text": text, "reason": reason}
    try:
        service.end(
            decision,
            on=day_needed(on),
            dropout_reason=reason or None,
            text=words_of(text),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed | {"decision": decision}),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, decision, typed=typed, refusal=refusal)
    return go(f"/participants/{decision}")


@router.post("/participants/{decision}/observations")
def record_observation(
    request: Request,
    decision: EntryId,
    service: TheService,
    at: At,
    signed: _Observing,
    sent: Annotated[Typed, Form()],
) -> Response:
    """What was seen, in the grid that all providers share."""
    proposal = service.proposal(decision, viewer=signed.viewer, at=at).word
    try:
        service.record_observation(
            proposal.profile,
            proposal.opportunity,
            **observed(sent),
            viewer=signed.viewer,
            at=at,
            once=IdempotencyKey.of(sent.once, sent.model_dump(exclude={"once"}) | {"decision": decision}),
        )
    except MatchingError as refusal:
        typed = {"step": "observation", **sent.model_dump()}
        return _page(request, service, signed, at, decision, typed=typed, refusal=refusal)
    return go(f"/participants/{decision}?noted=true")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    decision: str,
    *,
    noted: bool = False,
    typed: Mapping[str, Any] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    entry = service.proposal(decision, viewer=signed.viewer, at=at)
    history = service.proposal_history(decision, viewer=signed.viewer, at=at)
    word = entry.word
    asks = frozenset({ProposalStatus.REQUESTED})
    return page(
        request,
        "participant.html",
        status=refusal.status if refusal else 200,
        proposal=word,
        version=entry.version,
        history=history,
        asked_by=unit_names(service).get(entry.unit, entry.unit) if entry.unit else None,
        here_at=f"/participants/{decision}",
        moves=following(word.status, OF_THE_PROVIDER - asks),
        begins=bool(following(word.status, frozenset({ProposalStatus.STARTED}))),
        ends=bool(following(word.status, frozenset({ProposalStatus.COMPLETED}))),
        has_begun=any(each.word.status is ProposalStatus.STARTED for each in history),
        refusals=offered(word.kind, ReasonStep.PROVIDER_REFUSE),
        dropouts=offered(word.kind, ReasonStep.DROP_OUT),
        all_languages=tuple(Language),
        all_levels=tuple(LanguageLevel),
        noted=noted,
        typed=typed and {**typed, "sentence": sentence_of(request, refusal)},
    )
