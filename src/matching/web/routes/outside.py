"""Proposing something beside the catalogue from a person's page; what is refused comes back with what was typed."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel, Field

from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import InvalidInputError, MatchingError
from matching.messages.say import say
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, language, sentence_of
from matching.web.routes.person import page_of_person
from matching.web.typed import words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Keeping = Annotated[SignedIn, opens(Permission.KEEP_OPTIONS)]
_KINDS = {kind.value: kind for kind in OpportunityKind}
_NEEDS = {need.value: need for need in Barrier}
_PAYERS = {payer.value: payer for payer in Payer}


class OutsideTyped(BaseModel):
    """What was typed; a field left empty is a sentence on the page, never an error of the form."""

    slate: str = Field("", max_length=160)
    once: str = Field(min_length=1, max_length=64)
    kind: str = Field("", max_length=80)
    title: str = Field("", max_length=2_000)
    offered_by: str = Field("", max_length=2_000)
    need: str = Field("", max_length=80)
    payer: str = Field("", max_length=80)
    words: str = Field("", max_length=20_000)


@router.post("/files/{profile}/outside")
def propose(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Keeping,
    sent: Annotated[OutsideTyped, Form()],
) -> Response:
    """Write it down once, however often it is sent; back to the same options."""
    typed = sent.model_dump(exclude={"slate", "once"})
    try:
        _refuse_missing(sent, language(request))
        service.propose_outside(
            profile,
            kind=_KINDS[sent.kind],
            title=sent.title,
            offered_by=sent.offered_by,
            need=_NEEDS[sent.need],
            payer=_PAYERS.get(sent.payer),
            words=words_of(sent.words),
            viewer=signed.viewer,
            at=at,
            once=IdempotencyKey.of(sent.once, {"outside": profile} | typed),
        )
    except MatchingError as refusal:
        shown = service.shown_again(sent.slate, viewer=signed.viewer, at=at, profile=profile)
        again = typed | {"sentence": sentence_of(request, refusal)}
        return page_of_person(request, service, signed, at, profile, shown, outside=again, status=refusal.status)
    return go(f"/files/{quote(profile, safe='')}?slate={quote(sent.slate, safe='')}#outside")


@router.post("/files/{profile}/outside/{outside}/withdrawal")
def withdraw(
    profile: ProfileId,
    outside: str,
    service: TheService,
    at: At,
    signed: _Keeping,
    slate: Annotated[str, Form(max_length=160)],
) -> Response:
    """Withdraw it; it stays in the history."""
    service.withdraw_outside(profile, outside, viewer=signed.viewer, at=at)
    return go(f"/files/{quote(profile, safe='')}?slate={quote(slate, safe='')}#outside")


def _refuse_missing(sent: OutsideTyped, lang: str) -> None:
    """InvalidInputError that names, as the form does, what was left empty or is of no list."""
    stated = {
        "kind": sent.kind in _KINDS,
        "name": bool(sent.title.strip()),
        "offered_by": bool(sent.offered_by.strip()),
        "need": sent.need in _NEEDS,
    }
    missing = [f"« {say(lang, f'web.outside.{field}')} »" for field, known in stated.items() if not known]
    if missing:
        raise InvalidInputError(say(lang, "web.outside.missing", what=", ".join(missing)))
