"""Saving, looking at and removing searches from the page of a person; what is refused comes back as it was typed."""

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form, Request, Response

from matching.domain.permission import Permission
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import MatchingError
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, sentence_of
from matching.web.routes.person import page_of_person
from matching.web.typed import words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Keeping = Annotated[SignedIn, opens(Permission.KEEP_OPTIONS)]
_Slate = Annotated[str, Form(max_length=160)]
_Search = Annotated[str, Form(min_length=1, max_length=160)]


@router.post("/files/{profile}/searches")
def save(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Keeping,
    slate: _Slate,
    words: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    """Save what the slate was asked for; back to where it was done."""
    shown = service.shown_again(slate, viewer=signed.viewer, at=at, profile=profile)
    try:
        service.save_search(profile, sought=shown.sought, words=words_of(words), viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        again = {"words": words, "sentence": sentence_of(request, refusal)}
        return page_of_person(request, service, signed, at, profile, shown, searching=again, status=refusal.status)
    return _back(profile, slate)


@router.post("/files/{profile}/searches/looks")
def look(profile: ProfileId, service: TheService, at: At, signed: _Keeping, slate: _Slate, search: _Search) -> Response:
    """What came is known from here on."""
    service.look_at_search(profile, search, viewer=signed.viewer, at=at)
    return _back(profile, slate)


@router.post("/files/{profile}/searches/off")
def remove(
    profile: ProfileId, service: TheService, at: At, signed: _Keeping, slate: _Slate, search: _Search
) -> Response:
    """Go on looking no longer."""
    service.remove_search(profile, search, viewer=signed.viewer, at=at)
    return _back(profile, slate)


def _back(profile: str, slate: str) -> Response:
    return go(f"/files/{quote(profile, safe='')}?{urlencode({'slate': slate})}#searches")
