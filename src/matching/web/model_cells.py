"""One figure of a model as it is read: shares in percent, differences in percentage points, codes by their words."""

from typing import Any

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.messages.figures import written
from matching.messages.say import DEFAULT, catalogue, say
from matching.ranking.figures import Foretelling, Foretold, Row, Slice, UseCounted

_UNKNOWN = "–"
_SHARES = frozenset(
    {
        *(("StillShown", "challenger"), ("StillShown", "champion"), ("GroupRate", "accepted")),
        *(("Foretold", "foretold"), ("Foretold", "came_true")),
        *(("ShareTold", "reference"), ("ShareTold", "current")),
    }
)
_MOVED = frozenset({("ShareTold", "low"), ("ShareTold", "high")})
_SIGNED = frozenset({("Worth", "points"), ("Worth", "low"), ("Worth", "high")})
_KINDS = {kind.value: kind for kind in OpportunityKind}


def cell(row: Row, column: str, lang: str) -> str:
    """The value of a field; what may not be told of use says so, what is not known is a dash."""
    value = getattr(row, column)
    if value is None:
        return say(lang, "steering.hidden") if isinstance(row, UseCounted) else _UNKNOWN
    if isinstance(row, Slice) and isinstance(value, float) and column != "adjusted":
        return _of_slice(row, column, value, lang)
    where = (type(row).__name__, column)
    if where in _SHARES:
        return f"{100 * value:.0f} %"
    if where in _MOVED:
        return say(lang, "web.models.percent_points", points=f"{100 * value:+.0f}")
    if where in _SIGNED:
        return written(value, "+.2f", lang)
    if column == "part" and isinstance(row, Foretelling | Foretold):
        return part_said(value, lang)
    return _spoken(column, value, lang)


def part_said(part: str, lang: str) -> str:
    """A learned part, such as vacancy.accept, by what it foretells and of which kind of option."""
    kind, _, name = part.partition(".")
    key = f"web.models.learned.{name}"
    told = say(lang, key) if key in catalogue(DEFAULT) else name
    return f"{told} ({_KINDS[kind].label(lang)})" if kind in _KINDS else told


def in_points(row: Slice) -> bool:
    """Whether the figures of a comparison are points of effect; all others are shares."""
    return row.subject.startswith("effect")


def _of_slice(row: Slice, column: str, value: float, lang: str) -> str:
    moved = column in {"difference", "low", "high"}
    figure = written(value if in_points(row) else 100 * value, "+.1f" if moved else ".1f", lang)
    if in_points(row):
        return say(lang, "web.models.points", points=figure)
    return say(lang, "web.models.percent_points", points=figure) if moved else f"{figure} %"


def _spoken(column: str, value: Any, lang: str) -> str:
    if isinstance(value, bool):
        return say(lang, "web.models.yes" if value else "web.models.no")
    if isinstance(value, float):
        return written(value, "g", lang)
    if value in _KINDS:
        return _KINDS[value].label(lang)
    key = f"web.models.{column}.{value}"
    return say(lang, key) if key in catalogue(DEFAULT) else str(value)
