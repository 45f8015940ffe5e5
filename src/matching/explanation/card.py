"""One card from what ranking, rules and catalogue say; nothing is computed here that they have not computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Literal

import numpy as np

from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, CardLine
from matching.domain.verdict import Verdict
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.process import Band
from matching.domain.vocabulary.situation import Strain
from matching.eligibility.facts import restriction_masks
from matching.explanation.lines import card_lines
from matching.explanation.payers import Funding
from matching.explanation.reasons import contributions_in_words, main_reasons, main_reservations
from matching.explanation.verdicts import eligibility_of
from matching.messages.say import say
from matching.snapshot.columns import members

_SUMMARY_CHARACTERS = 180
_LIKE_WORK = (
    MeasureType.EMPLOYMENT_PROGRAMME,
    MeasureType.INTERNSHIP,
    MeasureType.VOCATIONAL_TRAINING,
    MeasureType.SOCIAL_STABILISATION,
)
_STALE_DAYS = {"vacancy": 60, "measure": 365, "placement": 365}
"""After how many days without change a record is said to be old; house figures."""


@dataclass(frozen=True)
class Scored:
    """What the ranking says of one option: points by line, values by feature, score, interval, band.

    Where the person wants no ranking it says nothing: no points, no score; the distance is a fact and stays.
    """

    points: Mapping[str, float]
    values: Mapping[str, float]
    score: float | None = None
    interval: tuple[float, float] | None = None
    band: Band | None = None


@dataclass(frozen=True)
class Placed:
    """Where a card stands and what stands beside it; `subsidies` are titles with who pays them, in words."""

    rank: int
    next_step: bool
    matched_skills: Sequence[str]
    missing_skills: Sequence[str]
    in_head_start: bool
    restricted_until: date | None  # last day of the head start where it is known
    subsidies: Sequence[tuple[str, str | None]]
    person: Profile  # as the viewer may see the file
    funding: Funding
    recalled: Sequence[str]
    pathway: Sequence[CardLine] = ()  # lines that tell of the person's own pathway


def explain(
    option: AnyOpportunity,
    scored: Scored,
    verdicts: tuple[Verdict, ...],
    placed: Placed,
    *,
    on: date,
    lang: str,
) -> Card:
    """The card of one option in one language; the contributions shown sum exactly to the score shown."""
    eligibility = eligibility_of(verdicts)
    contributions = contributions_in_words(scored.points, scored.values, len(eligibility.questions), lang)
    distance = scored.values.get("distance", np.nan)
    return Card(
        rank=placed.rank,
        next_step=placed.next_step,
        opportunity=option.id,
        kind=OpportunityKind[option.kind.upper()],
        title=option.title,
        summary=_summary(option.description),
        description=option.description,
        provider=option.provider,
        place=place_in_words(option),
        distance_km=None if np.isnan(distance) else round(float(distance), 1),
        score=scored.score,
        interval=scored.interval,
        band=scored.band,
        contributions=contributions,
        eligibility=eligibility,
        verdicts=verdicts,
        reasons=main_reasons(contributions),
        reservations=main_reservations(contributions),
        matched_skills=tuple(placed.matched_skills),
        missing_skills=tuple(placed.missing_skills),
        lines=_lines(option, placed, on, lang),
        notes=tuple(_notes(option, placed, on, lang)),
        mandate_only=_mandate_only(option, placed),
    )


def place_in_words(option: AnyOpportunity) -> str | None:
    """Postcode and municipality, as far as known."""
    place = option.place
    if place is None:
        return None
    return " ".join(part for part in (place.postcode, place.municipality) if part) or place.region


def _lines(option: AnyOpportunity, placed: Placed, on: date, lang: str) -> tuple[CardLine, ...]:
    lines = (*card_lines(option, placed.person, placed.funding, on, lang), *_support(placed, lang), *placed.pathway)
    if not placed.in_head_start or not isinstance(option, Vacancy):
        return lines
    until = option.publication.reporting_obligation_end or placed.restricted_until
    known = until is not None and until >= on
    text = say(lang, "card.head_start", day=until) if known else say(lang, "card.head_start.open")
    return (CardLine(code="head_start", label=say(lang, "line.head_start"), text=text), *lines)


def _support(placed: Placed, lang: str) -> list[CardLine]:
    """The subsidies that could support the post, where there are some."""
    unknown = say(lang, "card.unknown")
    told = [say(lang, "card.support", name=name, payer=payer or unknown) for name, payer in placed.subsidies]
    return [CardLine(code="support", label=say(lang, "line.support"), text=" ".join(told))] if told else []


def _summary(description: str) -> str:
    """The first words of a description, cut at a word."""
    return shorten(" ".join(description.split()), width=_SUMMARY_CHARACTERS, placeholder=" …")


def _notes(option: AnyOpportunity, placed: Placed, on: date, lang: str) -> list[str]:
    notes = []
    if option.updated_on is not None and (on - option.updated_on).days > _STALE_DAYS[option.kind]:
        notes.append(say(lang, "card.note.stale", day=option.updated_on))
    restricted, _ = restriction_masks(placed.person, on) if _is_work(option) else (0, 0)
    if restricted and not option.criteria.strains:
        notes.append(say(lang, "card.note.strains", strains=members(Strain, restricted)))
    return [*notes, *placed.recalled]


def _is_work(option: AnyOpportunity) -> bool:
    """Work, or an activity like it; an allowance or a subsidy comes with some work of its own."""
    return not isinstance(option, Measure) or (option.form is MeasureForm.ACTIVITY and option.type in _LIKE_WORK)


def _mandate_only(option: AnyOpportunity, placed: Placed) -> tuple[Literal["posting", "employer"], ...]:
    """What of the option only the employment service may see now: a copy of the card must hide it from others."""
    anonymous = isinstance(option, Vacancy) and option.publication.company_anonymous is True
    return (*(("posting",) if placed.in_head_start else ()), *(("employer",) if anonymous else ()))
