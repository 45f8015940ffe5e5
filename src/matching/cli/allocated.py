"""The plan of a night, as a programme manager reads it."""

from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.allocation_plan import AllocationPlan, PlannedSession
from matching.domain.price_list import PriceList
from matching.messages.say import say
from matching.use_cases.allocation.said import group_said


def print_allocated(found: PriceList, lang: str) -> None:
    """What is scarce and what it costs, what budgets would take, who would be left without."""
    console, plan = PlainConsole(), found.plan
    few = say(lang, "allocation.few")
    console.print(Text(say(lang, "allocation.title", day=found.night), style="bold"))
    console.print(say(lang, "allocation.human"))
    people = few if plan.people is None else plan.people
    console.print(say(lang, "allocation.counts", people=people, unknown=plan.places_unknown, full=plan.full))
    if plan.options:
        days = {"from_day": found.valid_from, "to_day": found.valid_to}
        console.print(say(lang, "allocation.valid", **days, model=found.model))
        console.print(_options(plan, lang))
    else:
        console.print(say(lang, "allocation.none"))
    if plan.payers:
        console.print(_payers(plan, lang))
    console.print(_groups(plan, lang))
    console.print(f"– : {few}")


def _options(plan: AllocationPlan, lang: str) -> Table:
    table = _table(("option", "kind", "places", "start", "proposals", "wanted", "planned", "price"), lang)
    for each in plan.options:
        start = f"{each.starts_on:%d.%m.%Y}" if each.starts_on else ""
        figures = (
            _told(each.places),
            start,
            _told(each.proposals),
            _told(each.wanted),
            _told(each.planned),
            f"{each.price:.2f}",
        )
        table.add_row(f"{each.title} ({each.opportunity})", each.kind.label(lang), *figures)
        if len(each.sessions) > 1:
            for session in each.sessions:
                table.add_row("", "", *_session(session))
    return table


def _session(each: PlannedSession) -> tuple[str, ...]:
    return str(each.places), f"{each.starts_on:%d.%m.%Y}", str(each.proposals), "", _told(each.planned), ""


def _payers(plan: AllocationPlan, lang: str) -> Table:
    table = _table(("payer", "left", "planned", "one_more"), lang)
    for each in plan.payers:
        payer = f"{each.payer.label(lang)}, {each.year}"
        table.add_row(payer, str(each.left), _told(each.planned), f"{each.one_more:.2f}")
    return table


def _groups(plan: AllocationPlan, lang: str) -> Table:
    table = _table(("group", "people", "never", "lost", "no_room_without", "no_room_with"), lang)
    for each in plan.groups:
        counts = (_told(each.people), _told(each.never_shown), _told(each.lost_to_prices))
        table.add_row(group_said(each, lang), *counts, _percent(each.no_room_without), _percent(each.no_room_with))
    return table


def _table(titles: tuple[str, ...], lang: str) -> Table:
    return Table(*(say(lang, f"allocation.{title}") for title in titles))


def _told(count: int | None) -> str:
    return "–" if count is None else str(count)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"
