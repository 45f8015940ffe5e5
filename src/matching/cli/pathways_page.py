"""The pathways of a person as a counsellor reads them."""

from itertools import zip_longest

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.messages.say import say
from matching.use_cases.pathways.answer import Excluding, Obstacle, Opened, Pathway, Pathways, Step
from matching.working_days.swiss_time import swiss_day


def print_pathways(answer: Pathways, lang: str) -> None:
    """Obstacles and what lifts them, what excludes jobs, then the ways, then what to ask."""
    console = PlainConsole()
    console.print(Text(say(lang, "pathways.title", person=answer.profile, day=swiss_day(answer.at)), style="bold"))
    console.print(say(lang, "pathways.tried", count=answer.tried), style="dim")
    if answer.without_effects:
        console.print(say(lang, "pathways.without_effects", count=answer.without_effects), style="dim")
    if answer.not_tried:
        console.print(say(lang, "pathways.not_tried", count=answer.not_tried), style="dim")
    if not answer.judged:
        console.print(say(lang, "pathways.unjudged"), style="dim")
    if answer.obstacles:
        console.print(Rule(say(lang, "pathways.obstacles"), align="left", style="dim"))
        for obstacle in answer.obstacles:
            _print_obstacle(console, obstacle, lang)
    if answer.excluding:
        console.print(Rule(say(lang, "pathways.excluding"), align="left", style="dim"))
    for rule in answer.excluding:
        _print_excluding(console, rule, lang)
    console.print(Rule(say(lang, "pathways.ways"), align="left", style="cyan"))
    if answer.none_because:
        console.print(answer.none_because)
    for number, way in enumerate(answer.pathways, start=1):
        if number > 1:
            console.print()
        _print_way(console, number, way, lang)
    if answer.questions:
        console.print(Rule(say(lang, "slate.questions"), align="left", style="dim"))
        for question, purpose in zip_longest(answer.questions, answer.purposes, fillvalue=""):
            console.print(f"  ? {question}")
            console.print(Padding(Text(purpose, style="dim"), (0, 4), expand=False))
    console.print(Text(say(lang, "slate.human"), style="dim"))


def _print_obstacle(console: PlainConsole, obstacle: Obstacle, lang: str) -> None:
    console.print(Text(say(lang, "pathways.obstacle", need=obstacle.label, level=obstacle.level), style="bold"))
    for step in obstacle.lifted_by:
        parts = [_titled(step, lang), *(part for part in (step.weeks, step.places) if part)]
        console.print(Padding(" · ".join(parts), (0, 3), expand=False))
    if not obstacle.lifted_by:
        console.print(Padding(say(lang, "pathways.obstacle.none"), (0, 3), expand=False))


def _print_excluding(console: PlainConsole, rule: Excluding, lang: str) -> None:
    said = say(lang, "pathways.excluding.jobs", count=rule.jobs, example=rule.example)
    console.print(Padding(said, (0, 3), expand=False))
    for measure in rule.answered_by:
        told = say(lang, "pathways.excluding.answered", measure=measure.opportunity, count=measure.jobs)
        console.print(Padding(told, (0, 6), expand=False))


def _print_way(console: PlainConsole, number: int, way: Pathway, lang: str) -> None:
    then = f" {say(lang, 'pathways.then')} "
    console.print(Text(f"{number}. {then.join(step.title for step in way.steps)}", style="bold"))
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=20)
    table.add_column()
    table.add_row(say(lang, "pathways.opens"), way.in_words)
    for step in way.steps:
        table.add_row(
            say(lang, "pathways.changes"),
            say(lang, "pathways.changed", step=_titled(step, lang), effects=", ".join(step.effects)),
        )
        table.add_row(say(lang, "pathways.places"), step.places or say(lang, "pathways.places.unknown"))
        if step.alternatives:
            table.add_row("", say(lang, "pathways.alternatives", count=step.alternatives))
    table.add_row(say(lang, "pathways.timing"), way.timing)
    if way.removes:
        table.add_row(say(lang, "pathways.removes"), " ".join(way.removes))
    table.add_row(say(lang, "pathways.options"), " ; ".join(_in_short(option, lang) for option in way.options))
    console.print(Padding(table, (0, 3), expand=False))


def _titled(step: Step, lang: str) -> str:
    """The id of a step, and how it stands where it is not simply open."""
    return step.opportunity if step.state == "eligible" else f"{step.opportunity} ({_state(step, lang)})"


def _state(step: Step, lang: str) -> str:
    return say(lang, f"pathways.step.{step.state}")


def _in_short(option: Opened, lang: str) -> str:
    parts = [option.opportunity]
    if option.distance_km is not None:
        parts.append(f"{option.distance_km:.0f} km")
    if option.state == "review":
        parts.append(say(lang, "state.review"))
    return f"{option.title} ({', '.join(parts)})"
