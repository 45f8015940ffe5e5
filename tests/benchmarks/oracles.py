"""What the million cases are held against: plain Python on single records, and what the service compiles of them.

The three hooks: `RULES_BY_HAND` lists the readings of the rules, `sees` reads who may see an option, `columns_of` gives
the service what it compiles. A new reading is one line here.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.unit.eligibility.reading_by_hand import Reading, read_criteria
from tests.unit.eligibility.statutes_by_hand import read_statutes
from tests.unit.visibility import visibility_by_hand
from tests.unit.visibility.visibility_by_hand import Listed, occupations_of

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.reporting_duty import ReportingList
from matching.domain.viewer import Viewer
from matching.snapshot.columns import CriteriaColumns, compile_criteria
from matching.snapshot.publication import PublicationColumns, compile_publication

RULES_BY_HAND: list[tuple[str, Callable[[Profile, AnyOpportunity, date], dict[str, Reading]]]] = [
    ("criteria of providers", read_criteria),
    ("statutes", read_statutes),
]
"""Each reading gives every rule that concerns the option, by id: True, False or None (unknown)."""


def columns_of(options: Sequence[AnyOpportunity], listed: Listed) -> tuple[CriteriaColumns, PublicationColumns]:
    """What the rules and the mask read, compiled as for a snapshot."""
    return compile_criteria(options), compile_publication(options, ReportingList(occupations_of(listed)))


def sees(viewer: Viewer, person: Profile, option: AnyOpportunity, listed: Listed, at: datetime) -> bool:
    """Whether the option exists for that viewer, for that person, at that moment."""
    return not isinstance(option, Vacancy) or visibility_by_hand.sees(viewer, person, option, listed, at)


def is_restricted(option: AnyOpportunity, listed: Listed, at: datetime) -> bool:
    """Whether the option is a posting in its head start, or may be one."""
    return isinstance(option, Vacancy) and visibility_by_hand.restricted(option, listed, at)
