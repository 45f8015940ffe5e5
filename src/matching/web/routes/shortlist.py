"""The people for a posting, a place or free seats, and the answer to the employer, step by step."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import EmployerFeedback, NoticeDatum
from matching.entrance.asked import At, OpportunityId, TheService
from matching.errors import MatchingError
from matching.explanation.due import due_in_words
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.shortlist.feedback import OF_POSTING
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.forms import day_of
from matching.web.guard import PageRoute, opens
from matching.web.option_facts import facts_of
from matching.web.pages import go, language, page
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Seeing = Annotated[SignedIn, opens(Permission.SHORTLIST)]
_Answering = Annotated[SignedIn, opens(Permission.ANSWER_SHORTLIST)]
_Preparing = Annotated[SignedIn, opens(Permission.PREPARE_DOSSIERS)]


@router.get("/postings/{opportunity:path}")
@router.get("/places/{opportunity:path}")
def shortlist(request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Seeing) -> Response:
    """Who is not ruled out, with conditions and reasons, without score or rank."""
    return _page(request, service, signed, at, opportunity)


@router.post("/postings/{opportunity:path}/notice")
def record_notice(
    request: Request,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    signed: _Answering,
    received: Annotated[str, Form(max_length=10)] = "",
    missing: Annotated[list[NoticeDatum] | None, Form()] = None,
) -> Response:
    """Write down a notice as it was received: complete, it starts the clock."""
    typed = {"step": "notice", "received": received, "missing": missing or []}
    try:
        service.record_notice(
            opportunity, viewer=signed.viewer, at=at, received_on=day_of(received), missing=missing or ()
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed=typed, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/request")
def request_dossiers(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Answering
) -> Response:
    """Ask every unit of the competent canton."""
    try:
        service.request_dossiers(opportunity, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed={"step": "request"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/searched")
def unit_searched(
    request: Request,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    signed: _Answering,
    unit: Annotated[str, Form(min_length=1, max_length=160)],
) -> Response:
    """Say that a unit has searched its files and proposes nobody."""
    try:
        service.unit_searched(opportunity, viewer=signed.viewer, at=at, unit=unit)
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed={"step": "searched"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/none-available")
def none_available(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Answering
) -> Response:
    """Say that the employer was told that none is available."""
    try:
        service.none_available(opportunity, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed={"step": "none"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/feedback")
def posting_feedback(
    request: Request,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    signed: _Answering,
    feedback: Annotated[EmployerFeedback, Form()],
) -> Response:
    """What the employer says of the posting itself."""
    try:
        service.posting_feedback(opportunity, feedback, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed={"step": "feedback"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/dossiers")
@router.post("/places/{opportunity:path}/dossiers")
def prepare_dossier(
    request: Request,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    signed: _Preparing,
    profile: Annotated[str, Form(min_length=1, max_length=160)],
    once: Annotated[str, Form(min_length=1, max_length=64)],
) -> Response:
    """Prepare what may leave of one person, then show it: nothing is sent."""
    typed = {"step": "dossier", "opportunity": opportunity, "profile": profile}
    key = IdempotencyKey.of(once, typed)
    try:
        prepared = service.prepare_dossier(opportunity, profile, viewer=signed.viewer, at=at, once=key)
    except MatchingError as refusal:
        return _page(request, service, signed, at, opportunity, typed=typed, refusal=refusal)
    return go(f"/dossiers/{prepared.id}")


def address_of(kind: OpportunityKind, opportunity: str) -> str:
    """Where the people for an option stand."""
    return f"/{'postings' if kind is OpportunityKind.VACANCY else 'places'}/{quote(opportunity)}"


def _back(opportunity: str) -> Response:
    return go(f"{address_of(OpportunityKind.VACANCY, opportunity)}#answer")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    opportunity: str,
    *,
    typed: Mapping[str, Any] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    """The page; refused, with what was typed and why. An option that does not exist for the viewer is a refusal."""
    lang = language(request)
    option = service.show_option(opportunity, viewer=signed.viewer, at=at)
    shown = service.shortlist(opportunity, viewer=signed.viewer, at=at, lang=lang)
    own = signed.viewer.units or ()
    answer = shown.answer if Permission.ANSWER_SHORTLIST in signed.permissions else None
    return page(
        request,
        "people_for.html",
        status=refusal.status if refusal else 200,
        option=option,
        facts=facts_of(option, swiss_day(at), lang),
        shown=shown,
        here_at=address_of(shown.kind, opportunity),
        answer=answer,
        due=due_in_words(answer, lang) if answer else None,
        own_units=[unit for unit in answer.units if unit.unit in own] if answer else [],
        missing=tuple(NoticeDatum),
        said=[each for each in EmployerFeedback if each in OF_POSTING],
        standing={each.profile: each for each in shown.dossiers if each.state != "withdrawn"},
        typed=typed and {**typed, "sentence": str(refusal)},
        may_prepare=Permission.PREPARE_DOSSIERS in signed.permissions,
    )
