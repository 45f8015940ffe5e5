"""The mandates of accounts: an append-only ledger; a mandate is ended by a new version with an earlier end."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.permission import Permission
from matching.domain.viewer import Mandate, Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ConflictError
from matching.storage import accounts, tables
from matching.storage.ledger import Ledger
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace

_MANDATES = Ledger(tables.mandates, Mandate)


def with_mandates(connection: Connection, viewers: Sequence[Viewer]) -> list[Viewer]:
    """The viewers with the mandates of their accounts, ended and coming ones included: each question asks at a moment.

    Mandates that an older version left in the account itself still count.
    """
    entries = _MANDATES.current(connection, subjects=[viewer.account for viewer in viewers])
    return [
        viewer.model_copy(
            update={"mandates": viewer.mandates + tuple(e.word for e in entries if e.subject == viewer.account)}
        )
        for viewer in viewers
    ]


def put_account(connection: Connection, added: Viewer, *, author: str, at: datetime) -> None:
    """Store an account in place of an earlier one: from now on it has these mandates and no others."""
    _bring_over(connection, added.account, author=author, at=at)
    accounts.put(connection, added.model_copy(update={"mandates": ()}), at=at)
    standing = _MANDATES.current(connection, subjects=[added.account])
    for mandate in added.mandates:
        if mandate not in [entry.word for entry in standing]:
            _add(connection, added.account, mandate, author=author, at=at)
    _end(connection, added.account, author=author, at=at, except_for=added.mandates)


def end_mandates(workplace: Workplace, account: str, *, viewer: Viewer, at: datetime) -> int:
    """End every mandate of an account at an aware moment, those to come included; how many that were.

    ForbiddenError unless the viewer manages accounts, NotFoundError when there is no such account, ConflictError when
    it has no mandate to end.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=account) as connection:
        accounts.get(connection, account)
        ended = end_mandates_in(connection, account, author=viewer.account, at=at)
    if not ended:
        raise ConflictError("Le compte {account} n'a pas de mandat en cours.", account=account, command="users list")
    return ended


def end_mandates_in(connection: Connection, account: str, *, author: str, at: datetime) -> int:
    """End every mandate of an account inside the caller's transaction; how many that were."""
    _bring_over(connection, account, author=author, at=at)
    return _end(connection, account, author=author, at=at)


def _end(connection: Connection, account: str, *, author: str, at: datetime, except_for: Sequence[Mandate] = ()) -> int:
    entries = [
        entry
        for entry in _MANDATES.current(connection, subjects=[account])
        if (entry.word.valid_to is None or entry.word.valid_to > at) and entry.word not in except_for
    ]
    for entry in entries:
        ended = entry.word.model_copy(update={"valid_to": at})
        _MANDATES.revise(connection, entry, ended, author=author, at=at)
    return len(entries)


def _bring_over(connection: Connection, account: str, *, author: str, at: datetime) -> None:
    """Move the mandates that an older version left in an account to where they are kept now."""
    for viewer in accounts.named(connection, account):
        for mandate in viewer.mandates:
            _add(connection, account, mandate, author=author, at=at)
        if viewer.mandates:
            accounts.put(connection, viewer.model_copy(update={"mandates": ()}), at=at)


def _add(connection: Connection, account: str, mandate: Mandate, *, author: str, at: datetime) -> None:
    _MANDATES.add(connection, mandate, subject=account, unit=None, author=author, at=at)
