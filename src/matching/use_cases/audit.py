"""The audit: whether it is whole, and who did what with whose file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from matching.audit.verify import Verified, verify
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import MatchingError
from matching.storage import audit_entries, profiles
from matching.storage.scope import EVERYTHING
from matching.storage.trail import trail_of
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff
from matching.working_days.swiss_time import swiss_day


@dataclass(frozen=True)
class Told:
    """One entry, as far as this viewer may read it: without what it is about, where that may be a restricted posting.

    `people` are ids of files that this viewer may open; of all others their number alone is told.
    """

    seq: int
    at: datetime
    actor: str
    act: str
    purpose: str | None
    about: str | None
    people: Sequence[str]
    others: int


@dataclass(frozen=True)
class Only:
    """Which entries are asked for: those of an account, of a kind, of some days, the first and last included."""

    actor: str | None = None
    act: Act | None = None
    first: date | None = None
    last: date | None = None

    def holds(self, told: dict[str, Any]) -> bool:
        """Whether an entry is one of them."""
        day = swiss_day(datetime.fromisoformat(told["at"]))
        return (
            self.actor in {None, told["actor"]}
            and self.act in {None, told["act"]}
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True)
class Page:
    """Some entries in the order asked for.

    `upto` is the last there was when reading began, before the entry of reading itself.
    """

    entries: Sequence[Told]
    upto: int


def verify_audit(workplace: Workplace, *, viewer: Viewer, at: datetime) -> Verified:
    """Read the whole audit and every row it tells of; what is wrong is told, nothing is changed.

    ForbiddenError unless the viewer reads the audit. That it was verified is an entry of its own, after what was read.
    """
    refuse_role_without(viewer, Permission.READ_AUDIT)
    noted = workplace.anchor.lines()  # before the store is looked at: what is written meanwhile is missing nowhere
    with workplace.database.read(EVERYTHING) as connection:
        verified = verify(connection, workplace.anchor, noted)
    try:
        with workplace.acting(viewer, Act.VERIFY_AUDIT, at=at):
            pass
    except (MatchingError, SQLAlchemyError):
        # A chain that was tampered with may take no entry: what is wrong is told all the same.
        if not verified.findings:
            raise
    return verified


def read_audit(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    profile: str | None = None,
    after: int = 0,
    upto: int | None = None,
    limit: int = 100,
    only: Only | None = None,
    latest_first: bool = False,
) -> Page:
    """The entries after a number, in order: all of them for those who read the audit, or those about one person.

    `only` leaves out what else there is; `latest_first` reads them the other way round.

    `upto` is the last to read, as a page before gave it: each page is read under an entry of its own, and would else
    always have one more to follow. Whoever accompanies a person may read what was done with that file; NotFoundError
    when it does not exist for them.
    """
    if profile is None:
        refuse_role_without(viewer, Permission.READ_AUDIT)
    with workplace.reading(viewer) as connection:
        wanted = None if profile is None else profiles.person(connection, profile).number
        last = audit_entries.head(connection)[0] if upto is None else upto
        known = profiles.ids(connection)
        staff = is_pes_staff(viewer, at)
        found: list[Told] = []
        for entry in audit_entries.entries(connection, after=after, upto=last, latest_first=latest_first):
            told = entry.told
            if (wanted is not None and wanted not in told["people"]) or (only and not only.holds(told)):
                continue
            found.append(_told(told, known, may_read=staff or not entry.under_mandate, alone=profile is not None))
            if len(found) == limit:
                break
    # What is written waits for no long reading: nothing is told before its entry stands.
    with workplace.acting(viewer, Act.READ_AUDIT, at=at) as connection:
        if wanted is not None:
            trail_of(connection).read(wanted)
    return Page(found, last)


def _told(told: dict[str, Any], known: dict[str, str], *, may_read: bool, alone: bool) -> Told:
    people = [known[number] for number in told["people"] if number in known]
    return Told(
        seq=told["seq"],
        at=datetime.fromisoformat(told["at"]),
        actor=told["actor"],
        act=told["act"],
        purpose=told["purpose"],
        about=told["about"] if may_read else None,
        people=people,
        others=0 if alone else len(told["people"]) - len(people),
    )
