"""What the tests of signing in work with."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pydantic import SecretStr
from sqlalchemy import select

from matching.bootstrap import Service
from matching.domain.viewer import LOCAL_VIEWER
from matching.identity.passwords import Passwords
from matching.storage.scope import EVERYTHING
from matching.storage.tables import metadata
from matching.use_cases.sign_in.sessions import NewSession

NewAccount = Callable[..., str]

PASSWORD = SecretStr("une phrase assez longue")
WRONG = SecretStr("une autre phrase longue")


class CountingPasswords(Passwords):
    """Passwords that count how often argon2 ran to check one."""

    def __init__(self, hasher: Any) -> None:
        super().__init__(_Counting(hasher))  # type: ignore[arg-type]

    @property
    def verified(self) -> int:
        """How often it ran."""
        counted: Any = self._hasher
        return int(counted.verified)


class _Counting:
    def __init__(self, hasher: Any) -> None:
        self.hasher, self.verified = hasher, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.hasher, name)

    def verify(self, hashed: str, password: bytes) -> bool:
        self.verified += 1
        return bool(self.hasher.verify(hashed, password))


def with_password(house: Service, new_account: NewAccount, at: datetime, **wanted: Any) -> str:
    """A new account that signs in with PASSWORD."""
    account = new_account(at, **wanted)
    house.set_password(account, PASSWORD, viewer=LOCAL_VIEWER, at=at)
    return account


def signed_in(house: Service, new_account: NewAccount, at: datetime, **wanted: Any) -> NewSession:
    """A session of a new account."""
    return house.sign_in(with_password(house, new_account, at, **wanted), PASSWORD, at=at)


def everything_stored(house: Service) -> str:
    """Every value of every table, as text."""
    with house.workplace.database.read(EVERYTHING) as connection:
        return "\n".join(
            repr(value)
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
        )
