"""What all consents of one person come to: the last word counts, in whatever order papers and words came in."""

from collections.abc import Iterable
from datetime import datetime

from matching.domain.need import Consent
from matching.domain.vocabulary.needs import DataCategory


def same_paper(consent: Consent) -> Consent:
    """The consent as it was given: two that differ in their withdrawal alone are one."""
    return consent.model_copy(update={"withdrawn_at": None})


def standing(told: Iterable[Consent]) -> tuple[Consent, ...]:
    """The consents as they stand: each category is withdrawn where one told ends it, an older paper or not.

    A withdrawal ends every consent given up to then to the same institution, for the same purpose, about the same
    category: an old file that is imported again revives nothing. A consent given later is a new word and holds.
    """
    consents = tuple(dict.fromkeys(told))
    parts: dict[Consent, None] = {}
    for consent in consents:
        by_end: dict[datetime | None, list[DataCategory]] = {}
        if not consent.categories:
            by_end[_end(consent, None, consents)] = []
        for category in consent.categories:
            by_end.setdefault(_end(consent, category, consents), []).append(category)
        for end, categories in by_end.items():
            parts[consent.model_copy(update={"categories": tuple(categories), "withdrawn_at": end})] = None
    return tuple(parts)


def _end(consent: Consent, category: DataCategory | None, told: Iterable[Consent]) -> datetime | None:
    """The first moment from which the consent no longer holds for a category; None while nobody has withdrawn it.

    A consent without sensitive category (None) ends with another such one, or when all is withdrawn.
    """
    ends = [
        other.withdrawn_at
        for other in told
        if other.withdrawn_at is not None
        and (other is consent or consent.given_at <= other.withdrawn_at)
        and (other.to_institution, other.purpose) == (consent.to_institution, consent.purpose)
        and _is_about(other, category)
    ]
    return min(ends, default=None)


def _is_about(other: Consent, category: DataCategory | None) -> bool:
    if category is None:
        return not other.categories or set(other.categories) == set(DataCategory)
    return category in other.categories
