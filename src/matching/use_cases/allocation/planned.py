"""What a night found, as counts: options that have a price, budgets, and how people fare with prices and without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from matching.allocation.outlook import Outlook, quarters
from matching.allocation.programme import Programme, Solved
from matching.disclosure.counts import Counts, count, with_totals
from matching.disclosure.protect import LEAST, Protected
from matching.domain.allocation_plan import (
    UNKNOWN,
    AllocationPlan,
    PlannedGroup,
    PlannedOption,
    PlannedPayer,
    PlannedSession,
)
from matching.domain.payer_budget import PayerBudget
from matching.domain.vocabulary.needs import Objective
from matching.ranking.rank import KINDS
from matching.use_cases.allocation.supply import Supply, next_start
from matching.use_cases.nightly.everyone import Everyone
from matching.use_cases.told_tables import Publication

_FATES = ("shown", "lost", "never")
_QUARTERS = ("1", "2", "3", "4")


@dataclass(frozen=True)
class Found:
    """All that the plan is counted from; `prices` (n_options,) in points, `cantons` by unit."""

    everyone: Everyone
    supply: Supply
    programme: Programme
    solved: Solved
    prices: NDArray[np.float64]
    budgets: Sequence[PayerBudget]
    before: Outlook
    after: Outlook
    cantons: Mapping[str, str]
    per_place: float


PARTED_BY = ("own_chance", "canton", "objective")
"""By what people are parted, each for itself: together the groups of a small office would all be too small to tell."""


def people_by_group(found: Found) -> dict[str, Counts]:
    """Who is shown something, lost it to prices or never had it, by each thing that parts people.

    The tables are protected together, so that none gives another's small cell away.
    """
    columns, codes = _columns_of(found), {"own_chance": _QUARTERS, "fate": _FATES}
    return {by: count({"fate": columns["fate"], by: columns[by]}, codes) for by in PARTED_BY}


def people_by_option(found: Found) -> Counts:
    """How many people have each option among their first ones, options that nobody has left out."""
    wanted = found.before.wanted
    rows = np.flatnonzero(wanted > 0)
    codes = tuple(found.everyone.live.snapshot.ids[row] for row in rows.tolist())
    values = with_totals(np.round(wanted[rows]).astype(np.int64))
    return Counts(("option",), (codes,), values, parts_matter=("option",))  # nobody is told their sum


def plan_of(found: Found, told: Mapping[str, Publication], wanted: Publication) -> AllocationPlan:
    """The counts of a night; those of fewer than five people are left out.

    `told` are the tables of people by group, `wanted` that of people by option; what is planned is of tonight.
    """
    wishes = found.programme.wishes
    wished = wishes.per_option(np.ones(len(wishes.options))) > 0
    full = np.unique(found.everyone.worth.rows[found.supply.full[found.everyone.worth.rows]])
    groups = tuple(_groups(found, {by: each.table for by, each in told.items()}))
    return AllocationPlan(
        options=tuple(_options(found, wanted.table)),
        payers=tuple(_payers(found)),
        groups=groups,
        people=groups[0].people,
        people_counted_on=min(each.counted_on for each in told.values()),
        places_unknown=int((wished & np.isinf(found.supply.places)).sum()),
        full=len(full),
        gap=max(0.0, round(found.solved.gap, 9)),
    )


def _options(found: Found, wanted: Protected) -> list[PlannedOption]:
    live, planned = found.everyone.live, found.programme.wishes.per_option(found.solved.shares)
    taken = found.programme.taken(found.solved.shares)
    counted = set(wanted.counts.codes[0])
    told = []
    for row in np.flatnonzero(found.prices > 0).tolist():
        option = live.snapshot.option(row)
        places, proposals = found.supply.places[row], found.supply.proposals[row]
        later = taken[found.programme.later.options == row]
        sessions = _sessions(found, row, [planned[row] - later.sum(), *later])
        told.append(
            PlannedOption(
                opportunity=option.id,
                kind=KINDS[int(live.criteria.kind[row])],
                title=option.title,
                places=int(places) if np.isfinite(places) else None,
                proposals=int(proposals) if np.isfinite(proposals) else None,
                starts_on=sessions[0].starts_on if sessions else next_start(option, found.everyone.on),
                wanted=wanted.value(wanted.counts.at({"option": option.id})) if option.id in counted else None,
                planned=_at_least_five(planned[row]),
                price=float(found.prices[row]),
                one_more=round(float(found.solved.at_places[row]) * found.per_place, 6),
                sessions=sessions,
            )
        )
    return sorted(told, key=lambda each: (-each.price, each.opportunity))


def _sessions(found: Found, row: int, planned: Sequence[float]) -> tuple[PlannedSession, ...]:
    """The starts of an option that states its places so. Early ones fill first: these counts tell no more than theirs
    together does.
    """
    starts, at_first = found.supply.starts.get(row, ()), float(found.solved.at_places[row])
    return tuple(
        PlannedSession(
            starts_on=start.on,
            places=start.places,
            proposals=int(start.proposals),
            planned=_at_least_five(taken),
            waiting=round(start.loss, 6),
            one_more=round(max(0.0, at_first - start.loss) * found.per_place, 6),
        )
        for start, taken in zip(starts, planned, strict=False)
    )


def _payers(found: Found) -> list[PlannedPayer]:
    planned = found.programme.costs @ found.programme.wishes.per_option(found.solved.shares)
    return [
        PlannedPayer(
            payer=budget.payer,
            year=budget.year,
            left=budget.left,
            planned=_at_least_five(planned[at]),
            one_more=round(float(found.solved.at_budgets[at]), 6),
        )
        for at, budget in enumerate(found.budgets)
    ]


def _groups(found: Found, tables: Mapping[str, Protected]) -> list[PlannedGroup]:
    """Everybody, then the groups of each table, and how the people of each fare tonight."""
    columns = _columns_of(found)
    ranked = np.array([file.ranked for file in found.everyone.files], dtype=np.bool_)
    without, with_prices = found.before.no_place[ranked], found.after.no_place[ranked]
    groups = []
    for by in ("all", *PARTED_BY):
        table = tables[PARTED_BY[0] if by == "all" else by]  # everybody is the same in each
        for group in ("all",) if by == "all" else table.counts.codes[1]:
            wanted = {} if by == "all" else {by: group}
            at = {fate: table.value(table.counts.at({**wanted, "fate": fate})) for fate in _FATES}
            people = table.value(table.counts.at(wanted))
            whose = np.array([by == "all" or code == group for code in columns.get(by, columns["fate"])], dtype=bool)
            groups.append(
                PlannedGroup(
                    by=by,
                    group=group,
                    people=people,
                    never_shown=at["never"],
                    lost_to_prices=at["lost"],
                    no_room_without=_mean(without[whose], people),
                    no_room_with=_mean(with_prices[whose], people),
                )
            )
    return groups


def _columns_of(found: Found) -> dict[str, list[str]]:
    """By what parts people, the group of each of those who want a ranking."""
    everyone = found.everyone
    ranked = [file.ranked for file in everyone.files]
    fates = np.where(found.before.nothing_shown, "never", np.where(found.after.nothing_shown, "lost", "shown"))
    units = [file.profile.unit for file in everyone.files]
    objectives = [person.objective for person in everyone.people]
    told = {
        "own_chance": [str(quarter) for quarter in quarters(everyone.chances).tolist()],
        "canton": [found.cantons.get(unit, UNKNOWN) if unit else UNKNOWN for unit in units],
        "objective": [each.value if isinstance(each, Objective) else UNKNOWN for each in objectives],
        "fate": [str(fate) for fate in fates],
    }
    return {name: list(compress(codes, ranked)) for name, codes in told.items()}


def _mean(values: NDArray[np.float64], people: int | None) -> float | None:
    return None if people is None or len(values) < LEAST else round(float(values.mean()), 3)


def _at_least_five(people: float) -> int | None:
    whole = round(float(people))
    return whole if whole >= LEAST else None
