"""Searches that go on for a person, and for whom of a caseload options came since somebody looked."""

from typing import Annotated

from fastapi import APIRouter

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.sought import Sought
from matching.domain.word import Text, about
from matching.entrance.asked import At, EntryId, ProfileId, TheService
from matching.use_cases.kept.searched import SearchAlert, Searched
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["searches"])

_Reading = Annotated[SignedIn, requires(Permission.READ_PROFILES)]
_Keeping = Annotated[SignedIn, requires(Permission.KEEP_OPTIONS)]


class SearchSaid(Sought):
    """What to go on looking for, for one person."""

    words: Annotated[Text | None, about("What for, in words.", "Un atelier près de Renens")] = None


@router.get("/search-alerts")
def list_search_alerts(service: TheService, at: At, signed: _Reading) -> tuple[SearchAlert, ...]:
    """For whom of one's files options came since somebody looked at a search saved for them."""
    return service.search_alerts(viewer=signed.viewer, at=at)


@router.get("/profiles/{profile}/searches")
def list_searches(profile: ProfileId, service: TheService, at: At, signed: _Reading) -> tuple[Searched, ...]:
    """The searches that go on for a person, each with the options that came since somebody looked."""
    return service.searches(profile, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/searches", status_code=201)
def save_search(
    profile: ProfileId, sent: Annotated[SearchSaid, Strict()], service: TheService, at: At, signed: _Keeping
) -> Searched:
    """Go on looking; the same search sent twice is one. What is listed now is known."""
    sought = Sought(kinds=sent.kinds, within_km=sent.within_km, certain=sent.certain)
    return service.save_search(profile, sought=sought, words=sent.words, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/searches/{search}/looks")
def look_at_search(profile: ProfileId, search: EntryId, service: TheService, at: At, signed: _Keeping) -> Searched:
    """Note that somebody has looked: what came is known from here on."""
    return service.look_at_search(profile, search, viewer=signed.viewer, at=at)


@router.delete("/profiles/{profile}/searches/{search}", status_code=204)
def remove_search(profile: ProfileId, search: EntryId, service: TheService, at: At, signed: _Keeping) -> None:
    """Go on looking no longer."""
    service.remove_search(profile, search, viewer=signed.viewer, at=at)
