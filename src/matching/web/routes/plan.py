"""The shared plan: each side's part in its own words, where it dissents, and that all three agree."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.plan import SIDES
from matching.domain.vocabulary.needs import Objective
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, page, sentence_of
from matching.web.typed import day_of, lines_of, words_of
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.READ_PROFILES)]
_Planning = Annotated[SignedIn, opens(Permission.WRITE_PLANS)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Long = Annotated[str, Form(max_length=20_000)]
_Short = Annotated[str, Form(max_length=80)]


@router.get("/files/{profile}/plan")
def plan_page(request: Request, profile: ProfileId, service: TheService, at: At, signed: _Reading) -> Response:
    """The plan as it stands, and who leads."""
    return _page(request, service, signed, at, profile)


@router.post("/files/{profile}/plan/parts")
def write_part(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Planning,
    whose: Annotated[Literal["own", "person"], Form()],
    once: _Once,
    text: _Long = "",
    dissent: _Long = "",
    objective: _Short = "",
    steps: _Long = "",
    review: _Short = "",
    had_objective: _Short = "",
    had_steps: _Long = "",
    had_review: _Short = "",
) -> Response:
    """One's own part or the person's words; what stood in the plan and was left as it was is not written again."""
    typed = {"whose": whose, "text": text, "dissent": dissent, "objective": objective, "steps": steps, "review": review}
    try:
        service.write_part(
            profile,
            text.strip(),
            viewer=signed.viewer,
            at=at,
            of_person=whose == "person",
            dissent=words_of(dissent),
            objective=objective if objective and objective != had_objective else None,
            steps=lines_of(steps) if lines_of(steps) != lines_of(had_steps) else None,
            review_on=day_of(review) if review != had_review else None,
            once=IdempotencyKey.of(once, {"profile": profile} | typed),
        )
    except MatchingError as refusal:
        again = typed | {"sentence": sentence_of(request, refusal)}
        return _page(request, service, signed, at, profile, typed=again, status=refusal.status)
    return go(f"/files/{profile}/plan")


@router.post("/files/{profile}/plan/agreement")
def agree(
    request: Request, profile: ProfileId, service: TheService, at: At, signed: _Planning, once: _Once
) -> Response:
    """All three sides agree to the plan as it stands."""
    try:
        service.agree_plan(profile, viewer=signed.viewer, at=at, once=IdempotencyKey.of(once, {"agree": profile}))
    except MatchingError as refusal:
        return _page(
            request, service, signed, at, profile, sentence=sentence_of(request, refusal), status=refusal.status
        )
    return go(f"/files/{profile}/plan")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    profile: str,
    *,
    typed: Mapping[str, str] | None = None,
    sentence: str | None = None,
    status: int = 200,
) -> Response:
    return page(
        request,
        "shared_plan.html",
        status=status,
        profile=profile,
        found=service.plan(profile, viewer=signed.viewer, at=at, lang=language(request)),
        leads=service.leads(profile, viewer=signed.viewer, at=at),
        sides=SIDES,
        own=signed.viewer.role,
        objectives=tuple(Objective),
        may_write=Permission.WRITE_PLANS in signed.permissions,
        typed=typed,
        sentence=sentence,
        at=at,
        today=swiss_day(at),
    )
