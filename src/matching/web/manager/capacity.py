"""What is scarce: the plan of the last night, its prices and what one more place would bring."""

from functools import partial
from typing import NamedTuple

from matching.domain.allocation_plan import PlannedGroup, PlannedOption, PlannedPayer
from matching.errors import NotFoundError
from matching.messages.figures import written
from matching.use_cases.allocation.said import group_said
from matching.use_cases.allocation.sheets import PlanTable, plan_sheet
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part
from matching.working_days.swiss_time import swiss_day

PATH = "/manager/capacity"


class OptionShown(NamedTuple):
    """An option with its price and with what one more place would bring, each as a bar."""

    option: PlannedOption
    price: Bar
    one_more: Bar


class PayerShown(NamedTuple):
    """A budget: what the plan would take of what is left."""

    payer: PlannedPayer
    taken: Bar


class GroupShown(NamedTuple):
    """A group of people, and how often nothing is left for them without prices and with them."""

    name: str
    group: PlannedGroup
    without: Bar
    with_prices: Bar


def capacity_part(asked: Asked) -> Part:
    """The plan of the last night; `found` is None where there was no night."""
    try:
        found = asked.service.last_plan(viewer=asked.viewer)
    except NotFoundError:
        return Part("capacity", PATH, {"found": None})
    plan = found.plan
    facts = {
        "found": found,
        "plan": plan,
        "over": found.valid_to < swiss_day(asked.at),
        "options": _options(asked, plan.options),
        "payers": [PayerShown(each, _taken(asked, each)) for each in plan.payers],
        "groups": [_group(asked, each) for each in plan.groups if _is_told(each)],
        "untold": [group_said(each, asked.lang) for each in plan.groups if not _is_told(each)],
    }
    return Part("capacity", PATH, facts, {each.value: partial(plan_sheet, plan, each) for each in PlanTable})


def _options(asked: Asked, options: tuple[PlannedOption, ...]) -> list[OptionShown]:
    dearest, best = (max((getattr(each, name) for each in options), default=0.0) for name in ("price", "one_more"))
    shown = []
    for each in options:
        price = bar([("all", each.price, written(each.price, ".2f", asked.lang))], dearest)
        one_more = bar([("all", each.one_more, written(each.one_more, ".2f", asked.lang))], best)
        shown.append(OptionShown(each, price, one_more))
    return shown


def _taken(asked: Asked, payer: PlannedPayer) -> Bar:
    planned = payer.planned or 0
    parts = [
        ("all", planned, asked.counted(asked.say("allocation.planned"), planned)),
        ("rest", max(0, payer.left - planned), asked.counted(asked.say("allocation.left"), payer.left)),
    ]
    return bar(parts, max(payer.left, planned))


def _is_told(group: PlannedGroup) -> bool:
    counts = (group.people, group.never_shown, group.lost_to_prices)
    return any(count is not None for count in (*counts, group.no_room_without, group.no_room_with))


def _group(asked: Asked, group: PlannedGroup) -> GroupShown:
    shares = [
        bar([("all", share or 0.0, f"{100 * (share or 0):.0f} %")], 1)
        for share in (group.no_room_without, group.no_room_with)
    ]
    return GroupShown(group_said(group, asked.lang), group, *shares)
