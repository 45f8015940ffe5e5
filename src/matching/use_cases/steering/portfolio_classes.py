"""What a portfolio is seen by, each with the class of a file; unknown is a class."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.standing import AssistanceKind
from matching.use_cases.steering.portfolio_file import PortfolioFile, Span

UNKNOWN, NOT_CONCERNED = "unknown", "not_concerned"

_SOON_DAYS, _MANY_NEEDS = 90, 3
_WAITS: Mapping[int, str] = {
    4: "under_4_weeks",
    8: "4_to_8_weeks",
    13: "8_to_13_weeks",
    26: "13_to_26_weeks",
    52: "26_to_52_weeks",
}
"""Weeks without a proposal, the upper end excluded: house classes."""
_LONGER, _NEVER, _TAKES_PART = "over_52_weeks", "never", "takes_part"
_SIZES: tuple[str, ...] = (
    *get_args(Span),
    *(level.value for level in NeedLevel),
    _TAKES_PART,
    *_WAITS.values(),
    _LONGER,
    _NEVER,
)


def classes_on(today: date) -> Mapping[str, Callable[[PortfolioFile], str]]:
    """By dimension the class of a file on a day."""

    def when(day: date | None) -> str:
        if day is None:
            return "none_known"
        if day < today:
            return "overdue"
        return "soon" if (day - today).days <= _SOON_DAYS else "later"

    def needs(file: PortfolioFile) -> str:
        known = file.confirmed_needs
        return UNKNOWN if known is None else str(known) if known < _MANY_NEEDS else f"{_MANY_NEEDS}_or_more"

    def track(file: PortfolioFile) -> str:
        not_rsa = file.assistance not in {None, AssistanceKind.RSA}
        return file.fr_track or (NOT_CONCERNED if not_rsa else UNKNOWN)

    def waiting(file: PortfolioFile) -> str:
        if file.in_option_now:
            return _TAKES_PART
        if file.proposed_on is None:
            return _NEVER
        weeks = (today - file.proposed_on).days / 7
        return next((code for less_than, code in _WAITS.items() if weeks < less_than), _LONGER)

    return {
        "on_assistance": lambda file: file.on_assistance,
        "without_work": lambda file: file.without_work,
        "assistance": lambda file: file.assistance or UNKNOWN,
        "objective": lambda file: file.objective or UNKNOWN,
        "unemployment": lambda file: file.unemployment or UNKNOWN,
        "heaviest_need": lambda file: file.heaviest_need or UNKNOWN,
        "confirmed_needs": needs,
        "follow_up": lambda file: file.follow_up or UNKNOWN,
        "fr_track": track,
        "plan": lambda file: file.plan,
        "lead": lambda file: file.lead,
        "review": lambda file: when(file.review_on),
        "due": lambda file: when(file.due_on),
        "waiting": waiting,
    }


def in_order(group: str) -> tuple[bool, int, str]:
    """Where a class stands among those of its dimension: spans and weights by size, unknown last."""
    return group == UNKNOWN, _SIZES.index(group) if group in _SIZES else len(_SIZES), group
