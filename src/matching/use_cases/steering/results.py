"""Results per provider and type of employer: raw and adjusted for case mix, with n and interval, no order when few.

Source: fiche action 2-3 of a French département: results in detail by structure and by type of employer.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray

from matching.domain.outcome import HORIZONS
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import OutcomeKind
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.errors import InvalidInputError
from matching.gaps.results import Adjusted, adjust, wilson
from matching.storage.scope import as_the_house
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.few import LEAST, told
from matching.use_cases.steering.participations import RESULTS, Participation, Result, participations
from matching.use_cases.steering.sheet import Few
from matching.use_cases.workplace import Workplace

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
    began: Annotated[Few, about("People who began.", 48)] = None
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


class Results(Word):
    """Results by provider and by type of employer; within a result, those that can be compared come first."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    months: Annotated[int, about("Months from the start.", 12)]
    least: Annotated[int, about("People below whom nothing is compared: house figure.", 20)] = LEAST_TO_COMPARE
    rows: Annotated[tuple[ResultRow, ...], about("Rows.", [])] = ()


@dataclass(frozen=True)
class _Group:
    """One row in the making: key and what began there."""

    by: By
    provider: str | None
    name: str | None
    employer: str | None
    began: Sequence[Participation]


def results(workplace: Workplace, *, viewer: Viewer, at: datetime, months: int = 12) -> Results:
    """What became of everybody who began something, at `months` from the start, by provider and type of employer.

    What nobody stated is unknown and in no share. A share is told where five people and more reached it and five and
    more did not. ForbiddenError for whoever may not read gaps, InvalidInputError for months at which nothing is stated.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    stated = sorted(HORIZONS[OutcomeKind.UNSUBSIDISED_JOB_AT])
    if months not in stated:
        raise InvalidInputError(
            f"Rien n'est relevé à {months} mois du début ; choisir parmi {', '.join(map(str, stated))}."
        )
    live, model = workplace.live(at), workplace.model
    with (
        workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about="results") as connection,
        as_the_house(connection),
    ):
        found = participations(connection, live, model, months=months, until=at)
    rows = [row for result in RESULTS for row in result_rows(found, result)]
    return Results(at=at, months=months, rows=tuple(rows))


def result_rows(found: Sequence[Participation], result: Result) -> Iterator[ResultRow]:
    """The rows of one result: the types of employer, then the providers."""
    types = _grouped("employer", found, lambda each: each.option.employer)
    providers = _grouped("provider", found, lambda each: (each.option.employer, each.option.provider_id))
    shown = {group.employer: _shown(group, providers, result) for group in types}
    for groups in (types, providers):
        rows = _compared(groups, result, shown)
        yield from sorted(rows, key=_order)


def _grouped(by: By, found: Sequence[Participation], key: Callable[[Participation], object]) -> list[_Group]:
    groups: dict[object, list[Participation]] = {}
    for each in found:
        if by == "employer" or each.option.provider_id is not None:
            groups.setdefault(key(each), []).append(each)
    return [
        _Group(
            by,
            began[0].option.provider_id if by == "provider" else None,
            began[0].option.provider if by == "provider" else None,
            began[0].option.employer,
            began,
        )
        for began in groups.values()
    ]


def _shown(whole: _Group, providers: Sequence[_Group], result: Result) -> dict[str | None, NDArray[np.bool_]]:
    """By provider of one type, and None for the type: which of reached, not reached, known may be told.

    What is left when those listed are taken from the type is a line of its own, so that it cannot be had either.
    """
    parts = [each for each in providers if each.employer == whole.employer]
    total = _counts(whole.began, result)
    counts = [_counts(each.began, result) for each in parts]
    rest = total - sum(counts, np.zeros(3, dtype=np.int64))
    shown = told(np.array([*counts, rest, total]), none_tells=True)
    return {each.provider: mask for each, mask in zip(parts, shown, strict=False)} | {None: shown[-1]}


def _counts(began: Sequence[Participation], result: Result) -> NDArray[np.int64]:
    """(3,) people who reached it, did not, and all of whom it is known."""
    states = _of_each_person(began, result)
    reached = sum(states.values())
    return np.array([reached, len(states) - reached, len(states)], dtype=np.int64)


def _of_each_person(began: Sequence[Participation], result: Result) -> dict[str, bool]:
    """By person, once however often they began: whether they reached it, where it is known."""
    states: dict[str, bool] = {}
    for each in began:
        if result in each.reached:
            states[each.person] = states.get(each.person, False) or each.reached[result]
    return states


def _compared(
    groups: Sequence[_Group], result: Result, shown: dict[str | None, dict[str | None, NDArray[np.bool_]]]
) -> Iterator[ResultRow]:
    counts = [_counts(group.began, result) for group in groups]
    comparable = [at for at, count in enumerate(counts) if count[2] >= LEAST_TO_COMPARE]
    adjusted = _adjusted(groups, comparable, result) if len(comparable) > 1 else None
    for at, group in enumerate(groups):
        mask = shown[group.employer][group.provider]
        people = len({each.person for each in group.began})
        if people < LEAST:
            continue
        unknown = [people - int(_counts(group.began, each)[2]) for each in RESULTS]
        known, reached = int(counts[at][2]), int(counts[at][0])
        may_tell = bool(mask.all()) and known > 0
        row = ResultRow(
            by=group.by,
            provider=group.provider,
            name=group.name,
            employer=group.employer,
            result=result,
            began=None if any(0 < few < LEAST for few in unknown) else people,
            known=known if mask[2] else None,
            reached=reached if may_tell or not known else None,
        )
        if not may_tell:
            yield row
            continue
        low, high = wilson(reached, known)
        yield row.model_copy(
            update={"raw": reached / known, "raw_low": low, "raw_high": high}
            | (_beside(adjusted, comparable.index(at)) if adjusted and at in comparable else {})
        )


def _adjusted(groups: Sequence[_Group], comparable: Sequence[int], result: Result) -> Adjusted:
    """The model over everybody; what cannot be compared is one group of its own, the last, that nobody is told of."""
    number = {at: place for place, at in enumerate(comparable)}
    rows = [
        (number.get(at, len(comparable)), np.nan if each.chance is None else each.chance, each.reached[result])
        for at, group in enumerate(groups)
        for each in group.began
        if result in each.reached
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
