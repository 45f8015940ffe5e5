"""Tables of counts as they were last told, kept in memory: a version is read from the store once, and never changes."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.disclosure.counts import Counts
from matching.disclosure.protect import Protected
from matching.domain.published import PublishedTable
from matching.storage.database import Database
from matching.storage.ledger import Ledger, Stamp
from matching.storage.scope import NOBODY
from matching.storage.tables import published_tables

TABLES = Ledger(published_tables, PublishedTable)


@dataclass(frozen=True)
class Publication:
    """A table as it may be told, and the day it was counted on."""

    table: Protected
    counted_on: date


class ToldTables:
    """The last version of each table by its name; a canton's table of gaps takes a second to read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, tuple[Stamp, Publication]] = {}

    def last(self, name: str) -> Publication | None:
        """The table of that name as it was last told, however long ago; None where there is none."""
        with self._database.read(NOBODY) as connection:
            newest = TABLES.newest(connection, name)
            if newest is None:
                return None
            kept = self._kept.get(name)
            if kept is not None and kept[0] == newest:
                return kept[1]
            word = TABLES.get(connection, newest.id).word
        told = Publication(as_protected(word), word.published_on)
        self._kept[name] = newest, told
        return told


def as_protected(word: PublishedTable) -> Protected:
    """A table as it was written down; nobody changes it."""
    shape = tuple(len(codes) + 1 for codes in word.codes)
    values, shown = np.array(word.values, dtype=np.int64), np.array(word.shown, dtype=np.bool_)
    values.flags.writeable = shown.flags.writeable = False
    return Protected(Counts(word.dimensions, word.codes, values.reshape(shape)), shown.reshape(shape))
