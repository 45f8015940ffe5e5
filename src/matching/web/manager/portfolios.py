"""The portfolios of all units in numbers, by class; of one unit as far as its counts may be told."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from matching.errors import NotFoundError
from matching.use_cases.steering.portfolio_counts import PortfolioCount
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part, rows_of

PATH = "/manager/portfolios"


class ClassShown(NamedTuple):
    """People of one class, and their share of all; None where one of the two counts is hidden."""

    row: PortfolioCount
    share: str | None
    bar: Bar | None


class DimensionShown(NamedTuple):
    """One thing that portfolios are seen by: all people, and those of each class."""

    name: str
    whole: PortfolioCount | None
    classes: tuple[ClassShown, ...]


def portfolios_part(asked: Asked, unit: str | None = None) -> Part:
    """All units together or one; NotFoundError for one of which nothing is told."""
    found = asked.service.portfolio_counts(viewer=asked.viewer, at=asked.at)
    units = tuple(dict.fromkeys(row.unit for row in found.rows if row.unit is not None))
    if unit is not None and unit not in units:
        raise NotFoundError(
            "De l'unité « {unit} », aucun nombre ne peut être dit ; en choisir une de la liste.", unit=unit
        )
    rows = [row for row in found.rows if row.unit == unit]
    dimensions = [
        _dimension(asked, [row for row in rows if row.dimension == name])
        for name in dict.fromkeys(row.dimension for row in rows)
    ]
    address = PATH if unit is None else f"{PATH}?{urlencode({'unit': unit})}"
    names = {each.id: each.name for each in asked.service.units()}
    facts = {
        "found": found,
        "unit": unit,
        "units": [(each, names.get(each, each)) for each in units],
        "dimensions": dimensions,
        "masked": any(row.people is None for row in rows),
    }
    return Part("portfolios", address, facts, {"rows": rows_of(PortfolioCount, found.rows)})


def _dimension(asked: Asked, rows: Sequence[PortfolioCount]) -> DimensionShown:
    whole = next((row for row in rows if row.group is None), None)
    classes = [row for row in rows if row.group is not None]
    all_of_them = None if whole is None else whole.people
    return DimensionShown(
        name=asked.cell(rows[0], "dimension"),
        whole=whole,
        classes=tuple(_class(asked, row, all_of_them) for row in classes),
    )


def _class(asked: Asked, row: PortfolioCount, all_of_them: int | None) -> ClassShown:
    people = row.people
    if people is None or not all_of_them:
        return ClassShown(row, None, None)
    share = round(100 * people / all_of_them)
    said = asked.counted(asked.cell(row, "group"), people)
    return ClassShown(row, f"{share} %" if share else "< 1 %", bar([("all", people, said)], all_of_them))
