"""What nobody may be ranked by, copied apart from the log and for one purpose: to see whether some fare worse."""

from dataclasses import dataclass
from datetime import datetime

from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.situation import PermitKind
from matching.storage import profiles
from matching.storage.scope import as_the_house
from matching.storage.served import SERVED_SLATES
from matching.use_cases.learning_log import number_of
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


@dataclass(frozen=True)
class ProtectedFacts:
    """What a file holds of it; None is unknown. Sex is in no file, and so not here."""

    age: int | None
    permit: PermitKind | None
    region: str | None
    """Canton, or département in France."""


def protected_copy(workplace: Workplace, *, viewer: Viewer, at: datetime) -> dict[int, ProtectedFacts]:
    """The facts at the aware moment `at` of everybody for whom something was ranked, by the learning log's numbers.

    ForbiddenError for roles that may not. It leaves an entry of its own in the audit, and whoever was erased is not in
    it. The ranking never reads it: it is joined to the log where fairness is measured, and nowhere else.
    """
    refuse_role_without(viewer, Permission.READ_PROTECTED_COPY)
    with workplace.acting(viewer, Act.COPY_PROTECTED, at=at) as connection, as_the_house(connection):
        ranked = profiles.of_people(connection, SERVED_SLATES.people(connection))
        return {number_of(connection, number): _facts(profile, at) for number, profile in ranked}


def _facts(profile: Profile, at: datetime) -> ProtectedFacts:
    return ProtectedFacts(
        age=profile.age_on(swiss_day(at)),
        permit=profile.permit.kind if profile.permit else None,
        region=profile.residence.region if profile.residence else None,
    )
