"""Counts of everybody as they are told: counted at most once a week, protected, and held against those before.

Within the week everybody reads the same: who asks every day cannot follow one person from cell to cell.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from matching.disclosure.counts import Counts
from matching.disclosure.protect import Protected, protect_together
from matching.domain.published import PublishedAnswer, PublishedTable
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Word
from matching.errors import ConflictError
from matching.storage.ledger import Entry, Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import published_answers
from matching.use_cases.told_tables import TABLES, Publication, as_protected
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

W = TypeVar("W", bound=Word)

STANDS_FOR = timedelta(days=7)
"""How long a table is told before it is counted anew; a house figure."""
_ANSWERS = Ledger(published_answers, PublishedAnswer)


class _Told(NamedTuple):
    """Under what name something is written down, who asked for it, and when."""

    name: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Tables:
    """Where what is counted is protected: every number of an answer that stands for people comes out of here."""

    _before: Mapping[str, Entry[PublishedTable]]
    _now: dict[str, Protected] = field(default_factory=dict)

    def protect(self, name: str, counts: Counts, *, none_tells: bool = True) -> Protected:
        """One table, against the one of that name that was told before; `none_tells` as in `disclosure.protect`."""
        return self.protect_together(name, {"": counts}, none_tells=none_tells)[""]

    def protect_together(
        self, name: str, tables: Mapping[str, Counts], *, none_tells: bool = True
    ) -> dict[str, Protected]:
        """Several of the same people along their first dimension, each against the one of its name before."""
        before = {
            each: as_protected(self._before[of].word) for each in tables if (of := _named(name, each)) in self._before
        }
        told = protect_together(tables, before=before, none_tells=none_tells)
        self._now.update({_named(name, each): table for each, table in told.items()})
        return told

    def write(self, connection: Connection, viewer: Viewer, at: datetime) -> None:
        """Write down what was protected, for the next time."""
        for name, table in self._now.items():
            word = PublishedTable(
                name=name,
                published_on=swiss_day(at),
                dimensions=table.counts.dimensions,
                codes=table.counts.codes,
                values=tuple(table.counts.values.ravel().tolist()),
                shown=tuple(table.shown.ravel().tolist()),
            )
            _put(TABLES, connection, self._before.get(name), word, _Told(name, viewer.account, at))


def last_told(workplace: Workplace, name: str) -> Publication | None:
    """The table of that name as it was last told, however long ago; None where there is none."""
    return workplace.told.last(name)


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
    one = publish_together(workplace, name, ("",), lambda: {"": counted()}, viewer=viewer, at=at, none_tells=none_tells)
    return one[""]


def publish_together(
    workplace: Workplace,
    name: str,
    tables: Collection[str],
    counted: Callable[[], Mapping[str, Counts]],
    *,
    viewer: Viewer,
    at: datetime,
    none_tells: bool = True,
) -> Mapping[str, Publication]:
    """Several tables of the same people along their first dimension, counted and told on one day."""
    last = {each: one for each in tables if (one := last_told(workplace, _named(name, each))) is not None}
    if len(last) == len(tables) and all(_stands(each.counted_on, at) for each in last.values()):
        return last
    telling = _tables(workplace)
    told = telling.protect_together(name, counted(), none_tells=none_tells)
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=name) as connection:
        telling.write(connection, viewer, at)
    return {each: Publication(table, swiss_day(at)) for each, table in told.items()}


def answer(
    workplace: Workplace, name: str, kind: type[W], counted: Callable[[Tables], W], *, viewer: Viewer, at: datetime
) -> W:
    """The answer of that name: as it was last told, or counted and written down where that is a week ago.

    What it tells of people is what the tables that it is counted with may show. Of two who count at once, the second
    reads the answer of the first.
    """
    with workplace.database.read(NOBODY) as connection:
        last = _last(_ANSWERS, connection, name)
    if last is not None and _stands(last.word.published_on, at):
        return kind.model_validate_json(last.word.answer)
    tables = _tables(workplace)
    told = counted(tables)
    word = PublishedAnswer(name=name, published_on=swiss_day(at), answer=told.model_dump_json())
    try:
        with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=name) as connection:
            tables.write(connection, viewer, at)
            _put(_ANSWERS, connection, last, word, _Told(name, viewer.account, at))
    except ConflictError:
        with workplace.database.read(NOBODY) as connection:
            last = _last(_ANSWERS, connection, name)
        if last is None or not _stands(last.word.published_on, at):
            raise
        return kind.model_validate_json(last.word.answer)
    return told


def _stands(counted_on: date, at: datetime) -> bool:
    return counted_on <= swiss_day(at) < counted_on + STANDS_FOR


def _tables(workplace: Workplace) -> Tables:
    with workplace.database.read(NOBODY) as connection:
        return Tables({entry.word.name: entry for entry in TABLES.current(connection)})


def _named(name: str, table: str) -> str:
    return f"{name}.{table}" if table else name


def _put(ledger: Ledger[W], connection: Connection, last: Entry[W] | None, word: W, by: _Told) -> None:
    if last is None:
        ledger.add_once(connection, word, subject=by.name, unit=None, author=by.author, at=by.at)
    else:
        ledger.revise(connection, last, word, author=by.author, at=by.at)


def _last(ledger: Ledger[W], connection: Connection, name: str) -> Entry[W] | None:
    return next(iter(ledger.current(connection, subjects=[name])), None)
