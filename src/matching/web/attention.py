"""What of a file needs attention, as the caseload shows it; a date is soon within a month."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from matching.use_cases.kept.searched import SearchAlert
from matching.use_cases.steering.portfolio import Portfolio
from matching.use_cases.steering.portfolio_file import PortfolioFile

_SOON_DAYS = 30
"""A house figure."""


class NeedsAttention(NamedTuple):
    """One file and why it stands where it does: `signs` are keys of what needs something, the most pressing first.

    `alert` is what came for the searches saved for the person.
    """

    file: PortfolioFile
    signs: tuple[str, ...]
    alert: SearchAlert | None = None


def attention_of(portfolio: Portfolio, alerts: Iterable[SearchAlert], today: date) -> Sequence[NeedsAttention]:
    """The files of a portfolio, those that need most first, then by their id."""
    waiting, news = set(portfolio.waiting), {alert.profile: alert for alert in alerts}
    found = [
        NeedsAttention(file, tuple(_signs(file, today, waits=file.profile in waiting)), news.get(file.profile))
        for file in portfolio.files
    ]
    return sorted(
        found, key=lambda each: (-len(each.signs) - bool(each.alert), each.file.due_on or date.max, each.file.profile)
    )


def _signs(file: PortfolioFile, today: date, *, waits: bool) -> list[str]:
    signs = []
    if file.review_on is not None and file.review_on < today:
        signs.append("review_overdue")
    if file.due_on is not None and (file.due_on - today).days <= _SOON_DAYS:
        signs.append("due_soon")
    if waits:
        signs.append("waits")
    return signs
