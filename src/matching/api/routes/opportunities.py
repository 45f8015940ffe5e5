"""The catalogue, as far as it exists for whoever asks."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request

from matching.api.bodies import Strict
from matching.api.cursors import next_page, read_cursor
from matching.api.who import GuardedRoute, requires
from matching.domain.opportunity import Capacity, Opportunity
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Word, about
from matching.entrance.asked import At, OpportunityId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["opportunities"])

_Reader = Annotated[SignedIn, requires(Permission.READ_OPPORTUNITIES)]


class OpportunityPage(Word):
    """One page of the catalogue, in the order of ids."""

    items: Annotated[tuple[Opportunity, ...], about("Options.", [])]
    next: Annotated[
        str | None, about("Address of the next page; absent on the last.", "/v1/opportunities?limit=50&cursor=WyJv")
    ] = None


class PlacesCounted(Word):
    """Free places, as counted on a day."""

    free_places: Annotated[int, about("Free places.", 3, ge=0, le=10_000)]
    as_of: Annotated[date, about("Day they were counted.", "2026-11-16")]
    waiting_weeks: Annotated[
        int | None, about("Without any: waiting time in weeks, where there is a list.", 6, ge=0, le=520)
    ] = None


@router.get("/opportunities")
def list_opportunities(
    request: Request,
    service: TheService,
    at: At,
    signed: _Reader,
    kind: Annotated[list[OpportunityKind] | None, Query(description="Kinds of option; without any, all.")] = None,
    limit: Annotated[int, Query(description="Options on a page.", ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(description="As in `next` of the page before.", max_length=600)] = None,
) -> OpportunityPage:
    """The options that exist for whoever asks. What comes in meanwhile moves no page."""
    kinds = [each for each in OpportunityKind if not kind or each in kind]
    listed = f"opportunities {' '.join(kinds)}"
    after = read_cursor(cursor, listed) if cursor else ""
    items = service.list_options(viewer=signed.viewer, at=at, kinds=kinds, after=after, limit=limit + 1)
    page, more = items[:limit], len(items) > limit
    return OpportunityPage(items=tuple(page), next=next_page(request, page[-1].id, listed) if more else None)


@router.get("/opportunities/{opportunity:path}/places")
def read_places(opportunity: OpportunityId, service: TheService, at: At, signed: _Reader) -> Capacity:
    """The free places of an option, as known on a day."""
    return service.show_option(opportunity, viewer=signed.viewer, at=at).capacity


@router.put("/opportunities/{opportunity:path}/places")
def update_places(
    opportunity: OpportunityId,
    sent: Annotated[PlacesCounted, Strict()],
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.UPDATE_PLACES)],
) -> Opportunity:
    """Say how many places an offer of one's own has free, and when they were counted."""
    return service.update_places(opportunity, **sent.model_dump(), viewer=signed.viewer, at=at)


@router.get("/opportunities/{opportunity:path}")
def read_opportunity(opportunity: OpportunityId, service: TheService, at: At, signed: _Reader) -> Opportunity:
    """One option of the catalogue."""
    return service.show_option(opportunity, viewer=signed.viewer, at=at)
