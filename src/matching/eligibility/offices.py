"""Which institution leads a person's case, and which one answers for a payer where the person lives."""

from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Institution, Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.standing import FollowUp, Status
from matching.eligibility.decision_table import Row
from matching.eligibility.facts import assistance, holds, ri_is_received
from matching.eligibility.payer_routes import LEMP, in_joint_unit

_SOCIAL_OFFICES = {"VD": Institution.CSR, "NE": Institution.SSR, "LU": Institution.SOCIAL_COMMUNE}
"""Who pays social assistance: CSR in Vaud, SSR in Neuchâtel, the commune's service in Lucerne."""


def lead_on_file(profile: Profile, on: date) -> tuple[Institution, ...]:
    """Who leads by the follow-up on file, whatever the option; both where it is mixed; none where it is not said."""
    match assistance(profile).follow_up:
        case FollowUp.SOCIAL:
            return _social_follow_up(profile, on)
        case FollowUp.PROFESSIONAL:
            return (Institution.ORP,)
        case FollowUp.JOINT_UNIT:
            return (Institution.UC,)
        case FollowUp.MIXED:
            return (Institution.ORP, *_social_follow_up(profile, on))
    return ()


def leads_of(profile: Profile, row: Row, on: date) -> tuple[Institution, ...]:
    """Who leads by a row; several where the table names two or where it is open; none where it is not known."""
    if row in {Row.EMPLOYER, Row.UNNAMED}:
        return ()
    if row is Row.FRANCE:  # one reference adviser, of the one or the other
        return Institution.FT, Institution.DEPT
    in_unit = in_joint_unit(profile, on)
    if in_unit is Truth.MET or row is Row.JOINT_UNIT:
        return (Institution.UC,)
    match row:
        case Row.DI_PENDING:
            return (*_own_office(profile, on), Institution.OAI)
        case Row.DI_EARLY:
            return _own_office(profile, on)
        case Row.DI_MEASURE:
            return (Institution.OAI,)
        case Row.EXHAUSTED:
            return (Institution.ORP, *_social_office(profile))
        case Row.ASSISTED:
            return _social_office(profile)
        case Row.RI_SOCIAL | Row.VD_TRAINING:
            office = Institution.CSR
        case _:
            office = Institution.ORP
    perhaps_in_unit = in_unit is Truth.UNKNOWN and holds(profile, Status.RI, on) is Truth.MET
    return (office, Institution.UC) if perhaps_in_unit else (office,)


def offices_of(payer: Payer, row: Row, code: MeasureCode, profile: Profile) -> tuple[Institution, ...]:
    """The institution that decides for a payer: the ORP also by the LEmp, although the canton pays; none if unknown."""
    match payer:
        case Payer.AC:
            return (Institution.ORP,)
        case Payer.CANTON if row is Row.ART_59D:
            return (Institution.ORP,)
        case Payer.AS_COMMUNE:
            return (Institution.SOCIAL_COMMUNE,)
        case Payer.AS_CANTON if code in LEMP:
            return (Institution.ORP,)
        case Payer.AS_CANTON if row in {Row.RI_SOCIAL, Row.VD_TRAINING}:
            return (Institution.CSR,)
        case Payer.AS_CANTON:
            return _social_office(profile)
        case Payer.DI:
            return (Institution.OAI,)
        case Payer.DEPT_FR:
            return (Institution.DEPT,)
    return ()


def _own_office(profile: Profile, on: date) -> tuple[Institution, ...]:
    """The office that follows the person beside the disability insurance."""
    if holds(profile, Status.SOCIAL_ASSISTANCE, on) is Truth.MET:
        return _social_office(profile)
    return (Institution.ORP,) if holds(profile, Status.PES_REGISTERED, on) is Truth.MET else ()


def _social_follow_up(profile: Profile, on: date) -> tuple[Institution, ...]:
    """The social office where the person lives; the RI is Vaud's, wherever the home is not known."""
    with_csr = (Institution.CSR,) if ri_is_received(profile, on) is Truth.MET else ()
    return _social_office(profile) or with_csr


def _social_office(profile: Profile) -> tuple[Institution, ...]:
    office = _SOCIAL_OFFICES.get(profile.residence.region or "") if profile.residence else None
    return (office,) if office else ()
