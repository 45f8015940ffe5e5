"""Results in rows: raw and adjusted for case mix, with n and interval, no order when few, small counts hidden.

All horizons and results of one type of employer are tables of the same people, and are protected together.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import Counts, with_totals
from matching.disclosure.protect import LEAST, Protected
from matching.domain.word import Identifier, Name, Word, about
from matching.gaps.results import Adjusted, adjust, wilson
from matching.use_cases.publication import Tables
from matching.use_cases.steering.participations import MONTHS, RESULTS, Participation, Result
from matching.use_cases.steering.sheet import Few

LEAST_TO_COMPARE = 20
"""People with a known result below whom nothing is adjusted and nobody is put in an order: house figure."""

By = Literal["provider", "employer"]
Share = Annotated[float | None, about("Share of people, 0 to 1; absent: hidden, or too few.", 0.31, ge=0, le=1)]


class ResultRow(Word):
    """One result at one provider, or at all of one type of employer."""

    by: Annotated[By, about("Whose row it is.", "provider")]
    provider: Annotated[Identifier | Name | None, about("Provider; absent: all of the type.", "atelier-velo")] = None
    name: Annotated[Name | None, about("Its name.", "Atelier Exemple")] = None
    employer: Annotated[str | None, about("Type of employer; absent: unknown.", "aci")] = None
    result: Annotated[Result, about("Which result.", "job")]
    began: Annotated[Few, about("People who began; who began at two providers counts at each.", 48)] = None
    known: Annotated[Few, about("Of them, people whose result is known.", 41)] = None
    reached: Annotated[Few, about("Of those, people who reached it.", 13)] = None
    raw: Share = None
    raw_low: Share = None
    raw_high: Share = None
    adjusted: Share = None
    adjusted_low: Share = None
    adjusted_high: Share = None
    standing: Annotated[
        Literal["above", "below", "not_told_apart"] | None,
        about("Beside the others, for equal people; absent: too few to compare.", "not_told_apart"),
    ] = None


_UNNAMED = "unnamed"
"""In the tables, all providers of a type that are not named."""
_CAME = _REACHED, _NOT, _UNKNOWN = ("reached", "not_reached", "unknown")


@dataclass(frozen=True)
class _Group:
    """One row in the making: key and what began there, once per person."""

    by: By
    code: str
    provider: str | None
    name: str | None
    employer: str | None
    began: Sequence[Participation]


def result_rows(found: Sequence[Participation], tables: Tables) -> dict[int, tuple[ResultRow, ...]]:
    """By horizon in months the rows of each result: the types of employer, then the providers."""
    types = list(_by_type(found))
    told = {whole.employer: _told(whole, parts, tables) for whole, parts in types}
    rows: dict[int, tuple[ResultRow, ...]] = {}
    for months in MONTHS:
        of_months: list[ResultRow] = []
        for result in RESULTS:
            shown = {employer: each[_table(months, result)] for employer, each in told.items()}
            wholes = [whole for whole, _ in types]
            providers = [part for _, parts in types for part in parts if part.code != _UNNAMED]
            for groups in (wholes, providers):
                of_months += sorted(_compared(groups, months, result, shown), key=_order)
        rows[months] = tuple(of_months)
    return rows


def _by_type(found: Sequence[Participation]) -> Iterator[tuple[_Group, list[_Group]]]:
    """Every type of employer with its providers, those that are not named together; who began at two counts at each."""
    for employer, began in _grouped(found, lambda each: each.option.employer).items():
        parts = []
        for provider, there in _grouped(began, lambda each: each.option.provider_id).items():
            people = list(_once(there))
            parts.append(
                _Group("provider", provider or _UNNAMED, provider, people[0].option.provider, employer, people)
            )
        everybody = [each for part in parts for each in part.began]
        yield _Group("employer", "", None, None, employer, everybody), parts


def _grouped(
    found: Sequence[Participation], key: Callable[[Participation], str | None]
) -> dict[str | None, list[Participation]]:
    groups: dict[str | None, list[Participation]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    return groups


def _once(began: Sequence[Participation]) -> Iterator[Participation]:
    """By person, once however often they began: a result is known where it is once, reached where it was once."""
    for person, theirs in _grouped(began, lambda each: each.person).items():
        reached: dict[int, dict[Result, bool]] = {}
        for each in theirs:
            for months, known in each.reached.items():
                of_months = reached.setdefault(months, {})
                for result, state in known.items():
                    of_months[result] = of_months.get(result, False) or state
        yield Participation(person or "", theirs[0].option, theirs[0].chance, reached)


def _told(whole: _Group, parts: Sequence[_Group], tables: Tables) -> dict[str, Protected]:
    """The tables of one type, provider by what came, at each horizon and of each result.

    A provider is told sooner than its type.
    """
    codes = (tuple(part.code for part in parts), _CAME)
    people = [len(part.began) for part in parts] + [len({each.person for each in whole.began})]
    few = np.array(people)[:, np.newaxis] < LEAST
    counted = {}
    for months in MONTHS:
        for result in RESULTS:
            inner = np.array([_counts(part, months, result) for part in parts], dtype=np.int64)
            values = with_totals(inner)
            counted[_table(months, result)] = Counts(
                ("provider", "came"), codes, values, _withheld(values) | few, parts_matter=("provider",)
            )
    return tables.protect_together(f"results.{whole.employer or 'unknown'}", counted, none_tells=False)


def _withheld(values: NDArray[np.int64]) -> NDArray[np.bool_]:
    """That nobody of those known reached it, or all did, tells of each of them."""
    withheld = np.zeros(values.shape, dtype=np.bool_)
    someone_known = (values[:, 0] + values[:, 1]) > 0
    withheld[:, :2] = (values[:, :2] == 0) & someone_known[:, np.newaxis]
    return withheld


def _table(months: int, result: Result) -> str:
    return f"{months}.{result}"


def _counts(group: _Group, months: int, result: Result) -> tuple[int, int, int]:
    """People who reached it, who did not, and of whom nobody said."""
    states = [each.of(months, result) for each in group.began]
    return states.count(True), states.count(False), states.count(None)


def _compared(
    groups: Sequence[_Group], months: int, result: Result, shown: Mapping[str | None, Protected]
) -> Iterator[ResultRow]:
    known = [sum(_counts(group, months, result)[:2]) for group in groups]
    comparable = [at for at, people in enumerate(known) if people >= LEAST_TO_COMPARE]
    adjusted = _adjusted(groups, comparable, months, result) if len(comparable) > 1 else None
    for at, group in enumerate(groups):
        row = _row(group, result, shown[group.employer])
        if row is None:
            continue
        if row.reached is not None and row.known:
            low, high = wilson(row.reached, row.known)
            raw = {"raw": row.reached / row.known, "raw_low": low, "raw_high": high}
            row = row.model_copy(
                update=raw | (_beside(adjusted, comparable.index(at)) if adjusted and at in comparable else {})
            )
        yield row


def _row(group: _Group, result: Result, table: Protected) -> ResultRow | None:
    """The counts of a row as its table tells them; None where it tells of nobody there."""
    named = {"provider": group.code} if group.by == "provider" else {}
    reached, not_reached, unknown = (table.value(table.counts.at({**named, "came": what})) for what in _CAME)
    began = table.value(table.counts.at(named))
    if not any((reached, not_reached, unknown, began)):
        return None
    known = None
    if reached is not None and not_reached is not None:
        known = reached + not_reached
    elif began is not None and unknown is not None:
        known = began - unknown
    return ResultRow(
        by=group.by,
        provider=group.provider,
        name=group.name,
        employer=group.employer,
        result=result,
        began=began,
        known=known,
        reached=reached if not_reached is not None else None,
    )


def _adjusted(groups: Sequence[_Group], comparable: Sequence[int], months: int, result: Result) -> Adjusted:
    """The model over everybody; what cannot be compared is one group of its own, the last, that nobody is told of."""
    number = {at: place for place, at in enumerate(comparable)}
    rows = [
        (number.get(at, len(comparable)), np.nan if each.chance is None else each.chance, state)
        for at, group in enumerate(groups)
        for each in group.began
        if (state := each.of(months, result)) is not None
    ]
    group, chance, reached = (np.array(column) for column in zip(*rows, strict=True))
    return adjust(group.astype(np.intp), chance.astype(np.float64), reached.astype(np.bool_), int(group.max()) + 1)


def _beside(adjusted: Adjusted, at: int) -> dict[str, object]:
    return {
        "adjusted": float(adjusted.rate[at]),
        "adjusted_low": float(adjusted.low[at]),
        "adjusted_high": float(adjusted.high[at]),
        "standing": ("below", "not_told_apart", "above")[int(adjusted.standing[at]) + 1],
    }


def _order(row: ResultRow) -> tuple[float, str, str]:
    """The compared ones by what equal people would have had; all others by name."""
    return (-row.adjusted if row.adjusted is not None else 1.0, row.employer or "", row.name or "")
