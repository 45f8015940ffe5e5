"""Where somebody may go from any page, by what they may do."""

from collections.abc import Collection
from dataclasses import dataclass

from matching.domain.permission import Permission

_P = Permission


@dataclass(frozen=True)
class PlaceToGo:
    """One entry of the menu: its address, the key of its name, and whether one is there."""

    path: str
    name: str
    here: bool


_PLACES: tuple[tuple[str, str, Permission], ...] = (
    ("/files", "web.nav.files", _P.READ_PROFILES),
    ("/postings", "web.inbox.nav.postings", _P.ANSWER_SHORTLIST),
    ("/places", "web.inbox.nav.places", _P.SHORTLIST),
    ("/requests", "web.inbox.nav.requests", _P.RECORD_PAYER_DECISION),
    ("/participants", "web.inbox.nav.participants", _P.READ_PARTICIPANTS),
    ("/manager", "web.manager.nav", _P.READ_GAPS),
    ("/audit", "web.audit.nav", _P.READ_AUDIT),
    ("/accounts", "web.accounts", _P.MANAGE_ACCOUNTS),
    ("/models", "web.models.nav", _P.READ_MODELS),
)
"""Address, name, and the permission that opens it, in the order in which they stand."""


def places_of(permissions: Collection[Permission], path: str) -> tuple[PlaceToGo, ...]:
    """What stands in the menu of whoever has some permissions, seen from a page."""
    return tuple(
        PlaceToGo(each, name, path == each or path.startswith(f"{each}/"))
        for each, name, permission in _PLACES
        if permission in permissions
    )


def first_place(permissions: Collection[Permission]) -> str:
    """Where somebody begins."""
    return next((each for each, _, permission in _PLACES if permission in permissions), "/about")
