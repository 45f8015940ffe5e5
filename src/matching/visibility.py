"""Who may see what: one function for options, one for files. Deny by default; it comes before everything else."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from matching.domain.answer import RuleAnswer
from matching.domain.need import Consent, PastMeasures
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import BARRIER_CATEGORIES, STATUS_CATEGORIES, ConsentPurpose, DataCategory
from matching.domain.vocabulary.process import MandateKind
from matching.domain.vocabulary.situation import Country
from matching.errors import InvalidInputError
from matching.snapshot.columns import day_number
from matching.snapshot.publication import PublicationColumns

SWISS_TIME = ZoneInfo("Europe/Zurich")

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

_TOLD_BY_ANSWER: dict[str, frozenset[DataCategory]] = {
    "laci": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE}),
    "oaci": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE}),
    "laci_15_placement": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH}),
    "laci_60_placement": frozenset({DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH}),
    "lai": frozenset({DataCategory.DISABILITY_INSURANCE, DataCategory.HEALTH}),
    "vd": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
    "vd_uc_disability": frozenset({DataCategory.SOCIAL_ASSISTANCE, DataCategory.DISABILITY_INSURANCE}),
    "ne": frozenset({DataCategory.SOCIAL_ASSISTANCE}),
}
"""What the answer to a rule tells, by its id, else by the first part of it; any other may tell anything."""


def may_see(
    viewer: Viewer, profile: Profile | None, publication: PublicationColumns, at: datetime
) -> NDArray[np.bool_]:
    """(n_options,) bool: which options exist for this viewer, for this person, at this aware moment.

    A restricted posting needs the viewer's mandate, and for a recommendation the person's registration with the
    Swiss employment service on that day as well. InvalidInputError for a moment without time zone.
    Source: OSE art. 53b al. 6, LEI art. 21a al. 3.
    """
    _refuse_naive(at)
    restricted = publication.restricted_through >= day_number(at.astimezone(SWISS_TIME).date())
    return publication.published & (~restricted | _may_see_restricted(viewer, profile, at))


def _refuse_naive(at: datetime) -> None:
    if at.tzinfo is None:
        raise InvalidInputError("L'instant de la demande n'a pas de fuseau horaire ; en indiquer un.")


def open_to_all(publication: PublicationColumns, at: datetime) -> NDArray[np.bool_]:
    """(n_options,) bool: the options that everybody may see at `at`: the only ones that statistics may be made of."""
    return publication.published & (publication.restricted_through < day_number(at.astimezone(SWISS_TIME).date()))


def _may_see_restricted(viewer: Viewer, profile: Profile | None, at: datetime) -> bool:
    if not viewer.has_mandate(MandateKind.PES_STAFF, at):
        return False
    if profile is None:
        return True
    registration = profile.pes_registration
    return (
        registration is not None
        and registration.country is Country.CH
        and registration.holds_on(at.astimezone(SWISS_TIME).date())
    )


def disclose(option: AnyOpportunity, viewer: Viewer, at: datetime) -> AnyOpportunity:
    """The option as this viewer may read it: an anonymous employer is hidden from all but the employment service."""
    if not isinstance(option, Vacancy) or not option.publication.company_anonymous:
        return option
    if viewer.has_mandate(MandateKind.PES_STAFF, at):
        return option
    return option.model_copy(update={"provider": None, "provider_id": None, "company_size": None, "source_url": None})


def redact(profile: Profile, viewer: Viewer, at: datetime) -> Profile:
    """The profile as this viewer may use it: what lacks consent becomes unknown, and is neither shown nor ranked.

    A file without unit is its bearer's, and a viewer without account (units None) sits at the store itself: both
    see everything. Source: LACI 85f al. 2, LSE 35a al. 1.
    """
    _refuse_naive(at)
    if profile.unit is None or viewer.units is None:
        return profile
    withheld = tuple(category for category in DataCategory if not _may_use(profile, category, viewer, at))
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
    return profile.model_copy(update=changes)


def _told_by(answer: RuleAnswer) -> frozenset[DataCategory]:
    """The categories an answer to a rule tells of; deny by default."""
    by_rule = _TOLD_BY_ANSWER.get(answer.rule) or _TOLD_BY_ANSWER.get(answer.rule.partition("_")[0])
    by_code = _TOLD_BY_CODE.get(answer.code.partition("_")[0], frozenset()) if answer.code else frozenset()
    return frozenset(DataCategory) if by_rule is None else by_rule | by_code


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
