"""The units of the house: offices with their institution and their canton or département."""

from datetime import date, datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.permission import Permission
from matching.domain.unit import Unit
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.storage import tables
from matching.storage.ledger import Ledger
from matching.storage.scope import NOBODY
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace

_UNITS = Ledger(tables.units, Unit)


def add_unit(
    workplace: Workplace,
    id_: str,
    *,
    name: str,
    institution: str,
    territory: str,
    viewer: Viewer,
    at: datetime,
    closed_on: date | None = None,
) -> Unit:
    """Add a unit, or write down what has changed in it, at an aware moment.

    ForbiddenError unless the viewer manages accounts; InvalidInputError, with the name of the field, when one is not
    valid.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    fields = {"id": id_, "name": name, "institution": institution, "territory": territory, "closed_on": closed_on}
    unit = word_from(Unit, "Unité refusée", fields)
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=id_) as connection:
        register_unit(connection, unit, author=viewer.account, at=at)
    return unit


def register_unit(connection: Connection, unit: Unit, *, author: str, at: datetime) -> None:
    """Write a unit down inside the caller's transaction; what is already there is left as it is."""
    known = _UNITS.current(connection, subjects=[unit.id])
    if not known:
        _UNITS.add_once(connection, unit, subject=unit.id, unit=unit.id, author=author, at=at)
    elif known[0].word != unit:
        _UNITS.revise(connection, known[0], unit, author=author, at=at)


def list_units(workplace: Workplace) -> list[Unit]:
    """Every unit, by its id."""
    with workplace.database.read(NOBODY) as connection:
        return all_units(connection)


def all_units(connection: Connection) -> list[Unit]:
    """Every unit, by its id; it is no secret which offices there are."""
    return sorted((entry.word for entry in _UNITS.current(connection)), key=lambda unit: unit.id)


def pes_units_of(connection: Connection, canton: str, day: date) -> list[Unit]:
    """The units of the employment service of a canton that are open on a day."""
    return [unit for unit in all_units(connection) if unit.is_pes_of(canton, day)]
