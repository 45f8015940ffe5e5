"""What was put to a paying institution, and its answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.entrance.asked import At, EntryId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.asked_of_payer import STANDING, TO_ANSWER, asked_of_payer
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, page, sentence_of
from matching.web.titles import titles_of
from matching.web.typed import words_of
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Paying = Annotated[SignedIn, opens(Permission.RECORD_PAYER_DECISION)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Words = Annotated[str, Form(max_length=2_000)]


@router.get("/requests")
def requests_page(request: Request, service: TheService, at: At, signed: _Paying) -> Response:
    """What waits for one's own answer first, then for another payer's, then what was granted, then what is over."""
    return _page(request, service, signed, at)


@router.post("/requests/{entry}/guarantee")
def answer_guarantee(
    request: Request,
    entry: EntryId,
    service: TheService,
    at: At,
    signed: _Paying,
    answer: Annotated[Literal["granted", "refused", "revoked", "exhausted"], Form()],
    once: _Once,
    text: _Words = "",
) -> Response:
    """The payer's word on a guarantee."""
    typed = {"id": entry, "answer": answer, "text": text}
    try:
        service.answer_guarantee(
            entry,
            GuaranteeStatus[answer.upper()],
            reason=words_of(text),
            viewer=signed.viewer,
            at=at,
            once=IdempotencyKey.of(once, typed),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, typed=typed, refusal=refusal)
    return go(f"/requests#r-{entry}")


@router.post("/requests/{entry}/proposal")
def decide_proposal(
    request: Request,
    entry: EntryId,
    service: TheService,
    at: At,
    signed: _Paying,
    answer: Annotated[Literal["granted", "refused"], Form()],
    once: _Once,
    version: Annotated[int, Form()],
    text: _Words = "",
) -> Response:
    """The payer's decision on a proposal."""
    typed = {"id": entry, "answer": answer, "text": text}
    try:
        service.payer_decides(
            entry,
            granted=answer == "granted",
            text=words_of(text),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, typed=typed, refusal=refusal)
    return go(f"/requests#r-{entry}")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    *,
    typed: Mapping[str, str] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    guarantees = service.guarantees(viewer=signed.viewer, at=at)
    accompanies = Permission.READ_PROFILES in signed.permissions
    of_proposals = service.put_to_payers if accompanies else service.own_proposals
    proposals = of_proposals(viewer=signed.viewer, at=at)
    titles = titles_of(service, (entry.word.opportunity for entry in guarantees), signed.viewer, at)
    asked = asked_of_payer(
        guarantees, proposals, viewer=signed.viewer, titles=titles, on=swiss_day(at), lang=language(request)
    )
    return page(
        request,
        "requests.html",
        status=refusal.status if refusal else 200,
        asked=asked,
        accompanies=accompanies,
        to_answer=[each for each in asked if each.status in TO_ANSWER and each.answers],
        elsewhere=[each for each in asked if each.status in TO_ANSWER and not each.answers],
        standing=[each for each in asked if each.status in STANDING],
        over=[each for each in asked if each.status not in TO_ANSWER | STANDING],
        typed=typed and {**typed, "sentence": sentence_of(request, refusal)},
    )
