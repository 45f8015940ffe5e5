"""What France records of a pathway: PASS IAE, diagnoses of eligibility, months in CDDI, and the steps of the RSA."""

from datetime import date
from typing import Annotated

from matching.domain.vocabulary.insertion_france import (
    AuthorisedPrescriber,
    DiagnosisAuthor,
    HoursGround,
    PassProlongation,
)
from matching.domain.word import Word, about


class PassIae(Word):
    """The proof of eligibility for the IAE, one per person whatever the structure; its number is not needed here."""

    valid_from: Annotated[date, about("First day.", "2026-03-02")]
    valid_to: Annotated[date | None, about("Last day, inclusive; absent: 24 months from the first.", "2028-03-01")] = (
        None
    )
    suspended_from: Annotated[date | None, about("First day of the suspension.", "2026-08-01")] = None
    suspended_to: Annotated[date | None, about("Last day of it, inclusive; absent: it runs.", "2026-09-30")] = None
    prolonged_to: Annotated[date | None, about("Last day of the prolongation, inclusive.", "2028-09-01")] = None
    prolongation: Annotated[PassProlongation | None, about("Why it is prolonged.", "training_end")] = None


class IaeDiagnosis(Word):
    """A diagnosis of eligibility for the IAE; that of a prescriber beats that of an employer."""

    by: Annotated[DiagnosisAuthor, about("Who made it.", "prescriber")]
    prescriber: Annotated[AuthorisedPrescriber | None, about("Which kind of prescriber.", "ft")] = None
    made_on: Annotated[date, about("Day it was made.", "2026-10-05")]
    eligible: Annotated[bool, about("The person is eligible.", True)]


class RsaPathway(Word):
    """The dated steps of the RSA since 2025. They are never used to control or to sanction."""

    requested_on: Annotated[date | None, about("Day the RSA was asked for.", "2026-10-19")] = None
    oriented_on: Annotated[date | None, about("Day of the orientation to a track.", "2026-11-05")] = None
    reexamined_on: Annotated[date | None, about("Day the orientation was last looked at again.", "2027-05-04")] = None
    engagement_signed_on: Annotated[date | None, about("Contrat d'engagement signed on.", "2026-11-12")] = None
    hours_per_week: Annotated[float | None, about("Hours of activity agreed, per week; 0: none.", 15, ge=0, le=40)] = (
        None
    )
    fewer_hours_asked_on: Annotated[date | None, about("Day fewer hours, or none, were asked for.", "2026-11-12")] = (
        None
    )
    fewer_hours_ground: Annotated[HoursGround | None, about("On which ground.", "lone_parent")] = None


class InsertionFrance(Word):
    """A pathway in France. PASS and diagnoses are acts: what nobody recorded is taken as not made."""

    iae_pass: Annotated[PassIae | None, about("PASS IAE, the last one.", {"valid_from": "2026-03-02"})] = None
    iae_diagnoses: Annotated[
        tuple[IaeDiagnosis, ...],
        about("Diagnoses of eligibility.", [{"by": "prescriber", "made_on": "2026-10-05", "eligible": True}]),
    ] = ()
    cddi_months: Annotated[int | None, about("Months already worked in CDDI; 0: none.", 0, ge=0, le=120)] = None
    rsa: Annotated[RsaPathway | None, about("Steps of the RSA.", {"requested_on": "2026-10-19"})] = None
