"""Accounts, mandates and units on both engines: only who manages them changes them, and is named in what is kept."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.permission import Permission
from matching.domain.role_permissions import roles_with
from matching.domain.unit import Unit
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError
from matching.settings import Settings
from matching.storage import audit_entries, tables
from matching.storage.ledger import Ledger
from matching.storage.scope import EVERYTHING

ADMINISTRATOR = Viewer(account="adele", role=Role.ADMINISTRATOR)

Act = Callable[[Service, Viewer, datetime], object]


@pytest.fixture
def house(url: str, tmp_path: Path, at: datetime) -> Iterator[Service]:
    """A service with one account under a mandate and one unit, both of local making."""
    with closing(open_service(Settings(data_dir=tmp_path, database_url=url))) as service:
        add_account(service, LOCAL_VIEWER, at)
        add_unit(service, LOCAL_VIEWER, at)
        yield service


def add_account(house: Service, viewer: Viewer, at: datetime) -> None:
    house.add_account("mila", role="counsellor", viewer=viewer, at=at, pes_mandate_until=at + timedelta(days=9))


def add_unit(house: Service, viewer: Viewer, at: datetime) -> None:
    """Another name each time, so that it changes something."""
    house.add_unit("u", name=viewer.account, institution="uc", territory="CH-VD", viewer=viewer, at=at)


ACTS: dict[str, tuple[Act, str]] = {
    "account": (add_account, "mila"),
    "mandates": (lambda house, viewer, at: house.end_mandates("mila", viewer=viewer, at=at), "mila"),
    "unit": (add_unit, "u"),
    "closing": (lambda house, viewer, at: house.deactivate_account("mila", viewer=viewer, at=at), "mila"),
}


def entries(house: Service) -> list[dict[str, Any]]:
    with house.workplace.database.read(EVERYTHING) as connection:
        return [entry.told for entry in audit_entries.entries(connection)]


@pytest.mark.parametrize("what", ACTS)
def test_the_audit_names_who_administered(house: Service, at: datetime, what: str) -> None:
    act, about = ACTS[what]
    act(house, ADMINISTRATOR, at + timedelta(days=1))
    last = entries(house)[-1]
    assert (last["actor"], last["role"], last["act"]) == ("adele", "administrator", "administer")
    assert (last["about"], last["purpose"], last["people"]) == (about, None, [])


def test_so_do_the_ledgers(house: Service, at: datetime) -> None:
    later = at + timedelta(days=1)
    house.end_mandates("mila", viewer=ADMINISTRATOR, at=later)
    add_account(house, ADMINISTRATOR, later)
    add_unit(house, ADMINISTRATOR, later)
    mandates, units = Ledger(tables.mandates, Mandate), Ledger(tables.units, Unit)
    with house.workplace.database.read(EVERYTHING) as connection:
        kept = [
            [(version.version, version.author) for version in mandates.history(connection, entry.id)]
            for entry in mandates.current(connection, subjects=["mila"])
        ]
        (unit,) = units.current(connection, subjects=["u"])
        renamed = [version.author for version in units.history(connection, unit.id)]
    assert sorted(kept) == [[(1, "adele")], [(1, "local"), (2, "adele")]]
    assert renamed == ["local", "adele"]


@pytest.mark.parametrize("role", [role for role in Role if role not in roles_with(Permission.MANAGE_ACCOUNTS)])
def test_nobody_else_administers_and_their_attempt_leaves_nothing(house: Service, at: datetime, role: Role) -> None:
    viewer, before = Viewer(account="max", role=role), entries(house)
    attempts = [act for act, _ in ACTS.values()]
    attempts.append(lambda house, viewer, _: house.accounts(viewer=viewer))
    for attempt in attempts:
        with pytest.raises(ForbiddenError, match="manage_accounts"):
            attempt(house, viewer, at)
    assert entries(house) == before
    assert [one.account for one in house.accounts(viewer=ADMINISTRATOR)] == ["mila"]
    assert [unit.name for unit in house.units()] == ["local"]
