"""Scores bit for bit, with the set of open options fixed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.eligibility.assess import Assessment
from matching.use_cases.situation import look_at


class EverythingOpen:
    """Stands in for the rules: the set of open options is the same for everybody."""

    def __init__(self, n: int) -> None:
        self.n = n

    def assess(self, _profile: Profile, _on: date) -> Assessment:
        return Assessment(np.full(self.n, 2, np.int8), np.zeros(self.n, np.int16))


@pytest.fixture(scope="session")
def scores(demo: Service, at: datetime) -> Callable[[Profile], list[bytes]]:
    """From a person to rows, scores and every contribution over the demo's options, as bytes."""

    def of(profile: Profile) -> list[bytes]:
        live = demo.workplace.live(at)
        live = replace(live, engine=EverythingOpen(len(live.criteria)))  # type: ignore[arg-type]
        seen = look_at(demo.workplace, live, profile, viewer=LOCAL_VIEWER, at=at)
        parts = [seen.candidates.rows, seen.ranked.scores, *seen.ranked.contributions.values()]
        return [part.tobytes() for part in parts]

    return of
