"""The figures of one version as a page shows them: each table with its shapes, and each as a file."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from matching.messages.say import say
from matching.ranking.figures import (
    ContestedReason,
    Figures,
    Foretelling,
    Foretold,
    GateCondition,
    GroupRate,
    Row,
    Slice,
    StillShown,
    UseCounted,
    Worth,
)
from matching.use_cases.steering.sheet import HIDDEN, Sheet
from matching.web.charts import Curve, Interval, around_zero, curve, interval
from matching.web.manager.part import Part
from matching.web.model_cells import cell, in_points, part_said


class Drawn(NamedTuple):
    """A row and its interval; None where that is not told."""

    row: Row
    drawn: Interval | None


class CurveOf(NamedTuple):
    """How what one part of the model foretold came true."""

    name: str
    drawn: Curve
    rows: Sequence[Foretold]


def figures_part(version: str, figures: Figures, lang: str) -> Part:
    """All of them, in the order of the page."""
    sheets: dict[str, Callable[[], Sheet]] = {
        "worth": partial(_sheet, Worth, figures.worth),
        "still_shown": partial(_sheet, StillShown, figures.still_shown),
        "foretelling": partial(_sheet, Foretelling, figures.foretelling),
        "calibration": partial(_sheet, Foretold, figures.calibration),
        "slices": partial(_sheet, Slice, figures.slices),
        "rates": partial(_sheet, GroupRate, figures.rates),
        "use": partial(_sheet, UseCounted, figures.use),
        "contested": partial(_sheet, ContestedReason, figures.contested),
        "gate": partial(_sheet, GateCondition, figures.gate),
    }
    facts = {
        "figures": figures,
        "worth": _worth(figures, lang),
        "curves": _curves(figures, lang),
        "slices": _slices(figures, lang),
        "rates": [
            Drawn(each, interval(each.accepted, each.accepted, each.accepted, cell(each, "accepted", lang)))
            for each in figures.rates
        ],
    }
    return Part(version, f"/models/{quote(version, safe='')}", facts, sheets)


def _worth(figures: Figures, lang: str) -> list[Drawn]:
    most = max((abs(end) for each in figures.worth for end in (each.low, each.high) if end is not None), default=0.0)
    return [
        Drawn(each, around_zero(each.low, each.points, each.high, most, _interval_said(each, "points", lang)))
        for each in figures.worth
    ]


def _slices(figures: Figures, lang: str) -> list[Drawn]:
    """Shares and points each on their own scale; those that failed first, then by how sure they are."""
    found = sorted(figures.slices, key=lambda each: (not each.failed, each.adjusted or 0.0))
    most = {
        of_points: max(
            (
                abs(end)
                for each in found
                if in_points(each) is of_points
                for end in (each.low, each.high)
                if end is not None
            ),
            default=0.0,
        )
        for of_points in (True, False)
    }
    return [
        Drawn(
            each,
            around_zero(
                each.low, each.difference, each.high, most[in_points(each)], _interval_said(each, "difference", lang)
            ),
        )
        for each in found
    ]


def _curves(figures: Figures, lang: str) -> list[CurveOf]:
    found = []
    for part in dict.fromkeys(each.part for each in figures.calibration):
        rows = [each for each in figures.calibration if each.part == part]
        said = "; ".join(
            say(
                lang,
                "web.models.foretold.said",
                foretold=cell(row, "foretold", lang),
                true=cell(row, "came_true", lang),
            )
            for row in rows
        )
        found.append(CurveOf(part_said(part, lang), curve([(row.foretold, row.came_true) for row in rows], said), rows))
    return found


def _interval_said(row: Row, column: str, lang: str) -> str:
    return f"{cell(row, column, lang)} ({cell(row, 'low', lang)} – {cell(row, 'high', lang)})"


def _sheet(kind: type[Row], rows: Sequence[Row]) -> Sheet:
    """Codes and figures as they are; what may not be told of use is marked, an empty cell would be read as none."""
    empty = HIDDEN if kind is UseCounted else None
    told = (row.model_dump(mode="json") for row in rows)
    return Sheet(
        columns=tuple(kind.model_fields),
        rows=tuple({name: empty if value is None else value for name, value in row.items()} for row in told),
    )
