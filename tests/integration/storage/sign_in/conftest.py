"""A service on each engine for a whole module, with cheap passwords; every test takes accounts of its own."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import count

import pytest
from argon2 import PasswordHasher
from tests.integration.storage.sign_in.front_door import CountingPasswords, NewAccount
from tests.stores import ENGINES, MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.process import Role
from matching.identity.desk import Desk
from matching.settings import Settings

_NUMBER = count(1)


@pytest.fixture(scope="module", params=ENGINES)
def store_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, migrated_stores: MigratedStores
) -> Iterator[str]:
    """The address of a store for one module."""
    with migrated_stores.copy(request.param, tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.fixture(scope="module")
def passwords() -> CountingPasswords:
    """Passwords that cost next to nothing, and how often one was checked."""
    return CountingPasswords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="module")
def house(store_url: str, passwords: CountingPasswords, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service on the store."""
    opened = open_service(Settings(data_dir=tmp_path_factory.mktemp("data"), database_url=store_url))
    with closing(Service(opened.workplace, desk=Desk(passwords=passwords))) as service:
        yield service


@pytest.fixture(scope="module")
def new_account(house: Service) -> NewAccount:
    """Adds an account that no other test has, and says its name."""

    def add(at: datetime, role: Role = Role.COUNSELLOR) -> str:
        name = f"account-{next(_NUMBER)}"
        units = ["vd-orp-renens"] if role is Role.COUNSELLOR else ()
        house.add_account(name, role=role.value, units=units, viewer=LOCAL_VIEWER, at=at)
        return name

    return add
