"""What a score may know of a person: an allow-list, so that nothing else can reach a feature.

Never here: sex, age, nationality, permit, family and care, health, disability, debt, time on assistance. Rules may use
those; scores must be bit-equal whatever they are.
"""

from dataclasses import dataclass

from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.vocabulary.needs import Objective
from matching.snapshot.columns import bits, position


@dataclass(frozen=True)
class RankedPerson:
    """The facts features may read; None is unknown. Education is its position in the closed list."""

    latitude: float | None
    longitude: float | None
    availability_percent: int | None
    education: int | None
    months_without_work: int | None
    experience_years: float | None
    objective: Objective | None
    need_levels: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, profile: Profile) -> "RankedPerson":
        """The allowed facts of a profile; of the needs only those that are no sensitive data, as (bit, level)."""
        residence, education = profile.residence, profile.education
        years = [occupation.years for occupation in profile.occupations or () if occupation.years is not None]
        return cls(
            latitude=residence.latitude if residence else None,
            longitude=residence.longitude if residence else None,
            availability_percent=profile.availability.percent,
            education=position(education.level) if education and education.level else None,
            months_without_work=profile.months_without_work,
            experience_years=max(years) if years else None,
            objective=profile.objective,
            need_levels=tuple(
                (position(need.barrier), position(need.level))
                for need in profile.needs or ()
                if need.barrier not in BARRIER_CATEGORIES
            ),
        )


SENSITIVE_NEEDS_MASK = bits(BARRIER_CATEGORIES)
"""Bits of the barriers whose level must not be read here."""
