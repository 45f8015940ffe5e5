"""The keys of people as they are stored: made with a file, used to seal and open what is kept, destroyed to erase."""

from collections.abc import Mapping
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from matching.errors import NotFoundError
from matching.storage.tables import person_keys
from matching.storage.vault import PersonKey, Vault

VAULT = "matching_vault"
"""The execution option of every connection that holds the vault."""


class Keys:
    """The keys of one transaction, each unwrapped once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._vault = vault_of(connection)
        self._known: dict[str, PersonKey] = {}

    def unwrap(self, person: str, wrapped: str) -> PersonKey:
        """The key of a person, as it was read beside what it opens."""
        if person not in self._known:
            self._known[person] = self._vault.key(person, wrapped)
        return self._known[person]

    def of(self, person: str) -> PersonKey:
        """The key of a person, by their number; NotFoundError when it was destroyed meanwhile."""
        if person not in self._known:
            wrapped = self._connection.scalar(select(person_keys.c.key).where(person_keys.c.person == person))
            if wrapped is None:
                raise NotFoundError("Ce dossier vient d'être effacé ; il n'y a plus rien à y noter.")
            self.unwrap(person, wrapped)
        return self._known[person]

    def make(self, count: int) -> Mapping[str, PersonKey]:
        """New people: their numbers, with a key each, stored."""
        made = {}
        rows = []
        for _ in range(count):
            person = uuid4().hex
            wrapped, made[person] = self._vault.new_key(person)
            rows.append({"person": person, "key": wrapped})
        if rows:
            self._connection.execute(insert(person_keys), rows)
        self._known.update(made)
        return made


def vault_of(connection: Connection) -> Vault:
    """The vault of a store."""
    vault: Vault = connection.get_execution_options()[VAULT]
    return vault


def destroy(connection: Connection, person: str) -> None:
    """Destroy the key of a person: nothing that was sealed with it can ever be read again."""
    connection.execute(delete(person_keys).where(person_keys.c.person == person))
