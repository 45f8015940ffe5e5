"""Statuses a provider asks for or excludes, needs it addresses, and what it asks of the person's situation."""

from datetime import date

import numpy as np

from matching.domain.insurance import PesRegistration
from matching.domain.need import Need
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.verdict import Truth
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import holds, household, masks_of, status_masks
from matching.eligibility.kleene import Truths, any_of, at_least, none_of, same_for_all, truth_of
from matching.eligibility.rule import Facts, Remedy, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns, bits, members, position


def one_status_holds(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """One of the statuses must hold."""
    return any_of(columns.statuses, *status_masks(profile, on))


def no_excluded_status(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """None of the statuses may hold."""
    return none_of(columns.excluded_statuses, *status_masks(profile, on))


def one_need_addressed(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """One of the needs must be the person's; one that nobody has confirmed is unknown."""
    return any_of(columns.needs, *need_masks(profile))


def need_masks(profile: Profile) -> tuple[int, int]:
    """The masks (met, unknown) of needs; needs not known at all, or withheld from whoever asks, are unknown."""
    if profile.needs is None:
        return 0, bits(Barrier)
    met, unknown = masks_of((position(need.barrier), _need(need)) for need in profile.needs)
    withheld = bits(barrier for barrier, category in BARRIER_CATEGORIES.items() if category in profile.withheld)
    return met, (unknown | withheld) & ~met


def no_family_charge(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """No children in the person's care."""
    children = household(profile).children
    return same_for_all(len(columns), truth_of(None if children is None else children == 0))


def register(profile: Profile, country: Country) -> Profile:
    """The person as registered with the public employment service of a country."""
    return profile.model_copy(update={"pes_registration": PesRegistration(registered=True, country=country)})


def _need(need: Need) -> Truth:
    if need.level is NeedLevel.NONE:
        return Truth.NOT_MET
    return Truth.MET if need.confirmed else Truth.UNKNOWN


def _says_statuses(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    asked = members(Status, row.statuses[0])
    held = tuple(status for status in asked if holds(profile, status, on) is Truth.MET)
    to_ask = tuple(status for status in asked if holds(profile, status, on) is Truth.UNKNOWN)
    return Facts({"asked": asked, "held": held, "open": to_ask})


def _says_excluded(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    asked = members(Status, row.excluded_statuses[0])
    held = tuple(status for status in asked if holds(profile, status, on) is Truth.MET)
    to_ask = tuple(status for status in asked if holds(profile, status, on) is Truth.UNKNOWN)
    return Facts({"asked": asked, "held": held, "open": to_ask})


def _register(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy | None:
    if not int(row.statuses[0]) & bits([Status.PES_REGISTERED]):
        return None
    country = Country.CH if profile.residence is None else profile.residence.country
    return Remedy(register(profile, country), Facts())


def _says_needs(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    asked, (met, unknown) = int(row.needs[0]), need_masks(profile)
    unconfirmed = asked & unknown if profile.needs is not None else 0
    return Facts(
        {
            "asked": members(Barrier, asked),
            "held": members(Barrier, asked & met),
            "open": members(Barrier, unconfirmed),
        },
        variant="unconfirmed" if unconfirmed and not asked & met else None,
    )


def _says_months(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": int(row.min_months_without_work[0]), "has": profile.months_without_work})


RULES = (
    Rule(
        id="statuses",
        subject="statuses",
        asks=Asks.PERSON,
        test=one_status_holds,
        concerns=lambda columns: columns.statuses != 0,
        says=_says_statuses,
        remedy=_register,
    ),
    Rule(
        id="excluded_statuses",
        subject="statuses",
        asks=Asks.PERSON,
        test=no_excluded_status,
        concerns=lambda columns: columns.excluded_statuses != 0,
        says=_says_excluded,
    ),
    Rule(
        id="needs",
        subject="needs",
        asks=Asks.COUNSELLOR,
        test=one_need_addressed,
        concerns=lambda columns: columns.needs != 0,
        says=_says_needs,
    ),
    Rule(
        id="months_without_work",
        subject="statuses",
        asks=Asks.PERSON,
        test=lambda profile, columns, _on: at_least(columns.min_months_without_work, profile.months_without_work),
        concerns=lambda columns: columns.min_months_without_work != UNSTATED,
        says=_says_months,
    ),
    Rule(
        id="family_charge",
        subject="statuses",
        asks=Asks.PERSON,
        test=no_family_charge,
        concerns=lambda columns: np.asarray(columns.no_family_charge),
        says=lambda profile, _row, _on: Facts({"has": household(profile).children}),
    ),
)
