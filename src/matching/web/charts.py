"""The shapes of charts: where bars, intervals and lines stand. Widths and horizontal places are percent of the chart.

Templates draw them as SVG with classes, so that colours follow the tokens, dark mode and print; what a chart shows
stands beside it in a table.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Segment(NamedTuple):
    """A piece of a bar: its kind (a class), where it begins, how wide it is, and what it says when pointed at."""

    kind: str
    start: float
    width: float
    text: str


class Bar(NamedTuple):
    """A bar and what it says as a whole."""

    segments: tuple[Segment, ...]
    text: str


class Interval(NamedTuple):
    """A share with its interval, 0 to 100, and what it says."""

    low: float
    at: float
    high: float
    text: str


class Dot(NamedTuple):
    """A count or a target: percent from the left, pixels from the top, its number, and how its text is anchored."""

    kind: str
    x: float
    y: float
    text: str
    anchor: str


class Stroke(NamedTuple):
    """A straight line between two dots; `aimed` for the one from the last count to a target."""

    kind: str
    x1: float
    y1: float
    x2: float
    y2: float


class Plot(NamedTuple):
    """Counts over time and what is aimed for, with the days of its ends."""

    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    days: tuple[date, date]
    text: str


class Curve(NamedTuple):
    """What was foretold against what came true, and what it says; the straight line is where both are alike."""

    dots: tuple[Dot, ...]
    text: str


class At(NamedTuple):
    """A number of places at the end of a day."""

    kind: str
    on: date
    places: int


HEIGHT = 120
"""Pixels of a plot; what is drawn keeps clear of the numbers above and the days below."""
_TOP, _BOTTOM = 24.0, 96.0
CURVE_FOOT = 216.0
"""Pixels from the top to the foot of a curve."""
_LEFT, _RIGHT = 4.0, 96.0
"""Room for half a dot at the sides."""


def bar(parts: Sequence[tuple[str, float, str]], most: float) -> Bar:
    """A bar of (kind, size, what it says) one beside the other, where `most` is the whole width."""
    segments = []
    start = 0.0
    for kind, size, text in parts:
        width = 100 * size / most if most else 0.0
        if width:
            segments.append(Segment(kind, round(start, 3), round(width, 3), text))
        start += width
    return Bar(tuple(segments), ", ".join(each.text for each in segments))


def interval(low: float | None, at: float | None, high: float | None, text: str) -> Interval | None:
    """The interval of a share from 0 to 1; None where it is not told."""
    if low is None or at is None or high is None:
        return None
    return Interval(round(100 * low, 2), round(100 * at, 2), round(100 * high, 2), text)


def around_zero(low: float | None, at: float | None, high: float | None, most: float, text: str) -> Interval | None:
    """The interval of a difference, nothing in the middle and `most` at either side; None where it is not told."""
    if low is None or at is None or high is None or most <= 0:
        return None
    low, at, high = (0.5 + min(max(each, -most), most) / (2 * most) for each in (low, at, high))
    return interval(low, at, high, text)


def curve(points: Sequence[tuple[float, float]], text: str) -> Curve:
    """Shares from 0 to 1, foretold along and come true upwards, above CURVE_FOOT."""
    dots = [
        Dot(
            "observed",
            round(_LEFT + x * (_RIGHT - _LEFT), 2),
            round(CURVE_FOOT - y * (CURVE_FOOT - _TOP), 1),
            "",
            "middle",
        )
        for x, y in points
    ]
    return Curve(tuple(dots), text)


def plot(points: Sequence[At], most: int, text: str) -> Plot | None:
    """Points of kind observed or target over time, `most` at the top; None where there is none.

    Counts are joined, and the last count before a target with it.
    """
    points = sorted(points, key=lambda point: (point.on, point.kind))
    if not points:
        return None
    first, last = points[0].on, points[-1].on
    dots = {point: _dot(point, first, last, most) for point in points}
    strokes = []
    before: Dot | None = None
    for point in points:
        dot = dots[point]
        if before is not None:
            kind = "aimed" if point.kind == "target" else "went"
            strokes.append(Stroke(kind, before.x, before.y, dot.x, dot.y))
        if point.kind != "target":
            before = dot
    return Plot(tuple(dots.values()), tuple(strokes), (first, last), text)


def _dot(point: At, first: date, last: date, most: int) -> Dot:
    span = (last - first).days
    along = (point.on - first).days / span if span else 0.0
    x = _LEFT + along * (_RIGHT - _LEFT)
    y = _BOTTOM - (point.places / most if most else 0) * (_BOTTOM - _TOP)
    anchor = "start" if along < 0.1 else "end" if along > 0.9 else "middle"
    return Dot(point.kind, round(x, 2), round(y, 1), str(point.places), anchor)
