"""Pages of what was written down, in the order in which it was begun: what comes in meanwhile stands at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Generic

from fastapi import Depends, Query, Request

from matching.api.cursors import next_page, not_of_this_list, read_cursor
from matching.api.recorded import Recorded, recorded
from matching.domain.word import Word, about
from matching.storage.ledger import Entry, W

_LATER = {"cursor", "limit"}
"""What says where in a list one is, not which list."""


class Page(Word, Generic[W]):
    """One page of entries."""

    items: Annotated[tuple[Recorded[W], ...], about("Entries.", [])]
    next: Annotated[
        str | None, about("Address of the next page; absent on the last.", "/v1/proposals?limit=100&cursor=WyJv")
    ] = None


@dataclass(frozen=True)
class Paging:
    """Which part of a list is asked for."""

    request: Request
    limit: int
    cursor: str | None

    def of(self, entries: Sequence[Entry[W]]) -> Page[W]:
        """The part of all entries that is asked for; InvalidInputError when the one before it is not there any more."""
        begin = self._begin([entry.id for entry in entries])
        page = entries[begin : begin + self.limit]
        more = begin + self.limit < len(entries)
        return Page(
            items=tuple(recorded(entry) for entry in page),
            next=next_page(self.request, page[-1].id, self._listed) if more else None,
        )

    def _begin(self, ids: list[str]) -> int:
        if self.cursor is None:
            return 0
        last = read_cursor(self.cursor, self._listed)
        if last not in ids:
            raise not_of_this_list()
        return ids.index(last) + 1

    @property
    def _listed(self) -> str:
        filters = sorted(item for item in self.request.query_params.multi_items() if item[0] not in _LATER)
        return f"{self.request.url.path} {filters}"


def _paging(
    request: Request,
    limit: Annotated[int, Query(description="Entries on a page.", ge=1, le=500)] = 100,
    cursor: Annotated[str | None, Query(description="As in `next` of the page before.", max_length=600)] = None,
) -> Paging:
    return Paging(request, limit, cursor)


ThePage = Annotated[Paging, Depends(_paging)]
