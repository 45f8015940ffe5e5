"""The criteria of providers once more, in slow plain Python on the records themselves: True, False or None (unknown).

Written apart from the rules and from their logic, to be compared with them. A criterion that is not stated is absent.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from math import acos, cos, radians, sin

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.person import Permit, Residence
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES
from matching.domain.vocabulary.catalogue import CapacityStatus, FitnessTest, Payer
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm
from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.situation import Country, EducationLevel, LanguageLevel, PermitKind, Strain
from matching.domain.vocabulary.standing import AssistanceKind, DiStatus, Status, UiStatus

Reading = bool | None


def every(readings: Iterable[Reading]) -> Reading:
    listed = list(readings)
    return False if False in listed else None if None in listed else True


def one(readings: Iterable[Reading]) -> Reading:
    listed = list(readings)
    return True if True in listed else None if None in listed else False


def opposite(reading: Reading) -> Reading:
    return None if reading is None else not reading


def age(person: Profile, on: date) -> int | None:
    if person.birth_date is None:
        return None
    years = on.year - person.birth_date.year
    had_birthday = (on.month, on.day) >= (person.birth_date.month, person.birth_date.day)
    return years if had_birthday else years - 1


def insured_as(person: Profile, on: date) -> UiStatus | None:
    insured = person.insurances.unemployment
    if insured is None:
        return None
    is_open = insured.status in {UiStatus.OPEN_WITH_DAYS, UiStatus.OPEN_EXHAUSTED}
    if is_open and insured.framework_end is not None and on > insured.framework_end:
        return UiStatus.NONE
    if is_open and insured.days_left == 0:
        return UiStatus.OPEN_EXHAUSTED
    return insured.status


def status_holds(person: Profile, status: Status, on: date) -> Reading:
    from_facts = derived_status(person, status, on)
    if from_facts is not None:
        return from_facts
    return next((fact.holds for fact in person.statuses if fact.status is status), None)


def derived_status(person: Profile, status: Status, on: date) -> Reading:
    years, months = age(person, on), person.months_without_work
    received = person.insurances.assistance.kind if person.insurances.assistance else None
    di = person.insurances.disability.status if person.insurances.disability else None
    kind = person.permit.kind if person.permit else None
    level = person.education.level if person.education else None
    registered = None if person.pes_registration is None else person.pes_registration.holds_on(on)
    home = person.household
    if status is Status.UI_ENTITLED:
        insured = insured_as(person, on)
        return None if insured in {None, UiStatus.WAITING} else insured is UiStatus.OPEN_WITH_DAYS
    if status is Status.SOCIAL_ASSISTANCE:
        return None if received is None else received is not AssistanceKind.NONE
    if status in {Status.RI, Status.RSA}:
        return None if received is None else received.value == status.value
    if status is Status.DETLD:
        return every([registered, None if months is None else months > 24])
    if status is Status.DELD:
        return every([registered, None if months is None else 12 <= months <= 24])
    if status is Status.PES_REGISTERED:
        return registered
    if status is Status.DI_CLAIM_OR_MEASURE:
        return None if di is None else di in {DiStatus.CLAIM_PENDING, DiStatus.MEASURE}
    if status is Status.LONE_PARENT:
        if home is None or home.children is None:
            return None
        return False if home.children == 0 else True if home.adults == 1 else None
    if status is Status.NO_STABLE_HOUSING:
        without = [
            need
            for need in person.needs or ()
            if need.detail is not None and need.detail.value in {"hosted", "no_housing"}
        ]
        return True if any(need.confirmed and need.level is not NeedLevel.NONE for need in without) else None
    if status is Status.REFUGEE_OR_ASYLUM:
        return {PermitKind.N: True, PermitKind.S: True, PermitKind.CITIZEN: False}.get(kind) if kind else None
    if status is Status.YOUTH:
        return None if years is None else years < 26
    if status is Status.SENIOR:
        return None if years is None else years >= 50
    if status is Status.LOW_EDUCATION:
        low = {"none", "compulsory", "vocational_2y", "vocational"}
        return None if level is None else level.value in low
    return None


def may(permit: Permit, said: Reading, on: date) -> Reading:
    if said is None:
        return True if permit.kind is PermitKind.CITIZEN else None
    run_out = permit.valid_to is not None and on > permit.valid_to
    return None if said and run_out else said


def lives_in(home: Residence | None, territory: str) -> Reading:
    if home is None:
        return None
    parts = territory.split("-")
    region = next((part for part in parts[1:] if len(part) < 4), None)
    code = next((part for part in parts[1:] if len(part) >= 4), None)
    readings: list[Reading] = [home.country.value.upper() == parts[0]]
    if region:
        readings.append(None if home.region is None else home.region == region)
    if code:
        readings.append(None if home.municipality_code is None else home.municipality_code == code)
    return every(readings)


def tells_strain(person: Profile, strain: Strain, on: date) -> Reading:
    """Whether the person can bear it."""
    if person.restrictions is None:
        return None
    about_it = [item for item in person.restrictions if item.strain is strain]
    if any(item.expires_on is None or item.expires_on >= on for item in about_it):
        return False
    return None if about_it else True


def fit(person: Profile, test: FitnessTest, on: date) -> Reading:
    """The last answer given by the day, unless it has run out."""
    given = sorted((a for a in person.fitness if a.test is test and a.stated_on <= on), key=lambda a: a.stated_on)
    if not given or (given[-1].expires_on or date.max) < on:
        return None
    return given[-1].fit


def trip_km(home: Residence, latitude: float, longitude: float) -> float:
    """The spherical law of cosines, where the rule uses the haversine."""
    assert home.latitude is not None
    assert home.longitude is not None
    here, there = radians(home.latitude), radians(latitude)
    cosine = sin(here) * sin(there) + cos(here) * cos(there) * cos(radians(longitude - home.longitude))
    return 6371.0088 * acos(min(1.0, cosine))


def is_activity(option: AnyOpportunity) -> bool:
    return isinstance(option, Placement) or (isinstance(option, Measure) and option.form is MeasureForm.ACTIVITY)


def read_criteria(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    """Every criterion of a provider that is stated, by the id of its rule."""
    return {**read_person(person, option, on), **read_offer(option, on), **read_place(person, option, on)}


def read_person(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    asked, read = option.criteria, dict[str, Reading]()
    years, available = age(person, on), person.availability
    level = person.education.level if person.education else None
    levels, schooling = list(LanguageLevel), list(EducationLevel)

    def compare(rule: str, demand: int | None, has: int | None, *, least: bool = True) -> None:
        if demand is not None:
            read[rule] = None if has is None else has >= demand if least else has <= demand

    compare("min_age", asked.min_age, years)
    compare("max_age", asked.max_age, years, least=False)
    compare("availability", asked.min_availability_percent, available.percent)
    compare("workload", option.timing.workload_min_percent, available.percent)
    compare("min_pace", asked.min_work_pace_percent, available.work_pace_percent)
    compare("max_pace", asked.max_work_pace_percent, available.work_pace_percent, least=False)
    compare("months_without_work", asked.min_months_without_work, person.months_without_work)
    completed = None if level is None else schooling.index(level)
    compare("min_education", None if asked.min_education is None else schooling.index(asked.min_education), completed)
    compare(
        "max_education",
        None if asked.max_education is None else schooling.index(asked.max_education),
        completed,
        least=False,
    )
    if asked.schedules:
        read["schedule"] = None if available.schedules is None else set(asked.schedules) <= set(available.schedules)
    if asked.licences:
        licences = person.mobility.licences
        read["licences"] = None if licences is None else set(asked.licences) <= set(licences)
    if asked.without_licences:
        licences = person.mobility.licences
        read["without_licences"] = None if licences is None else not set(asked.without_licences) & set(licences)
    if asked.languages:
        speaks = {item.language: item.level for item in person.languages.items}
        readings: list[Reading] = []
        for demand in asked.languages:
            if demand.level is LanguageLevel.NONE:
                readings.append(True)
            elif demand.language not in speaks:
                readings.append(False if person.languages.complete else None)
            else:
                spoken = speaks[demand.language]
                readings.append(None if spoken is None else levels.index(spoken) >= levels.index(demand.level))
        read["languages"] = every(readings)
    return {**read, **read_standing(person, option, on)}


def read_standing(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    asked, read = option.criteria, dict[str, Reading]()
    permit = person.permit or Permit()
    if asked.permits:
        run_out = permit.valid_to is not None and permit.valid_to < on
        read["permits"] = None if permit.kind is None or run_out else permit.kind in asked.permits
    if asked.right_to_work:
        read["right_to_work"] = may(permit, permit.may_work, on)
    if asked.residence:
        read["residence"] = one(lives_in(person.residence, territory) for territory in asked.residence)
    if asked.statuses:
        read["statuses"] = one(status_holds(person, status, on) for status in asked.statuses)
    if asked.excluded_statuses:
        read["excluded_statuses"] = every(opposite(status_holds(person, s, on)) for s in asked.excluded_statuses)
    if asked.needs:
        weighing = [need for need in person.needs or () if need.level is not NeedLevel.NONE]
        fitting = [need for need in weighing if need.barrier in asked.needs]
        confirmed = any(need.confirmed for need in fitting)
        hidden = any(BARRIER_CATEGORIES.get(barrier) in person.withheld for barrier in asked.needs)
        open_ = person.needs is None or (fitting and not confirmed) or (hidden and not confirmed)
        read["needs"] = None if open_ else confirmed
    if asked.no_family_charge:
        children = person.household.children if person.household else None
        read["family_charge"] = None if children is None else children == 0
    if asked.prerequisite_measures:
        read["prerequisite"] = prerequisite(person, asked.prerequisite_measures)
    if asked.strains:
        by_law = isinstance(option, Vacancy) and option.place is not None and option.place.country is Country.CH
        by_law = by_law or (isinstance(option, Measure | Placement) and option.code.value.startswith("ac_"))
        bears = every(tells_strain(person, strain, on) for strain in asked.strains)
        read["laci_16_health" if by_law else "strains"] = bears
    if asked.fitness:
        read["fitness"] = every(fit(person, test, on) for test in asked.fitness)
    if payers := swiss_payers(option):
        read["payer"] = one(pays(person, payer, on) for payer in payers)
    return read


def prerequisite(person: Profile, codes: tuple[MeasureCode, ...]) -> Reading:
    past = person.past_measures
    if any(item.code in codes and item.completed for item in past.items):
        return True
    perhaps = any(item.completed is None and item.code in codes for item in past.items)
    perhaps = perhaps or any(item.code is None and item.completed is not False for item in past.items)
    return None if perhaps or not past.complete else False


def swiss_payers(option: AnyOpportunity) -> tuple[Payer, ...]:
    if isinstance(option, Vacancy) or (option.place is not None and option.place.country is Country.FR):
        return ()
    own = {"ch_as_language", "ch_as_social", "ch_as_professional", "ne_isp", "ne_eso", "ne_case_management", "other"}
    payers = option.payers if isinstance(option, Placement) else (option.payer,) if option.payer else ()
    bound = all(payer in {Payer.AC, Payer.AS_CANTON, Payer.AS_COMMUNE, Payer.DI} for payer in payers)
    return payers if bound and option.code.value in own else ()


def insured_for_measures(person: Profile, on: date) -> Reading:
    standing, years, about = insured_as(person, on), age(person, on), person.insurances.unemployment
    if standing is UiStatus.OPEN_EXHAUSTED:
        return None if years in {None, 50} else years is not None and years > 50
    if standing is UiStatus.NEVER_INSURED_59D and about is not None:
        return None if about.days_used_59d is None else about.days_used_59d < 260
    if standing is UiStatus.THREATENED and about is not None:
        return False if about.collective_dismissal is False else None
    return None if standing in {None, UiStatus.WAITING} else standing is UiStatus.OPEN_WITH_DAYS


def pays(person: Profile, payer: Payer, on: date) -> Reading:
    if payer is Payer.AC:
        return insured_for_measures(person, on)
    if payer is Payer.DI:
        di = person.insurances.disability.status if person.insurances.disability else None
        sure = {DiStatus.MEASURE: True, DiStatus.NONE: False, DiStatus.CLAIM_REFUSED: False}
        return None if di is None else sure.get(di)
    return status_holds(person, Status.SOCIAL_ASSISTANCE, on)


def read_places(option: AnyOpportunity, by_start: dict[date, int], on: date) -> Reading:
    notice = timedelta(days=option.timing.application_deadline_days or 0)
    starts = {start for start in option.timing.starts_on if start - notice >= on}
    counts = [by_start[start] for start in starts if start in by_start]
    status = option.capacity.status
    if any(counts) or (counts and status is CapacityStatus.WAITING_LIST):
        return True
    if counts and len(counts) == len(starts):
        return False
    if status is not CapacityStatus.UNKNOWN:
        return status is not CapacityStatus.FULL
    free = option.capacity.free_places
    return None if free is None or counts else free > 0


def read_offer(option: AnyOpportunity, on: date) -> dict[str, Reading]:
    read = dict[str, Reading]()
    capacity, timing = option.capacity, option.timing
    by_start = {each.starts_on: each.free_places for each in capacity.sessions if each.starts_on in timing.starts_on}
    told = capacity.status is not CapacityStatus.UNKNOWN or capacity.free_places is not None
    if is_activity(option) or told or (by_start and not timing.rolling):
        read["capacity"] = read_places(option, {} if timing.rolling else by_start, on)
    if option.valid_from is not None or option.valid_to is not None:
        read["offered"] = (option.valid_from or date.min) <= on <= (option.valid_to or date.max)
    if not timing.rolling and timing.starts_on:
        read["start"] = any(start >= on for start in timing.starts_on)
        by_law = isinstance(option, Measure | Placement) and option.code.value.startswith("ac_")
        if timing.application_deadline_days is not None and not by_law:
            notice = timedelta(days=timing.application_deadline_days)
            read["application_deadline"] = any(start - notice >= on for start in timing.starts_on)
    elif not timing.rolling and is_activity(option):
        read["start"] = None
    return read


def read_place(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    read = dict[str, Reading]()
    place, home = option.place, person.residence
    if isinstance(option, Vacancy) or is_activity(option):
        radius = person.mobility.radius_km
        if place is not None and place.remote:
            read["travel"] = True
        elif place is None or place.latitude is None or place.longitude is None:
            read["place_known"] = None
        elif home is None or home.latitude is None:
            read["travel"] = None
        else:
            km = trip_km(home, place.latitude, place.longitude)
            read["travel"] = False if km > 120 else None if radius is None else km <= radius
    if place is not None:
        held = person.permit or Permit()
        commuter = held.kind is PermitKind.G and (held.valid_to is None or held.valid_to >= on)
        if home is None:
            read["same_country"] = None
        elif home.country is place.country:
            read["same_country"] = True
        elif not isinstance(option, Vacancy):
            read["same_country"] = False
        else:
            read["same_country"] = True if commuter and place.country is Country.CH else None
    return read
