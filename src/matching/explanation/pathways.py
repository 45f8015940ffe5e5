"""What a measure changes and opens, in words: counts that were run, and what is not known said as such."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from matching.domain.recommendation import CardLine
from matching.domain.vocabulary.needs import Barrier
from matching.messages.say import say
from matching.pathways.applied import AnyEffect
from matching.pathways.timing import Order, Span


@dataclass(frozen=True)
class Counts:
    """What was counted: suitable options by kind, what is still to check, what is settled; jobs by how near they are.

    `judged` false: nothing was said of how well a job suits. `far` are jobs that open but are far from the project,
    `asking` jobs open today that ask for a skill gained.
    """

    judged: bool
    jobs: int
    measures: int
    placements: int
    to_check: int
    settled: int
    far: int
    asking: int
    nearest_km: float | None
    within_10: int
    within_30: int
    distance_unknown: int

    @property
    def options(self) -> int:
        """All that open."""
        return self.jobs + self.measures + self.placements

    @property
    def tells_of_some(self) -> bool:
        """Whether there is anything to tell but that nothing opens."""
        return self.options + self.settled + self.asking + self.far > 0


def opens_in_words(counts: Counts, lang: str) -> str:
    """The counts in one line: how many, of which kind, how near, what is still to check."""
    return _one_after_another(_opens(counts, lang), lang)


def _one_after_another(parts: Iterable[str], lang: str) -> str:
    return reduce(lambda first, then: say(lang, "card.both", first=first, then=then), parts)


def opens_lines_of(counts: Counts, lifts: Sequence[Barrier], lang: str) -> tuple[CardLine, ...]:
    """The lines of a card: the needs that are lifted, then what opens; that nothing does has a code of its own."""
    code = "opens" if counts.tells_of_some else "opens_nothing"
    lines = {"lifts": say(lang, "opens.lifts", needs=lifts) if lifts else "", code: opens_in_words(counts, lang)}
    return tuple(
        CardLine(code=code, label=say(lang, f"line.{code}"), text=text) for code, text in lines.items() if text
    )


def _opens(counts: Counts, lang: str) -> Iterator[str]:
    if counts.options:
        only_job = counts.jobs == 1 and counts.nearest_km is not None
        kinds = {"jobs": counts.jobs, "measures": counts.measures, "placements": counts.placements}
        parts = [_counted(f"opens.{kind}", count, lang) for kind, count in kinds.items() if count]
        if only_job:
            parts[0] = say(lang, "opens.jobs.only", where=_where(counts, lang))
        key = "opens.suitable" if counts.judged else "opens.by_rules"
        yield _counted(key, counts.options, lang, kinds=parts)
        if counts.jobs and not only_job:
            yield _near(counts, lang)
        if counts.to_check:
            yield say(lang, "opens.to_check", count=counts.to_check)
    if counts.settled:
        yield _counted("opens.settled", counts.settled, lang)
    if not counts.options and not counts.settled:
        yield say(lang, "opens.nothing" if counts.judged else "opens.nothing.by_rules")
    if counts.asking:
        yield _counted("opens.asking", counts.asking, lang)
    if counts.far:
        yield _counted("opens.far", counts.far, lang)


def _counted(key: str, count: int, lang: str, **facts: object) -> str:
    """A sentence about a number of things; one has a sentence of its own."""
    return say(lang, f"{key}.one" if count == 1 else key, count=count, **facts)


def _near(counts: Counts, lang: str) -> str:
    if counts.nearest_km is None:
        return say(lang, "opens.near.unknown")
    key = {0: "opens.near.none", 1: "opens.near.one"}.get(counts.within_30, "opens.near")
    told = say(lang, key, within=counts.within_30, where=_where(counts, lang))
    if not counts.distance_unknown:
        return told
    return say(lang, "opens.near.some_unknown", told=told, count=counts.distance_unknown)


def _where(counts: Counts, lang: str) -> str:
    km = round(counts.nearest_km or 0)
    return say(lang, "opens.where" if km else "opens.where.near", km=km)


def effect_in_words(effect: AnyEffect, lang: str) -> str:
    """One effect as a counsellor reads it."""
    match effect.kind:
        case "language":
            return say(lang, "effect.language", language=effect.language, level=effect.level)
        case "skill":
            return say(lang, "effect.skill", label=effect.label)
        case "barrier":
            return say(lang, "effect.barrier", barrier=effect.barrier)
        case "certificate":
            reached = [each for each in (effect.education, effect.licence) if each is not None]
            key = "effect.certificate.reaching" if reached else "effect.certificate"
            return say(lang, key, name=effect.name, reached=reached)
        case "availability":
            parts = {"percent": effect.percent, "pace": effect.work_pace_percent}
            said = [say(lang, f"effect.{name}", percent=value) for name, value in parts.items() if value is not None]
            return ", ".join(said)
        case "mobility":
            key = "effect.trip.vehicle" if effect.vehicle else "effect.trip"
            return say(lang, key, km=effect.radius_km)


def timing_in_words(order: Order, span: Span, lang: str) -> str:
    """Order of two measures, weeks in all, waiting."""
    parts = [] if order is Order.ALONE else [say(lang, f"way.order.{order}")]
    parts.append(_weeks(span, lang))
    if span.waiting_weeks is None:
        parts.append(say(lang, "way.waiting.unknown"))
    else:
        parts.append(say(lang, "way.waiting" if span.waiting_weeks else "way.waiting.none", weeks=span.waiting_weeks))
    return _one_after_another(parts, lang)


def _weeks(span: Span, lang: str) -> str:
    match span.least_weeks, span.most_weeks:
        case None, None:
            return say(lang, "way.weeks.unknown")
        case None, most:
            return say(lang, "card.weeks.most", high=most)
        case least, None:
            return say(lang, "card.weeks.least", low=least)
        case least, most:
            return say(lang, "card.weeks.one" if least == most else "card.weeks", low=least, high=most)
