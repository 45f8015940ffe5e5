"""Which account somebody is whom an identity provider knows: by issuer and subject, never by name or address."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from matching.errors import ConflictError
from matching.storage.tables import oidc_links


def add(connection: Connection, issuer: str, subject: str, account: str, *, at: datetime) -> None:
    """Link a subject of an issuer to an account; ConflictError when it is linked already."""
    values = {"issuer": issuer, "subject": subject, "account": account, "linked_at": at}
    try:
        connection.execute(insert(oidc_links).values(values))
    except IntegrityError as error:
        raise ConflictError(
            f"Le sujet {subject} est déjà lié à un compte ; défaire ce lien avant d'en faire un autre."
        ) from error


def account_of(connection: Connection, issuer: str, subject: str) -> str | None:
    """The account that a subject of an issuer is linked to, if any."""
    found: str | None = connection.scalar(
        select(oidc_links.c.account).where(oidc_links.c.issuer == issuer, oidc_links.c.subject == subject)
    )
    return found


def remove_all(connection: Connection, account: str) -> int:
    """Undo every link to an account; how many there were."""
    return connection.execute(delete(oidc_links).where(oidc_links.c.account == account)).rowcount
