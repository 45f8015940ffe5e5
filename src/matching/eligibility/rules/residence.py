"""Where the person must live."""

from datetime import date

import numpy as np

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country, PermitKind
from matching.eligibility.facts import permit, permit_has_run_out
from matching.eligibility.kleene import Truths, met_or_possible, same_for_all
from matching.eligibility.rule import Facts, Rule
from matching.snapshot.columns import (
    UNSTATED,
    CriteriaColumns,
    member,
    position,
    territory_code,
    territory_name,
    territory_parts,
)


def home_code(profile: Profile) -> int:
    """The territory code of the residence; a part that is not known is 0."""
    home = profile.residence
    if home is None:
        return 0
    return territory_code(home.country.value.upper(), home.region, home.municipality_code)


def lives_there(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """One of the territories: each part that is asked for must be the person's; a part not known is unknown."""
    asked = columns.residence
    home = territory_parts(np.array([home_code(profile)]))
    inside, possible = asked != 0, asked != 0
    for part, known in zip(territory_parts(asked), home, strict=True):
        inside = inside & ((part == 0) | (part == known))
        possible = possible & ((part == 0) | (part == known) | (known == 0))
    return met_or_possible(np.any(inside, axis=1), np.any(possible, axis=1))


def in_the_same_country(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Measures and places belong to their State; work across the border is possible and must be looked into."""
    if profile.residence is None:
        return same_for_all(len(columns), Truth.UNKNOWN)
    same = columns.country == position(profile.residence.country)
    abroad = np.where(columns.kind == position(OpportunityKind.VACANCY), np.int8(Truth.UNKNOWN), np.int8(Truth.NOT_MET))
    if permit(profile).kind is PermitKind.G and not permit_has_run_out(profile, on):
        to_switzerland = (columns.country == position(Country.CH)) & (abroad == Truth.UNKNOWN)
        abroad = np.where(to_switzerland, np.int8(Truth.MET), abroad)
    return np.where(same, np.int8(Truth.MET), abroad)


def _says_residence(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    asked = tuple(territory_name(code) for code in row.residence[0] if code)
    return Facts({"asked": asked, "has": territory_name(home_code(profile)) or None})


def _says_country(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"country": member(Country, row.country[0])})


RULES = (
    Rule(
        id="residence",
        subject="residence",
        asks=Asks.PERSON,
        test=lives_there,
        concerns=lambda columns: columns.residence[:, 0] != 0,
        says=_says_residence,
    ),
    Rule(
        id="same_country",
        subject="residence",
        asks=Asks.PERSON,
        test=in_the_same_country,
        concerns=lambda columns: columns.country != UNSTATED,
        says=_says_country,
    ),
)
