"""Whether an unknown verdict rests on what is withheld for want of consent: found by filling it in, both ways.

No list of rules to keep: a rule is run on the file as it could be. What is truly in the file is never looked at, so
that the answer is the same whatever is there.
"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property

from matching.domain.answer import FitnessAnswer
from matching.domain.insertion_france import InsertionFrance
from matching.domain.insurance import DisabilityInsurance, SocialAssistance, StatusFact, UnemploymentInsurance
from matching.domain.need import Need, PastMeasure
from matching.domain.person import FunctionalRestriction, Household
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES, MEASURE_CATEGORIES, STATUS_CATEGORIES
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.insertion_france import PassProlongation
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import (
    Barrier,
    DataCategory,
    NeedLevel,
)
from matching.domain.vocabulary.situation import Strain
from matching.domain.vocabulary.standing import AssistanceKind, DiStatus, FollowUp, FrTrack, PlacementStatus, UiStatus
from matching.eligibility.rule import RuleVerdict
from matching.snapshot.columns import CriteriaColumns

_LONG_AGO, _NOBODY = date(2000, 1, 1), "-"


class Withheld:
    """What is withheld of a redacted `person` on a day: the files as they could be, filled in once for all rules."""

    def __init__(self, person: Profile, on: date) -> None:
        self._person, self._on = person, on

    def decides(self, verdict: RuleVerdict, row: CriteriaColumns) -> bool:
        """Whether a verdict on one option (columns of one row) could be another if what is withheld were known."""
        if verdict.truth is not Truth.UNKNOWN or not self._person.withheld:
            return False
        return any(
            len({int(verdict.rule.tested(person, row, self._on)[0]) for person in people}) > 1
            for people in self._possible
        )

    @cached_property
    def _possible(self) -> tuple[tuple[Profile, ...], ...]:
        """By what the file says where nothing is withheld (as it is, filled in both ways): the files to compare."""
        others = [category for category in DataCategory if category not in self._person.withheld]
        filled = (filled_in(self._person, others, self._on, yes=yes) for yes in (True, False))
        return tuple(tuple(_filled(base, self._on)) for base in (self._person, *filled))


def _filled(base: Profile, on: date) -> Iterator[Profile]:
    """The file as it is known, and as it would be if all that is withheld held, or did not."""
    yield base
    for yes in (True, False):
        yield filled_in(base, base.withheld, on, yes=yes).model_copy(update={"withheld": ()})


def filled_in(person: Profile, categories: Collection[DataCategory], on: date, *, yes: bool) -> Profile:
    """The file with some categories filled in where they say nothing: everything holds, or nothing does."""
    changes: dict[str, object] = {}
    insurances = dict(person.insurances)
    if DataCategory.HEALTH in categories and person.restrictions is None:
        changes["restrictions"] = tuple(
            FunctionalRestriction(strain=strain, source="confirmed", author=_NOBODY, stated_on=on)
            for strain in Strain
            if yes
        )
    if DataCategory.HEALTH in categories and not person.fitness:
        changes["fitness"] = tuple(
            FitnessAnswer(test=test, fit=yes, institution=Institution.OAI, author=_NOBODY, stated_on=on)
            for test in FitnessTest
        )
    if DataCategory.HEALTH in categories and person.availability.work_pace_percent is None:
        changes["availability"] = person.availability.model_copy(update={"work_pace_percent": 100 if yes else 0})
    if DataCategory.DEBT in categories and person.in_debt_enforcement is None:
        changes["in_debt_enforcement"] = yes
    if DataCategory.FAMILY in categories and person.household is None:
        changes["household"] = Household(
            adults=1 if yes else 2, children=int(yes), youngest_child_birth_date=on if yes else None
        )
    if DataCategory.DISABILITY_INSURANCE in categories and insurances["disability"] is None:
        insurances["disability"] = DisabilityInsurance(
            status=DiStatus.MEASURE if yes else DiStatus.NONE,
            incapacity_percent=100 if yes else 0,
            incapacity_since=_LONG_AGO,
        )
    if DataCategory.SOCIAL_ASSISTANCE in categories and insurances["assistance"] is None:
        insurances["assistance"] = SocialAssistance(
            kind=AssistanceKind.RI if yes else AssistanceKind.NONE,
            since=_LONG_AGO,
            follow_up=FollowUp.JOINT_UNIT if yes else FollowUp.EXEMPT,
            fr_track=FrTrack.EMPLOI if yes else FrTrack.SOCIAL,
        )
    if DataCategory.UNEMPLOYMENT_INSURANCE in categories and insurances["unemployment"] is None:
        insurances["unemployment"] = UnemploymentInsurance(
            status=UiStatus.OPEN_WITH_DAYS if yes else UiStatus.NONE,
            days_left=400 if yes else 0,
            days_drawn=400 if yes else 0,
            framework_end=date.max if yes else _LONG_AGO,
        )
    if {DataCategory.UNEMPLOYMENT_INSURANCE, DataCategory.HEALTH} & set(categories) and insurances["placement"] is None:
        insurances["placement"] = PlacementStatus.APT if yes else PlacementStatus.INAPT_DECIDED
    if DataCategory.HEALTH in categories and person.insertion_france is not None:
        changes["insertion_france"] = _prolonged(person.insertion_france, yes=yes)
    stated = {fact.status for fact in person.statuses}
    changes["insurances"] = person.insurances.model_copy(update=insurances)
    changes["statuses"] = person.statuses + tuple(
        StatusFact(status=status, holds=yes)
        for status, telling in STATUS_CATEGORIES.items()
        if telling & set(categories) and status not in stated
    )
    if yes:
        changes["needs"] = _needs(person, categories, on)
        told = tuple(
            PastMeasure(name=code.fr, code=code, completed=True)
            for code in MeasureCode
            if MEASURE_CATEGORIES[code] & set(categories)
        )
        past = person.past_measures
        changes["past_measures"] = past.model_copy(update={"items": past.items + told})
    return person.model_copy(update=changes)


def _prolonged(pathway: InsertionFrance, *, yes: bool) -> InsertionFrance:
    """The pathway with the reason of a prolongation, which may tell of health."""
    if pathway.iae_pass is None or pathway.iae_pass.prolongation is not None:
        return pathway
    reason = PassProlongation.RQTH if yes else PassProlongation.PARTICULAR_DIFFICULTIES
    return pathway.model_copy(update={"iae_pass": pathway.iae_pass.model_copy(update={"prolongation": reason})})


def _needs(person: Profile, categories: Collection[DataCategory], on: date) -> tuple[Need, ...]:
    """The needs with those of the categories confirmed; where none are known, the others stay unknown."""
    confirmed = {barrier for barrier, category in BARRIER_CATEGORIES.items() if category in categories}
    stated = confirmed if person.needs is not None else frozenset(Barrier)
    return (person.needs or ()) + tuple(
        Need(barrier=each, level=NeedLevel.HIGH, confirmed=each in confirmed, author=_NOBODY, stated_on=on)
        for each in Barrier
        if each in stated
    )
