"""One value of a steering table as it is read: labels for codes, hidden counts marked, a dash for what is unknown."""

from datetime import date, datetime
from typing import Any

from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.needs import NeedLevel, Objective
from matching.domain.vocabulary.standing import AssistanceKind, FollowUp, FrTrack, UiStatus
from matching.domain.word import Word
from matching.messages.figures import written
from matching.messages.say import DEFAULT, catalogue, say
from matching.use_cases.steering.portfolio_counts import PortfolioCount
from matching.use_cases.steering.sheet import FEW
from matching.working_days.swiss_time import swiss_day

_UNKNOWN = "–"
_ALL = {
    ("RejectionRow", "title"): "options",
    ("RejectionRow", "reason"): "reasons",
    ("ResultRow", "name"): "of_type",
    ("PlacesRow", "category"): "categories",
    ("PortfolioCount", "group"): "groups",
}
"""Where an absent value stands for all of them."""

_CLASSES: dict[str, type[ClosedList]] = {
    "assistance": AssistanceKind,
    "objective": Objective,
    "unemployment": UiStatus,
    "heaviest_need": NeedLevel,
    "follow_up": FollowUp,
    "fr_track": FrTrack,
}
"""The closed list behind a dimension of the portfolio."""


def cell(row: Word, column: str, lang: str) -> str:
    """The value of a field; an interval stands behind its figure."""
    value = getattr(row, column)
    if value is None:
        every = _ALL.get((type(row).__name__, column))
        if every is not None:
            return say(lang, f"steering.all.{every}")
        if (least := getattr(row, "at_least", 0)) and FEW in type(row).model_fields[column].metadata:
            return say(lang, "steering.at_least", least=least)
        return say(lang, "steering.hidden") if FEW in type(row).model_fields[column].metadata else _UNKNOWN
    if isinstance(row, PortfolioCount) and column == "group" and (listed := _CLASSES.get(row.dimension)):
        return next((one.label(lang) for one in listed if one == value), None) or _spoken(value, column, lang)
    low, high = getattr(row, f"{column}_low", None), getattr(row, f"{column}_high", None)
    if low is not None and high is not None:
        return f"{100 * value:.0f} % ({100 * low:.0f}–{100 * high:.0f})"
    return _spoken(value, column, lang)


def facts_of(word: Word, lang: str) -> dict[str, str]:
    """All fields of a word as they are read, for a sentence."""
    return {name: cell(word, name, lang) for name in type(word).model_fields if not _is_rows(getattr(word, name))}


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Word)


def _spoken(value: Any, column: str, lang: str) -> str:
    match value:
        case ClosedList():
            return value.label(lang)
        case tuple():
            return ", ".join(_spoken(one, column, lang) for one in value) or _UNKNOWN
        case datetime():
            return f"{swiss_day(value):%d.%m.%Y}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if column == "share":
            return f"{100 * value:.0f} %"
        case float() if column.endswith("_per_year"):
            return written(value, "+.1f", lang)
        case float():
            return written(value, ".2f" if column == "likeness" else "g", lang)
    key = f"steering.code.{value}"
    return say(lang, key) if key in catalogue(DEFAULT) else str(value)
