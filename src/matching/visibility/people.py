"""What of a person's file somebody may use: what lacks consent becomes unknown, and is neither shown nor ranked."""

from datetime import datetime

from matching.domain.need import Consent, PastMeasures
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import BARRIER_CATEGORIES, STATUS_CATEGORIES, ConsentPurpose, DataCategory
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

_TOLD_BY_CODE: dict[str, frozenset[DataCategory]] = {
    "ac": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE}),
    "di": frozenset({DataCategory.DISABILITY_INSURANCE, DataCategory.HEALTH}),
    "vd": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
    "ne": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
    "ch": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
}
"""What the first part of a measure's code tells of whoever was in it."""


def redact(profile: Profile, viewer: Viewer, at: datetime) -> Profile:
    """The profile as this viewer may use it: what lacks consent becomes unknown, and is neither shown nor ranked.

    A file without unit is its bearer's, and a viewer without account (units None) sits at the store itself: both
    see everything. Source: LACI 85f al. 2, LSE 35a al. 1.
    """
    refuse_naive(at)
    if profile.unit is None or viewer.units is None:
        return profile
    withheld = tuple(category for category in DataCategory if not _may_use(profile, category, viewer, at))
    if not withheld:
        return profile
    changes: dict[str, object] = {"withheld": withheld}
    insurances = profile.insurances
    if DataCategory.HEALTH in withheld:
        changes["restrictions"] = None
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
    changes["past_measures"] = _without_telling_measures(profile.past_measures, withheld)
    return profile.model_copy(update=changes)


def _without_telling_measures(past: PastMeasures, withheld: tuple[DataCategory, ...]) -> PastMeasures:
    """Past measures without those that tell of a payer whose data are withheld, nor why one was left."""
    kept = tuple(
        item.model_copy(update={"dropout_reason": None})
        for item in past.items
        if item.code is None or not _TOLD_BY_CODE.get(item.code.partition("_")[0], frozenset()) & set(withheld)
    )
    return PastMeasures(items=kept, complete=past.complete and len(kept) == len(past.items))


def _may_use(profile: Profile, category: DataCategory, viewer: Viewer, at: datetime) -> bool:
    if viewer.institution is None:
        return False
    if viewer.institution in _HOLDERS[category]:
        return True
    return any(_covers(consent, category, viewer.institution, at) for consent in profile.consents)


def _covers(consent: Consent, category: DataCategory, institution: Institution, at: datetime) -> bool:
    return (
        consent.to_institution is institution
        and consent.purpose is ConsentPurpose.MATCHING
        and category in consent.categories
        and consent.written
        and consent.given_at <= at
        and (consent.valid_to is None or at < consent.valid_to)
        and (consent.withdrawn_at is None or at < consent.withdrawn_at)
    )
