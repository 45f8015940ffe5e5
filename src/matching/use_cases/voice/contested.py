"""What the person contests, marked where it counts: on the cards whose reason it is, else on the whole answer."""

from collections.abc import Iterable, Sequence

from matching.domain.profile import Profile
from matching.domain.recommendation import Card
from matching.domain.telling import told_by_field
from matching.domain.voice import Contest
from matching.messages.say import say
from matching.working_days.swiss_time import swiss_day


def may_know_of(contest: Contest, person: Profile) -> bool:
    """Whether whoever sees the redacted `person` may know that this field is contested: not if it tells what is hidden.

    Where the field stands on no list of what tells, nobody may from whom something is withheld.
    """
    return contest.fact is None or not told_by_field(contest.fact) & set(person.withheld)


def contested_facts(contests: Iterable[Contest], lang: str) -> tuple[str, ...]:
    """A sentence per contested fact still without answer; which options rest on it cannot be told simply."""
    return tuple(_sentence(contest, lang) for contest in contests if contest.fact is not None)


def marked(card: Card, contests: Sequence[Contest], lang: str) -> Card:
    """The card with a note for each contested reason it rests on: a rule's verdict that is told, or a feature."""
    told = {verdict.rule for verdict in card.verdicts if verdict.truth != "unknown" or verdict.question}
    told |= {line.feature for line in card.contributions}
    notes = tuple(_sentence(contest, lang) for contest in contests if contest.reason in told)
    return card.model_copy(update={"notes": card.notes + notes}) if notes else card


def what_in_words(contest: Contest, lang: str) -> str:
    """The contested field by its name, with the part of it; a rule or feature by its code."""
    if contest.fact is None:
        return contest.what
    field, _, part = contest.fact.partition(".")
    whole = say(lang, f"field.{field}")
    return say(lang, "field.part", whole=whole, name=part) if part else whole


def _sentence(contest: Contest, lang: str) -> str:
    return say(lang, "contested", what=what_in_words(contest, lang), day=swiss_day(contest.at))
