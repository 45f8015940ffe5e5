"""Idempotency-Key: the same request under the same key is done once, and answered the same again."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header, Request

from matching.domain.word import Word
from matching.storage.idempotency import IdempotencyKey


@dataclass(frozen=True)
class Keyed:
    """The key of a request, if it has one, and where it was sent."""

    key: str | None
    method: str
    path: str

    def of(self, sent: Word | None = None) -> IdempotencyKey | None:
        """The key for what was sent there; InvalidInputError for a key that cannot be one."""
        if self.key is None:
            return None
        body = None if sent is None else sent.model_dump(mode="json")
        return IdempotencyKey.of(self.key, {"method": self.method, "path": self.path, "body": body})


def _keyed(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            description="A key of one's own choosing; sent again with the same request, it is done once.",
            examples=["0f4f3c1d-2e3f-4a5b-8c7d-6e5f4a3b2c1d"],
            min_length=1,
            max_length=200,
        ),
    ] = None,
) -> Keyed:
    return Keyed(idempotency_key, request.method, request.scope["path"])


Once = Annotated[Keyed, Depends(_keyed)]
