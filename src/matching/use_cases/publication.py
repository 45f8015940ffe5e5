"""Tables of counts as they are told: each is counted at most once a week, protected, and held against the one before.

Within the week everybody reads the same table: who asks every day cannot follow one person from cell to cell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from sqlalchemy import Connection

from matching.disclosure.counts import Counts
from matching.disclosure.protect import Protected, protect
from matching.domain.published import PublishedTable
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.storage.ledger import Entry, Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import published_tables
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

STANDS_FOR = timedelta(days=7)
"""How long a table is told before it is counted anew; a house figure."""
_LEDGER = Ledger(published_tables, PublishedTable)


@dataclass(frozen=True)
class Publication:
    """A table as it may be told, and the day it was counted on."""

    table: Protected
    counted_on: date


def last_told(workplace: Workplace, name: str) -> Publication | None:
    """The table of that name as it was last told, however long ago; None where there is none."""
    with workplace.database.read(NOBODY) as connection:
        last = _last(connection, name)
    return None if last is None else Publication(_read(last.word), last.word.published_on)


def publish(
    workplace: Workplace,
    name: str,
    counted: Callable[[], Counts],
    *,
    viewer: Viewer,
    at: datetime,
    none_tells: bool = True,
) -> Publication:
    """The table of that name: as it was last told, or counted and written down where that is a week ago.

    `none_tells` as in `protect`. Every filter and every total is read from the table that comes back, none is counted
    for itself.
    """
    on = swiss_day(at)
    with workplace.database.read(NOBODY) as connection:
        last = _last(connection, name)
    if last is not None and last.word.published_on <= on < last.word.published_on + STANDS_FOR:
        return Publication(_read(last.word), last.word.published_on)
    counts = counted()
    table = protect(counts, before=None if last is None else _read(last.word), none_tells=none_tells)
    word = PublishedTable(
        name=name,
        published_on=on,
        dimensions=counts.dimensions,
        codes=counts.codes,
        values=tuple(counts.values.ravel().tolist()),
        shown=tuple(table.shown.ravel().tolist()),
    )
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=name) as connection:
        if last is None:
            _LEDGER.add_once(connection, word, subject=name, unit=None, author=viewer.account, at=at)
        else:
            _LEDGER.revise(connection, last, word, author=viewer.account, at=at)
    return Publication(table, on)


def _last(connection: Connection, name: str) -> Entry[PublishedTable] | None:
    return next(iter(_LEDGER.current(connection, subjects=[name])), None)


def _read(word: PublishedTable) -> Protected:
    shape = tuple(len(codes) + 1 for codes in word.codes)
    counts = Counts(word.dimensions, word.codes, np.array(word.values, dtype=np.int64).reshape(shape))
    return Protected(counts, np.array(word.shown, dtype=np.bool_).reshape(shape))
