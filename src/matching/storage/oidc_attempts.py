"""Sign-ins under way at an identity provider: each can be finished once, and not for long."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert

from matching.storage.tables import oidc_attempts


def add(connection: Connection, digest: str, *, at: datetime) -> None:
    """Begin one, known by the digest of a token that only the browser holds."""
    connection.execute(insert(oidc_attempts).values(digest=digest, begun_at=at))


def take(connection: Connection, digest: str, *, begun_after: datetime) -> bool:
    """Take one away to finish it; False when it was taken before, is too old, or never was."""
    fresh = (oidc_attempts.c.digest == digest) & (oidc_attempts.c.begun_at > begun_after)
    return connection.execute(delete(oidc_attempts).where(fresh)).rowcount == 1


def forget_before(connection: Connection, moment: datetime) -> None:
    """Drop those begun at that moment or before."""
    connection.execute(delete(oidc_attempts).where(oidc_attempts.c.begun_at <= moment))
