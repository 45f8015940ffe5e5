"""The list of the rules alone, for a person who wants no ranking: every open option, in an order that favours none."""

import numpy as np

from matching.eligibility.assess import ELIGIBLE
from matching.eligibility.rules.travel import distances
from matching.explanation.card import Scored
from matching.retrieval.folding import fold
from matching.use_cases.live import Live
from matching.use_cases.situation import Standing


def neutral_order(live: Live, seen: Standing) -> list[int]:
    """All open rows: by kind, those whose conditions are met before those to check, then by title and id."""
    kind, to_check = live.criteria.kind, seen.assessment.state != ELIGIBLE

    def place(row: int) -> tuple[int, bool, str, str]:
        return int(kind[row]), bool(to_check[row]), fold(live.snapshot.option(row).title), live.snapshot.ids[row]

    return sorted(seen.open_rows().tolist(), key=place)


def unscored(live: Live, seen: Standing, row: int) -> Scored:
    """What a card says where nothing is ranked: the distance, no points and no score."""
    if live.criteria.remote[row]:
        return Scored(points={}, values={"distance": 0.0})
    found = distances(seen.person, live.criteria_of(row))
    return Scored(points={}, values={"distance": np.nan if found is None else float(found[0])})
