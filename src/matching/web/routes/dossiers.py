"""One dossier: what may leave of a person, handed over by a person, and what came back."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.dossiers import EmployerFeedback
from matching.entrance.asked import At, EntryId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.shortlist.feedback import OF_CANDIDATE
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.dossier_content import content_of
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, page, sentence_of
from matching.web.people_page import address_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Preparing = Annotated[SignedIn, opens(Permission.PREPARE_DOSSIERS)]


@router.get("/dossiers/{dossier}")
def dossier_page(request: Request, dossier: EntryId, service: TheService, at: At, signed: _Preparing) -> Response:
    """The dossier as it may be read now."""
    return _page(request, service, signed, at, dossier)


@router.post("/dossiers/{dossier}/step")
def move_dossier(
    request: Request,
    dossier: EntryId,
    service: TheService,
    at: At,
    signed: _Preparing,
    step: Annotated[Literal["hand_over", "withdraw"], Form()],
    once: Annotated[str, Form(min_length=1, max_length=64)],
) -> Response:
    """Write down that one has handed it over oneself, or withdraw it before that."""
    move = service.hand_over if step == "hand_over" else service.withdraw_dossier
    try:
        move(dossier, viewer=signed.viewer, at=at, once=IdempotencyKey.of(once, {"dossier": dossier, "step": step}))
    except MatchingError as refusal:
        return _page(request, service, signed, at, dossier, refusal=refusal)
    return go(f"/dossiers/{dossier}")


@router.post("/dossiers/{dossier}/feedback")
def candidate_feedback(
    request: Request,
    dossier: EntryId,
    service: TheService,
    at: At,
    signed: _Preparing,
    feedback: Annotated[EmployerFeedback, Form()],
) -> Response:
    """What the employer or provider said of the person."""
    try:
        service.candidate_feedback(dossier, feedback, viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _page(request, service, signed, at, dossier, refusal=refusal)
    return go(f"/dossiers/{dossier}")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    dossier: str,
    *,
    refusal: MatchingError | None = None,
) -> Response:
    read = service.show_dossier(dossier, viewer=signed.viewer, at=at)
    word = read.entry.word
    return page(
        request,
        "dossier.html",
        status=refusal.status if refusal else 200,
        sentence=sentence_of(request, refusal) if refusal else None,
        read=read,
        dossier=word,
        content=content_of(word.content, language(request)),
        shortlist=address_of(word.kind, word.opportunity),
        said=[each for each in EmployerFeedback if each in OF_CANDIDATE],
    )
