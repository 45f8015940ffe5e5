"""Whose rows exist in one transaction: set once at its beginning, applied wherever persons are read or written."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, text, true

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role

_OPTION = "matching_scope"


def payer_address(payer: Institution) -> str:
    """The address of whatever was asked of a paying institution."""
    return f"payer:{payer}"


@dataclass(frozen=True)
class Scope:
    """The units whose files exist (None is all of them, files without a unit included).

    `addresses` are those of the viewer's institution or house: what was addressed to one of them exists as well,
    whoever's file it is about.
    """

    units: tuple[str, ...] | None
    addresses: tuple[str, ...] = ()

    @classmethod
    def of(cls, viewer: Viewer) -> "Scope":
        """What a viewer may reach: the files of their units, and as a payer what was addressed to their institution."""
        asked = viewer.institution if viewer.role is Role.PAYER else None
        return cls(viewer.units, (payer_address(asked),) if asked else ())

    def includes(self, unit: str | None) -> bool:
        """Whether files of that unit, or of none, exist."""
        return self.units is None or unit in self.units

    def of_units(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """The condition that a column holds one of the units."""
        return true() if self.units is None else column.in_(self.units)

    def addressed(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """The condition that a column holds one of the addresses."""
        return column.in_(self.addresses) if self.addresses else false()


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


def tell_database(connection: Connection) -> None:
    """Tell PostgreSQL, for this transaction alone: its row-level security asks for it on every row of a person."""
    if connection.dialect.name != "postgresql":
        return
    scope = scope_of(connection)
    connection.execute(
        text(
            "SELECT set_config('matching.units', :units, true), set_config('matching.addresses', :addresses, true),"
            " set_config('matching.everything', :everything, true)"
        ),
        {
            "units": json.dumps(scope.units or ()),
            "addresses": json.dumps(scope.addresses),
            "everything": "on" if scope.units is None else "off",
        },
    )
