"""Contracts of insertion (France): how long and how much in CDDI, CDI d'inclusion, who is no SIAE, immersion."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import SIAE, ContractKind, SiaeKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import age_at_least, holds
from matching.eligibility.kleene import Truths, both, met_or_possible, same_for_all, truth_of
from matching.eligibility.months import months_after
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import CriteriaColumns, among

_LEAST_MONTHS, _MOST_MONTHS, _UTMOST_MONTHS = 4, 24, 60
_LEAST_HOURS, _MOST_HOURS = 20, 35
_NO_SIAE = (SiaeKind.EA, SiaeKind.EATT, SiaeKind.GEIQ, SiaeKind.OPCS)

_CDDI = Law("CDDI, durée et temps de travail", "uniformation.org and reportingbusiness.fr, undated", date(2025, 1, 1))


def months_remain(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """24 months in all, and the shortest contract lasts four; beyond, up to 60 in some cases, the payer decides."""
    done = None if profile.insertion_france is None else profile.insertion_france.cddi_months
    if done is None or _MOST_MONTHS - _LEAST_MONTHS < done < _UTMOST_MONTHS:
        return same_for_all(len(columns), Truth.UNKNOWN)
    return same_for_all(len(columns), truth_of(done < _UTMOST_MONTHS))


def hours_are_regular(_profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """From 20 hours a week; less takes a derogation."""
    return met_or_possible(columns.hours >= _LEAST_HOURS, np.ones(len(columns), np.bool_))


def may_get_permanent_contract(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """From 57, after twelve months of pathway, counted from the PASS; whether a suspension counts was not read."""
    return same_for_all(len(columns), both(age_at_least(profile, 57, on), _twelve_months_of_pathway(profile, on)))


def recognised_as_disabled(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """An entreprise adaptée is for recognised disabled workers."""
    return same_for_all(len(columns), holds(profile, Status.RQTH, on))


def entry_is_sound(_profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """What an entry says of itself can be: no CDDI in an ETTI, over 35 hours, or in what is no SIAE."""
    doubtful = _etti_with_cddi(columns) | _too_many_hours(columns) | _no_siae(columns)
    return met_or_possible(~doubtful, np.ones(len(columns), np.bool_))


def _twelve_months_of_pathway(profile: Profile, on: date) -> Truth:
    held = None if profile.insertion_france is None else profile.insertion_france.iae_pass
    if held is None:
        return Truth.UNKNOWN
    long_enough = months_after(held.valid_from, 12) <= on
    return Truth.UNKNOWN if long_enough and held.suspended_from is not None else truth_of(long_enough)


def _is_cddi(columns: CriteriaColumns) -> NDArray[np.bool_]:
    return among(columns.contract, [ContractKind.CDDI])


def _etti_with_cddi(columns: CriteriaColumns) -> NDArray[np.bool_]:
    return _is_cddi(columns) & among(columns.siae_kind, [SiaeKind.ETTI])


def _too_many_hours(columns: CriteriaColumns) -> NDArray[np.bool_]:
    above: NDArray[np.bool_] = columns.hours > _MOST_HOURS
    return _is_cddi(columns) & above


def _no_siae(columns: CriteriaColumns) -> NDArray[np.bool_]:
    named = _is_cddi(columns) | among(columns.code, [MeasureCode.FR_IAE])
    return named & among(columns.siae_kind, _NO_SIAE)


def _says_months(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    done = None if profile.insertion_france is None else profile.insertion_france.cddi_months
    return Facts(variant="untold", asks=Asks.PERSON) if done is None else Facts({"has": done})


def _says_permanent(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    age_is_open = age_at_least(profile, 57, on) is Truth.UNKNOWN
    if age_is_open and _twelve_months_of_pathway(profile, on) is not Truth.NOT_MET:
        return Facts(variant="age", asks=Asks.PERSON)
    return Facts()


def _says_entry(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    if _no_siae(row)[0]:
        return Facts(variant="no_siae")
    return Facts(variant="etti") if _etti_with_cddi(row)[0] else Facts()


RULES = (
    Rule(
        id="cddi_months",
        subject="iae",
        asks=Asks.PAYER,
        test=months_remain,
        concerns=_is_cddi,
        law=_CDDI,
        says=_says_months,
        may_ask=(Asks.PERSON,),
    ),
    Rule(
        id="cddi_hours",
        subject="iae",
        asks=Asks.PAYER,
        test=hours_are_regular,
        concerns=lambda columns: _is_cddi(columns) & np.asarray(columns.hours <= _MOST_HOURS),
        law=_CDDI,
        says=lambda _profile, row, _on: Facts({"hours": f"{row.hours[0]:g}"}),
    ),
    Rule(
        id="cdi_inclusion",
        subject="iae",
        asks=Asks.PAYER,
        test=may_get_permanent_contract,
        concerns=lambda columns: among(columns.contract, [ContractKind.PERMANENT]) & among(columns.siae_kind, SIAE),
        law=Law("CDI d'inclusion", "cap-metiers.pro 968, undated", date(2025, 1, 1)),
        says=_says_permanent,
        may_ask=(Asks.PERSON,),
    ),
    Rule(
        id="ea_rqth",
        subject="iae",
        asks=Asks.PERSON,
        test=recognised_as_disabled,
        concerns=lambda columns: among(columns.siae_kind, [SiaeKind.EA, SiaeKind.EATT]),
        law=Law("Entreprises adaptées (RQTH)", "les-emplois companies/enums.py", date(2025, 1, 1)),
    ),
    Rule(
        id="iae_entry",
        subject="iae",
        asks=Asks.PROVIDER,
        test=entry_is_sound,
        concerns=lambda columns: _is_cddi(columns) | (columns.siae_kind >= 0),
        law=Law("Contrats de l'IAE", "les-emplois companies/enums.py; cap-metiers.pro 665", date(2025, 1, 1)),
        says=_says_entry,
    ),
    Rule(
        id="immersion_agreement",
        subject="immersion",
        asks=Asks.PAYER,
        test=lambda _profile, columns, _on: same_for_all(len(columns), Truth.UNKNOWN),
        codes=(MeasureCode.FR_IMMERSION,),
        law=Law("Code du travail L5135-1 ss (PMSMP)", "not read", date(2025, 1, 1)),
    ),
)
