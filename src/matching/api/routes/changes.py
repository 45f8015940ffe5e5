"""What is new for a receiver."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver
from matching.domain.word import IDENTIFIER_PATTERN, Identifier, Moment, Name, Word, about
from matching.entrance.asked import At, TheService
from matching.use_cases.changes import MOST
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["audit"])


class ChangeRead(Word):
    """One change: the whole of an entry as it was then, as far as it may leave."""

    kind: Annotated[Name, about("Kind of entry.", "proposal")]
    entry: Annotated[Identifier, about("Which entry; a later change replaces an earlier one.", "proposals-01J")]
    changed_at: Annotated[Moment, about("When it was written down.", "2026-11-21T08:05:00+01:00")]
    content: Annotated[dict[str, Any], about("What may leave of it.", {"status": "accepted"})]


class ChangesRead(Word):
    """What is new since a cursor."""

    items: Annotated[tuple[ChangeRead, ...], about("Changes, oldest first.", [])]
    cursor: Annotated[str | None, about("Where to go on from; absent: from the beginning.", "c-1f2e")] = None
    more: Annotated[bool, about("There may be more now.", False)]


@router.get("/changes")
def read_changes(
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.READ_CHANGES)],
    receiver: Annotated[Receiver, Query(description="Who it leaves to.")],
    purpose: Annotated[LeavingPurpose, Query(description="What for.")],
    since: Annotated[
        str | None,
        Query(
            description="The cursor of the answer before; without one, from the beginning.",
            min_length=1,
            max_length=160,
            pattern=IDENTIFIER_PATTERN,
        ),
    ] = None,
    limit: Annotated[int, Query(description="Changes at most.", ge=1, le=MOST)] = 100,
) -> ChangesRead:
    """What is new for a receiver since a cursor, by the list of what may leave; asked again, the same again."""
    found = service.changes(since, receiver=receiver, purpose=purpose, viewer=signed.viewer, at=at, limit=limit)
    items = tuple(
        ChangeRead(kind=one.kind, entry=one.entry, changed_at=one.changed_at, content=one.content)
        for one in found.items
    )
    return ChangesRead(items=items, cursor=found.cursor, more=found.more)
