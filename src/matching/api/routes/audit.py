"""Who did what with whose file."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from matching.api.cursors import next_page, not_of_this_list, read_cursor
from matching.api.who import GuardedRoute, requires
from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.entrance.asked import At, ProfileId, TheService
from matching.use_cases.audit import Told
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["audit"])

_DIGITS = 9
"""Of the greatest number of an entry."""

_Limit = Annotated[int, Query(description="Entries on a page.", ge=1, le=500)]
_Cursor = Annotated[str | None, Query(description="As in `next` of the page before.", max_length=600)]


class AuditRead(Word):
    """One entry of the audit, without what whoever asks may not know."""

    seq: Annotated[int, about("Number in the chain.", 12, ge=1)]
    at: Annotated[Moment, about("When.", "2026-11-21T08:05:00+01:00")]
    actor: Annotated[Identifier, about("Account.", "demo")]
    act: Annotated[Name, about("What was done.", "read_file")]
    purpose: Annotated[Name | None, about("What for.", "matching")] = None
    concerns: Annotated[Name | None, about("Option, account or receiver; absent: none, or not to tell.", "demo")] = None
    people: Annotated[tuple[Identifier, ...], about("Files concerned that whoever asks may open.", ["p-0001"])] = ()
    others: Annotated[int, about("How many other files.", 3, ge=0)] = 0


class AuditPage(Word):
    """One page of the audit, oldest first."""

    items: Annotated[tuple[AuditRead, ...], about("Entries.", [])]
    next: Annotated[
        str | None, about("Address of the next page; absent on the last.", "/v1/audit?limit=100&cursor=WyJv")
    ] = None


@router.get("/audit")
def read_audit(
    request: Request,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.READ_AUDIT)],
    limit: _Limit = 100,
    cursor: _Cursor = None,
) -> AuditPage:
    """The whole audit as it was at the first page, page by page; each page read is an entry of it from then on."""
    return _page(request, service, at, signed, None, limit, cursor)


@router.get("/profiles/{profile}/audit")
def read_profile_audit(
    profile: ProfileId,
    request: Request,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.READ_PROFILES)],
    limit: _Limit = 100,
    cursor: _Cursor = None,
) -> AuditPage:
    """What was done with the file of one person, for those who accompany them."""
    return _page(request, service, at, signed, profile, limit, cursor)


def _page(
    request: Request, service: Service, at: At, signed: SignedIn, profile: str | None, limit: int, cursor: str | None
) -> AuditPage:
    listed = f"audit {profile or ''}"
    after, upto = _between(read_cursor(cursor, listed)) if cursor else (0, None)
    found = service.read_audit(viewer=signed.viewer, at=at, profile=profile, after=after, upto=upto, limit=limit + 1)
    page, more = found.entries[:limit], len(found.entries) > limit
    return AuditPage(
        items=tuple(_told(entry) for entry in page),
        next=next_page(request, f"{page[-1].seq} {found.upto}", listed) if more else None,
    )


def _between(told: str) -> tuple[int, int]:
    """The entry after which to go on, and the last one to read; InvalidInputError for what is no two numbers."""
    after, _, upto = told.partition(" ")
    if not all(one.isascii() and one.isdigit() and len(one) <= _DIGITS for one in (after, upto)):
        raise not_of_this_list()
    return int(after), int(upto)


def _told(entry: Told) -> AuditRead:
    return AuditRead(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        act=entry.act,
        purpose=entry.purpose,
        concerns=entry.about,
        people=tuple(entry.people),
        others=entry.others,
    )
