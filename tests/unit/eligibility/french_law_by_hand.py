"""The French rules once more, in slow plain Python on the records themselves: True, False or None (unknown)."""

from datetime import date, timedelta

from tests.unit.eligibility.reading_by_hand import Reading, age, every, status_holds

from matching.domain.insertion_france import InsertionFrance
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.vocabulary.standing import FrTrack, Status

LEVEL_1 = (Status.RSA, Status.ASS, Status.AAH, Status.DETLD)
LEVEL_2 = (
    Status.LOW_EDUCATION,
    Status.SENIOR,
    Status.YOUTH,
    Status.CHILD_WELFARE_LEAVER,
    Status.DELD,
    Status.RQTH,
    Status.LONE_PARENT,
    Status.NO_STABLE_HOUSING,
    Status.REFUGEE_OR_ASYLUM,
    Status.FRR_RESIDENT,
    Status.QPV_RESIDENT,
    Status.JUSTICE,
)
NEEDED = {"aci": 3, "ei": 3, "siae_ai": 2, "etti": 2, "eiti": 99, None: 3}
NO_SIAE = {"ea", "eatt", "geiq", "opcs"}


def read_french_law(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    """Every French rule that concerns the option, by id."""
    pathway = person.insertion_france or InsertionFrance()
    kind = option.siae_kind.value if option.siae_kind else None
    contract = option.contract.value if option.contract else None
    code = None if isinstance(option, Vacancy) else option.code.value
    hours = option.timing.hours_per_week
    read = dict[str, Reading]()
    if (kind in NEEDED and kind is not None) or (kind is None and (code == "fr_iae" or contract == "cddi")):
        read["iae_eligibility"] = eligible(person, option, on)
    if contract == "cddi":
        done = pathway.cddi_months
        read["cddi_months"] = None if done is None or done in range(21, 60) else done <= 20
        if hours is not None and hours <= 35:
            read["cddi_hours"] = True if hours >= 20 else None
    if contract == "permanent" and kind in NEEDED and kind is not None:
        read["cdi_inclusion"] = lasting(person, on)
    if kind in {"ea", "eatt"}:
        read["ea_rqth"] = status_holds(person, Status.RQTH, on)
    if contract == "cddi" or kind is not None:
        strange = contract == "cddi" and (kind == "etti" or (hours is not None and hours > 35))
        strange = strange or (kind in NO_SIAE and (contract == "cddi" or code == "fr_iae"))
        read["iae_entry"] = None if strange else True
    if code == "fr_immersion":
        read["immersion_agreement"] = None
    if option.criteria.fr_tracks:
        read["rsa_track"] = every([status_holds(person, Status.RSA, on), on_track(person, option)])
    return read


def eligible(person: Profile, option: AnyOpportunity, on: date) -> Reading:
    pathway = person.insertion_france or InsertionFrance()
    kind = option.siae_kind.value if option.siae_kind else None
    held, over = pathway.iae_pass, False
    if held is not None and held.valid_from <= on:
        first_year, rest = held.valid_from.year, (held.valid_from.month, held.valid_from.day)
        two_years_on = date(first_year + 2, *rest) if rest != (2, 29) else date(first_year + 2, 2, 28)
        through = held.valid_to or two_years_on - timedelta(days=1)
        in_prolongation = held.prolonged_to is not None and through < on <= held.prolonged_to
        if on <= through or in_prolongation:
            if held.suspended_from and held.suspended_from <= on <= (held.suspended_to or on):
                return None
            free = held.prolongation is not None and held.prolongation.value != "particular_difficulties"
            return True if not in_prolongation or free or kind in {"siae_ai", "aci"} else None
        over = True
    words = [each for each in pathway.iae_diagnoses if each.by.value == "prescriber"]
    fresh = [each for each in words if each.made_on <= on < half_a_year_after(each.made_on)]
    last = sorted(fresh, key=lambda each: each.made_on, reverse=True)
    if last and not last[0].eligible:
        return False
    if over:
        return None
    if last:
        return True
    listed = [] if isinstance(option, Vacancy) else [who.value for who in option.prescribers]
    if listed and "siae" not in listed:
        return None
    if any(status_holds(person, level, on) for level in LEVEL_1):
        return True
    count = sum(status_holds(person, level, on) is True for level in LEVEL_2)
    return True if count >= NEEDED[kind] else None


def half_a_year_after(day: date) -> date:
    month = day.month + 6
    year, month = (day.year, month) if month <= 12 else (day.year + 1, month - 12)
    last = day.day
    while True:
        try:
            return date(year, month, last)
        except ValueError:
            last -= 1


def lasting(person: Profile, on: date) -> Reading:
    years = age(person, on)
    held = person.insertion_france.iae_pass if person.insertion_france else None
    if held is None:
        begun: Reading = None
    elif (on.year - held.valid_from.year) * 12 + on.month - held.valid_from.month - (on.day < held.valid_from.day) < 12:
        begun = False
    else:
        begun = None if held.suspended_from else True
    return every([None if years is None else years >= 57, begun])


def on_track(person: Profile, option: AnyOpportunity) -> Reading:
    assistance = person.insurances.assistance
    track = assistance.fr_track if assistance else None
    if track in option.criteria.fr_tracks:
        return True
    if track is FrTrack.ACCOMPAGNEMENT_GLOBAL or track is None:
        return None
    return False
