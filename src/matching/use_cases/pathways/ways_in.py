"""What of the catalogue, open to the person today, would make one option possible: each measure run, none assumed."""

from collections.abc import Iterator
from itertools import combinations

from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, REVIEW
from matching.explanation.lines import duration
from matching.explanation.pathways import effect_in_words
from matching.pathways.applied import effects_of
from matching.pathways.sequences import MOST_EFFECTS, MOST_PAIRS
from matching.use_cases.live import Live
from matching.use_cases.pathways.answer import WayIn, WayInStep
from matching.use_cases.pathways.outlook import Outlook

_MOST_TOLD = 5


def ways_in(live: Live, outlook: Outlook, row: int, lang: str) -> tuple[WayIn, ...]:
    """The measures after which no rule on an option is unmet any more, the surest and soonest first; two together
    only where none does alone. Empty where the rules do not exclude the option today.
    """
    if outlook.start.assessment.state[row] != NOT_ELIGIBLE:
        return ()
    open_measures = [each for each in outlook.open_measures(MOST_EFFECTS) if each != row]
    alone: list[tuple[int, ...]] = [(each,) for each in open_measures]
    found = [steps for steps in alone if _opens(outlook, steps, row)]
    if not found:
        found = [steps for steps in _pairs(outlook, open_measures) if _opens(outlook, steps, row)]
    certain_first = sorted(found, key=lambda steps: outlook.after(steps).assessment.state[row] != ELIGIBLE)
    return tuple(
        WayIn(
            state="review" if outlook.after(steps).assessment.state[row] == REVIEW else "eligible",
            steps=tuple(_told(live, step, lang) for step in steps),
        )
        for steps in certain_first[:_MOST_TOLD]
    )


def _pairs(outlook: Outlook, open_measures: list[int]) -> Iterator[tuple[int, ...]]:
    start = outlook.start.person
    moving = [row for row in open_measures if outlook.reads(start, outlook.after((row,)).person)]
    for number, pair in enumerate(combinations(moving, 2)):
        if number < MOST_PAIRS:
            yield pair


def _opens(outlook: Outlook, steps: tuple[int, ...], row: int) -> bool:
    return bool(outlook.after(steps).assessment.state[row] != NOT_ELIGIBLE)


def _told(live: Live, row: int, lang: str) -> WayInStep:
    option = live.snapshot.option(row)
    return WayInStep(
        opportunity=option.id,
        title=option.title,
        effects=tuple(effect_in_words(effect, lang) for effect in effects_of(option)),
        weeks=duration(option.timing, lang),
    )
