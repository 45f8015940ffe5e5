"""The occupations whose vacancies must be announced, by year and territory."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from matching.domain.reporting_duty import ReportingList, ReportingOccupation
from matching.storage.catalogue_state import CatalogueLog
from matching.storage.changes import Changes
from matching.storage.tables import reporting_occupations as table

_REMOVE = delete(table).where(
    table.c.year == bindparam("of"), table.c.territory == bindparam("at"), table.c.code == bindparam("listed")
)


def read_list(connection: Connection) -> ReportingList:
    """The list as stored, all years."""
    return ReportingList(_stored(connection))


def put(connection: Connection, items: Sequence[ReportingOccupation], *, replace_years: bool) -> Changes:
    """Add the occupations; with `replace_years` what else is stored of the years they name goes."""
    log = CatalogueLog(connection)
    stored = set(_stored(connection))
    told = set(items)
    new = sorted(told - stored, key=lambda item: item.id)
    years = {item.year for item in told}
    gone = sorted((item for item in stored - told if replace_years and item.year in years), key=lambda item: item.id)
    if new:
        connection.execute(insert(table), [_row(item) for item in new])
    if gone:
        connection.execute(_REMOVE, [{"of": item.year, "at": item.territory, "listed": item.ch_isco} for item in gone])
    for sign, items_ in (("+", new), ("-", gone)):
        for item in items_:
            log.add(f"{sign}duty {item.id}\n")
    log.write()
    return Changes(added=len(new), unchanged=len(told & stored), withdrawn=len(gone))


def _stored(connection: Connection) -> list[ReportingOccupation]:
    rows = connection.execute(select(table)).all()
    return [ReportingOccupation(year=row.year, territory=row.territory, ch_isco=row.code) for row in rows]


def _row(item: ReportingOccupation) -> dict[str, int | str]:
    return {"year": item.year, "territory": item.territory, "code": item.ch_isco}
