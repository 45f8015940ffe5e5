"""What was put to a paying institution, and its answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request, Response

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
from matching.web.titles import options_of
from matching.web.typed import words_of
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Paying = Annotated[SignedIn, opens(Permission.RECORD_PAYER_DECISION)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Words = Annotated[str, Form(max_length=2_000)]


@router.get("/requests")
def requests_page(
    request: Request,
    service: TheService,
    at: At,
    signed: _Paying,
    answered: Annotated[str, Query(max_length=160)] = "",
) -> Response:
    """What waits for one's own answer first, then for another payer's, then what was granted, then what is over."""
    return _page(request, service, signed, at, answered=answered)


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
    return _answered(entry)


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
    return _answered(entry)


def _answered(entry: str) -> Response:
    return go(f"/requests?answered={quote(entry, safe='')}")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    *,
    answered: str = "",
    typed: Mapping[str, str] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    guarantees = service.guarantees(viewer=signed.viewer, at=at)
    accompanies = Permission.READ_PROFILES in signed.permissions
    of_proposals = service.put_to_payers if accompanies else service.own_proposals
    proposals = of_proposals(viewer=signed.viewer, at=at)
    wanted = [*(each.word.opportunity for each in guarantees), *(each.word.opportunity for each in proposals)]
    options = options_of(service, wanted, signed.viewer, at)
    on = swiss_day(at)
    asked = asked_of_payer(guarantees, proposals, viewer=signed.viewer, options=options, on=on, lang=language(request))
    return page(
        request,
        "requests.html",
        status=refusal.status if refusal else 200,
        asked=asked,
        on=on,
        answered=next((each for each in asked if each.id == answered and each.answered_by), None),
        accompanies=accompanies,
        to_answer=[each for each in asked if each.status in TO_ANSWER and each.answers],
        elsewhere=[each for each in asked if each.status in TO_ANSWER and not each.answers],
        standing=[each for each in asked if each.status in STANDING],
        over=[each for each in asked if each.status not in TO_ANSWER | STANDING],
        to_come=TO_ANSWER,
        unplaced=typed and not any(each.id == typed["id"] and typed["answer"] in each.answers for each in asked),
        typed=typed and {**typed, "sentence": sentence_of(request, refusal)},
    )
