"""Measures and places with a free place, those of one's own canton or département first."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import CapacityStatus, OpportunityKind
from matching.eligibility.rules.offer import is_offered, open_sessions, place_is_free, takes_place
from matching.snapshot.columns import CriteriaColumns, position, territory_name, territory_of
from matching.storage.scope import NOBODY
from matching.use_cases.paying import territories
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.visibility.options import may_see
from matching.working_days.swiss_time import swiss_day

WITH_SEATS = (OpportunityKind.MEASURE, OpportunityKind.PLACEMENT)
_NOBODY = Profile(id="nobody")


class FreeSeats(NamedTuple):
    """Some of the options; in which territories (CH-VD) there are any; whether more follow; how many do not tell."""

    options: tuple[AnyOpportunity, ...]
    territories: tuple[str, ...]
    more: bool
    unknown: int


def free_seats(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    kinds: Collection[OpportunityKind] = WITH_SEATS,
    territory: str | None = None,
    skip: int = 0,
    limit: int,
) -> FreeSeats:
    """At most `limit` options offered on the day that have a free place, after the first `skip`, in one territory.

    Those of the territories of the viewer's units come first, then by territory and id. What does not tell whether it
    has a place is counted. ForbiddenError for whoever may not look for people.
    """
    refuse_role_without(viewer, Permission.SHORTLIST)
    live, on = workplace.live(at), swiss_day(at)
    columns = live.criteria
    wanted = np.isin(columns.kind, [position(kind) for kind in kinds if kind in WITH_SEATS])
    offered = wanted & takes_place(columns) & (is_offered(_NOBODY, columns, on) == Truth.MET)
    offered &= may_see(viewer, None, live.publication, at)
    there = np.flatnonzero(offered & _is_free(columns, on))
    unknown = np.count_nonzero(offered & (place_is_free(_NOBODY, columns, on) == Truth.UNKNOWN))
    regions = columns.region[there]
    own = [territory_of(each) for each in _own_territories(workplace, viewer)]
    first = np.lexsort((there, regions, ~np.isin(regions, own)))
    chosen = there[first] if territory is None else there[regions == territory_of(territory)]
    return FreeSeats(
        options=tuple(live.snapshot.option(int(row)) for row in chosen[skip : skip + limit]),
        territories=tuple(sorted(territory_name(int(code)) for code in np.unique(regions) if code)),
        more=len(chosen) > skip + limit,
        unknown=int(unknown),
    )


def _is_free(columns: CriteriaColumns, on: date) -> NDArray[np.bool_]:
    """(n_options,) bool: as the rule on free places, but a waiting list alone is no free place."""
    by_start = (open_sessions(columns, on) & (columns.session_free > 0)).any(axis=1)
    waits = columns.capacity == position(CapacityStatus.WAITING_LIST)
    free: NDArray[np.bool_] = (place_is_free(_NOBODY, columns, on) == Truth.MET) & (by_start | ~waits)
    return free


def _own_territories(workplace: Workplace, viewer: Viewer) -> set[str]:
    with workplace.database.read(NOBODY) as connection:
        known = territories(connection)
    return {known[unit] for unit in viewer.units or () if unit in known}
