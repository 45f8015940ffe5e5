"""The night: what scarce places are worth, counted over everybody; prices for the days to come, no assignment."""

from datetime import date, datetime, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray

from matching.allocation.outlook import outlook
from matching.allocation.policy import PricePolicy
from matching.allocation.prices import prices_of
from matching.allocation.programme import Programme
from matching.allocation.solve import solve
from matching.allocation.wishes import Wishes
from matching.domain.payer_budget import PayerBudget
from matching.domain.permission import Permission
from matching.domain.price_list import OptionPrice, PriceList
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import NotFoundError
from matching.snapshot.columns import bits
from matching.storage.price_lists import PRICE_LISTS, last_begun
from matching.storage.scope import NOBODY
from matching.use_cases.allocation.planned import PARTED_BY, Found, people_by_group, people_by_option, plan_of
from matching.use_cases.allocation.priced import prices_for
from matching.use_cases.allocation.shelf import Prices
from matching.use_cases.allocation.stated import budgets_of, priorities_on
from matching.use_cases.allocation.supply import Supply, supply_of
from matching.use_cases.allocation.weights import weight_of
from matching.use_cases.nightly.everyone import Everyone, Steps, everyone
from matching.use_cases.publication import publish, publish_together
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace

ABOUT = "allocation"


def allocate(workplace: Workplace, *, viewer: Viewer, at: datetime, step: Steps = lambda _done, _of: None) -> PriceList:
    """Find and keep the prices of the days that follow an aware moment; once more on the same day replaces them.

    ForbiddenError for whoever may not run it. Postings in their head start are in nobody's pairs and get no price.
    `step` hears how many people are done.
    """
    refuse_role_without(viewer, Permission.ALLOCATE)
    policy = workplace.pricing
    found = everyone(workplace, viewer=viewer, at=at, about=ABOUT, step=step)
    begins = found.on + timedelta(days=1)
    priorities, budgets = priorities_on(workplace, begins), budgets_of(workplace, begins.year)
    weights = np.array([weight_of(person, priorities, begins) for person in found.people], dtype=np.float64)
    rows = np.unique(found.worth.rows).tolist()
    supply = supply_of(found.live, rows, policy, found.on, found.model.scale)
    programme = _programme(found, supply, weights, budgets, policy)
    solved = solve(programme)
    least = workplace.slate_policy(0, found.model).min_gain
    prices = np.round(policy.share * prices_of(programme, solved.toll, weights, least), 6)
    with workplace.database.read(NOBODY) as connection:
        cantons = {unit.id: unit.territory for unit in all_units(connection)}
    scores, off = found.worth.scores, _taken_off(found, Prices(prices, priorities), least)
    wishes = Wishes(found.worth.starts, found.worth.rows, scores, len(prices))
    open_places = np.where(supply.full, 0.0, supply.proposals)
    before, after = (outlook(wishes, each, least, open_places, policy.per_person) for each in (scores, scores - off))
    counted = Found(found, supply, programme, solved, prices, budgets, before, after, cantons, policy.per_place)
    told = publish_together(
        workplace, ABOUT, PARTED_BY, partial(people_by_group, counted), viewer=viewer, at=at, none_tells=False
    )
    wanted = publish(workplace, f"{ABOUT}.wanted", partial(people_by_option, counted), viewer=viewer, at=at)
    word = PriceList(
        night=found.on,
        made_at=at,
        valid_from=begins,
        valid_to=found.on + timedelta(days=policy.days),
        catalogue=found.live.version_of(_counted(found)),
        model=found.model.version,
        per_person=policy.per_person,
        per_place=policy.per_place,
        share=policy.share,
        session_weeks=policy.session_weeks,
        wait_per_week=round(policy.wait_per_week * found.model.scale, 6),
        priorities=tuple(priorities),
        prices=tuple(
            OptionPrice(opportunity=found.live.snapshot.ids[row], points=float(prices[row]))
            for row in np.flatnonzero(prices > 0).tolist()
        ),
        plan=plan_of(counted, told, wanted),
    )
    return _keep(workplace, word, viewer, at)


def last_plan(workplace: Workplace, *, viewer: Viewer) -> PriceList:
    """The list of the last night; NotFoundError when there was none, ForbiddenError for whoever reads no counts."""
    refuse_role_without(viewer, Permission.READ_GAPS)
    with workplace.database.read(NOBODY) as connection:
        last = last_begun(connection, date.max)
        if last is None:
            raise NotFoundError("Aucun prix n'a encore été calculé ici.", command="allocate")
        return PRICE_LISTS.get(connection, last.id).word


def _programme(
    found: Everyone, supply: Supply, weights: NDArray[np.float64], budgets: list[PayerBudget], policy: PricePolicy
) -> Programme:
    """The pairs worth showing, without full options.

    A budget pays the options that name its payer alone; a proposal takes of it what a place takes, divided likewise.
    """
    worth = found.worth
    kept = ~supply.full[worth.rows]
    counts = np.bincount(worth.people[kept], minlength=len(found.people))
    wishes = Wishes(
        starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        options=worth.rows[kept].astype(np.int64),
        gains=(worth.scores * weights[worth.people])[kept],
        n_options=len(supply.proposals),
    )
    payers = found.live.criteria.payers
    costs = np.array([payers == bits([budget.payer]) for budget in budgets], dtype=np.float64) / policy.per_place
    left = np.array([float(budget.left) for budget in budgets])
    return Programme.of(
        wishes,
        supply.first,
        per_person=policy.per_person,
        budgets=left,
        costs=costs.reshape(len(left), len(payers)),
        later=supply.later,
    )


def _taken_off(found: Everyone, prices: Prices, least: float) -> NDArray[np.float64]:
    """(n_pairs,) what the prices take off each pair the day after, by the function that does when somebody asks."""
    the_day_after = found.at + timedelta(days=1)
    off = np.zeros(len(found.worth.rows))
    for number, person in enumerate(found.people):
        at = slice(found.worth.starts[number], found.worth.starts[number + 1])
        rows, scores = found.worth.rows[at], found.worth.scores[at]
        off[at] = prices_for(prices, found.live, person, rows, scores, at=the_day_after, least=least)
    return off


def _counted(found: Everyone) -> NDArray[np.bool_]:
    """(n_options,) bool: what was worth showing to somebody. A version of more would tell of what is hidden."""
    counted = np.zeros(len(found.live.criteria), dtype=np.bool_)
    counted[found.worth.rows] = True
    return counted


def _keep(workplace: Workplace, word: PriceList, viewer: Viewer, at: datetime) -> PriceList:
    subject = word.valid_from.isoformat()
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=f"prices:{subject}") as connection:
        known = PRICE_LISTS.current(connection, subjects=[subject])
        if known:
            PRICE_LISTS.revise(connection, known[-1], word, author=viewer.account, at=at)
        else:
            PRICE_LISTS.add(connection, word, subject=subject, unit=None, author=viewer.account, at=at)
    return word
