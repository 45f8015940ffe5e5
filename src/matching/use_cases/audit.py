"""The audit: whether it is whole, and who did what with whose file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matching.audit.verify import Verified, verify
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import READING_AUDIT
from matching.storage import audit_entries, profiles
from matching.storage.scope import EVERYTHING, Scope
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff


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


def verify_audit(workplace: Workplace, *, viewer: Viewer) -> Verified:
    """Read the whole audit and every row it tells of; what is wrong is told, nothing is changed."""
    refuse_other_roles(viewer, READING_AUDIT, "de vérifier le journal")
    with workplace.database.read(EVERYTHING) as connection:
        return verify(connection, workplace.anchor)


def read_audit(
    workplace: Workplace, *, viewer: Viewer, at: datetime, profile: str | None = None, after: int = 0, limit: int = 100
) -> list[Told]:
    """The entries after a number, in order: all of them for those who read the audit, or those about one person.

    Whoever accompanies a person may read what was done with that file; NotFoundError when it does not exist for them.
    """
    with workplace.database.read(Scope.of(viewer)) as connection:
        if profile is None:
            refuse_other_roles(viewer, READING_AUDIT, "de lire le journal")
            wanted = None
        else:
            wanted = profiles.person(connection, profile).number
        known = profiles.ids(connection)
        staff = is_pes_staff(viewer, at)
        found: list[Told] = []
        for entry in audit_entries.entries(connection, after=after):
            told = entry.told
            if wanted is not None and wanted not in told["people"]:
                continue
            found.append(_told(told, known, may_read=staff or not entry.under_mandate, alone=profile is not None))
            if len(found) == limit:
                break
    return found


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
