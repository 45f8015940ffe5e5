"""A person's standing with the three payers and the public employment service, and the statuses of France."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.situation import Country
from matching.domain.vocabulary.standing import (
    AssistanceKind,
    DiStatus,
    FollowUp,
    FrTrack,
    PlacementStatus,
    Status,
    UiStatus,
)
from matching.domain.word import Percent, Word, about


class UnemploymentInsurance(Word):
    """Standing with the unemployment insurance. Source: LACI."""

    status: Annotated[UiStatus | None, about("Standing.", "open_with_days")] = None
    days_left: Annotated[int | None, about("Daily allowances left.", 140, ge=0, le=640)] = None
    days_drawn: Annotated[int | None, about("Daily allowances drawn in this period.", 170, ge=0, le=640)] = None
    framework_end: Annotated[date | None, about("Last day of the framework period.", "2028-01-31")] = None
    days_used_59d: Annotated[
        int | None, about("Days of measures without contribution period (LACI 59d) in the last two years.", 40, ge=0)
    ] = None
    collective_dismissal: Annotated[bool | None, about("Threatened by a collective dismissal.", False)] = None


class SocialAssistance(Word):
    """Standing with social assistance. Time on assistance is for rules and reports, never for scores."""

    kind: Annotated[AssistanceKind | None, about("Assistance received.", "ri")] = None
    since: Annotated[date | None, about("Receiving since.", "2026-06-01")] = None
    follow_up: Annotated[FollowUp | None, about("Kind of follow-up.", "joint_unit")] = None
    fr_track: Annotated[FrTrack | None, about("Track of a person on RSA.", "socio_professionnel")] = None


class DisabilityInsurance(Word):
    """Standing with the disability insurance. Source: LAI."""

    status: Annotated[DiStatus | None, about("Standing.", "claim_pending")] = None
    incapacity_percent: Annotated[Percent | None, about("Certified incapacity for work, percent.", 50)] = None
    incapacity_since: Annotated[date | None, about("Incapacity since.", "2026-01-15")] = None
    residual_capacity_percent: Annotated[Percent | None, about("Residual capacity with a pension.", 50)] = None


class PesRegistration(Word):
    """Registration as a job seeker with the public employment service; it counts on the day, not once."""

    registered: Annotated[bool, about("Is registered.", True)]
    country: Annotated[Country, about("Country of the service.", "ch")] = Country.CH
    valid_from: Annotated[date | None, about("Registered from.", "2026-06-15")] = None
    valid_to: Annotated[date | None, about("Registered to, inclusive.", "2027-06-14")] = None

    def holds_on(self, day: date) -> bool:
        """Whether the registration is valid on `day`; a missing start is taken as begun, a missing end as running."""
        begun = self.valid_from is None or self.valid_from <= day
        running = self.valid_to is None or day <= self.valid_to
        return self.registered and begun and running


class StatusFact(Word):
    """One status that holds or does not, as known on a day."""

    status: Annotated[Status, about("Status.", "rqth")]
    holds: Annotated[bool, about("It holds.", True)]
    as_of: Annotated[date | None, about("Known on.", "2026-10-01")] = None


class Insurances(Word):
    """The three payers and placement, together."""

    unemployment: Annotated[UnemploymentInsurance | None, about("Unemployment insurance.", {"status": "none"})] = None
    assistance: Annotated[SocialAssistance | None, about("Social assistance.", {"kind": "ri"})] = None
    disability: Annotated[DisabilityInsurance | None, about("Disability insurance.", {"status": "none"})] = None
    placement: Annotated[PlacementStatus | None, about("Placeability.", "apt")] = None
