"""What may leave the house in a dossier: the list of who gets it (`contracts/wall.py`), and consent comes first."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from matching.contracts.wall import allowed_fields, only
from matching.domain.profile import Profile
from matching.domain.telling import told_by_field
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.receivers import Receiver
from matching.errors import ConflictError, Said

_PURPOSE = ConsentPurpose.DOSSIER_TO_PROVIDER
RECEIVER_OF: Mapping[OpportunityKind, Receiver] = MappingProxyType(
    {
        OpportunityKind.VACANCY: Receiver.EMPLOYER,
        OpportunityKind.MEASURE: Receiver.PROVIDER,
        OpportunityKind.PLACEMENT: Receiver.PROVIDER,
    }
)
"""Who gets a dossier for an option of each kind."""


def content_of(person: Profile, kind: OpportunityKind, viewer: Viewer, at: datetime) -> Profile:
    """What may leave of a person, as the viewer may use the file, for an option of that kind at an aware moment.

    ConflictError when no consent to send a dossier holds at that moment.
    """
    return narrowed(person, leaving(person, kind, viewer, at))


def narrowed(person: Profile, allowed: frozenset[str]) -> Profile:
    """The profile with the allowed fields alone; all else is unknown."""
    return Profile.model_validate_json(json.dumps(only(person.model_dump(mode="json", exclude_none=True), allowed)))


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
        raise ConflictError(
            "La personne n'a pas consenti, ou plus, à ce que son dossier soit envoyé par {by} ; "
            "le lui demander, puis noter ce consentement.",
            by=viewer.institution or Said("ce compte"),
            command=f"consent give --profile {person.id} --to {viewer.institution} --purpose {_PURPOSE}",
        )
    named = {category for consent in consents for category in consent.categories}
    return frozenset(path for path in allowed_fields("profile", RECEIVER_OF[kind]) if told_by_field(path) <= named)
