"""Ids that are known beforehand: there is one entry under each, whoever writes it first."""

from collections.abc import Sequence
from hashlib import blake2b


def id_of(kind: str, parts: Sequence[str | int | None]) -> str:
    """The id of the one entry that some parts name together."""
    return f"{kind}-{blake2b(repr(tuple(parts)).encode(), digest_size=16).hexdigest()}"
