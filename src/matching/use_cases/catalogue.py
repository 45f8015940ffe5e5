"""The options that exist for somebody, one by one or page by page in the order of their ids."""

from bisect import bisect_right
from collections.abc import Collection
from datetime import datetime

from matching.domain.opportunity import AnyOpportunity
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.snapshot.columns import position
from matching.use_cases.row_for import is_flagged, row_for
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, is_pes_staff, may_see


def show_option(workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime) -> AnyOpportunity:
    """One option as this viewer may read it; NotFoundError, in the same words, for every other."""
    live = workplace.live(at)
    return disclose(live.snapshot.option(row_for(live, opportunity, viewer, at)), viewer, at)


def list_options(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    kinds: Collection[OpportunityKind] = tuple(OpportunityKind),
    after: str = "",
    limit: int,
) -> list[AnyOpportunity]:
    """At most `limit` options of some kinds whose ids come after one, as this viewer may read them at that moment.

    What comes into the catalogue meanwhile moves nothing: no option is told twice or left out.
    """
    live = workplace.live(at)
    wanted = may_see(viewer, None, live.publication, at)
    numbers = {position(kind) for kind in kinds}
    staff = is_pes_staff(viewer, at)
    page: list[AnyOpportunity] = []
    for row in range(bisect_right(live.snapshot.ids, after), len(live.snapshot)):
        if len(page) == limit:
            break
        if not wanted[row] or int(live.criteria.kind[row]) not in numbers:
            continue
        if staff or not is_flagged(live, row, at):
            page.append(disclose(live.snapshot.option(row), viewer, at))
    return page
