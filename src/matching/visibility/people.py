"""What of a person's file somebody may use: what lacks consent becomes unknown, and is neither shown nor ranked."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from matching.domain.need import Consent, Need, PastMeasure, PastMeasures
from matching.domain.profile import Profile
from matching.domain.telling import (
    BARRIER_CATEGORIES,
    FIELD_CATEGORIES,
    MEASURE_CATEGORIES,
    NOTHING,
    STATUS_CATEGORIES,
    TOLD_BY_MEASURES,
    Told,
    told_by_answer,
)
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import PLACEMENT_OFFICES, SOCIAL_OFFICES, Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.domain.word import Word
from matching.working_days.swiss_time import refuse_naive

W = TypeVar("W", bound=Word)

_HOLDERS: dict[DataCategory, frozenset[Institution]] = {
    DataCategory.HEALTH: frozenset(),
    DataCategory.DEBT: frozenset(),
    DataCategory.DISABILITY_INSURANCE: frozenset({Institution.OAI}),
    DataCategory.UNEMPLOYMENT_INSURANCE: PLACEMENT_OFFICES | {Institution.FT},
    DataCategory.SOCIAL_ASSISTANCE: SOCIAL_OFFICES | {Institution.DEPT},
    DataCategory.FAMILY: SOCIAL_OFFICES | {Institution.DEPT},
}
"""Who holds data of a category of its own and uses them without consent. Grants and migration offices are not named:
what they may use of social assistance rests on consent."""


def redact(
    profile: Profile, viewer: Viewer, at: datetime, purpose: ConsentPurpose = ConsentPurpose.MATCHING
) -> Profile:
    """The profile as this viewer may use it for a purpose: what lacks consent becomes unknown, never shown nor ranked.

    A file without unit is its bearer's, and a viewer without account (units None) sits at the store itself: both
    see everything. Source: LACI 85f al. 2, LSE 35a al. 1.
    """
    refuse_naive(at)
    if profile.unit is None or viewer.units is None:
        return profile
    withheld = tuple(category for category in DataCategory if not _may_use(profile, category, viewer, purpose, at))
    if not withheld:
        return profile
    hidden = frozenset(withheld)
    profile = _unknown(profile, _telling_fields(hidden))
    return profile.model_copy(
        update={
            "withheld": withheld,
            "needs": _without_telling_needs(profile.needs, hidden),
            "statuses": tuple(
                fact for fact in profile.statuses if not STATUS_CATEGORIES.get(fact.status, NOTHING) & hidden
            ),
            "answers": tuple(answer for answer in profile.answers if not told_by_answer(answer) & hidden),
            "past_measures": _without_telling_measures(profile.past_measures, hidden),
        }
    )


@cache
def _telling_fields(hidden: Told) -> Mapping[str, Any]:
    """The fields of a profile that tell of something withheld, by name: None for one itself, else those below it."""
    fields: dict[str, Any] = {}
    for path in sorted(path for path, told in FIELD_CATEGORIES.items() if told & hidden):  # above before below
        *above, name = path.split(".")
        place: dict[str, Any] | None = fields
        for part in above:
            place = None if place is None else place.setdefault(part, {})
        if place is not None:
            place[name] = None
    return fields


def _unknown(word: W, fields: Mapping[str, Any]) -> W:
    """The word with some fields as if nobody had said anything there; of a list, in each of its items."""
    told: dict[str, Any] = {}
    for name, below in fields.items():
        value = getattr(word, name)
        if below is None:
            told[name] = type(word).model_fields[name].default
        elif isinstance(value, tuple):
            told[name] = tuple(_unknown(item, below) for item in value)
        elif value is not None:
            told[name] = _unknown(value, below)
    return word.model_copy(update=told)


def _without_telling_measures(past: PastMeasures, hidden: Told) -> PastMeasures:
    """Past measures without those that tell of a payer whose data are withheld.

    The list is incomplete whether it held any or not: that something is missing must not be told either.
    """
    telling = TOLD_BY_MEASURES & hidden
    kept = tuple(item for item in past.items if not _tells(item, hidden))
    return PastMeasures(items=kept, complete=past.complete and not telling)


def _tells(item: PastMeasure, hidden: Told) -> bool:
    """By its code; an option of the catalogue without code may be of any payer."""
    told = MEASURE_CATEGORIES[item.code] if item.code else TOLD_BY_MEASURES if item.opportunity else NOTHING
    return bool(told & hidden)


def _without_telling_needs(needs: tuple[Need, ...] | None, hidden: Told) -> tuple[Need, ...] | None:
    """The needs that tell nothing withheld; where something could be withheld, none left means unknown, not none."""
    kept = tuple(need for need in needs or () if BARRIER_CATEGORIES.get(need.barrier) not in hidden)
    return kept or (None if hidden & set(BARRIER_CATEGORIES.values()) else needs)


def consents_to(profile: Profile, institution: Institution, purpose: ConsentPurpose, at: datetime) -> bool:
    """Whether the person consents at that aware moment to an institution using data of theirs for a purpose."""
    return any(_holds(consent, institution, purpose, at) for consent in profile.consents)


def _may_use(profile: Profile, category: DataCategory, viewer: Viewer, purpose: ConsentPurpose, at: datetime) -> bool:
    institution = viewer.institution
    if institution is None:
        return False
    if institution in _HOLDERS[category]:
        return True
    return any(
        category in consent.categories and _holds(consent, institution, purpose, at) for consent in profile.consents
    )


def _holds(consent: Consent, institution: Institution, purpose: ConsentPurpose, at: datetime) -> bool:
    return consent.to_institution is institution and consent.purpose is purpose and consent.holds_at(at)
