"""Offers of different catalogues that are alike, what tells them apart, and for how many people each is open.

Whether a duplicate is one is not said: Neuchâtel kept those that the size of the market justified. Source: Bilan CII.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.protect import LEAST
from matching.domain.criteria import Criteria
from matching.domain.opportunity import Measure
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.measures import MeasureForm
from matching.domain.vocabulary.needs import Barrier
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.gaps.overlaps import LEAST_LIKENESS, Alike, Offers, near_duplicates
from matching.places.distance import kilometres
from matching.snapshot.columns import position
from matching.use_cases.live import Live
from matching.use_cases.nightly.everyone import Everyone, Steps, everyone
from matching.use_cases.publication import Tables, answer
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.log import may_be_told
from matching.use_cases.steering.markets import ABOUT, Market, markets_told
from matching.use_cases.steering.sheet import Few
from matching.use_cases.workplace import Workplace
from matching.visibility.options import open_to_all

Difference = Literal["payer", "provider", "language", "place", "criteria", "duration", "legal_basis"]

_SAME_PLACE_KM = 1.0
_USUAL_RADIUS_KM = 30.0
"""How far a person is taken to go who has not said; a house figure."""


class OverlapRow(Word):
    """Two alike offers of different payers, and the people for whom they are open."""

    first: Annotated[Identifier, about("One offer.", "own:vd-mip-atelier")]
    first_title: Annotated[Name, about("Its title.", "Atelier de mécanique")]
    first_payer: Annotated[Payer | None, about("Who pays it.", "as_canton")] = None
    second: Annotated[Identifier, about("The other.", "own:ac-pet-atelier")]
    second_title: Annotated[Name, about("Its title.", "Atelier mécanique")]
    second_payer: Annotated[Payer | None, about("Who pays it.", "ac")] = None
    likeness: Annotated[float, about("How alike, from 0 to 1.", 0.87, ge=-1, le=1.001)]
    kilometres: Annotated[float | None, about("How far apart; absent is unknown.", 4.2, ge=0)] = None
    needs: Annotated[tuple[Barrier, ...], about("Needs that both address.", ["work_rhythm"])] = ()
    differs: Annotated[tuple[Difference, ...], about("What tells them apart.", ["payer", "criteria"])] = ()
    criteria: Annotated[tuple[str, ...], about("Conditions that differ, by their names.", ["min_age"])] = ()
    both: Annotated[Few, about("People within reach for whom both are open.", 14)] = None
    only_first: Annotated[Few, about("For whom only the first is.", 9)] = None
    only_second: Annotated[Few, about("For whom only the second is.", 22)] = None
    either: Annotated[Few, about("The size of the market: for whom either is.", 45)] = None
    free_places: Annotated[int | None, about("Free places of both; absent where one is unknown.", 6, ge=0)] = None


class Overlaps(Word):
    """Pairs, the most alike first."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    counted_on: Annotated[date, about("Counted on; it stands for a week.", "2026-11-23")]
    offers: Annotated[int, about("Activities looked at.", 60, ge=0)]
    people: Annotated[Few, about("Files looked at.", 212)] = None
    least: Annotated[float, about("Likeness from which a pair is listed: house figure.", 0.45)] = LEAST_LIKENESS
    rows: Annotated[tuple[OverlapRow, ...], about("Rows.", [])] = ()


def overlaps(workplace: Workplace, *, viewer: Viewer, at: datetime, step: Steps = lambda _done, _of: None) -> Overlaps:
    """Near-duplicates among the activities of different payers, or sources where none is told, with their market.

    Wage subsidies and allowances are not looked at: each is its law's own. A person counts where an offer is not ruled
    out for them and lies within their radius; an unknown place or home excludes nobody. `step` hears how many people
    are done. ForbiddenError for whoever may not read gaps.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)

    def counted(tables: Tables) -> Overlaps:
        live = workplace.live(at)
        rows = _activities(live, at)
        options = [option for row in rows if isinstance(option := live.snapshot.option(row), Measure)]
        pairs = near_duplicates(_offers(live, np.array(rows, dtype=np.intp), options))
        seen = everyone(workplace, viewer=viewer, at=at, about=ABOUT, ranked=False, step=step)
        markets = _markets(pairs, rows, seen, tables)
        return Overlaps(
            at=at,
            counted_on=seen.on,
            offers=len(rows),
            people=people if (people := len(seen.people)) >= LEAST else None,
            rows=tuple(_row(pair, options, market, seen.on) for pair, market in zip(pairs, markets, strict=True)),
        )

    told = answer(workplace, ABOUT, Overlaps, counted, viewer=viewer, at=at)
    live = workplace.live(at)
    shown = [row for row in told.rows if all(may_be_told(live, id_, at) for id_ in (row.first, row.second))]
    return told.model_copy(update={"at": at, "rows": tuple(shown)})


def _activities(live: Live, at: datetime) -> list[int]:
    measures = open_to_all(live.publication, at) & (live.criteria.kind == position(OpportunityKind.MEASURE))
    options = {int(row): live.snapshot.option(int(row)) for row in np.flatnonzero(measures)}
    return [row for row, one in options.items() if isinstance(one, Measure) and one.form is MeasureForm.ACTIVITY]


def _offers(live: Live, rows: NDArray[np.intp], options: Sequence[Measure]) -> Offers:
    whose = [option.payer.value if option.payer else f"source {option.id.partition(':')[0]}" for option in options]
    number = {name: at for at, name in enumerate(dict.fromkeys(whose))}
    return Offers(
        roles=live.index.roles.vectors[rows],
        bodies=live.index.bodies.vectors[rows],
        catalogue=np.array([number[name] for name in whose], dtype=np.int64),
        needs=live.criteria.needs[rows].astype(np.uint64),
        type=live.traits.type[rows].astype(np.int64),
        latitude=live.criteria.latitude[rows],
        longitude=live.criteria.longitude[rows],
    )


def _markets(pairs: Sequence[Alike], rows: Sequence[int], seen: Everyone, tables: Tables) -> list[Market]:
    ids = [tuple(str(seen.live.snapshot.ids[rows[at]]) for at in (pair.first, pair.second)) for pair in pairs]
    open_to = {at: _open_to(seen, rows[at]) for pair in pairs for at in (pair.first, pair.second)}
    return markets_told(ids, [(open_to[pair.first], open_to[pair.second]) for pair in pairs], tables)


def _row(pair: Alike, options: Sequence[Measure], market: Market, on: date) -> OverlapRow:
    first, second = options[pair.first], options[pair.second]
    free = [option.free_places_on(on) for option in (first, second)]
    return OverlapRow(
        first=first.id,
        first_title=first.title,
        first_payer=first.payer,
        second=second.id,
        second_title=second.title,
        second_payer=second.payer,
        likeness=round(pair.likeness, 3),
        kilometres=None if np.isnan(pair.kilometres) else round(pair.kilometres, 1),
        needs=tuple(need for need in first.criteria.needs or () if need in (second.criteria.needs or ())),
        differs=tuple(_differences(first, second, pair.kilometres)),
        criteria=_criteria_that_differ(first.criteria, second.criteria),
        both=market.both,
        only_first=market.only_first,
        only_second=market.only_second,
        either=market.either,
        free_places=None if None in free else sum(places or 0 for places in free),
    )


def _open_to(seen: Everyone, row: int) -> NDArray[np.bool_]:
    """(n_people,) bool: for whom an offer is open, and not known to be out of reach."""
    criteria = seen.live.criteria
    homes = [person.residence for person in seen.people]
    far = kilometres(
        float(criteria.latitude[row]),
        float(criteria.longitude[row]),
        [np.nan if home is None or home.latitude is None else home.latitude for home in homes],
        [np.nan if home is None or home.longitude is None else home.longitude for home in homes],
    )
    radius = np.array([person.mobility.radius_km or _USUAL_RADIUS_KM for person in seen.people], dtype=np.float64)
    is_open = np.array([seen.open_to(person)[row] for person in range(len(seen.people))], dtype=np.bool_)
    return np.asarray(is_open & (bool(criteria.remote[row]) | ~(far > radius)))


def _differences(first: Measure, second: Measure, apart: float) -> list[Difference]:
    """What is known to differ, in the order in which it is told: what one of them does not state tells nothing."""
    stated: list[tuple[Difference, object, object]] = [
        ("payer", first.payer, second.payer),
        ("provider", first.provider_id or first.provider, second.provider_id or second.provider),
        ("language", first.language, second.language),
        ("place", 0.0, None if np.isnan(apart) else max(0.0, apart - _SAME_PLACE_KM)),
        ("criteria", (), _criteria_that_differ(first.criteria, second.criteria)),
        ("duration", first.timing.max_weeks, second.timing.max_weeks),
        ("legal_basis", first.legal_basis, second.legal_basis),
    ]
    return [what for what, one, other in stated if None not in (one, other) and one != other]


def _criteria_that_differ(first: Criteria, second: Criteria) -> tuple[str, ...]:
    return tuple(name for name in Criteria.model_fields if getattr(first, name) != getattr(second, name))
