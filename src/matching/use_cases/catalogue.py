"""The options that exist for somebody, one by one or page by page in the order of their ids."""

from bisect import bisect_right
from collections.abc import Collection
from datetime import datetime
from itertools import islice

import numpy as np

from matching.domain.opportunity import AnyOpportunity
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.snapshot.columns import position
from matching.use_cases.person_file import open_file
from matching.use_cases.row_for import is_flagged, row_for
from matching.use_cases.situation import as_used
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


_LIKE_THE_BEST, _LEAST = 0.5, 0.15
"""What is found much less well than the best, or hardly at all, is left out. House figures, set on the demo."""


def find_options(
    workplace: Workplace, profile: str, words: str, *, viewer: Viewer, at: datetime, limit: int
) -> list[AnyOpportunity]:
    """At most `limit` options whose titles or occupations hold some words, best first, open to the person or not.

    They are those that exist for this viewer and this person, as they may read them; an id is found as well. Words are
    compared by their parts, so that other endings and small slips do not matter.
    """
    file = open_file(workplace, profile, viewer, Act.EXPLAIN, at=at)
    live = workplace.live(at)
    visible = may_see(viewer, as_used(workplace, file.profile, viewer, at), live.publication, at)
    scores = np.where(visible, live.index.lexical.scores(words), 0)
    named = live.snapshot.row_of(words.strip())
    if named is not None and visible[named]:
        scores[named] = 1
    least = max(_LEAST, _LIKE_THE_BEST * float(scores.max(initial=0)))
    best = np.argsort(-scores, kind="stable")[: int((scores >= least).sum())]
    staff = is_pes_staff(viewer, at)
    found = (int(row) for row in best if staff or not is_flagged(live, int(row), at))
    return [disclose(live.snapshot.option(row), viewer, at) for row in islice(found, limit)]
