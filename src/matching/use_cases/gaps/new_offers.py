"""The new offer that would reach most people: candidates out of the gaps' own facts, greedy cover, each one inserted.

A candidate is a real measure: one need, one place, one language it is held in, one payer. It stands in no law (code
"other"): what a law adds where it is bought under one comes on top.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from matching.domain.criteria import Criteria, LanguageDemand
from matching.domain.opportunity import Capacity, Measure, Place, Timing
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import CapacityStatus, Payer
from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import Language
from matching.eligibility.assess import ELIGIBLE
from matching.gaps.cover import greedy_cover
from matching.use_cases.gaps.cases import Cases, Everybody, Mask, cases_of, newly_reached
from matching.use_cases.gaps.dimensions import HELD_IN, LEAST_LEVEL, language_of, municipality_of, payer_of
from matching.use_cases.gaps.offers import Offers

Sites = Mapping[tuple[str, str], Place]
"""Where an offer could stand, with coordinates, by canton or département and municipality."""

_B, _T = Barrier, MeasureType

TYPES: Mapping[Barrier, MeasureType] = MappingProxyType(
    {
        **dict.fromkeys(Barrier, _T.OBSTACLE_REMOVAL),
        _B.COMMUNICATION_LANGUAGE: _T.LANGUAGE_COURSE,
        _B.LITERACY: _T.LANGUAGE_COURSE,
        _B.SKILLS: _T.VOCATIONAL_TRAINING,
        _B.SEARCH: _T.JOB_SEARCH_HELP,
        _B.PROJECT: _T.COACHING,
        _B.CONFIDENCE: _T.COACHING,
        _B.EXPERIENCE: _T.INTERNSHIP,
        _B.WORK_RHYTHM: _T.EMPLOYMENT_PROGRAMME,
        _B.ISOLATION: _T.SOCIAL_STABILISATION,
    }
)
"""What such an offer mainly does: a house list, for the reader; it changes nothing in who is reached."""

TEACHES_LANGUAGE = frozenset({_B.COMMUNICATION_LANGUAGE, _B.LITERACY})
"""Needs whose offer asks for no language."""

_PAYERS: Mapping[str, tuple[Payer, ...]] = MappingProxyType(
    {
        "ac": (Payer.AC,),
        "assistance": (Payer.AS_CANTON,),
        "ac_and_assistance": (Payer.AC, Payer.AS_CANTON),
        "di": (Payer.DI,),
        "fr": (Payer.DEPT_FR,),
    }
)

_LANGUAGES: Mapping[str, Language] = MappingProxyType({language.value: language for language in HELD_IN})

MOST_SITES = 40
"""Municipalities with most people without an option: elsewhere no offer is looked for."""


@dataclass(frozen=True)
class NewOffer:
    """One offer, and the cases (n_cases,) bool it reaches beyond those before it: as promised, and as counted after."""

    measure: Measure
    promised: Mask
    recounted: Mask

    @property
    def holds(self) -> bool:
        """Whether the promise is confirmed, case by case."""
        return bool((self.promised == self.recounted).all())


def new_offers(cases: Cases, everybody: Everybody, offers: Offers, sites: Sites, *, least: int) -> Iterator[NewOffer]:
    """Offers for the certain gaps, each next one for whom the ones before leave, down to `least` people.

    Each is inserted into the catalogue with those before it and everybody is counted again; one whose promise is not
    confirmed is told as such by `holds`.
    """
    candidates = _candidates(cases, everybody, sites)
    reaches = _reaches(cases, everybody, candidates)
    catalogue, before = offers, cases
    for number, (chosen, added) in enumerate(greedy_cover(reaches, least)):
        measure = _with_availability(candidates[chosen], cases, everybody, added)
        measure = measure.model_copy(update={"id": f"gaps:new-{number + 1}", "capacity": _places(int(added.sum()))})
        catalogue = catalogue.joined(Offers.compiled([measure], offers.wait_weeks))
        after = cases_of(_with_offers(everybody, len(catalogue.ids)), catalogue)
        yield NewOffer(measure, added, newly_reached(before, after))
        before = after


def _candidates(cases: Cases, everybody: Everybody, sites: Sites) -> list[Measure]:
    """Every need, place, language and payer that the people of the gaps have between them."""
    gaps = np.flatnonzero(cases.is_gap)
    whose = [everybody.people[at] for at in cases.person[gaps]]
    busiest = _busiest(whose, sites)
    told: dict[tuple[Barrier, tuple[str, str], str, Payer], None] = {}
    for at, person in zip(gaps, whose, strict=True):
        need = tuple(Barrier)[cases.barrier[at]]
        home, language = municipality_of(person), language_of(person)
        if home not in busiest or (language not in _LANGUAGES and need not in TEACHES_LANGUAGE):
            continue
        held_in = busiest[home] if need in TEACHES_LANGUAGE else language
        for payer in _PAYERS.get(payer_of(person, everybody.on), ()):
            told[need, home, held_in, payer] = None
    return [_measure(need, sites[home], held_in, payer) for need, home, held_in, payer in told]


def _busiest(people: list[Profile], sites: Sites) -> dict[tuple[str, str], str]:
    """The municipalities with most of these people and a known place, and the language most of them follow there."""
    spoken: dict[tuple[str, str], list[str]] = {}
    for person in people:
        home = municipality_of(person)
        if home is not None and home in sites:
            spoken.setdefault(home, []).append(language_of(person))
    most = sorted(spoken, key=lambda home: (-len(spoken[home]), home))[:MOST_SITES]
    return {home: max(_LANGUAGES, key=spoken[home].count) for home in most}


def _measure(need: Barrier, place: Place, held_in: str, payer: Payer) -> Measure:
    demand = () if need in TEACHES_LANGUAGE else (LanguageDemand(language=_LANGUAGES[held_in], level=LEAST_LEVEL),)
    return Measure.model_validate(
        {
            "id": "gaps:new",
            "title": need.fr,
            "form": MeasureForm.ACTIVITY,
            "type": TYPES[need],
            "payer": payer,
            "place": place,
            "language": held_in,
            "criteria": Criteria(needs=(need,), languages=demand),
            "timing": Timing(rolling=True),
            "capacity": _places(1),
        }
    )


def _places(count: int) -> Capacity:
    return Capacity(status=CapacityStatus.OPEN, free_places=count)


def _reaches(cases: Cases, everybody: Everybody, candidates: list[Measure]) -> Mask:
    """(n_cases, n_candidates) bool: a certain gap that the candidate would surely reach, by all rules."""
    reaches = np.zeros((len(cases.person), len(candidates)), np.bool_)
    if not candidates:
        return reaches
    laid = Offers.compiled(candidates, 0)
    for number in np.unique(cases.person[cases.is_gap]):
        at = np.flatnonzero((cases.person == number) & cases.is_gap)
        eligible = laid.engine.assess(everybody.people[number], everybody.on).state == ELIGIBLE
        reaches[at] = eligible & (laid.addressed[:, cases.barrier[at]].T != 0)
    return reaches


def _with_availability(measure: Measure, cases: Cases, everybody: Everybody, added: Mask) -> Measure:
    """The most availability, in steps of ten, that the offer may ask for without losing one of those it reaches."""
    known = [everybody.people[at].availability.percent for at in cases.person[added]]
    least = min((percent for percent in known if percent is not None), default=0) // 10 * 10
    if None in known or not least:
        return measure
    asked = measure.criteria.model_copy(update={"min_availability_percent": least})
    return measure.model_copy(update={"criteria": asked})


def _with_offers(everybody: Everybody, count: int) -> Everybody:
    """Everybody against so many offers more: nobody has refused or been shown the new ones."""
    added = count - everybody.resting.shape[1]
    known = {unit: np.pad(mask, (0, added)) for unit, mask in everybody.known.items()}
    return replace(everybody, resting=np.pad(everybody.resting, ((0, 0), (0, added))), known=known)
