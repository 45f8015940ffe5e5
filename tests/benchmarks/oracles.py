"""What the million cases are held against: plain Python on single records, and what the service compiles of them.

The three hooks: `RULES_BY_HAND` lists the readings of the rules, `sees` reads who may see an option, `columns_of` gives
the service what it compiles. A new reading is one line here.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.unit.eligibility.reading_by_hand import Reading, read_criteria
from tests.unit.eligibility.statutes_by_hand import read_statutes

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.snapshot.columns import CriteriaColumns, compile_criteria
from matching.snapshot.publication import PublicationColumns, compile_publication

ZURICH = ZoneInfo("Europe/Zurich")

RULES_BY_HAND: list[tuple[str, Callable[[Profile, AnyOpportunity, date], dict[str, Reading]]]] = [
    ("criteria of providers", read_criteria),
    ("statutes", read_statutes),
]
"""Each reading gives every rule that concerns the option, by id: True, False or None (unknown)."""


def columns_of(options: Sequence[AnyOpportunity]) -> tuple[CriteriaColumns, PublicationColumns]:
    """What the rules and the mask read, compiled as for a snapshot."""
    return compile_criteria(options), compile_publication(options)


def sees(viewer: Viewer, person: Profile, option: AnyOpportunity, at: datetime) -> bool:
    """Whether the option exists for that viewer, for that person, at that moment."""
    if not isinstance(option, Vacancy):
        return True
    if option.publication.status not in {None, "published_restricted", "published_public"}:
        return False
    return not is_restricted(option, at) or has_right(viewer, person, at)


def is_restricted(option: AnyOpportunity, at: datetime) -> bool:
    """Whether the option is a posting in its head start, or may be one: whatever is unknown restricts."""
    if not isinstance(option, Vacancy):
        return False
    told = option.publication
    if told.status != "published_public" or told.public_display is False:
        return True
    if told.reporting_obligation_end is not None:
        return at.astimezone(ZURICH).date() <= told.reporting_obligation_end
    return bool(told.reporting_obligation)


def has_right(viewer: Viewer, person: Profile, at: datetime) -> bool:
    """Staff of the employment service at that moment, for a person registered in Switzerland on that day."""
    running = [
        mandate
        for mandate in viewer.mandates
        if mandate.kind == "pes_staff"
        and mandate.valid_from <= at
        and not (mandate.valid_to and mandate.valid_to <= at)
    ]
    registration, today = person.pes_registration, at.astimezone(ZURICH).date()
    if not running or registration is None or not registration.registered or registration.country != "ch":
        return False
    begun = registration.valid_from is None or registration.valid_from <= today
    return begun and not (registration.valid_to and registration.valid_to < today)
