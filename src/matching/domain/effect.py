"""What a measure changes in a person who completes it."""

from typing import Annotated, Literal

from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import EducationLevel, Language, LanguageLevel, LicenceCategory
from matching.domain.word import Name, Word, about


class LanguageEffect(Word):
    """A language level reached."""

    kind: Annotated[Literal["language"], about("Kind.", "language")] = "language"
    language: Annotated[Language, about("Language.", "fr")]
    level: Annotated[LanguageLevel, about("Level reached.", "b1")]


class SkillEffect(Word):
    """A skill gained."""

    kind: Annotated[Literal["skill"], about("Kind.", "skill")] = "skill"
    label: Annotated[Name, about("Skill gained.", "Couture industrielle")]


class CertificateEffect(Word):
    """A certificate or diploma gained."""

    kind: Annotated[Literal["certificate"], about("Kind.", "certificate")] = "certificate"
    name: Annotated[Name, about("Certificate.", "Certificat cariste")]
    education: Annotated[EducationLevel | None, about("Level of education reached.", "vocational")] = None
    licence: Annotated[LicenceCategory | None, about("Licence reached.", "forklift")] = None


class BarrierEffect(Word):
    """A barrier lifted or lowered."""

    kind: Annotated[Literal["barrier"], about("Kind.", "barrier")] = "barrier"
    barrier: Annotated[Barrier, about("Barrier lifted.", "mobility")]


class AvailabilityEffect(Word):
    """Availability or working pace reached, percent."""

    kind: Annotated[Literal["availability"], about("Kind.", "availability")] = "availability"
    percent: Annotated[int | None, about("Availability reached.", 80, ge=0, le=100)] = None
    work_pace_percent: Annotated[int | None, about("Pace reached.", 80, ge=0, le=100)] = None


class MobilityEffect(Word):
    """A longer daily trip made possible: a subscription, a vehicle, a licence with something to drive."""

    kind: Annotated[Literal["mobility"], about("Kind.", "mobility")] = "mobility"
    radius_km: Annotated[
        int, about("Daily trip made possible, kilometres in a straight line, at least.", 40, ge=1, le=500)
    ]
    vehicle: Annotated[bool | None, about("Gives a vehicle to use.", True)] = None


Effect = Annotated[
    LanguageEffect | SkillEffect | CertificateEffect | BarrierEffect | AvailabilityEffect | MobilityEffect,
    about("One effect, told apart by its kind.", {"kind": "barrier", "barrier": "mobility"}, discriminator="kind"),
]
