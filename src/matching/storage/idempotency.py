"""Keys under which somebody asked for something: asking again under the same key gives the same answer, once done.

A key is written in the transaction of what it asked for. The answer is a pointer (an entry and its version), so that
nothing personal lies here. Rows are only ever added.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError

from matching.errors import ConflictError, IdempotencyKeyReusedError, InvalidInputError
from matching.storage.tables import idempotency_keys

_LONGEST = 200


@dataclass(frozen=True)
class IdempotencyKey:
    """A key chosen by whoever asks, and the digest of what is asked."""

    key: str
    digest: str

    @classmethod
    def of(cls, key: str, request: Mapping[str, Any]) -> "IdempotencyKey":
        """The key for a request as plain JSON data; InvalidInputError for a key that is empty or too long."""
        if not key.strip() or len(key) > _LONGEST:
            raise InvalidInputError(
                "La clé d'idempotence compte de 1 à {most} caractères ; la corriger.", most=_LONGEST
            )
        told = json.dumps(request, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        # People write names into keys: what is stored of one is its digest.
        return cls(hashlib.sha256(key.encode()).hexdigest(), hashlib.sha256(told.encode()).hexdigest())


def recall(connection: Connection, account: str, once: IdempotencyKey) -> str | None:
    """The answer given under a key; None when there is none yet. Whoever else uses it at this moment waits here.

    IdempotencyKeyReusedError when the key stands for another request.
    """
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time
        number = int.from_bytes(hashlib.sha256(f"{account}\n{once.key}".encode()).digest()[:8], signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
    table = idempotency_keys.c
    query = select(table.digest, table.answer).where(table.account == account, table.key == once.key)
    found = connection.execute(query).one_or_none()
    if found is None:
        return None
    if found.digest != once.digest:
        raise used_for_another()
    answer: str = found.answer
    return answer


def remember(connection: Connection, account: str, once: IdempotencyKey, answer: str, *, at: datetime) -> None:
    """Write down the answer given under a key; ConflictError when somebody else did so before."""
    row = {"account": account, "key": once.key, "digest": once.digest, "answer": answer, "at": at}
    try:
        connection.execute(insert(idempotency_keys).values(row))
    except IntegrityError as error:
        raise ConflictError("La même demande est déjà en cours ; la répéter dans un instant.") from error


def used_for_another() -> IdempotencyKeyReusedError:
    """What is answered when a key stands for another request, or for something else than was asked for."""
    return IdempotencyKeyReusedError(
        "Cette clé d'idempotence a déjà servi à une autre demande ; en prendre une nouvelle."
    )
