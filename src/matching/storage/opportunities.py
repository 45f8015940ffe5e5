"""The catalogue: every option ever imported, by id. Withdrawn ones stay: past decisions keep their object."""

import json
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.errors import DamagedError, InvalidInputError
from matching.storage import counted_places
from matching.storage.catalogue_state import CatalogueLog
from matching.storage.changes import BATCH, Changes, in_batches
from matching.storage.payloads import payload_of
from matching.storage.tables import opportunities

_EXISTING = select(
    opportunities.c.id, opportunities.c.source, opportunities.c.digest, opportunities.c.withdrawn_at
).where(opportunities.c.id.in_(bindparam("ids", expanding=True)))
_CHANGE = (
    update(opportunities)
    .where(opportunities.c.id == bindparam("changed_id"))
    .values(
        source=bindparam("new_source"),
        payload=bindparam("new_payload"),
        digest=bindparam("new_digest"),
        changed_at=bindparam("at"),
        withdrawn_at=None,
        counted_on=bindparam("counted_on"),
    )
)
_WITHDRAW = update(opportunities).where(opportunities.c.id == bindparam("gone")).values(withdrawn_at=bindparam("at"))


def upsert(connection: Connection, items: Iterable[AnyOpportunity], *, source: str, at: datetime) -> Changes:
    """Store the items as told by `source` at the aware moment `at`; what is already there word for word is not touched.

    A withdrawn option comes back and counts as added. An option told by another source before now belongs to this one.
    Free places that its provider counted stay, until the items tell a later count.
    The same id twice is an InvalidInputError: which of the two holds is for the importer to say.
    """
    log = CatalogueLog(connection)
    seen: set[str] = set()
    added = changed = unchanged = 0
    for batch in in_batches(items):
        ids = [item.id for item in batch]
        _refuse_repeated(ids, seen)
        existing = {row["id"]: row for row in connection.execute(_EXISTING, {"ids": ids}).mappings()}
        new_rows: list[dict[str, Any]] = []
        changed_rows: list[dict[str, Any]] = []
        counts = counted_places.standing(connection, batch)
        for told in batch:
            count = counts.get(told.id)
            item = told if count is None else told.model_copy(update={"capacity": count})
            payload, digest = payload_of(item)
            row = existing.get(item.id)
            if row is None:
                new_rows.append(
                    {"id": item.id, "source": source, "payload": payload, "digest": digest, "added_at": at}
                    | {"changed_at": at}
                )
            elif _differs(row, source, digest):
                changed_rows.append(
                    {"changed_id": item.id, "new_source": source, "new_payload": payload, "new_digest": digest}
                    | {"at": at, "counted_on": None if count is None else count.as_of}
                )
            else:
                unchanged += 1
                continue
            log.add(f"+{item.id}\n{digest}\n")
            if row is None or row["withdrawn_at"] is not None:
                added += 1
            else:
                changed += 1
        if new_rows:
            connection.execute(insert(opportunities), new_rows)
        if changed_rows:
            connection.execute(_CHANGE, changed_rows)
    log.write()
    return Changes(added, changed, unchanged)


def withdraw_missing(connection: Connection, *, source: str, ids: Collection[str], at: datetime) -> int:
    """Withdraw the options that `source` told before and that `ids` does not name; how many that were.

    `ids` are all ids of the full delivery, those of rejected rows included: a row that cannot be read is not missing.
    """
    log = CatalogueLog(connection)
    told = select(opportunities.c.id).where(opportunities.c.source == source, opportunities.c.withdrawn_at.is_(None))
    present = frozenset(ids)
    gone = [known for known in connection.scalars(told.order_by(opportunities.c.id)) if known not in present]
    for start in range(0, len(gone), BATCH):
        connection.execute(_WITHDRAW, [{"gone": id_, "at": at} for id_ in gone[start : start + BATCH]])
    for id_ in gone:
        log.add(f"-{id_}\n")
    log.write()
    return len(gone)


def current_records(connection: Connection) -> Generator[tuple[str, str]]:
    """(id, JSON text) of every current option in id order, restricted postings included: for the snapshot."""
    query = select(opportunities.c.id, opportunities.c.payload).where(opportunities.c.withdrawn_at.is_(None))
    with connection.execute(query.order_by(opportunities.c.id), execution_options={"yield_per": BATCH}) as result:
        for row in result:
            yield row.id, row.payload


def all_current(connection: Connection) -> Iterator[AnyOpportunity]:
    """Every current option in id order, restricted postings included; DamagedError when one cannot be read."""
    with closing(current_records(connection)) as records:
        for _, payload in records:
            yield _read(payload)


def get_current(connection: Connection, id_: str) -> AnyOpportunity | None:
    """One current option, which may be a restricted posting; None when there is none."""
    query = select(opportunities.c.payload).where(opportunities.c.id == id_, opportunities.c.withdrawn_at.is_(None))
    payload = connection.scalar(query)
    return None if payload is None else _read(payload)


def as_last_told(connection: Connection, ids: Collection[str]) -> Iterator[AnyOpportunity]:
    """Some options as last told, withdrawn ones and restricted postings included; unknown ids are left out."""
    for batch in in_batches(dict.fromkeys(ids)):
        for payload in connection.scalars(select(opportunities.c.payload).where(opportunities.c.id.in_(batch))):
            yield _read(payload)


def current_among(connection: Connection, ids: Collection[str]) -> Iterator[AnyOpportunity]:
    """Of some options those that are current, restricted postings included; the others are left out."""
    for batch in in_batches(dict.fromkeys(ids)):
        query = select(opportunities.c.payload).where(
            opportunities.c.id.in_(batch), opportunities.c.withdrawn_at.is_(None)
        )
        for payload in connection.scalars(query):
            yield _read(payload)


def hold_current(connection: Connection, id_: str) -> AnyOpportunity | None:
    """One current option, for a writer: whoever writes the catalogue queues here."""
    CatalogueLog(connection)
    return get_current(connection, id_)


def names_provider(connection: Connection, provider_id: str) -> bool:
    """Whether some option ever imported, withdrawn ones included, names this provider."""
    told = opportunities.c.payload.contains(f'"provider_id":{json.dumps(provider_id)}', autoescape=True)
    return connection.scalar(select(opportunities.c.id).where(told).limit(1)) is not None


def _read(payload: str) -> AnyOpportunity:
    try:
        return opportunity_type.validate_json(payload)
    except ValidationError as error:  # no id in the sentence: the option may be a restricted one
        raise DamagedError("Une option de la base ne peut pas être lue ; importer à nouveau sa source.") from error


def _differs(row: RowMapping, source: str, digest: str) -> bool:
    return row["digest"] != digest or row["source"] != source or row["withdrawn_at"] is not None


def _refuse_repeated(ids: list[str], seen: set[str]) -> None:
    for id_ in ids:
        if id_ in seen:
            raise InvalidInputError(f"L'option {id_} figure deux fois dans ce qui est à enregistrer ; en retirer une.")
        seen.add(id_)
