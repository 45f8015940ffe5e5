"""What a search that goes on lists at a moment, as the unit of the file may use it."""

from datetime import datetime
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from matching.domain.sought import Sought
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.needs import DataCategory
from matching.use_cases.live import Live
from matching.use_cases.nightly.everyone import of_their_unit
from matching.use_cases.person_file import PersonFile
from matching.use_cases.rules_only import neutral_order
from matching.use_cases.situation import Standing, look_at, stand
from matching.use_cases.slate_of import without_link
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace

FIRST, KNOWN = 20, 200
"""News are among so many first ones, known is what stands among so many: what climbs a few places is no news. House
figures."""


class Listed(NamedTuple):
    """Options of a search, best first: `first` may be news, `options` are those that count as known once looked at."""

    first: tuple[str, ...]
    options: tuple[str, ...]
    withheld: tuple[DataCategory, ...]


def seer_of(connection: Connection, file: PersonFile) -> Viewer:
    """Somebody of the unit that owns a file, without mandate."""
    return of_their_unit(file, {unit.id: unit.institution for unit in all_units(connection)})


def listed(
    workplace: Workplace,
    live: Live,
    file: PersonFile,
    seer: Viewer,
    *,
    sought: Sought,
    at: datetime,
) -> Listed:
    """The options that a search lists for a person at an aware moment; all of them are first where nothing is ranked.

    `seer` has no mandate: postings in their head start are in no search.
    """
    ranked = file.ranked and workplace.can_rank
    standing: Standing
    if ranked:
        standing = seen = look_at(
            workplace,
            live,
            file.profile,
            viewer=seer,
            at=at,
            sought=sought,
            refusals=file.refusals,
            prices=workplace.prices,
        )
        scores = np.where(without_link(live, seen), -np.inf, seen.ranked.scores)
        order = seen.ranked.order()
        least = workplace.slate_policy(0, seen.ranker.model).min_gain
        rows = seen.candidates.rows[order[scores[order] >= least]]
    else:
        standing = stand(workplace, live, file.profile, viewer=seer, at=at, sought=sought, refusals=file.refusals)
        rows = np.array(neutral_order(live, standing), dtype=np.intp)
    options = tuple(live.snapshot.ids[row] for row in rows[:KNOWN].tolist())
    return Listed(options[:FIRST] if ranked else options, options, standing.person.withheld)
