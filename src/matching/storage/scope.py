"""Whose rows exist in one transaction: set once at its beginning, applied wherever persons are read or written."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, or_, text, true

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role

_OPTION = "matching_scope"


@dataclass(frozen=True)
class Scope:
    """The units whose files exist (None is all of them, files without a unit included).

    What was put to the paying institution `payer` or to one of the `providers` exists as well, whoever's file it is
    about.
    """

    units: tuple[str, ...] | None
    payer: str | None = None
    providers: tuple[str, ...] = ()

    @classmethod
    def of(cls, viewer: Viewer) -> "Scope":
        """What a viewer may reach: the files of their units, and as a payer what was put to their institution.

        A provider's account names providers of the catalogue as its units: it reaches no file.
        """
        if viewer.role is Role.PROVIDER:
            return cls(units=(), providers=viewer.units or ())
        return cls(viewer.units, payer=viewer.institution if viewer.role is Role.PAYER else None)

    def includes(self, unit: str | None) -> bool:
        """Whether files of that unit, or of none, exist."""
        return self.units is None or unit in self.units

    def of_units(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """The condition that a column holds one of the units."""
        return true() if self.units is None else column.in_(self.units)

    def put_to(self, payer: ColumnElement[Any], provider: ColumnElement[Any]) -> ColumnElement[bool]:
        """The condition that two columns name the payer, or one of the providers."""
        asked = provider.in_(self.providers) if self.providers else false()
        return asked if self.payer is None else or_(payer == self.payer, asked)


EVERYTHING = Scope(units=None)
"""The house itself: builds the index, brings tables up to date, runs at night; local use without accounts."""

NOBODY = Scope(units=())
"""Whoever has no file of anybody: the catalogue, the accounts."""


def scope_of(connection: Connection) -> Scope:
    """The scope of the running transaction; without one, nobody's rows exist."""
    scope: Scope = connection.get_execution_options().get(_OPTION, NOBODY)
    return scope


def with_scope(connection: Connection, scope: Scope) -> Connection:
    """The connection, told whose rows exist in the transaction to come."""
    return connection.execution_options(**{_OPTION: scope})


@contextmanager
def as_the_house(connection: Connection) -> Iterator[None]:
    """Reach everything for what the house must look up to answer somebody, after their own scope has let them in.

    What is read so is never the answer itself: whoever calls this narrows it to what the reader may know.
    """
    before = scope_of(connection)
    with_scope(connection, EVERYTHING)
    tell_database(connection)
    try:
        yield
    except BaseException:
        with_scope(connection, before)  # the transaction ends here, and what the database was told with it
        raise
    with_scope(connection, before)
    tell_database(connection)


def tell_database(connection: Connection) -> None:
    """Tell PostgreSQL, for this transaction alone: its row-level security asks for it on every row of a person."""
    if connection.dialect.name != "postgresql":
        return
    scope = scope_of(connection)
    connection.execute(
        text(
            "SELECT set_config('matching.units', :units, true), set_config('matching.payer', :payer, true),"
            " set_config('matching.providers', :providers, true), set_config('matching.everything', :everything, true)"
        ),
        {
            "units": json.dumps(scope.units or ()),
            "payer": scope.payer or "",
            "providers": json.dumps(scope.providers),
            "everything": "on" if scope.units is None else "off",
        },
    )
