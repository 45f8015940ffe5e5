"""Cantonal measures of Vaud: revenu d'insertion (RI), LEmp, LASV, FORJAD and FORMAD, joint units ORP-CSR."""

from datetime import date
from functools import partial

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country, EducationLevel
from matching.domain.vocabulary.standing import DiStatus, FollowUp, Status, UiStatus
from matching.eligibility.facts import (
    age_at_least,
    assistance,
    disability,
    education,
    holds,
    lives_in_canton,
    ri_is_received,
    ui_standing,
)
from matching.eligibility.kleene import both, either, negated, truth_of
from matching.eligibility.rule import Facts, Law, Remedy, rule_on_person
from matching.eligibility.rules.availability import with_availability
from matching.eligibility.rules.statuses import register
from matching.eligibility.rules.unemployment import is_placeable
from matching.snapshot.columns import CriteriaColumns

_LEMP = Law(
    "LEmp (VD); directive SPAS-SDE", "Cour des comptes 2014, cantonal pages undated; LEmp not read", date(2014, 2, 1)
)
_LASV = Law("LASV (VD)", "araspe.ch and info.vd.ch, undated; RLASV not read", date(2014, 2, 1))
_YOUNG_ADULTS = Law(
    "Aide-mémoire Jeunes adultes en difficulté (VD)", "publication.vd.ch, 28.08.2025", date(2025, 8, 28)
)
_MIS_T = Law("LASV (VD), mesures de transition", "referentiel.insertion-vaud.ch, undated", date(2014, 2, 1))
_UC = Law("Unités communes ORP-CSR (VD), exceptions", "slides of the canton, 2018", date(2018, 10, 1))
_JOINT = (FollowUp.JOINT_UNIT, FollowUp.MIXED)


def lives_in_vaud(profile: Profile, _on: date) -> Truth:
    """Residence in the canton."""
    return lives_in_canton(profile, "VD")


def has_no_allowances_left(profile: Profile, on: date) -> Truth:
    """Whoever still draws daily allowances gets the AIT of the unemployment insurance instead."""
    standing = ui_standing(profile, on)
    if standing in (None, UiStatus.WAITING):
        return Truth.UNKNOWN
    return truth_of(standing is not UiStatus.OPEN_WITH_DAYS)


def registered_with_orp(profile: Profile, on: date) -> Truth:
    """Registered with a Swiss office on the day; a status alone does not say in which country."""
    registration = profile.pes_registration
    if registration is None:
        return both(holds(profile, Status.PES_REGISTERED, on), Truth.UNKNOWN)
    return Truth.NOT_MET if registration.country is not Country.CH else holds(profile, Status.PES_REGISTERED, on)


def stays_with_the_csr(profile: Profile, on: date) -> Truth:
    """Social measures are for whoever cannot at first be sent to the ORP: not registered there or not placeable.

    A joint unit has both catalogues open (Unités communes, 2018); there the payer decides.
    """
    follow_up = assistance(profile).follow_up
    joint = truth_of(None if follow_up is None else follow_up in _JOINT)
    return either(negated(_is_at_the_orp(profile, on)), both(joint, Truth.UNKNOWN))


def _is_at_the_orp(profile: Profile, on: date) -> Truth:
    return both(registered_with_orp(profile, on), is_placeable(profile, on))


def is_without_activity(profile: Profile, _on: date) -> Truth:
    """No activity today."""
    months = profile.months_without_work
    return truth_of(None if months is None else months > 0)


def is_young(profile: Profile, on: date) -> Truth:
    """ "Youth" is read as 18 to 25, as for FORJAD; the text names no bounds, so outside them the payer is asked."""
    return either(aged_18_to_25(profile, on), Truth.UNKNOWN)


def aged_18_to_25(profile: Profile, on: date) -> Truth:
    """18 to 25 completed years."""
    return both(age_at_least(profile, 18, on), negated(age_at_least(profile, 26, on)))


def aged_26_to_60(profile: Profile, on: date) -> Truth:
    """Exceptions of the unit: 18 to 25 and over 60; the edges are read as completed years."""
    return both(age_at_least(profile, 26, on), negated(age_at_least(profile, 61, on)))


def has_no_initial_training(profile: Profile, _on: date) -> Truth:
    """No completed initial training; a baccalauréat or a diploma not recognised is for the payer to judge."""
    has = education(profile)
    if has.level in (EducationLevel.NONE, EducationLevel.COMPULSORY):
        return Truth.MET
    if has.level in (None, EducationLevel.BACCALAUREATE) or has.recognised is not True:
        return Truth.UNKNOWN
    return Truth.NOT_MET


def available_at_50(profile: Profile, _on: date) -> Truth:
    """Availability below 50 % is an exception: 50 % is in."""
    percent = profile.availability.percent
    return truth_of(None if percent is None else percent >= 50)


def is_followed(profile: Profile, _on: date) -> Truth:
    """Not dispensed from follow-up."""
    follow_up = assistance(profile).follow_up
    return truth_of(None if follow_up is None else follow_up is not FollowUp.EXEMPT)


def no_ambiguous_di_case(profile: Profile, _on: date) -> Truth:
    """Exception 2 of the unit is ambiguous: a claim, a measure or a pension is never decided by machine."""
    if disability(profile).status in (DiStatus.NONE, DiStatus.ANNOUNCED, DiStatus.CLAIM_REFUSED):
        return Truth.MET
    return Truth.UNKNOWN


def _says_age(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    return Facts({"has": profile.age_on(on)})


def _says_availability(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"has": profile.availability.percent})


def _says_registration(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    joint = _is_at_the_orp(profile, on) is Truth.MET and assistance(profile).follow_up in _JOINT
    return Facts(variant="unit", asks=Asks.PAYER) if joint else Facts()


def _says_youth(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    age = profile.age_on(on)
    return Facts({"has": age}, variant="not_known" if age is None else None, asks=Asks.PERSON if age is None else None)


def _says_training(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = education(profile)
    judged = has.level is EducationLevel.BACCALAUREATE or (
        has.level not in (None, EducationLevel.NONE, EducationLevel.COMPULSORY) and has.recognised is False
    )
    return Facts({"has": has.level}, variant="payer" if judged else None, asks=Asks.PAYER if judged else None)


def _says_di(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    status = disability(profile).status
    ambiguous = status in (DiStatus.CLAIM_PENDING, DiStatus.MEASURE, DiStatus.PENSION)
    return Facts({"has": status}, variant="law" if ambiguous else None, asks=Asks.LAW if ambiguous else None)


def _register(profile: Profile, _row: CriteriaColumns, _on: date) -> Remedy:
    return Remedy(register(profile, Country.CH), Facts())


def _be_available(profile: Profile, _row: CriteriaColumns, _on: date) -> Remedy:
    return Remedy(with_availability(profile, percent=50), Facts({"asked": 50}))


_vaud = partial(rule_on_person, "vaud")
_C = MeasureCode

RULES = (
    _vaud("vd_ri_employment", (_C.VD_ACIT, _C.VD_MIP), ri_is_received, law=_LEMP),
    _vaud("vd_ri_social", (_C.VD_MIS,), ri_is_received, law=_LASV),
    _vaud("vd_acit_no_allowances", (_C.VD_ACIT,), has_no_allowances_left, law=_LEMP),
    _vaud("vd_mip_registered", (_C.VD_MIP, _C.VD_ACIT), registered_with_orp, law=_LEMP, remedy=_register),
    _vaud(
        "vd_mis_first",
        (_C.VD_MIS,),
        stays_with_the_csr,
        law=_LASV,
        asks=Asks.COUNSELLOR,
        says=_says_registration,
        may_ask=(Asks.PAYER,),
    ),
    _vaud(
        "vd_mis_t_youth",
        (_C.VD_MIS_T,),
        is_young,
        law=_MIS_T,
        asks=Asks.PAYER,
        says=_says_youth,
        may_ask=(Asks.PERSON,),
    ),
    _vaud("vd_forjad_age", (_C.VD_FORJAD,), aged_18_to_25, law=_YOUNG_ADULTS, says=_says_age),
    _vaud(
        "vd_formad_age",
        (_C.VD_FORMAD,),
        lambda profile, on: age_at_least(profile, 26, on),
        law=_YOUNG_ADULTS,
        says=_says_age,
    ),
    _vaud("vd_formad_no_activity", (_C.VD_FORMAD,), is_without_activity, law=_YOUNG_ADULTS),
    _vaud(
        "vd_no_initial_training",
        (_C.VD_FORJAD, _C.VD_FORMAD, _C.VD_MIS_T),
        has_no_initial_training,
        law=_YOUNG_ADULTS,
        says=_says_training,
        may_ask=(Asks.PAYER,),
    ),
    _vaud("vd_canton", (_C.VD_FORJAD, _C.VD_FORMAD, _C.VD_MIS_T), lives_in_vaud, law=_YOUNG_ADULTS),
    _vaud("vd_uc_canton", (_C.VD_UC,), lives_in_vaud, law=_UC),
    _vaud("vd_uc_ri", (_C.VD_UC,), ri_is_received, law=_UC),
    _vaud("vd_uc_availability", (_C.VD_UC,), available_at_50, law=_UC, says=_says_availability, remedy=_be_available),
    _vaud("vd_uc_age", (_C.VD_UC,), aged_26_to_60, law=_UC, says=_says_age),
    _vaud("vd_uc_follow_up", (_C.VD_UC,), is_followed, law=_UC, asks=Asks.COUNSELLOR),
    _vaud("vd_uc_disability", (_C.VD_UC,), no_ambiguous_di_case, law=_UC, says=_says_di, may_ask=(Asks.LAW,)),
)
