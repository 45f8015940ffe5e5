"""Places by category over time: what was counted, what is aimed for, and whether the pace is enough."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from matching.domain.steering import CATEGORIES
from matching.use_cases.steering.places import CataloguePlaces, PlacesRow
from matching.web.charts import At, Plot, plot
from matching.web.manager.part import Asked, Part, rows_of

PATH = "/manager/places"


class CategoryShown(NamedTuple):
    """One category of a programme, or all three: its numbers by day, how its last target stands, and its chart."""

    name: str
    cells: tuple[PlacesRow, ...]
    target: PlacesRow | None
    plot: Plot | None


class SeriesShown(NamedTuple):
    """One programme: its days in order, its categories, who says so, and where the next number is stated."""

    territory: str
    programme: str
    days: tuple[tuple[date, str], ...]
    categories: tuple[CategoryShown, ...]
    sources: tuple[str, ...]
    state: str


def places_part(asked: Asked) -> Part:
    """Every programme that somebody stated places of, and what the catalogue holds today."""
    found = asked.service.places_over_time(viewer=asked.viewer, at=asked.at)
    programmes = dict.fromkeys((row.territory, row.programme) for row in found.rows)
    series = [
        _series(asked, [row for row in found.rows if (row.territory, row.programme) == programme])
        for programme in programmes
    ]
    sheets = {"rows": rows_of(PlacesRow, found.rows), "catalogue": rows_of(CataloguePlaces, found.catalogue)}
    return Part("places", PATH, {"found": found, "series": series, "catalogue": found.catalogue}, sheets)


def _series(asked: Asked, rows: Sequence[PlacesRow]) -> SeriesShown:
    first = rows[0]
    categories = [[row for row in rows if row.category == category] for category in (*CATEGORIES, None)]
    most = max((row.places for row in rows if row.places is not None), default=0)
    told = {"territory": first.territory, "programme": first.programme, "authority": rows[-1].authority}
    return SeriesShown(
        territory=first.territory,
        programme=first.programme,
        days=tuple((row.on, row.kind) for row in categories[0]),
        categories=tuple(_category(asked, each, most) for each in categories),
        sources=tuple(dict.fromkeys(f"{row.authority} ({row.reference})" for row in rows)),
        state=f"{PATH}?{urlencode(told)}#state",
    )


def _category(asked: Asked, rows: Sequence[PlacesRow], most: int) -> CategoryShown:
    """`most` is that of the whole programme, so that its charts are of one scale; a target without a number is none."""
    name = asked.cell(rows[0], "category")
    known = [(row, row.places) for row in rows if row.places is not None]
    said = ", ".join(
        asked.counted(f"{asked.cell(row, 'kind')} {asked.cell(row, 'on')}", places) for row, places in known
    )
    return CategoryShown(
        name=name,
        cells=tuple(rows),
        target=max((row for row, _ in known if row.kind == "target"), key=lambda row: row.on, default=None),
        plot=plot([At(row.kind, row.on, places) for row, places in known], most, said),
    )
