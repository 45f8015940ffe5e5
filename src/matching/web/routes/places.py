"""Measures and places with a free place, and the people for each."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.entrance.asked import At, OpportunityId, TheService
from matching.explanation.lines import free_places
from matching.use_cases.free_seats import WITH_SEATS
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.option_facts import place_of
from matching.web.pages import language, page
from matching.web.people_page import people_page, prepare
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Seeing = Annotated[SignedIn, opens(Permission.SHORTLIST)]
_Preparing = Annotated[SignedIn, opens(Permission.PREPARE_DOSSIERS)]
PER_PAGE = 100


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
        kind_of={each.value: each for each in WITH_SEATS},
        kind=kind,
        territory=territory,
        skip=skip,
        next_skip=skip + PER_PAGE,
        places_of={option.id: free_places(option, on, lang) for option in found.options},
        place_of=place_of,
    )


@router.get("/places/{opportunity:path}")
def people_for_place(
    request: Request, opportunity: OpportunityId, service: TheService, at: At, signed: _Seeing
) -> Response:
    """Who is not ruled out, with conditions and reasons, without score or rank."""
    return people_page(request, service, signed, at, opportunity)


@router.post("/places/{opportunity:path}/dossiers")
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
