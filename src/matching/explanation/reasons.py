"""The model's own arithmetic as sentences: one line per contribution, and the main reasons among them."""

from collections.abc import Mapping

import numpy as np

from matching.domain.recommendation import Contribution
from matching.messages.say import say
from matching.ranking.features import FEATURE_BY_NAME
from matching.ranking.rank import OPEN_QUESTIONS

_WORTH_SAYING = 0.05
_MOST_REASONS = 4


def contributions_in_words(
    points: Mapping[str, float], values: Mapping[str, float], open_questions: int, lang: str
) -> tuple[Contribution, ...]:
    """One line per contribution, largest first; their points sum to the score."""
    lines = [_line(name, float(part), values.get(name, np.nan), open_questions, lang) for name, part in points.items()]
    return tuple(sorted(lines, key=lambda line: -abs(line.points)))


def main_reasons(contributions: tuple[Contribution, ...]) -> tuple[str, ...]:
    """The features that speak for the option, strongest first: known values that add points."""
    return tuple(line.sentence for line in speaking_for(contributions))[:_MOST_REASONS]


def speaking_for(contributions: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """The lines of features that speak for the option, in their order: known values that add points."""
    return tuple(line for line in contributions if line.points > _WORTH_SAYING and _is_plain(line))


def main_reservations(contributions: tuple[Contribution, ...]) -> tuple[str, ...]:
    """The features that speak against it, strongest first.

    That a measure against an obstacle resembles no project lies in its nature: it stands in the arithmetic alone.
    """
    against = [line for line in contributions if line.points < -_WORTH_SAYING and _is_plain(line)]
    if _is_against_an_obstacle(contributions):
        against = [line for line in against if line.feature != "project_likeness"]
    return tuple(line.sentence for line in against)[:_MOST_REASONS]


def _is_against_an_obstacle(contributions: tuple[Contribution, ...]) -> bool:
    """A measure that addresses a need; the level of a sensitive one is not read and stands as unknown."""
    values = {line.feature: line.value for line in contributions}
    level = values.get("need_addressed", -1)
    return "measure_type" in values and (level is None or level >= 0)


def _is_plain(line: Contribution) -> bool:
    """A feature whose value is known, in words that say what its points do."""
    feature = FEATURE_BY_NAME.get(line.feature)
    return feature is not None and line.value is not None and feature.agrees(line.value, line.points)


def _line(name: str, points: float, value: float, open_questions: int, lang: str) -> Contribution:
    if name == OPEN_QUESTIONS:
        key = f"feature.{name}" if open_questions else f"feature.{name}.none"
        return Contribution(
            feature=name, value=open_questions, points=points, sentence=say(lang, key, count=open_questions)
        )
    feature = FEATURE_BY_NAME.get(name)
    if feature is None:
        return Contribution(feature=name, points=points, sentence=say(lang, f"feature.{name}"))
    return Contribution(
        feature=name,
        value=None if np.isnan(value) else value,
        points=points,
        sentence=say(lang, feature.sentence_key(value, points), value=value, percent=f"{100 * value:.0f}"),
    )
