"""Announced postings that await an answer or feedback; for each the people, and the answer step by step."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import EmployerFeedback, NoticeDatum
from matching.entrance.asked import At, OpportunityId, TheService
from matching.errors import MatchingError
from matching.explanation.due import due_in_words
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, page
from matching.web.people_page import address_of, people_page, prepare
from matching.web.typed import day_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Seeing = Annotated[SignedIn, opens(Permission.SHORTLIST)]
_Answering = Annotated[SignedIn, opens(Permission.ANSWER_SHORTLIST)]
_Preparing = Annotated[SignedIn, opens(Permission.PREPARE_DOSSIERS)]


@router.get("/postings")
def postings(request: Request, service: TheService, at: At, signed: _Seeing) -> Response:
    """What is owed to employers, by deadline."""
    lang = language(request)
    found = service.postings_due(viewer=signed.viewer, at=at)
    said = {due.opportunity: due_in_words(due, lang) for due in found}
    may_answer = Permission.ANSWER_SHORTLIST in signed.permissions
    return page(request, "postings_due.html", found=found, said=said, may_answer=may_answer)


@router.get("/postings/{opportunity:path}")
def people_for_posting(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Seeing
) -> Response:
    """Who is not ruled out, with conditions and reasons, without score or rank."""
    return people_page(request, service, signed, at, opportunity)


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
        return people_page(request, service, signed, at, opportunity, typed=typed, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/request")
def request_dossiers(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Answering
) -> Response:
    """Ask every unit of the competent canton."""
    try:
        service.request_dossiers(opportunity, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return people_page(request, service, signed, at, opportunity, typed={"step": "request"}, refusal=refusal)
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
        return people_page(request, service, signed, at, opportunity, typed={"step": "searched"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/none-available")
def none_available(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Answering
) -> Response:
    """Say that the employer was told that none is available."""
    try:
        service.none_available(opportunity, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return people_page(request, service, signed, at, opportunity, typed={"step": "none"}, refusal=refusal)
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
        return people_page(request, service, signed, at, opportunity, typed={"step": "feedback"}, refusal=refusal)
    return _back(opportunity)


@router.post("/postings/{opportunity:path}/dossiers")
def prepare_dossier(
    request: Request,
    opportunity: OpportunityId,
    service: TheService,
    at: At,
    signed: _Preparing,
    profile: Annotated[str, Form(min_length=1, max_length=160)],
    once: Annotated[str, Form(min_length=1, max_length=64)],
) -> Response:
    """Prepare what may leave of one person: nothing is sent."""
    return prepare(request, service, signed, at, opportunity, profile=profile, once=once)


def _back(opportunity: str) -> Response:
    return go(f"{address_of(OpportunityKind.VACANCY, opportunity)}#answer")
