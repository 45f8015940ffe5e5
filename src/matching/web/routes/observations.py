"""What providers saw of a person and what should be corrected: each waits for a counsellor's word."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Path, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, page, sentence_of
from matching.web.titles import titles_of
from matching.web.typed import words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.READ_PROFILES)]
_Showing = Annotated[SignedIn, opens(Permission.RECORD_PERSON_ANSWER)]
_Confirming = Annotated[SignedIn, opens(Permission.CONFIRM_OBSERVATION)]
_Amending = Annotated[SignedIn, opens(Permission.WRITE_PROFILES)]
_Entry = Annotated[str, Path(min_length=1, max_length=160)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Version = Annotated[int, Form()]
_Words = Annotated[str, Form(max_length=2_000)]
_Decision = Annotated[Literal["confirm", "dismiss"], Form()]


@router.get("/files/{profile}/observations")
def observations(request: Request, profile: ProfileId, service: TheService, at: At, signed: _Reading) -> Response:
    """What waits first, what was decided folded below."""
    return _page(request, service, signed, at, profile)


@router.post("/files/{profile}/observations/{entry}/shown")
def show_observation(
    request: Request,
    profile: ProfileId,
    entry: _Entry,
    service: TheService,
    at: At,
    signed: _Showing,
    once: _Once,
    version: _Version,
    answer: _Words = "",
) -> Response:
    """The person has seen it, and said this of it or nothing."""
    typed = {"id": entry, "answer": answer}
    try:
        service.show_observation(
            entry,
            answer=words_of(answer),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed | {"step": "shown"}),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, profile, typed=typed, refusal=refusal)
    return _back(profile, entry)


@router.post("/files/{profile}/observations/{entry}/decision")
def decide_observation(
    request: Request,
    profile: ProfileId,
    entry: _Entry,
    service: TheService,
    at: At,
    signed: _Confirming,
    decision: _Decision,
    once: _Once,
    version: _Version,
) -> Response:
    """Confirm an observation, or dismiss it."""
    decide = service.confirm_observation if decision == "confirm" else service.dismiss_observation
    key = IdempotencyKey.of(once, {"id": entry, "decision": decision})
    try:
        decide(entry, viewer=signed.viewer, at=at, expected_version=version, once=key)
    except MatchingError as refusal:
        typed = {"id": entry, "answer": ""}
        return _page(request, service, signed, at, profile, typed=typed, refusal=refusal)
    return _back(profile, entry)


@router.post("/files/{profile}/observations/corrections/{entry}")
def decide_correction(
    request: Request,
    profile: ProfileId,
    entry: _Entry,
    service: TheService,
    at: At,
    signed: _Amending,
    decision: _Decision,
    once: _Once,
    version: _Version,
    answer: _Words = "",
) -> Response:
    """Confirm a correction, or dismiss it."""
    decide = service.confirm_correction if decision == "confirm" else service.dismiss_correction
    typed = {"id": entry, "answer": answer}
    try:
        decide(
            entry,
            answer=words_of(answer),
            viewer=signed.viewer,
            at=at,
            expected_version=version,
            once=IdempotencyKey.of(once, typed | {"decision": decision}),
        )
    except MatchingError as refusal:
        return _page(request, service, signed, at, profile, typed=typed, refusal=refusal)
    return _back(profile, entry)


def _address(profile: str) -> str:
    return f"/files/{quote(profile)}/observations"


def _back(profile: str, entry: str) -> Response:
    return go(f"{_address(profile)}#{quote(entry)}")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    profile: str,
    *,
    typed: Mapping[str, str] | None = None,
    refusal: MatchingError | None = None,
) -> Response:
    seen = service.observations_of(profile, viewer=signed.viewer, at=at)
    corrections = service.corrections_of(profile, viewer=signed.viewer, at=at)
    about = [*(each.word.opportunity for each in seen), *(each.word.opportunity for each in corrections)]
    return page(
        request,
        "observations.html",
        status=refusal.status if refusal else 200,
        profile=profile,
        here_at=_address(profile),
        observations=seen,
        corrections=corrections,
        titles=titles_of(service, about, signed.viewer, at),
        typed=typed and {**typed, "sentence": sentence_of(request, refusal)},
    )
