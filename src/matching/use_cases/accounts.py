"""The accounts of a store: who may ask, with what role and for which units."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.permission import Permission
from matching.domain.role_permissions import sees_persons
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import Role
from matching.errors import InvalidInputError
from matching.storage import accounts
from matching.storage.scope import NOBODY
from matching.use_cases.mandates import put_account, with_mandates
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import SWISS_TIME


def viewer_of(workplace: Workplace, account: str | None) -> Viewer:
    """Who asks: the account of that name with its mandates; without a name the local viewer, who has none."""
    if not account:
        return LOCAL_VIEWER
    with workplace.database.read(NOBODY) as connection:
        return account_in(connection, account)


def account_in(connection: Connection, account: str) -> Viewer:
    """The account of that name with its mandates, inside the caller's transaction.

    NotFoundError when there is none, or it is closed.
    """
    return with_mandates(connection, [accounts.get(connection, account)])[0]


def add_account(
    workplace: Workplace,
    account: str,
    *,
    role: str,
    viewer: Viewer,
    at: datetime,
    institution: str | None = None,
    units: Sequence[str] = (),
    pes_mandate_until: datetime | None = None,
) -> Viewer:
    """Add or replace an account at an aware moment; its mandate, if any, begins then, and earlier ones end.

    A mandate until a naive midnight counts that whole day, in Swiss time (OSE art. 53b al. 6). ForbiddenError unless
    the viewer manages accounts; InvalidInputError, with the name of the field, when one is not valid or the mandate is
    over, for a role of nobody, and for units of a role that sees no person.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    mandates = [] if pes_mandate_until is None else [_pes_mandate(at, pes_mandate_until)]
    fields = {"account": account, "role": role, "institution": institution, "units": units, "mandates": mandates}
    added = word_from(Viewer, "Compte refusé", fields)
    if added.role is Role.LOCAL:
        raise InvalidInputError(f"Compte refusé : role : « {added.role.fr} » n'est le rôle d'aucun compte.")
    if added.units and not sees_persons(added.role):
        raise InvalidInputError(
            f"Compte refusé : units : le rôle « {added.role.fr} » ne voit aucune personne et n'a pas d'unité."
        )
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=account) as connection:
        put_account(connection, added, author=viewer.account, at=at)
    return added


def list_accounts(workplace: Workplace, *, viewer: Viewer) -> list[Viewer]:
    """Every account with its mandates, by name. ForbiddenError unless the viewer manages accounts."""
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    with workplace.database.read(NOBODY) as connection:
        return with_mandates(connection, accounts.all_viewers(connection))


def _pes_mandate(at: datetime, until: datetime) -> dict[str, Any]:
    end = _end_of_mandate(until)
    if end <= at:
        raise InvalidInputError("Compte refusé : pes_mandate_until est passé.")
    return {"kind": "pes_staff", "valid_from": at, "valid_to": end}


def _end_of_mandate(until: datetime) -> datetime:
    """The first moment without the mandate."""
    if until.tzinfo is not None:
        return until
    try:
        end = until + timedelta(days=1) if until.time() == time.min else until
        return end.replace(tzinfo=SWISS_TIME)
    except OverflowError as error:
        raise InvalidInputError("Compte refusé : pes_mandate_until est hors du calendrier.") from error
