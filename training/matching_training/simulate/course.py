"""What becomes of an accepted proposal, in legal steps: the person's answer, payer, provider, start and end.

Moments are days since the first day of the scenario, as floats. Places are limited by month, jobs in all; whoever is
refused for want of a place is told so. Every sequence of states follows `domain.proposal_states.TRANSITIONS`.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.process import ProposalStatus
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import DropoutReason, ProviderRefusal
from matching_training.simulate.truth import VACANCY, Truth, truth_of
from matching_training.simulate.world import World

Values = NDArray[np.float64]

DAYS_PER_MONTH = 365.25 / 12
HORIZON_DAYS = 366
"""Twelve months have passed for certain."""

_S, _R, _D = ProposalStatus, RejectReason, DropoutReason
_DECLINES = (_R.NOT_INTERESTED, _R.TOO_FAR, _R.NOT_IN_PROJECT, _R.HEALTH_CONSTRAINT)
_LEAVES = (_D.ILLNESS, _D.ABSENCES, _D.TOO_HARD, _D.CARE_DUTY, _D.FOUND_JOB)


@dataclass(frozen=True)
class Step:
    """One state of a proposal: when (days), which, with what reasons, and the first or last day it speaks of."""

    at: float
    status: ProposalStatus
    reasons: tuple[str, ...] = ()
    day: float | None = None


@dataclass(frozen=True)
class Fate:
    """Uniform draws fixed with the world: whatever is proposed when, the same start leads to the same outcome.

    `accept`, `yes`, `begins` (P, O); `outcome`, `stated` (P,).
    """

    accept: Values
    yes: Values
    begins: Values
    outcome: Values
    stated: Values


def fate_of(world: World) -> Fate:
    """The draws of a world."""
    rng = np.random.default_rng([world.seed, 8, world.intake])
    pairs = [rng.random(world.shape) for _ in range(3)]
    return Fate(pairs[0], pairs[1], pairs[2], rng.random(world.shape[0]), rng.random(world.shape[0]))


@dataclass
class Places:
    """Places taken: by option and month of the start, and in all."""

    world: World
    by_month: dict[tuple[int, int], int] = field(default_factory=dict)
    in_all: dict[int, int] = field(default_factory=dict)
    filled: dict[int, float] = field(default_factory=dict)
    """The moment at which the last place of an option was given."""

    def free(self, option: int, day: float) -> bool:
        """Whether one more may start on that day."""
        month = int(day // DAYS_PER_MONTH)
        return bool(
            self.by_month.get((option, month), 0) < self.world.per_month[option]
            and self.in_all.get(option, 0) < self.world.in_all[option]
        )

    def take(self, option: int, day: float, *, at: float) -> None:
        """One more starts on a day, as promised at a moment."""
        month = int(day // DAYS_PER_MONTH)
        self.by_month[option, month] = self.by_month.get((option, month), 0) + 1
        self.in_all[option] = self.in_all.get(option, 0) + 1
        if self.in_all[option] >= self.world.in_all[option]:
            self.filled[option] = at

    def gone(self, at: float) -> list[int]:
        """Options that have left the catalogue at a moment, as they were filled for good some days before."""
        after = self.world.scenario.course.leaves_after
        return [option for option, filled in self.filled.items() if filled + after <= at]


@dataclass
class Lives:
    """Where each person stands: (P,) the option begun (-1 none), its first day (NaN), and busy until (days)."""

    begun: NDArray[np.int64]
    since: Values
    busy_until: Values

    @classmethod
    def of(cls, world: World) -> "Lives":
        """Nobody has begun anything."""
        people = world.shape[0]
        return cls(np.full(people, -1), np.full(people, np.nan), np.full(people, -np.inf))


@dataclass(frozen=True)
class Canton:
    """A world with its truth and fate, and how far its places and people have come; the last two change."""

    world: World
    truth: Truth
    fate: Fate
    places: Places
    lives: Lives

    @classmethod
    def of(cls, world: World) -> "Canton":
        """On the first day."""
        return cls(world, truth_of(world), fate_of(world), Places(world), Lives.of(world))

    def jobs(self) -> NDArray[np.bool_]:
        """(P,) whether each person has an unsubsidised job at the horizon, given what they began in the end."""
        begun = np.maximum(self.lives.begun, 0)
        chance = self.truth.success[np.arange(len(begun)), begun]
        return np.asarray(self.fate.outcome < np.where(self.lives.begun >= 0, chance, self.truth.own_chance))

    def stated(self) -> NDArray[np.bool_]:
        """(P,) whether anybody ever writes that down."""
        course = self.world.scenario.course
        return np.asarray(self.fate.stated >= course.never_stated + course.never_stated_gap * ~self.jobs())


def follow(canton: Canton, *, person: int, option: int, at: float, rng: np.random.Generator) -> list[Step]:
    """The steps after an acceptance at a moment; places and lives are brought up to date."""
    world, truth, fate, places, lives = canton.world, canton.truth, canton.fate, canton.places, canton.lives
    answered = at + _between(rng, 0.2, 9)
    if fate.yes[person, option] >= truth.yes[person, option]:
        reason = _DECLINES[int(rng.integers(len(_DECLINES)))]
        steps = [Step(answered, _S.CLIENT_DECLINED, (reason.value,) if rng.random() < 0.7 else ())]
        return [*steps, Step(answered + 30, _S.WITHDRAWN)] if rng.random() < 0.5 else steps
    steps = [Step(answered, _S.CLIENT_ACCEPTED)]
    if lives.begun[person] >= 0:  # something else begins meanwhile
        return [*steps, Step(answered + 3, _S.WITHDRAWN)]
    is_job = world.kinds[option] == VACANCY
    course = world.scenario.course
    begins = fate.begins[person, option] < truth.begins[person, option]
    spoils = None if begins else _what_spoils(world, option, rng)
    now = answered + 1
    if not is_job:
        steps.append(Step(now, _S.PAYER_REQUESTED))
        now += _between(rng, 2, 20)
        if spoils is _S.PAYER_REFUSED:
            return [*steps, Step(now, _S.PAYER_REFUSED)]
        steps.append(Step(now, _S.PAYER_GRANTED))
        now += 0.5
    steps.append(Step(now, _S.REQUESTED))
    first = now + _between(rng, *course.start_after)
    told = now + (first - now) * 0.5
    if spoils is _S.PROVIDER_REFUSED:
        refusal = ProviderRefusal.LACKING_SKILLS if rng.random() < 0.6 else ProviderRefusal.HIRED_ELSEWHERE
        return [*steps, Step(told, _S.PROVIDER_REFUSED, (refusal.value,))]
    if not places.free(option, first):
        if is_job or not places.free(option, first + DAYS_PER_MONTH):
            return [*steps, Step(told, _S.PROVIDER_REFUSED, (ProviderRefusal.NO_POSITION.value,))]
        steps.append(Step(told, _S.WAITING_LIST))
        first, told = first + DAYS_PER_MONTH, told + DAYS_PER_MONTH
    steps.append(Step(told, _S.ADMITTED))
    first = float(np.ceil(first))
    if spoils is _S.NO_SHOW:
        return [*steps, Step(first + 0.3, _S.NO_SHOW, day=first)]
    places.take(option, first, at=told)
    return [*steps, *_begin(canton, person, option, first, rng)]


def _begin(canton: Canton, person: int, option: int, first: float, rng: np.random.Generator) -> list[Step]:
    """The start, and for what has an end the end."""
    world, lives = canton.world, canton.lives
    steps = [Step(first + 0.3, _S.STARTED, day=first)]
    lives.begun[person], lives.since[person] = option, first
    lives.busy_until[person] = first + HORIZON_DAYS
    weeks = world.options[option].timing.min_weeks
    if world.kinds[option] == VACANCY or weeks is None:
        return steps
    if rng.random() < world.scenario.course.dropout:
        reason = _LEAVES[int(rng.integers(len(_LEAVES)))]
        last = first + float(np.ceil(rng.uniform(0.1, 0.9) * weeks * 7))
        return [*steps, Step(last + 0.4, _S.DROPPED_OUT, (reason.value,), day=last)]
    last = first + weeks * 7
    return [*steps, Step(last + 0.4, _S.COMPLETED, day=last)]


def _what_spoils(world: World, option: int, rng: np.random.Generator) -> ProposalStatus:
    """Why what might begin does not: for a job the employer, else payer, person or provider."""
    course = world.scenario.course
    if world.kinds[option] == VACANCY:
        return _S.PROVIDER_REFUSED
    weights = np.array([course.payer_refusal, course.no_show, 0.02])
    return (_S.PAYER_REFUSED, _S.NO_SHOW, _S.PROVIDER_REFUSED)[int(rng.choice(3, p=weights / weights.sum()))]


def _between(rng: np.random.Generator, low: float, high: float) -> float:
    return float(rng.uniform(low, high))
