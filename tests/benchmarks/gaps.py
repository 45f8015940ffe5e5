"""Whether planted gaps are found: simulated cantons with and without them, and every promise counted again.

    python tests/benchmarks/gaps.py SEED [SEED ...] [--people N] [--as-simulated]

Prints one JSON object per canton and one for all. In an even canton (the default) every measure can be paid for
everybody on social assistance and says which needs it addresses, so that hardly any gap is there before planting; as
simulated, codes, payers and silent offers stay as they are drawn. Four gaps are planted: for one need around one place
all offers are taken away, full, paid by the disability insurance alone, or only for people of at most 20 years.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from time import perf_counter
from typing import Any

import numpy as np

from matching.domain.opportunity import AnyOpportunity, Measure, Place, opportunity_type
from matching.domain.profile import Profile
from matching.domain.vocabulary.gaps import CONFIRMED_GAPS, GapReason
from matching.domain.vocabulary.needs import Barrier
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.gaps.addressed import MAY_ADDRESS, MAY_ADDRESS_IN_A_PLACE
from matching.gaps.cube import Cube
from matching.gaps.steps import STEPS
from matching.places.distance import kilometres
from matching.use_cases.gaps.cases import NO_NEED, Cases, Everybody, cases_of
from matching.use_cases.gaps.dimensions import municipality_of, places_of
from matching.use_cases.gaps.disclosed import LEAST, shown
from matching.use_cases.gaps.gaps import table_of
from matching.use_cases.gaps.new_offers import new_offers
from matching.use_cases.gaps.offers import Offers
from matching.use_cases.gaps.relaxing import excluding, guaranteed, relaxed
from matching_training.simulate.options import make_options
from matching_training.simulate.people import make_people
from matching_training.simulate.scenario import Options, People, Scenario
from matching_training.simulate.texts import read

TOP = 10
WAIT_WEEKS = 12
RADIUS = 20
"""Of everybody, in km, so that a place is a district: as simulated, most of a canton is within reach of most."""
AROUND = 45
"""Offers so near are planted: beyond the radius, with what people and offers of one place lie apart."""

Cell = tuple[str, str, str]
"""Need, place, reason."""


@dataclass(frozen=True)
class Canton:
    """People and the measures and places around them, on one day."""

    people: tuple[Profile, ...]
    options: tuple[AnyOpportunity, ...]
    on: date

    def counted(self) -> tuple[Everybody, Offers, Cases]:
        offers = Offers.compiled(self.options, WAIT_WEEKS)
        everybody = Everybody(self.people, self.on, np.zeros((len(self.people), len(self.options)), np.bool_), {})
        return everybody, offers, cases_of(everybody, offers)


@dataclass(frozen=True)
class Planted:
    """A need around a place whose offers were changed, and what should be found there."""

    need: str
    place: str
    reason: GapReason

    @property
    def cell(self) -> Cell:
        return self.need, self.place, self.reason.value


PLANTS = (GapReason.NO_OFFER, GapReason.FULL, GapReason.OTHER_PAYER, GapReason.NOT_ALLOWED)


def canton_of(seed: int, people: int, *, even: bool) -> Canton:
    scenario = Scenario(
        name="gaps",
        title="gaps",
        people=People(count=people),
        options=Options(vacancies=0, measures=300, placements=40),
    )
    made = make_people(scenario, np.random.default_rng([seed, 2, 0])).profiles
    near = tuple(
        person.model_copy(update={"mobility": person.mobility.model_copy(update={"radius_km": RADIUS})})
        for person in made
    )
    drawn = make_options(scenario, np.random.default_rng([seed, 1])).options
    return Canton(near, tuple(map(_even, drawn)) if even else drawn, scenario.begin)


def _even(option: AnyOpportunity) -> AnyOpportunity:
    """Paid by social assistance under no law, and saying what it addresses."""
    if not isinstance(option, Measure):
        return _changed(option, needs=option.criteria.needs or ("work_rhythm", "experience"))
    told = {"basic_course": ("search",), "wage_subsidy": ("experience",)}.get(option.type.value, option.criteria.needs)
    return _changed(option, needs=told, code="other", payer="as_canton")


def _changed(option: AnyOpportunity, **changes: Any) -> AnyOpportunity:
    """An option with some fields of its own or of its criteria changed."""
    told = option.model_dump()
    for name, value in changes.items():
        (told if name in told else told["criteria"])[name] = value
    return opportunity_type.validate_python(told)


def sites() -> dict[tuple[str, str], Place]:
    return {
        (place["canton"], place["name"]): Place(
            country="ch",
            region=place["canton"],
            municipality=place["name"],
            latitude=place["latitude"],
            longitude=place["longitude"],
        )
        for place in read("places")
    }


def plant(canton: Canton, cases: Cases, rng: np.random.Generator, least: int = LEAST) -> tuple[Canton, list[Planted]]:
    """Gaps where twice `least` people have an option now, each of another need."""
    places = ["/".join(municipality_of(person) or ("", "")) for person in canton.people]
    reached = Counter(
        (tuple(Barrier)[barrier].value, places[person])
        for person, barrier, good in zip(cases.person, cases.barrier, cases.is_reached, strict=True)
        if good and barrier != NO_NEED
    )
    free = sorted(cell for cell, count in reached.items() if count >= 2 * least)
    options, planted = canton.options, list[Planted]()
    for reason in PLANTS:
        taken = {each.need for each in planted}
        left = [cell for cell in free if cell[0] not in taken]
        if not left:
            break
        need, place = left[int(rng.integers(len(left)))]
        options = _planted(options, need, place, reason)
        planted.append(Planted(need, place, reason))
    return Canton(canton.people, options, canton.on), planted


def _planted(options: Sequence[AnyOpportunity], need: str, place: str, reason: GapReason) -> tuple[AnyOpportunity, ...]:
    region, _, municipality = place.partition("/")
    site = sites()[region, municipality]
    changed: list[AnyOpportunity] = []
    for option in options:
        where = option.place
        far = where is not None and _km(site, where) > AROUND
        if far or need not in {each.value for each in option.criteria.needs}:
            changed.append(option)
        elif reason is GapReason.FULL:
            changed.append(_changed(option, capacity={"status": "full", "free_places": 0}))
        elif reason is GapReason.OTHER_PAYER:
            payer = {"payer": "di"} if isinstance(option, Measure) else {"payers": ["di"]}
            changed.append(_changed(option, code="other", **payer))
        elif reason is GapReason.NOT_ALLOWED:
            changed.append(_changed(option, max_age=20))
    return tuple(changed)


def _km(here: Place, there: Place) -> float:
    points = (here.latitude, here.longitude, there.latitude, there.longitude)
    lat, lon, other_lat, other_lon = (np.nan if degrees is None else degrees for degrees in points)
    return float(kilometres(lat, lon, [other_lat], [other_lon])[0])


def cells_told(cube: Cube) -> dict[Cell, int]:
    """The certain gaps by need, place and reason that may be told, the largest first."""
    may = shown(cube)
    at = [cube.dimensions.index(name) for name in ("need", "district", "reason")]
    index: list[Any] = [-1] * len(cube.dimensions)
    for axis in at:
        index[axis] = slice(0, -1)
    counts, told = cube.cases[tuple(index)], may[tuple(index)]
    gaps = {reason.value for reason in CONFIRMED_GAPS}
    found = {
        (cube.codes[at[0]][need], cube.codes[at[1]][place], cube.codes[at[2]][reason]): int(counts[need, place, reason])
        for need, place, reason in np.argwhere(told & (counts > 0))
        if cube.codes[at[2]][reason] in gaps
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def counted_plainly(canton: Canton, need: str, place: str) -> int:
    """The certain gaps of a cell counted one person and one option at a time, by the filter and by distance alone."""
    places, offers = places_of(canton.people), Offers.compiled(canton.options, WAIT_WEEKS)
    count = 0
    for person, home in zip(canton.people, places, strict=True):
        has_need = any(
            each.barrier.value == need and each.confirmed and each.level.value in ("high", "blocking")
            for each in person.needs or ()
        )
        if home == place and has_need:
            state = offers.engine.assess(person, canton.on).state
            count += not any(
                _may_address(option, need) and open_ != NOT_ELIGIBLE
                for option, open_ in zip(canton.options, state, strict=True)
            )
    return count


def _may_address(option: AnyOpportunity, need: str) -> bool:
    if option.criteria.needs:
        return need in {each.value for each in option.criteria.needs}
    may = MAY_ADDRESS[option.type] if isinstance(option, Measure) else MAY_ADDRESS_IN_A_PLACE
    return need in {each.value for each in may}


def promises(everybody: Everybody, offers: Offers, cases: Cases, most: int = 3) -> Iterator[tuple[str, int, int, bool]]:
    """What new offers, steps and the guarantee promise, what the recount says, and whether both agree case by case."""
    for offer in islice(new_offers(cases, everybody, offers, sites(), least=LEAST), most):
        yield "offer", int(offer.promised.sum()), int(offer.recounted.sum()), offer.holds
    steps = [each.rule for each in excluding(cases) if each.rule in STEPS]
    for rule in steps[:most]:
        change = relaxed(rule, cases, everybody, offers)
        yield f"step {rule}", int(change.promised.sum()), int(change.recounted.sum()), change.holds
    change = guaranteed(cases, everybody, offers)
    yield "guarantee", int(change.promised.sum()), int(change.recounted.sum()), change.holds


def forgotten(canton: Canton, rng: np.random.Generator, share: float = 0.3) -> Canton:
    """The same canton with that share of facts, needs and criteria never written down."""

    def drop(told: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
        return {name: value for name, value in told.items() if name not in names or rng.random() >= share}

    facts = [name for name in Profile.model_fields if name not in ("id", "unit", "consents")]
    people = tuple(
        Profile.model_validate(drop(person.model_dump(exclude_unset=True), facts)) for person in canton.people
    )
    options = []
    for option in canton.options:
        told = option.model_dump(exclude_unset=True)
        told["criteria"] = drop(told["criteria"], tuple(told["criteria"]))
        options.append(opportunity_type.validate_python(drop(told, ("place",))))
    return Canton(people, tuple(options), canton.on)


def moved(before: Cases, after: Cases) -> Counter[tuple[str, str]]:
    """Cases by reason before and after; a case whose need nobody names any more counts as data missing."""
    reasons = tuple(GapReason)
    now = {
        (person, barrier): reasons[at].value
        for person, barrier, at in zip(after.person.tolist(), after.barrier.tolist(), after.reason, strict=True)
    }
    found: Counter[tuple[str, str]] = Counter()
    for person, barrier, at in zip(before.person.tolist(), before.barrier.tolist(), before.reason, strict=True):
        later = now.get((person, barrier)) or now[person, NO_NEED]
        found[reasons[at].value, later] += 1
    return found


def judged(seed: int, people: int, *, even: bool) -> dict[str, Any]:
    """One canton: what was planted and found, false alarms, promises, and what forgetting does."""
    begun, rng = perf_counter(), np.random.default_rng([seed, 9])
    control = canton_of(seed, people, even=even)
    everybody, _, before = control.counted()
    places = places_of(control.people)
    unplanted = cells_told(table_of(before, everybody, places))
    canton, planted = plant(control, before, rng)
    everybody, offers, cases = canton.counted()
    cells = cells_told(table_of(cases, everybody, places))
    top = list(cells)[:TOP]
    plainly = {(need, place): counted_plainly(canton, need, place) for need, place, _ in top}
    by_cell = Counter((need, place) for need, place, _ in cells)
    wrong = [cell for cell in top if plainly[cell[:2]] < (cells[cell] if by_cell[cell[:2]] == 1 else LEAST)]
    as_before = [cell for cell in top if cells[cell] - unplanted.get(cell, 0) < LEAST]
    made = list(promises(everybody, offers, cases))
    after = forgotten(canton, rng).counted()[2]
    moves = moved(cases, after)
    return {
        "seed": seed,
        "cases": len(cases.person),
        "planted": [each.cell for each in planted],
        "found_in_top": [each.cell in top for each in planted],
        "found_place_and_need_in_top": [any(cell[:2] == each.cell[:2] for cell in top) for each in planted],
        "what_became_of_them": [reasons_of(cases, places, each) for each in planted],
        "told_at_all": [each.cell in cells for each in planted],
        "top": [[*cell, cells[cell]] for cell in top],
        "top_false_by_recount": len(wrong),
        "top_as_large_without_planting": len(as_before),
        "gaps_told_without_planting": len(unplanted),
        "promises": made,
        "promises_confirmed": sum(holds for *_, holds in made),
        "to_no_offer_by_forgetting": sum(
            count for (was, now), count in moves.items() if now == "no_offer" and was != "no_offer"
        ),
        "to_data_missing_by_forgetting": sum(
            count for (was, now), count in moves.items() if now == "data_missing" and was != "data_missing"
        ),
        "seconds": round(perf_counter() - begun, 1),
    }


def reasons_of(cases: Cases, places: Sequence[str], planted: Planted) -> dict[str, int]:
    """The needs of a planted cell by their reason: of invented people, so that small numbers may be told."""
    reasons = tuple(GapReason)
    return dict(
        Counter(
            reasons[reason].value
            for person, barrier, reason in zip(cases.person, cases.barrier, cases.reason, strict=True)
            if barrier != NO_NEED and (tuple(Barrier)[barrier].value, places[person]) == planted.cell[:2]
        )
    )


def summary(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """All cantons together."""

    def share(name: str) -> str:
        flags = [flag for each in found for flag in each[name]]
        return f"{sum(flags)} of {len(flags)}"

    top = sum(len(each["top"]) for each in found)
    became: Counter[str] = Counter()
    for each in found:
        for cell, reasons in zip(each["planted"], each["what_became_of_them"], strict=True):
            for reason, count in reasons.items():
                became["right class" if reason == cell[2] else reason] += count
    promised = [promise for each in found for promise in each["promises"]]
    return {
        "cantons": len(found),
        "planted_found_in_top_with_right_class": share("found_in_top"),
        "planted_found_in_top": share("found_place_and_need_in_top"),
        "planted_told_at_all": share("told_at_all"),
        "needs_of_planted_cells": dict(became.most_common()),
        "top_false_by_recount": f"{sum(each['top_false_by_recount'] for each in found)} of {top}",
        "top_as_large_without_planting": f"{sum(each['top_as_large_without_planting'] for each in found)} of {top}",
        "promises_equal_to_the_recount": f"{sum(holds for *_, holds in promised)} of {len(promised)}",
        "to_no_offer_by_forgetting": sum(each["to_no_offer_by_forgetting"] for each in found),
    }


def main(arguments: Sequence[str]) -> None:
    people, even, seeds = 1500, "--as-simulated" not in arguments, list[int]()
    given = iter(each for each in arguments if each != "--as-simulated")
    for each in given:
        if each == "--people":
            people = int(next(given))
        else:
            seeds.append(int(each))
    found = []
    for seed in seeds or [1]:
        found.append(judged(seed, people, even=even))
        sys.stdout.write(json.dumps(found[-1], ensure_ascii=False) + "\n")
        sys.stdout.flush()
    sys.stdout.write(json.dumps(summary(found)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
