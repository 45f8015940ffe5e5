"""What of a person's file somebody may use: what lacks consent becomes unknown, and is neither shown nor ranked."""

from datetime import datetime

from matching.domain.answer import RuleAnswer
from matching.domain.insertion_france import InsertionFrance
from matching.domain.need import Consent, PastMeasures
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import (
    BARRIER_CATEGORIES,
    MEASURE_CATEGORIES,
    STATUS_CATEGORIES,
    ConsentPurpose,
    DataCategory,
)
from matching.working_days.swiss_time import refuse_naive

_HOLDERS: dict[DataCategory, frozenset[Institution]] = {
    DataCategory.HEALTH: frozenset(),
    DataCategory.DEBT: frozenset(),
    DataCategory.DISABILITY_INSURANCE: frozenset({Institution.OAI}),
    DataCategory.UNEMPLOYMENT_INSURANCE: frozenset({Institution.ORP, Institution.LMMT, Institution.UC, Institution.FT}),
    DataCategory.SOCIAL_ASSISTANCE: frozenset(
        {Institution.CSR, Institution.SSR, Institution.SOCIAL_COMMUNE, Institution.UC, Institution.DEPT}
    ),
    DataCategory.FAMILY: frozenset(
        {Institution.CSR, Institution.SSR, Institution.SOCIAL_COMMUNE, Institution.UC, Institution.DEPT}
    ),
}

_TOLD_BY_ANSWER: dict[str, frozenset[DataCategory]] = {
    "laci": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE}),
    "oaci": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE}),
    "laci_15_placement": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH}),
    "laci_60_placement": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH}),
    "lai": frozenset({DataCategory.DISABILITY_INSURANCE, DataCategory.HEALTH}),
    "vd": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
    "vd_uc_disability": frozenset({DataCategory.SOCIAL_ASSISTANCE, DataCategory.DISABILITY_INSURANCE}),
    "ne": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
    "iae": frozenset({DataCategory.SOCIAL_ASSISTANCE, DataCategory.HEALTH}),
    "cddi": frozenset(),
    "cdi": frozenset(),
    "immersion": frozenset(),
}
"""What the answer to a rule tells, by its id, else by the first part of it; any other may tell anything."""


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
    changes: dict[str, object] = {"withheld": withheld}
    insurances = profile.insurances
    if DataCategory.HEALTH in withheld:
        changes["restrictions"] = None
        changes["fitness"] = ()
    if DataCategory.DEBT in withheld:
        changes["in_debt_enforcement"] = None
    if DataCategory.FAMILY in withheld:
        changes["household"] = None
    if DataCategory.DISABILITY_INSURANCE in withheld:
        insurances = insurances.model_copy(update={"disability": None})
    if DataCategory.UNEMPLOYMENT_INSURANCE in withheld:
        insurances = insurances.model_copy(update={"unemployment": None})
    if DataCategory.SOCIAL_ASSISTANCE in withheld:
        insurances = insurances.model_copy(update={"assistance": None})
    if {DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH} & set(withheld):
        insurances = insurances.model_copy(update={"placement": None})
    changes["insurances"] = insurances
    changes["needs"] = profile.needs and tuple(
        need for need in profile.needs if BARRIER_CATEGORIES.get(need.barrier) not in withheld
    )
    changes["statuses"] = tuple(
        fact for fact in profile.statuses if not STATUS_CATEGORIES.get(fact.status, frozenset()) & set(withheld)
    )
    changes["answers"] = tuple(answer for answer in profile.answers if not _told_by(answer) & set(withheld))
    changes["past_measures"] = _without_telling_measures(profile.past_measures, withheld)
    changes["insertion_france"] = profile.insertion_france and _without_telling_steps(
        profile.insertion_france, withheld
    )
    return profile.model_copy(update=changes)


def _told_by(answer: RuleAnswer) -> frozenset[DataCategory]:
    """The categories an answer to a rule tells of; deny by default."""
    by_rule = _TOLD_BY_ANSWER.get(answer.rule)
    if by_rule is None:
        by_rule = _TOLD_BY_ANSWER.get(answer.rule.partition("_")[0])
    by_code = MEASURE_CATEGORIES.get(answer.code.partition("_")[0], frozenset()) if answer.code else frozenset()
    return frozenset(DataCategory) if by_rule is None else by_rule | by_code


def _without_telling_measures(past: PastMeasures, withheld: tuple[DataCategory, ...]) -> PastMeasures:
    """Past measures without those that tell of a payer whose data are withheld, nor why one was left.

    The list is incomplete whether it held any or not: that something is missing must not be told either.
    """
    kept = tuple(
        item.model_copy(update={"dropout_reason": None})
        for item in past.items
        if item.code is None or not MEASURE_CATEGORIES.get(item.code.partition("_")[0], frozenset()) & set(withheld)
    )
    telling = any(told & set(withheld) for told in MEASURE_CATEGORIES.values())
    return PastMeasures(items=kept, complete=past.complete and not telling)


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


def _without_telling_steps(pathway: InsertionFrance, withheld: tuple[DataCategory, ...]) -> InsertionFrance:
    """A pathway in France without the RSA, or without the grounds that tell of health or family."""
    iae_pass, rsa = pathway.iae_pass, pathway.rsa
    if DataCategory.HEALTH in withheld and iae_pass is not None:
        iae_pass = iae_pass.model_copy(update={"prolongation": None})
    if DataCategory.SOCIAL_ASSISTANCE in withheld:
        rsa = None
    if {DataCategory.HEALTH, DataCategory.FAMILY} & set(withheld) and rsa is not None:
        rsa = rsa.model_copy(update={"fewer_hours_ground": None})
    return pathway.model_copy(update={"iae_pass": iae_pass, "rsa": rsa})
