"""The files of the people accompanied. To whoever asks, a foreign unit's file and an unknown one are the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from matching.domain.profile import Profile
from matching.errors import ConflictError, DamagedError, InvalidInputError, NotFoundError
from matching.storage.changes import Changes, in_batches
from matching.storage.payloads import payload_of
from matching.storage.person_keys import Keys
from matching.storage.scope import scope_of
from matching.storage.tables import person_keys, profiles
from matching.storage.trail import trail_of
from matching.storage.vault import PersonKey, SealBrokenError

_CHANGE = (
    update(profiles)
    .where(profiles.c.person == bindparam("changed"))
    .values(
        unit=bindparam("new_unit"),
        payload=bindparam("new_payload"),
        digest=bindparam("new_digest"),
        revision=profiles.c.revision + 1,
        changed_at=bindparam("at"),
    )
)


@dataclass(frozen=True)
class Person:
    """Whom a file is about: the house's own number, the id their unit knows, the unit, and the key."""

    number: str
    id: str
    unit: str | None
    key: PersonKey


def get(connection: Connection, id_: str) -> Profile:
    """The profile; NotFoundError, in the same words, when there is none or it is outside of the scope."""
    row = _row(connection, id_, _files())
    trail_of(connection).read(row.person)
    return _read(Keys(connection), row)


def all_visible(connection: Connection) -> Iterator[Profile]:
    """Every profile in the scope, in the order of ids."""
    keys = Keys(connection)
    for row in connection.execute(_in_scope(connection, _files()).order_by(profiles.c.id, profiles.c.person)):
        trail_of(connection).read(row.person)
        yield _read(keys, row)


def of_people(connection: Connection, numbers: Iterable[str]) -> Iterator[tuple[str, Profile]]:
    """The house's own number and the profile of each of some people, as far as they are in the scope."""
    keys = Keys(connection)
    for some in in_batches(numbers):
        for row in connection.execute(_in_scope(connection, _files()).where(profiles.c.person.in_(some))):
            trail_of(connection).read(row.person)
            yield row.person, _read(keys, row)


def hold(connection: Connection, id_: str) -> Profile:
    """As `get`, for a writer: where the database can (PostgreSQL), writers about one person queue here."""
    numbers = _in_scope(connection, select(profiles.c.person).where(profiles.c.id == id_))
    connection.execute(numbers.with_for_update())
    return get(connection, id_)


def revision(connection: Connection, id_: str) -> int:
    """How often the profile was written with a change, from 1 on; NotFoundError as in `get`."""
    found: int = _row(connection, id_, select(profiles.c.revision)).revision
    return found


def list_ids(connection: Connection) -> list[str]:
    """The ids of the profiles in the scope, in order."""
    return list(connection.scalars(_in_scope(connection, select(profiles.c.id)).order_by(profiles.c.id)))


def person(connection: Connection, id_: str) -> Person:
    """Whom an id is about; NotFoundError as in `get`."""
    row = _row(connection, id_, _files())
    return Person(row.person, row.id, row.unit, Keys(connection).unwrap(row.person, row.key))


def numbers(connection: Connection, ids: Sequence[str]) -> list[str]:
    """The house's own numbers of the people in the scope whom the ids are about."""
    return [
        number
        for some in in_batches(dict.fromkeys(ids))
        for number in connection.scalars(
            _in_scope(connection, select(profiles.c.person).where(profiles.c.id.in_(some)))
        )
    ]


def ids(connection: Connection) -> dict[str, str]:
    """The id of each person in the scope, by the house's own number."""
    found = connection.execute(_in_scope(connection, select(profiles.c.person, profiles.c.id)))
    return {row.person: row.id for row in found}


def remove(connection: Connection, number: str) -> None:
    """Remove the file of a person, by the house's own number: part of erasing, which destroys the key as well."""
    connection.execute(delete(profiles).where(profiles.c.person == number))


def upsert(connection: Connection, items: Iterable[Profile], *, at: datetime) -> Changes:
    """Store the profiles at the aware moment `at`; a change raises the revision by one.

    ConflictError when a profile is for a unit outside of the scope; the same id twice is an InvalidInputError. An id
    that a unit outside of the scope uses too is another person's.
    """
    scope, keys = scope_of(connection), Keys(connection)
    seen: set[str] = set()
    added = changed = unchanged = 0
    for batch in in_batches(items):
        existing = _existing(connection, [item.id for item in batch])
        new: list[tuple[Profile, str, str]] = []
        changed_rows: list[dict[str, Any]] = []
        for item in batch:
            if item.id in seen:
                raise InvalidInputError(
                    f"Le dossier {item.id} figure deux fois dans ce qui est à enregistrer ; en retirer un."
                )
            seen.add(item.id)
            if not scope.includes(item.unit):
                raise ConflictError(
                    f"Le dossier {item.id} ne peut pas être enregistré pour cette unité ; changer d'unité ou de compte."
                )
            payload, digest = payload_of(item)
            row = _same_file(existing.get(item.id, []), item)
            if row is None:
                new.append((item, payload, digest))
                added += 1
            elif row.digest != digest:
                sealed = keys.unwrap(row.person, row.key).seal(payload, _about(row.person))
                changed_rows.append(
                    {"changed": row.person, "new_unit": item.unit, "new_payload": sealed, "new_digest": digest}
                    | {"at": at}
                )
                changed += 1
            else:
                unchanged += 1
        _insert(connection, keys, new, at)
        if changed_rows:
            connection.execute(_CHANGE, changed_rows)
            now = select(profiles).where(profiles.c.person.in_([row["changed"] for row in changed_rows]))
            for stored in connection.execute(now).mappings():
                _note(connection, dict(stored))
    return Changes(added, changed, unchanged)


def _insert(connection: Connection, keys: Keys, new: Sequence[tuple[Profile, str, str]], at: datetime) -> None:
    rows: list[dict[str, Any]] = [
        {"person": number, "id": item.id, "unit": item.unit, "payload": key.seal(payload, _about(number))}
        | {"digest": digest, "revision": 1, "added_at": at, "changed_at": at}
        for (number, key), (item, payload, digest) in zip(keys.make(len(new)).items(), new, strict=True)
    ]
    if rows:
        connection.execute(insert(profiles), rows)
    for row in rows:
        _note(connection, row)


def _note(connection: Connection, row: Mapping[str, Any]) -> None:
    trail = trail_of(connection)
    trail.read(row["person"])
    trail.wrote(profiles.name, row["person"], row["revision"], row)


def _existing(connection: Connection, ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    query = _in_scope(
        connection, _files().add_columns(profiles.c.digest, profiles.c.revision).where(profiles.c.id.in_(ids))
    )
    for row in connection.execute(query.with_for_update(of=profiles)):
        found.setdefault(row.id, []).append(row)
    return found


def _same_file(rows: Sequence[Row[Any]], item: Profile) -> Row[Any] | None:
    """The stored file that an item is the next state of: its unit's, else the only one, which then moves."""
    own = [row for row in rows if row.unit == item.unit]
    if own or not rows:
        return own[0] if own else None
    if len(rows) > 1:
        raise _several(item.id)
    return rows[0]


def _files() -> Select[Any]:
    return select(profiles.c.person, profiles.c.id, profiles.c.unit, profiles.c.payload, person_keys.c.key).join_from(
        profiles, person_keys, profiles.c.person == person_keys.c.person
    )


def _in_scope(connection: Connection, query: Select[Any]) -> Select[Any]:
    return query.where(scope_of(connection).of_units(profiles.c.unit))


def _row(connection: Connection, id_: str, query: Select[Any]) -> Row[Any]:
    rows = connection.execute(_in_scope(connection, query.where(profiles.c.id == id_))).all()
    if len(rows) > 1:
        raise _several(id_)
    if not rows:
        raise NotFoundError("Aucun dossier {file} ici ; vérifier l'identifiant et le compte.", file=id_)
    return rows[0]


def _several(id_: str) -> ConflictError:
    return ConflictError(
        "Plusieurs de vos unités ont un dossier {file} ; demander avec un compte d'une seule unité.", file=id_
    )


def _about(number: str) -> str:
    return f"profiles {number}"


def _read(keys: Keys, row: Row[Any]) -> Profile:
    try:
        return Profile.model_validate_json(keys.unwrap(row.person, row.key).open(row.payload, _about(row.person)))
    except (ValidationError, SealBrokenError) as error:
        raise DamagedError(f"Le dossier {row.id} de la base ne peut pas être lu ; l'importer à nouveau.") from error
