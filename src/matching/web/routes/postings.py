"""Announced postings that await an answer or feedback, and free places: from each to the people for it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.entrance.asked import At, TheService
from matching.explanation.due import due_in_words
from matching.explanation.lines import free_places
from matching.use_cases.free_seats import WITH_SEATS
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.option_facts import place_of
from matching.web.pages import language, page
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Seeing = Annotated[SignedIn, opens(Permission.SHORTLIST)]
PER_PAGE = 100


@router.get("/postings")
def postings(request: Request, service: TheService, at: At, signed: _Seeing) -> Response:
    """What is owed to employers, by deadline."""
    lang = language(request)
    found = service.postings_due(viewer=signed.viewer, at=at)
    said = {due.opportunity: due_in_words(due, lang) for due in found}
    may_answer = Permission.ANSWER_SHORTLIST in signed.permissions
    return page(request, "postings_due.html", found=found, said=said, may_answer=may_answer)


@router.get("/places")
def places(
    request: Request,
    service: TheService,
    at: At,
    signed: _Seeing,
    kind: Annotated[OpportunityKind | None, Query()] = None,
    territory: Annotated[str, Query(pattern=r"^([A-Z]{2}-[A-Z0-9]{2,3})?$")] = "",
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Measures and places with a free place."""
    lang, on = language(request), swiss_day(at)
    found = service.free_seats(
        viewer=signed.viewer,
        at=at,
        kinds=WITH_SEATS if kind is None else [kind],
        territory=territory or None,
        skip=skip,
        limit=PER_PAGE,
    )
    return page(
        request,
        "places.html",
        found=found,
        kinds=WITH_SEATS,
        kind=kind,
        territory=territory,
        skip=skip,
        next_skip=skip + PER_PAGE,
        places_of={option.id: free_places(option, on, lang) for option in found.options},
        place_of=place_of,
    )
