"""What was proposed beside the catalogue, in counts by need, kind, place and language. Never a text or a person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import product

import numpy as np
from sqlalchemy import Connection

from matching.disclosure.counts import Counts
from matching.disclosure.protect import LEAST, Protected
from matching.domain.gap import OutsideCatalogue, OutsideCounts, OutsideLine
from matching.domain.kept import OutsideOption
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.needs import Barrier
from matching.gaps.cube import cube_of
from matching.storage import profiles
from matching.storage.kept import OUTSIDE_OPTIONS
from matching.use_cases.gaps.dimensions import language_of, places_of
from matching.use_cases.gaps.disclosed import TABLE

OUTSIDE = f"{TABLE}.outside"
"""The name that the table is published under."""

OUTSIDE_WEEKS = 52
"""How far back proposals count: a house figure, so that what the catalogue has gained since does not count for ever."""

SEVERAL = "several"
"""The kind of what was proposed to somebody for one need, where it is of several kinds."""

ALONG = (GapDimension.NEED, GapDimension.DISTRICT, GapDimension.LANGUAGE)
_NEED, _DISTRICT, _LANGUAGE = (dimension.value for dimension in ALONG)
_KIND = GapDimension.KIND.value

Proposed = tuple[int, OutsideOption]
"""Whose it is, as a position among the people counted, and what."""


def proposed_outside(connection: Connection, people: Sequence[Profile]) -> list[Proposed]:
    """All that was ever proposed to some people beside the catalogue, in the scope of the transaction."""
    entries = OUTSIDE_OPTIONS.current(connection)
    numbers = dict.fromkeys(entry.person for entry in entries if entry.person)
    files = {number: (file.unit, file.id) for number, file in profiles.of_people(connection, numbers)}
    position = {(person.unit, person.id): at for at, person in enumerate(people)}
    whose = [position.get(files[entry.person]) if entry.person in files else None for entry in entries]
    return [(at, entry.word) for at, entry in zip(whose, entries, strict=True) if at is not None]


def outside_counts(proposed: Iterable[Proposed], people: Sequence[Profile], at: datetime) -> Counts:
    """The people to whom something still stands that was proposed in the weeks before an aware moment.

    A person stands once under each need, so that what is told of a need is told of people; cells of fewer than five
    people are withheld. `people` are as their unit may use them: a need that tells what is withheld there is not
    counted, as in the table of needs. An empty cell is told: it tells of nobody.
    """
    since = at - timedelta(weeks=OUTSIDE_WEEKS)
    kinds: dict[tuple[int, Barrier], set[str]] = {}
    for whose, option in proposed:
        stands = option.withdrawn_at is None and since <= option.at <= at
        if stands and BARRIER_CATEGORIES.get(option.need) not in people[whose].withheld:
            kinds.setdefault((whose, option.need), set()).add(option.kind.value)
    cases = list(kinds)
    places, languages = places_of(people), [language_of(person) for person in people]
    columns = {
        _NEED: [need.value for _, need in cases],
        _DISTRICT: [places[whose] for whose, _ in cases],
        _LANGUAGE: [languages[whose] for whose, _ in cases],
        _KIND: [next(iter(of_case)) if len(of_case) == 1 else SEVERAL for of_case in kinds.values()],
    }
    cube = cube_of(columns, np.array([whose for whose, _ in cases], np.intp), frozenset({_NEED, _KIND}))
    withheld = (cube.people < LEAST) & (cube.cases > 0)
    return Counts(cube.dimensions, cube.codes, cube.cases, withheld, parts_matter=(_NEED,))


def outside_told(
    table: Protected, by: Sequence[GapDimension] = ALONG[:1], of: Mapping[str, str] | None = None
) -> OutsideCatalogue:
    """The table by some dimensions, under some codes; what may not be told is absent.

    Under a code that nobody is counted under there is no line.
    """
    counts, under = table.counts, dict(of or {})
    if any(code not in counts.codes[counts.dimensions.index(name)] for name, code in under.items()):
        return OutsideCatalogue(total=OutsideCounts(all=0, vacancy=0, measure=0, placement=0, several=0))
    names = [dimension.value for dimension in by if dimension.value not in under]
    lines, hidden = [], 0
    for codes in product(*(counts.codes[counts.dimensions.index(name)] for name in names)):
        named = {**under, **dict(zip(names, codes, strict=True))}
        told = _counts_told(table, named)
        if any(told.model_dump().values()):
            lines.append(OutsideLine(**named, counts=told))
        elif told.all != 0:
            hidden += 1
    return OutsideCatalogue(
        total=_counts_told(table, under),
        lines=tuple(sorted(lines, key=lambda line: -line.counts.at_least)) if names else (),
        hidden_lines=hidden if names else 0,
    )


def _counts_told(table: Protected, named: Mapping[str, str]) -> OutsideCounts:
    """The people under some codes by the kind of what they were proposed; a kind that nobody was proposed is 0."""
    counts = table.counts
    kinds = counts.codes[counts.dimensions.index(_KIND)]
    of_kinds = {
        kind: table.value(counts.at({**named, _KIND: kind})) if kind in kinds else 0
        for kind in OutsideCounts.model_fields
        if kind not in {"all", "at_least"}
    }
    place = counts.at(named)
    return OutsideCounts(all=table.value(place), at_least=table.at_least(place), **of_kinds)
