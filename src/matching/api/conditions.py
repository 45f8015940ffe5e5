"""The conditions of a change: when it is written down, on which version that was read, and once under a key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypedDict

from fastapi import Depends

from matching.api.etags import ReadVersion
from matching.api.once import Keyed, Once
from matching.domain.word import Word
from matching.entrance.asked import At
from matching.storage.idempotency import IdempotencyKey


class Conditions(TypedDict):
    """As every use case that changes a proposal, an observation or a correction asks for them."""

    at: datetime
    expected_version: int | None
    once: IdempotencyKey | None


@dataclass(frozen=True)
class Change:
    """What a request says of its change besides its body."""

    at: datetime
    version: int | None
    keyed: Keyed

    def of(self, sent: Word | None = None) -> Conditions:
        """The conditions for what was sent; InvalidInputError for a key that cannot be one."""
        return Conditions(at=self.at, expected_version=self.version, once=self.keyed.of(sent))


def _change(at: At, once: Once, version: ReadVersion) -> Change:
    return Change(at, version, once)


TheChange = Annotated[Change, Depends(_change)]
