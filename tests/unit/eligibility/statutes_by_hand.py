"""The statutory rules once more, in slow plain Python on the records themselves: True, False or None (unknown)."""

from datetime import date, timedelta

from tests.unit.eligibility.cantons_by_hand import read_neuchatel, read_vaud
from tests.unit.eligibility.french_law_by_hand import read_french_law
from tests.unit.eligibility.insurances_by_hand import (
    read_deadline,
    read_disability,
    read_durations,
    read_specific,
    read_unemployment,
)
from tests.unit.eligibility.reading_by_hand import Reading, every, is_activity, may

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.person import Permit
from matching.domain.profile import Profile
from matching.domain.vocabulary.situation import Country, PermitKind


def read_statutes(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    """Every statutory rule that concerns the option, the health of suitable work apart, by id."""
    if isinstance(option, Vacancy):
        in_switzerland = option.place is not None and option.place.country is Country.CH
        swiss: dict[str, Reading] = {"lse_26_permit": placeable(person, on), "lse_26_employer": True}
        return {**(swiss if in_switzerland else {}), **read_french_law(person, option, on)}
    return {
        **read_unemployment(person, option, on),
        **read_specific(person, option, on),
        **read_disability(person, option.code, on),
        **read_vaud(person, option.code, on),
        **read_neuchatel(person, option.code, on),
        **read_durations(option),
        **read_deadline(option, on),
        **read_travel_money(option, on),
        **read_french_law(person, option, on),
    }


def read_travel_money(option: Measure | Placement, on: date) -> dict[str, Reading]:
    """Who pays the way to a Swiss start that is fixed: open within ten days, too late on the day."""
    place, starts = option.place, option.timing.starts_on
    in_person = place is not None and place.country is Country.CH and not place.remote
    if not in_person or not is_activity(option) or option.timing.rolling or not starts:
        return {}
    if option.terms.travel_advanced_by or option.terms.travel_free:
        return {"travel_money": True}
    if any(start > on + timedelta(days=10) for start in starts):
        return {"travel_money": True}
    return {"travel_money": None if any(start > on for start in starts) else False}


def placeable(person: Profile, on: date) -> Reading:
    permit = person.permit or Permit()
    allowed = every([may(permit, permit.may_work, on), may(permit, permit.may_change_employer, on)])
    at_home = person.residence is not None and person.residence.country is Country.CH
    if allowed and not at_home and permit.kind is not PermitKind.G:
        return None
    return allowed
