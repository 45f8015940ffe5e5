"""The files of the people accompanied. To whoever asks, a foreign unit's file and an unknown one are the same."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, bindparam, insert, select, true, update

from matching.domain.profile import Profile
from matching.errors import ConflictError, DamagedError, InvalidInputError, NotFoundError
from matching.storage.changes import Changes, in_batches
from matching.storage.payloads import payload_of
from matching.storage.tables import profiles

Units = tuple[str, ...] | None
"""The units whose files are visible; None is all of them, files without a unit included."""

_EXISTING = (
    select(profiles.c.id, profiles.c.unit, profiles.c.digest)
    .where(profiles.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update()
)
_CHANGE = (
    update(profiles)
    .where(profiles.c.id == bindparam("changed_id"))
    .values(
        unit=bindparam("new_unit"),
        payload=bindparam("new_payload"),
        digest=bindparam("new_digest"),
        revision=profiles.c.revision + 1,
        changed_at=bindparam("at"),
    )
)


def get(connection: Connection, id_: str, units: Units) -> Profile:
    """The profile; NotFoundError, in the same words, when there is none or it belongs to another unit."""
    payload = connection.scalar(select(profiles.c.payload).where(profiles.c.id == id_, _visible(units)))
    if payload is None:
        raise _not_found(id_)
    return _read(id_, payload)


def all_visible(connection: Connection, units: Units) -> Iterator[Profile]:
    """Every visible profile, in the order of ids."""
    query = select(profiles.c.id, profiles.c.payload).where(_visible(units)).order_by(profiles.c.id)
    for id_, payload in connection.execute(query):
        yield _read(id_, payload)


def hold(connection: Connection, id_: str, units: Units) -> Profile:
    """As `get`, for a writer: where the database can (PostgreSQL), writers about one person queue here."""
    connection.execute(select(profiles.c.id).where(profiles.c.id == id_, _visible(units)).with_for_update())
    return get(connection, id_, units)


def revision(connection: Connection, id_: str, units: Units) -> int:
    """How often the profile was written with a change, from 1 on; NotFoundError as in `get`."""
    found: int | None = connection.scalar(select(profiles.c.revision).where(profiles.c.id == id_, _visible(units)))
    if found is None:
        raise _not_found(id_)
    return found


def list_ids(connection: Connection, units: Units) -> list[str]:
    """The ids of the visible profiles, in order."""
    return list(connection.scalars(select(profiles.c.id).where(_visible(units)).order_by(profiles.c.id)))


def upsert(connection: Connection, items: Iterable[Profile], *, units: Units, at: datetime) -> Changes:
    """Store the profiles for a writer of `units` at the aware moment `at`; a change raises the revision by one.

    ConflictError when a profile belongs, or already belonged, to none of these units; the same id twice is an
    InvalidInputError.
    """
    seen: set[str] = set()
    added = changed = unchanged = 0
    for batch in in_batches(items):
        ids = [item.id for item in batch]
        existing = {row.id: row for row in connection.execute(_EXISTING, {"ids": ids})}
        new_rows: list[dict[str, Any]] = []
        changed_rows: list[dict[str, Any]] = []
        for item in batch:
            if item.id in seen:
                raise InvalidInputError(
                    f"Le dossier {item.id} figure deux fois dans ce qui est à enregistrer ; en retirer un."
                )
            seen.add(item.id)
            row = existing.get(item.id)
            if not _may_hold(item.unit, units) or (row is not None and not _may_hold(row.unit, units)):
                raise ConflictError(
                    f"Le dossier {item.id} ne peut pas être enregistré pour cette unité ; changer son identifiant."
                )
            payload, digest = payload_of(item)
            if row is None:
                new_rows.append(
                    {"id": item.id, "unit": item.unit, "payload": payload, "digest": digest, "revision": 1}
                    | {"added_at": at, "changed_at": at}
                )
                added += 1
            elif row.digest != digest:
                changed_rows.append(
                    {"changed_id": item.id, "new_unit": item.unit, "new_payload": payload, "new_digest": digest}
                    | {"at": at}
                )
                changed += 1
            else:
                unchanged += 1
        if new_rows:
            connection.execute(insert(profiles), new_rows)
        if changed_rows:
            connection.execute(_CHANGE, changed_rows)
    return Changes(added, changed, unchanged)


def _visible(units: Units) -> ColumnElement[bool]:
    return true() if units is None else profiles.c.unit.in_(units)


def _may_hold(unit: str | None, units: Units) -> bool:
    return units is None or unit in units


def _not_found(id_: str) -> NotFoundError:
    return NotFoundError(f"Aucun dossier {id_} ici ; vérifier l'identifiant et le compte.")


def _read(id_: str, payload: str) -> Profile:
    try:
        return Profile.model_validate_json(payload)
    except ValidationError as error:
        raise DamagedError(f"Le dossier {id_} de la base ne peut pas être lu ; l'importer à nouveau.") from error
