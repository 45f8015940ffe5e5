"""Lines of a French card for a person on the RSA: activity hours, and the steps of orientation."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce

from matching.domain.opportunity import AnyOpportunity, Measure
from matching.domain.profile import Profile
from matching.domain.recommendation import CardLine
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode, MeasureType
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import holds
from matching.eligibility.rsa_steps import Step, confirmed_barriers, hours, orientation
from matching.messages.say import say

_ACTIVITY = (MeasureCode.FR_TRAINING, MeasureCode.FR_WORKSHOP, MeasureCode.FR_SUPPORT)
"""What counts as activity: training, workshops, health or social steps; not work. Source: loi pour le plein emploi."""
_TO_CONFIRM = (MeasureCode.FR_AID, MeasureCode.FR_IMMERSION)
"""Of an aid the steps count (licence, housing), mere money is to be asked; for an immersion nothing was read."""


def rsa_lines(profile: Profile, option: AnyOpportunity, on: date, lang: str) -> tuple[CardLine, ...]:
    """The lines that a French measure adds to the card of a person on the RSA; none for anybody else."""
    if not isinstance(option, Measure) or holds(profile, Status.RSA, on) is not Truth.MET:
        return ()
    return tuple(
        CardLine(code=code, label=say(lang, f"line.{code}"), text=text)
        for code, text in _lines(profile, option, on, lang)
    )


def _lines(profile: Profile, option: Measure, on: date, lang: str) -> Iterator[tuple[str, str]]:
    if option.code in _ACTIVITY or (option.code in _TO_CONFIRM and option.type is MeasureType.OBSTACLE_REMOVAL):
        yield "activity_hours", _joined([Step("rsa.hours.counts"), *hours(profile, on)], lang)
    elif option.code in _TO_CONFIRM:
        yield "activity_hours", _joined([Step("rsa.hours.maybe"), *hours(profile, on)], lang)
    if option.code is MeasureCode.FR_SUPPORT:
        barriers = confirmed_barriers(profile)
        steps = [Step("rsa.barriers", {"barriers": barriers})] if barriers else []
        yield "rsa", _joined([*orientation(profile, on), *steps], lang)


def _joined(steps: Iterable[Step], lang: str) -> str:
    said = [say(lang, step.key, **step.facts) for step in steps]
    return reduce(lambda first, then: say(lang, "card.both", first=first, then=then), said)
