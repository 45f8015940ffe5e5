"""What every part of the manager's pages is: what it shows, its address, and its tables as sheets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from fastapi import Response

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.word import Word
from matching.errors import NotFoundError
from matching.messages.say import say
from matching.use_cases.steering.cells import cell
from matching.use_cases.steering.sheet import Sheet, csv_of, sheet_of
from matching.working_days.swiss_time import swiss_day

PARTS = ("gaps", "remedies", "capacity", "places", "overlaps", "results", "rejections", "portfolios")
"""In the order of the menu and of the report."""


@dataclass(frozen=True)
class Asked:
    """Who asks the service, when, and in which language the answer is read."""

    service: Service
    viewer: Viewer
    at: datetime
    lang: str

    def say(self, key: str, **facts: object) -> str:
        """A sentence in that language."""
        return say(self.lang, key, **facts)

    def cell(self, row: Word, column: str) -> str:
        """A field of a row as it is read."""
        return cell(row, column, self.lang)

    def counted(self, what: str, count: int) -> str:
        """What a piece of a chart says: of what, and how many."""
        return self.say("web.manager.counted", what=what, count=count)


@dataclass(frozen=True)
class Part:
    """One subject: its name, the address of its page with what was chosen, what it shows, and its tables by name."""

    name: str
    address: str
    facts: Mapping[str, Any]
    sheets: Mapping[str, Callable[[], Sheet]] = field(default_factory=dict)

    def csv(self, table: str) -> str:
        """The address of one of its tables as a file."""
        return f"{self.address}{'&' if '?' in self.address else '?'}format=csv&table={table}"


def table_sent(part: Part, table: str, at: datetime) -> Response:
    """One table of a part as a CSV file, the first where none is named; NotFoundError for one that it has not."""
    table = table or next(iter(part.sheets), "")
    if table not in part.sheets:
        raise NotFoundError(
            "Cette page n'a pas de tableau « {table} » ; tableaux : {tables}.", table=table, tables=list(part.sheets)
        )
    name = f"{part.name}-{table}-{swiss_day(at)}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_of(part.sheets[table]()), media_type="text/csv; charset=utf-8", headers=headers)


def rows_of(kind: type[Word], rows: tuple[Any, ...]) -> Callable[[], Sheet]:
    """The sheet of rows of one flat word, made when it is asked for."""
    return partial(sheet_of, kind, rows)
