"""What may leave the house in a dossier: one allow-list per kind of option; all else stays, and consent comes first.

A new field of a profile must be put on one of the two lists: a test fails until it is.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from matching.domain.profile import Profile
from matching.domain.telling import told_by_field
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.errors import ConflictError

_PURPOSE = ConsentPurpose.DOSSIER_TO_PROVIDER
_EVERY = frozenset(OpportunityKind)
_ADAPTED = frozenset({OpportunityKind.PLACEMENT, OpportunityKind.MEASURE})
"""Places and measures, whose providers must fit the work to the person; an employer learns neither pace nor limits."""

MAY_LEAVE: Mapping[str, frozenset[OpportunityKind]] = MappingProxyType(
    dict.fromkeys(
        (
            "id",
            "languages.items.language",
            "languages.items.level",
            "languages.complete",
            "education.level",
            "education.recognised",
            "education.field",
            "occupations.title",
            "occupations.codes.scheme",
            "occupations.codes.code",
            "occupations.years",
            "occupations.last_year",
            "occupations.target",
            "skills.items.label",
            "skills.items.code",
            "skills.complete",
            "availability.percent",
            "availability.schedules",
            "availability.start_from",
            "mobility.licences",
        ),
        _EVERY,
    )
    | dict.fromkeys(
        (
            "availability.work_pace_percent",
            "restrictions.strain",
            "restrictions.source",
            "restrictions.author",
            "restrictions.stated_on",
            "restrictions.expires_on",
        ),
        _ADAPTED,
    )
)
"""Fields that may leave, each to the last name, with the kinds of option whose provider may get them."""

NEVER_LEAVES = frozenset(
    {
        "unit",
        "birth_date",
        "household",
        "residence",
        "permit",
        "education.seeks_training_place",
        "education.higher_education_years",
        "education.apprenticeship_contract",
        "mobility.vehicle",
        "mobility.radius_km",
        "insurances",
        "insertion_france",
        "fitness",
        "answers",
        "statuses",
        "pes_registration",
        "months_without_work",
        "needs",
        "in_debt_enforcement",
        "self_employment_project",
        "objective",
        "project",
        "wishes",
        "consents",
        "withheld",
        "past_measures",
    }
)
"""Fields that stay, with everything below them."""


def content_of(person: Profile, kind: OpportunityKind, viewer: Viewer, at: datetime) -> Profile:
    """What may leave of a person, as the viewer may use the file, for an option of that kind at an aware moment.

    ConflictError when no consent to send a dossier holds at that moment.
    """
    return narrowed(person, leaving(person, kind, viewer, at))


def narrowed(person: Profile, allowed: frozenset[str]) -> Profile:
    """The profile with the allowed fields alone; all else is unknown."""
    return Profile.model_validate_json(json.dumps(_only(person.model_dump(mode="json", exclude_none=True), allowed)))


def leaving(person: Profile, kind: OpportunityKind, viewer: Viewer, at: datetime) -> frozenset[str]:
    """The fields that may leave at that moment; ConflictError without a consent that holds.

    The consent is given to the institution that hands the dossier over. Source: LACI 85f al. 2, LSE 35a al. 1.
    """
    consents = [
        consent
        for consent in person.consents
        if consent.purpose is _PURPOSE and consent.to_institution is viewer.institution and consent.holds_at(at)
    ]
    if not consents:
        by = viewer.institution.fr if viewer.institution else "ce compte"
        give = f"consent give --profile {person.id} --to {viewer.institution} --purpose {_PURPOSE}"
        raise ConflictError(
            f"La personne n'a pas consenti, ou plus, à ce que son dossier soit envoyé par {by} ; "
            f"le lui demander, puis `matching {give}`."
        )
    named = {category for consent in consents for category in consent.categories}
    return frozenset(path for path, kinds in MAY_LEAVE.items() if kind in kinds and told_by_field(path) <= named)


def _only(value: Any, allowed: frozenset[str], path: str = "") -> Any:
    """The parts of a document that lie on allowed paths; lists keep their elements."""
    if isinstance(value, list):
        return [_only(item, allowed, path) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: (f"{path}.{name}" if path else name) for name in value}
    return {
        name: _only(value[name], allowed, below)
        for name, below in kept.items()
        if below in allowed or any(each.startswith(f"{below}.") for each in allowed)
    }
