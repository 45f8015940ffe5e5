"""Pinning and blocking from the page of a person; what is refused comes back with what was typed."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.reasons import RejectReason
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import InvalidInputError, MatchingError
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, sentence_of
from matching.web.routes.person import anchor, page_of_person
from matching.web.typed import day_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Keeping = Annotated[SignedIn, opens(Permission.KEEP_OPTIONS)]
_Option = Annotated[str, Form(max_length=160)]
_Slate = Annotated[str, Form(max_length=160)]
_Words = Annotated[str, Form(max_length=20_000)]


@router.post("/files/{profile}/pins")
def pin(
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Keeping,
    opportunity: _Option,
    slate: _Slate,
    words: _Words = "",
) -> Response:
    """Pin an option, or say anew why; back to its card, or to the list in which the words stand."""
    service.pin_option(profile, opportunity, words=words.strip() or None, viewer=signed.viewer, at=at)
    return go(f"{_on_slate(profile, slate)}#{'pins' if words else anchor(opportunity)}")


@router.post("/files/{profile}/pins/off")
def unpin(
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Keeping,
    opportunity: _Option,
    slate: _Slate,
    listed: Annotated[bool, Form()] = False,
) -> Response:
    """Take it off again; back to the list of what is pinned, where it was `listed`, else to its card."""
    service.unpin_option(profile, opportunity, viewer=signed.viewer, at=at)
    return go(f"{_on_slate(profile, slate)}#{'pins' if listed else anchor(opportunity)}")


@router.post("/files/{profile}/blocks")
def block(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Keeping,
    opportunity: _Option,
    slate: _Slate,
    reason: Annotated[str, Form(max_length=80)] = "",
    until: Annotated[str, Form(max_length=10)] = "",
    words: _Words = "",
) -> Response:
    """Block an option to a day; then options are looked for anew, without it."""
    typed = {"opportunity": opportunity, "reason": reason, "until": until, "words": words}
    try:
        last = day_of(until)
        if not reason or last is None:
            raise InvalidInputError("Un blocage demande un motif et un dernier jour ; indiquer les deux.")
        chosen = next((each for each in RejectReason if each.value == reason), None)
        if chosen is None:
            raise InvalidInputError("« {reason} » n'est pas un motif de la liste ; en choisir un.", reason=reason)
        service.block_option(
            profile,
            opportunity,
            reason=chosen,
            until=last,
            words=words.strip() or None,
            viewer=signed.viewer,
            at=at,
        )
    except MatchingError as refusal:
        shown = service.shown_again(slate, viewer=signed.viewer, at=at, profile=profile)
        again = typed | {"sentence": sentence_of(request, refusal)}
        return page_of_person(request, service, signed, at, profile, shown, blocked=again, status=refusal.status)
    return go(f"/files/{quote(profile, safe='')}#resting")


@router.post("/files/{profile}/blocks/off")
def bring_back(profile: ProfileId, service: TheService, at: At, signed: _Keeping, opportunity: _Option) -> Response:
    """Bring an option back; options are looked for anew."""
    service.lift_block(profile, opportunity, viewer=signed.viewer, at=at)
    return go(f"/files/{quote(profile, safe='')}")


def _on_slate(profile: str, slate: str) -> str:
    return f"/files/{quote(profile, safe='')}?slate={quote(slate, safe='')}"
