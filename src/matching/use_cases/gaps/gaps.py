"""What the catalogue lacks: everybody's weighty needs against all measures and places, in counts that may be told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

import numpy as np

from matching.disclosure.protect import Protected
from matching.domain.gap import GapCounts, GapCriterion, GapLine, GapOffer, GapQuestion, Gaps, OutsideCatalogue
from matching.domain.opportunity import Place
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.gaps import CONFIRMED_GAPS, GapDimension
from matching.domain.word import Word
from matching.errors import InvalidInputError, NotFoundError
from matching.gaps.cube import Cube, cube_of
from matching.messages.say import say, spoken
from matching.storage.scope import as_the_house
from matching.use_cases.gaps.cases import Cases, Everybody, cases_of
from matching.use_cases.gaps.dimensions import language_of, municipality_of, payer_of, places_of
from matching.use_cases.gaps.disclosed import LEAST, TABLE, counts_of
from matching.use_cases.gaps.known import WEEKS, known_in_units
from matching.use_cases.gaps.offers import offers_of
from matching.use_cases.gaps.outside import ALONG, OUTSIDE, outside_counts, outside_told, proposed_outside
from matching.use_cases.gaps.said import criterion_said, offer_said, question_said
from matching.use_cases.gaps.told import criteria_told, offers_told, questions_told
from matching.use_cases.located import located
from matching.use_cases.nightly.everyone import everyone
from matching.use_cases.publication import Tables, answer, last_told
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.visibility.options import open_to_all

WAIT_WEEKS = 12
"""A longer wait is no place: a house figure, the same for all, as two tables that differ in it would tell of few."""

MOST = 5
BY = (GapDimension.NEED, GapDimension.DISTRICT)

REASON = "reason"
OF_THE_CASE = frozenset({GapDimension.NEED.value, GapDimension.KIND.value, REASON})


class CountedGaps(Word):
    """All that is told beside the table, as it was counted; sentences are made when it is read."""

    counted_on: date
    files: int | None
    logged: bool
    criteria: tuple[GapCriterion, ...]
    offers: tuple[GapOffer, ...]
    questions: tuple[GapQuestion, ...]
    unconfirmed: int


def gaps(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    by: Sequence[str] = BY,
    offers: int = 3,
    criteria: int = 3,
    lang: str = "fr",
    step: Callable[[int, int], None] = lambda _done, _of: None,
) -> Gaps:
    """What was counted at an aware moment or in the week before, by some dimensions, with the first `offers` new offers
    and `criteria`; all of these are run again when they are counted.

    ForbiddenError for whoever may not read gaps; InvalidInputError for a dimension that there is not, or a number that
    is too large. `step` hears how many files are read.
    """
    dimensions = _dimensions(by)
    _check(offers, "offers", MOST)
    _check(criteria, "criteria", MOST)
    told, table = counted_gaps(workplace, viewer=viewer, at=at, step=step)
    lines, hidden_lines = lines_of(table, dimensions)
    notes = ["gaps.note.counts", "gaps.note.hidden", "gaps.note.district", "gaps.note.wait", "gaps.note.places"]
    notes += [] if told.logged else ["gaps.note.no_log"]
    return Gaps(
        at=at,
        language=spoken(lang),
        by=dimensions,
        files=told.files,
        counted_on=told.counted_on,
        total=counts_told(table, {}),
        lines=lines if dimensions else (),
        hidden_lines=hidden_lines if dimensions else 0,
        criteria=tuple(criterion_said(each, lang) for each in told.criteria[:criteria]),
        offers=tuple(offer_said(each, lang) for each in told.offers[:offers]),
        questions=tuple(question_said(each, lang) for each in told.questions),
        outside=_outside(workplace, [GapDimension.NEED, *dimensions], {}),
        unconfirmed=told.unconfirmed,
        notes=tuple(say(lang, note, wait=WAIT_WEEKS, weeks=WEEKS, least=LEAST, few=LEAST - 1) for note in notes),
    )


def counted_gaps(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    step: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[CountedGaps, Protected]:
    """What was counted last, or is now where that is a week ago, and the table that all counts are read from.

    ForbiddenError for whoever may not read gaps.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    told = answer(
        workplace,
        TABLE,
        CountedGaps,
        lambda tables: _counted(workplace, tables, viewer, at, step),
        viewer=viewer,
        at=at,
    )
    table = last_told(workplace, TABLE)
    if table is None:
        raise NotFoundError("Le tableau des lacunes n'est plus là ; redemander les lacunes.")
    return told, table.table


def table_of(cases: Cases, everybody: Everybody, places: Sequence[str]) -> Cube:
    """The cases counted by need, place, language, payer, kind and reason; `places` (n_people,) is each person's."""
    people, whose = everybody.people, cases.person.tolist()
    languages = [language_of(person) for person in people]
    payers = [payer_of(person, everybody.on) for person in people]
    of_cases = cases.columns()
    columns = {
        GapDimension.NEED.value: of_cases["need"],
        GapDimension.DISTRICT.value: [places[at] for at in whose],
        GapDimension.LANGUAGE.value: [languages[at] for at in whose],
        GapDimension.PAYER.value: [payers[at] for at in whose],
        GapDimension.KIND.value: of_cases["kind"],
        REASON: of_cases["reason"],
    }
    return cube_of(columns, cases.person, OF_THE_CASE)


def lines_of(
    table: Protected, by: Sequence[GapDimension], of: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[GapLine, ...], int]:
    """The combinations of codes with a count that may be told, those with most certain gaps first; how many have none.

    `of` are codes that all of them share. All are read from the one table; what may not be told is absent. Where nobody
    has a need there is no line. InvalidInputError for a code that there is not.
    """
    cube, may_show = table.counts, table.shown
    axes = [cube.dimensions.index(dimension.value) for dimension in by]
    whole = cube.at(of)
    inner = tuple(slice(0, -1) if axis in axes else whole[axis] for axis in range(may_show.ndim - 1))
    someone = cube.values[inner] > 0
    empty = may_show[inner][..., -1] & ~someone[..., -1]
    told = (may_show[inner] & someone).any(axis=-1)
    order = sorted(axes)  # what is left of the table keeps its own order of dimensions
    lines = []
    for place in np.argwhere(told):
        along = {cube.dimensions[axis]: cube.codes[axis][at] for axis, at in zip(order, place, strict=True)}
        named = {**of, **along}
        lines.append(GapLine(**named, counts=counts_told(table, named)))
    return tuple(sorted(lines, key=_by_gaps)), int((~empty).sum()) - len(lines)


def _counted(
    workplace: Workplace, tables: Tables, viewer: Viewer, at: datetime, step: Callable[[int, int], None]
) -> CountedGaps:
    """Everybody against all measures and places, and all that is told of it."""
    found = everyone(workplace, viewer=viewer, at=at, about=TABLE, ranked=False, step=step)
    laid, rows = offers_of(found.live, open_to_all(found.live.publication, at), WAIT_WEEKS)
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=TABLE) as connection, as_the_house(connection):
        known = known_in_units(connection, laid.ids, at)
        proposed = proposed_outside(connection, found.people)
    everybody = Everybody(found.people, found.on, found.resting[:, rows], known)
    cases = cases_of(everybody, laid)
    cube = table_of(cases, everybody, places_of(everybody.people))
    tables.protect(TABLE, counts_of(cube), none_tells=False)
    tables.protect(OUTSIDE, outside_counts(proposed, found.people, at), none_tells=False)
    rules, broken_rules = criteria_told(cases, everybody, laid, tables, most=MOST)
    bought, broken_offers = offers_told(cases, everybody, laid, _sites(workplace, everybody.people), most=MOST)
    files = len(everybody.people)
    return CountedGaps(
        counted_on=found.on,
        files=files if files >= LEAST else None,
        logged=bool(known),
        criteria=rules,
        offers=bought,
        questions=questions_told(cases, tables),
        unconfirmed=broken_rules + broken_offers,
    )


def gaps_outside(
    workplace: Workplace, of: Mapping[GapDimension, str], *, viewer: Viewer, at: datetime
) -> OutsideCatalogue | None:
    """What was proposed beside the catalogue under some codes, by need; counted with the gaps, and told as they are.

    None where a code is of a dimension that it is not counted by, or nothing is counted yet. ForbiddenError for whoever
    may not read gaps.
    """
    counted_gaps(workplace, viewer=viewer, at=at)
    under = {dimension.value: code for dimension, code in of.items()}
    return _outside(workplace, [GapDimension.NEED], under) if set(of) <= set(ALONG) else None


def _outside(workplace: Workplace, by: Sequence[GapDimension], of: Mapping[str, str]) -> OutsideCatalogue | None:
    """The table as last told, which a store of before this version has not."""
    told = last_told(workplace, OUTSIDE)
    if told is None:
        return None
    return outside_told(told.table, [each for each in ALONG if each in by], of)


def counts_told(table: Protected, named: Mapping[str, str]) -> GapCounts:
    """The needs under some codes by what became of them, as far as they may be told."""
    counts = table.counts
    of_reasons = {reason: table.value(counts.at({**named, REASON: reason})) for reason in counts.codes[-1]}
    place = counts.at(named)
    return GapCounts(all=table.value(place), at_least=table.at_least(place), **of_reasons)


def in_gaps(workplace: Workplace, wanted: Mapping[str, str], *, region: str, district: str | None) -> int | None:
    """How many needs of some codes are certain gaps there, by the table as last told; None where not all is told.

    `region` is a canton or département, `district` a municipality of it, or all of them.
    """
    told = last_told(workplace, TABLE)
    if told is None:
        return None
    counts = told.table.counts
    gaps_of = [reason.value for reason in CONFIRMED_GAPS if reason.value in counts.codes[-1]]
    try:
        cells = [
            counts.at({**wanted, GapDimension.DISTRICT.value: place, REASON: each})
            for place in _places_there(told.table, region, district)
            for each in gaps_of
        ]
    except InvalidInputError:  # nobody is counted under one of the codes
        return None
    numbers = [told.table.value(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def has_place(workplace: Workplace, *, region: str, district: str | None) -> bool | None:
    """Whether the table as last told has a canton, département or municipality by itself; None where there is none."""
    told = last_told(workplace, TABLE)
    return None if told is None else bool(_places_there(told.table, region, district))


def _places_there(table: Protected, region: str, district: str | None) -> list[str]:
    counts = table.counts
    return [
        place
        for place in counts.codes[counts.dimensions.index(GapDimension.DISTRICT.value)]
        if place == f"{region}/{district}" or (not district and place.startswith(f"{region}/"))
    ]


def _by_gaps(line: GapLine) -> tuple[int, int]:
    """The most certain gaps first, by what may be told of them; then the most needs."""
    counts = dict(line.counts)
    return -sum(counts[reason.value] or 0 for reason in CONFIRMED_GAPS), -(line.counts.all or 0)


def _dimensions(by: Sequence[str]) -> tuple[GapDimension, ...]:
    known = {dimension.value: dimension for dimension in GapDimension}
    unknown = [name for name in by if name not in known]
    if unknown:
        raise InvalidInputError(
            "Les lacunes ne se comptent pas par « {unknown} » ; dimensions possibles : {known}.",
            unknown=unknown[0],
            known=list(known),
        )
    return tuple(dict.fromkeys(known[name] for name in by))


def _check(number: int, name: str, most: int) -> None:
    if not 0 <= number <= most:
        raise InvalidInputError(
            "{name} vaut de 0 à {most}, pas {number} ; corriger ce nombre.", name=name, most=most, number=number
        )


def _sites(workplace: Workplace, people: Sequence[Profile]) -> dict[tuple[str, str], Place]:
    """The municipalities where these people live, as far as it is known where they lie."""
    homes = {home: person.residence for person in people if (home := municipality_of(person)) is not None}
    sites = {}
    for (region, municipality), residence in homes.items():
        if residence is not None:
            place = Place(country=residence.country, region=region, municipality=municipality)
            found = located(place, workplace.gazetteer)
            if found.latitude is not None:
                sites[region, municipality] = found
    return sites
