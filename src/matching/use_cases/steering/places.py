"""Places by category over time: what was counted, what is aimed for, and whether the pace is enough."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Annotated

import numpy as np

from matching.domain.opportunity import Placement
from matching.domain.permission import Permission
from matching.domain.steering import CATEGORIES, Category, PlaceStatement
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Moment, Name, Word, about
from matching.errors import InvalidInputError
from matching.gaps.places_pace import Count, Standing, pace
from matching.storage.ledger import Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import place_targets
from matching.use_cases.live import Live
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.where_and_when import check_day, check_territory
from matching.use_cases.workplace import Workplace
from matching.visibility.options import open_to_all
from matching.working_days.swiss_time import swiss_day

_LEDGER = Ledger(place_targets, PlaceStatement)


class PlacesRow(Word):
    """One category of one programme at one day: counted with what is aimed for, or the target itself."""

    territory: Annotated[str, about("Canton or département.", "CH-NE")]
    programme: Annotated[Name, about("Which places.", "programmes spécifiques d'emploi temporaire")]
    category: Annotated[Category | None, about("Category; absent: all three.", "professional")] = None
    kind: Annotated[str, about("observed or target.", "target")]
    on: Annotated[date, about("At the end of that day.", "2014-12-31")]
    places: Annotated[int | None, about("Places; absent is unknown.", 136, ge=0)] = None
    distance: Annotated[int | None, about("Of a target: places still to go from the last count.", 50)] = None
    needed_per_year: Annotated[float | None, about("Of a target: pace that leads there in a straight line.", 25.0)] = (
        None
    )
    observed_per_year: Annotated[float | None, about("Of a target: pace between the last two counts.", 37.9)] = None
    standing: Annotated[Standing | None, about("Of a target: how it stands.", "on_pace")] = None
    authority: Annotated[Name, about("Who says so.", "Service de l'emploi (exemple)")]
    reference: Annotated[Name, about("Where it is written.", "Bilan CII 2009-2013")]


class CataloguePlaces(Word):
    """Offers of the catalogue in one category: entries and free places, not all the places there are."""

    territory: Annotated[str | None, about("Canton or département; absent is unknown.", "CH-NE")] = None
    category: Annotated[Category | None, about("Category; absent: not stated.", "professional")] = None
    offers: Annotated[int, about("Entries of the catalogue.", 3, ge=0)]
    free_places: Annotated[int, about("Free places where they are known.", 4, ge=0)]
    offers_unknown: Annotated[int, about("Entries whose free places are not known.", 1, ge=0)]


class PlacesOverTime(Word):
    """Stated places and targets, by territory, programme, category and day; beside them what the catalogue holds."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    rows: Annotated[tuple[PlacesRow, ...], about("Rows.", [])] = ()
    catalogue: Annotated[tuple[CataloguePlaces, ...], about("The catalogue today.", [])] = ()


def state_places(workplace: Workplace, statement: PlaceStatement, *, viewer: Viewer, at: datetime) -> PlaceStatement:
    """Write down what an authority counted or aims for; said again for the same day it is a new version, none is lost.

    ForbiddenError for whoever may not steer; InvalidInputError when no category is told, there is no such territory, or
    a count lies ahead, or any day beyond what `where_and_when` takes.
    """
    refuse_role_without(viewer, Permission.STEER)
    if all(statement.of(category) is None for category in CATEGORIES):
        raise InvalidInputError("Aucune catégorie n'a de nombre de places ; en indiquer une au moins.")
    if statement.kind == "observed" and statement.on > swiss_day(at):
        raise InvalidInputError(
            "Un compte du {day} est à venir ; corriger le jour, ou indiquer des places visées.", day=statement.on
        )
    check_territory(statement.territory)
    check_day(statement.on, at)
    with workplace.acting(viewer, Act.STEER, at=at, about=statement.territory) as connection:
        known = _LEDGER.current(connection, subjects=[statement.territory])
        same = next((entry for entry in known if _about(entry.word) == _about(statement)), None)
        if same is None:
            _LEDGER.add(connection, statement, subject=statement.territory, unit=None, author=viewer.account, at=at)
        elif same.word != statement:
            _LEDGER.revise(connection, same, statement, author=viewer.account, at=at)
    return statement


def places_over_time(workplace: Workplace, *, viewer: Viewer, at: datetime) -> PlacesOverTime:
    """All series with their targets, at an aware moment. ForbiddenError for whoever may not read gaps."""
    refuse_role_without(viewer, Permission.READ_GAPS)
    with workplace.database.read(NOBODY) as connection:
        known = [entry.word for entry in _LEDGER.current(connection)]
    series: dict[tuple[str, str], list[PlaceStatement]] = {}
    for one in sorted(known, key=lambda one: (one.territory, one.programme, one.on, one.kind)):
        series.setdefault((one.territory, one.programme), []).append(one)
    rows = [
        row
        for statements in series.values()
        for category in (*CATEGORIES, None)
        for row in _rows(statements, category, swiss_day(at))
    ]
    return PlacesOverTime(at=at, rows=tuple(rows), catalogue=tuple(_catalogue(workplace.live(at), at)))


def _about(statement: PlaceStatement) -> tuple[str, str, date]:
    return statement.programme, statement.kind, statement.on


def _rows(statements: Sequence[PlaceStatement], category: Category | None, today: date) -> Iterator[PlacesRow]:
    counts = [
        Count(one.on, places)
        for one in statements
        if one.kind == "observed" and (places := one.of(category)) is not None
    ]
    for one in statements:
        places = one.of(category)
        towards = None if places is None or one.kind != "target" else pace(counts, Count(one.on, places), today)
        yield PlacesRow(
            territory=one.territory,
            programme=one.programme,
            category=category,
            kind=one.kind,
            on=one.on,
            places=places,
            distance=towards.distance if towards else None,
            needed_per_year=towards.needed if towards else None,
            observed_per_year=towards.observed if towards else None,
            standing=towards.standing if towards else None,
            authority=one.authority,
            reference=one.reference,
        )


def _catalogue(live: Live, at: datetime) -> Iterator[CataloguePlaces]:
    """Entries that all may know of, counted today."""
    offers: Counter[tuple[str | None, Category | None]] = Counter()
    free, unknown = Counter(offers), Counter(offers)
    for row in np.flatnonzero(open_to_all(live.publication, at)):
        option = live.snapshot.option(int(row))
        if not isinstance(option, Placement):
            continue
        place = option.place
        where = f"{place.country.value.upper()}-{place.region}" if place and place.region else None
        key = where, option.category
        offers[key] += 1
        places = option.free_places_on(swiss_day(at))
        free[key] += places or 0
        unknown[key] += places is None
    order = (*CATEGORIES, None)
    for key in sorted(offers, key=lambda key: (key[0] is None, key[0] or "", order.index(key[1]))):
        yield CataloguePlaces(
            territory=key[0],
            category=key[1],
            offers=offers[key],
            free_places=free[key],
            offers_unknown=unknown[key],
        )
