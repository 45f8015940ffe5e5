"""Run a canton: slates by the service's own scoring and slate, decisions, what becomes of them, and the log of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import ProposalStatus
from matching.errors import InvalidInputError
from matching.ranking.model import Model
from matching.ranking.rank import KINDS
from matching.ranking.slate import SlatePolicy, build_slate
from matching.use_cases.slate_of import soonest
from matching_training.log.tables import Log
from matching_training.simulate.counsellors import (
    Counsellors,
    accept_probability,
    counsellors_of,
    decide_otherwise,
    examined,
    full,
    reason_against,
    verdict,
)
from matching_training.simulate.course import Canton, Step, follow
from matching_training.simulate.exploring import Drawn, Explore, Standing, exploring
from matching_training.simulate.world import World, begin_of
from matching_training.simulate.written import Served, log_of, truth_frame

Values = NDArray[np.float64]

_S = ProposalStatus
_WORKING_DAYS = 5
_DEFERRED_DAYS = 30.0
_AFTER = {reason.value: consequence for reason, consequence in CONSEQUENCES.items()}


@dataclass
class State:
    """All that a run leaves behind, and that the next one on the same world goes on from. It is changed in place."""

    canton: Canton
    counsellors: Counsellors
    rests_until: Values
    """(P, O) days; an option is not shown again before."""
    served: list[Served] = field(default_factory=list)
    steps: list[tuple[int, int, Step]] = field(default_factory=list)
    """(slate, position on it, step)."""
    runs: int = 0
    day: float = 0.0
    decided: int = 0

    def log(self, until: datetime | pd.Timestamp | None = None) -> Log:
        """What is known up to an aware moment; without one, up to the last thing ever stated."""
        return log_of(self.canton, self.served, self.steps, until=until)


class Ran(NamedTuple):
    """The whole log, the truth about every option that was shown, and the state to go on from."""

    log: Log
    truth: pd.DataFrame
    state: State


def begin_state(world: World) -> State:
    """The first day of a world."""
    return State(
        canton=Canton.of(world),
        counsellors=counsellors_of(world),
        rests_until=np.full(world.shape, -np.inf),
    )


def run(
    world: World,
    model: Model,
    *,
    decisions: int,
    begin: datetime | None = None,
    seed: int = 0,
    exploration: Explore | None = None,
    after: State | None = None,
) -> Ran:
    """Serve with a model until so many options were decided on; fewer where nobody is left to decide about.

    `begin` (aware) is the first day served, the scenario's if not given; `seed` draws who is seen when and what
    counsellors do by chance, while potential outcomes hang on the world alone. `after` goes on from the state of an
    earlier run on the same world; its log then holds both. Where nothing else is given as `exploration` the canton
    explores as its scenario says.
    """
    state = begin_state(world) if after is None else after
    if _which(state.canton.world) != _which(world):
        raise InvalidInputError("Une suite se joue sur le même monde ; reprendre celui du premier passage.")
    first = 0.0 if begin is None else (begin - begin_of(world.scenario)).total_seconds() / 86_400
    state.day = max(state.day, first)
    rng = np.random.default_rng([seed, 7, world.seed, world.intake, state.runs])
    state.runs += 1
    if exploration is None and world.scenario.exploration is not None:
        exploration = exploring(world.scenario.exploration)
    serving = _Serving(model.version, model.scale, world.scores(model), world.own_chance(model), exploration)
    for person, at in visits(state, decisions, rng):
        _one_slate(state, serving, person, at, rng)
    return Ran(state.log(), truth_frame(state.canton, state.served), state)


@dataclass(frozen=True)
class _Serving:
    """What serves: the model's scale, its scores (P, O) and own chances (P,), and how it explores."""

    version: str
    scale: float
    scores: Values
    chances: Values
    explore: Explore | None


def _which(world: World) -> tuple[str, int, int]:
    return world.scenario.digest, world.seed, world.intake


def visits(state: State, decisions: int, rng: np.random.Generator) -> Iterator[tuple[int, float]]:
    """Who is seen when, until so many more options are decided on: on working days, a part of the people each.

    The order is drawn for each round; it ends after two rounds in which nothing was decided.
    """
    world, wanted, idle = state.canton.world, state.decided + decisions, 0
    per_day = max(1, round(world.shape[0] * 7 / (_WORKING_DAYS * world.scenario.round_days)))
    while state.decided < wanted and idle < 2:
        before = state.decided
        order = rng.permutation(world.shape[0])
        for start in range(0, len(order), per_day):
            while (int(state.day) + world.scenario.begin.weekday()) % 7 >= _WORKING_DAYS:
                state.day += 1
            for number, person in enumerate(order[start : start + per_day].tolist()):
                at = np.floor(state.day) + 0.4 * (number + 1) / (per_day + 1)
                if state.canton.lives.busy_until[person] <= at and state.decided < wanted:
                    yield person, float(at)
            state.day = float(np.floor(state.day) + 1)
            if state.decided >= wanted:
                return
        idle = idle + 1 if state.decided == before else 0


def _one_slate(state: State, serving: _Serving, person: int, at: float, rng: np.random.Generator) -> None:
    world = state.canton.world
    scores = serving.scores[person]
    candidates = open_to(state, person, at)
    policy = SlatePolicy(limit=world.scenario.slate, min_gain=world.scenario.min_gain)
    of_them = scores[candidates] / serving.scale
    lifts = soonest(world.next_step[person, candidates], of_them >= policy.min_gain)
    kinds, providers = world.kinds[candidates], world.providers[candidates]
    if serving.explore is None:
        drawn = Drawn.by_score(build_slate(of_them, kinds, providers, lifts, policy))
    else:
        certain = world.open_questions[person, candidates] == 0
        drawn = serving.explore(Standing(of_them, kinds, providers, lifts, certain), policy, rng)
    slate = drawn.slate
    if not slate.positions:
        return
    shown = candidates[list(slate.positions)]
    accepting = accept_probability(
        world, state.canton.truth.suits[person, shown], state.counsellors.lean[person, shown], scores[shown]
    )
    served = Served(
        id=f"sim-{world.seed}-{world.intake}-{len(state.served):06d}",
        number=len(state.served),
        person=person,
        counsellor=int(state.counsellors.of[person]),
        at=at,
        options=shown,
        eligible=by_kind(world, candidates),
        next_step=None if slate.next_step is None else int(candidates[slate.next_step]),
        propensities=drawn.propensities,
        draws=drawn.draws,
        drawn_among=drawn.drawn_among,
        scores=scores[shown],
        own_chance=float(serving.chances[person]),
        model=serving.version,
        accepting=accepting,
        looked_at=np.zeros(len(shown), dtype=np.bool_),
        feedback=np.full(len(shown), -1),
    )
    read(state, served, rng)


def open_to(state: State, person: int, at: float) -> NDArray[np.intp]:
    """The options that may be proposed to a person on a day: open by the rules, not at rest, with a place left."""
    world = state.canton.world
    is_open = world.eligible[person] & ~world.unlinked[person] & (state.rests_until[person] <= at)
    is_open[state.canton.places.gone(at)] = False
    return np.flatnonzero(is_open)


def by_kind(world: World, options: NDArray[np.intp]) -> NDArray[np.int64]:
    """(n_kinds,) how many of some options are of each kind."""
    return np.bincount(world.kinds[options], minlength=len(KINDS))


def read(state: State, served: Served, rng: np.random.Generator) -> None:
    """A counsellor gets a slate, and ignores it or decides down the ranks as far as it is read."""
    state.served.append(served)
    if rng.random() < state.counsellors.ignoring[served.counsellor]:
        return
    world, person = state.canton.world, served.person
    accepted = 0
    for position, option in enumerate(served.options.tolist()):
        if not examined(world, position + 1, float(rng.random())):
            continue
        if state.rests_until[person, option] > served.at:  # decided on before, shown again
            continue
        if accepted >= world.scenario.counsellors.accepts:
            return
        served.looked_at[position] = True
        at = served.at + 0.001 * (position + 1)
        if not state.canton.places.free(option, at) and rng.random() < world.scenario.course.full_known:
            _no(state, served, position, Step(at, _S.REJECTED, (full(world, option).value,)))
        elif state.canton.fate.accept[person, option] < served.accepting[position]:
            accepted += 1
            _yes(state, served, position, at, rng)
        elif decide_otherwise(world, rng) == "defer":
            _no(state, served, position, Step(at, _S.DEFERRED))
        else:
            reason = reason_against(world, person, option, rng)
            _no(state, served, position, Step(at, _S.REJECTED, (reason.value,)))
        state.decided += 1
        if rng.random() < world.scenario.counsellors.feedback:
            served.feedback[position] = verdict(world, rng)


def _yes(state: State, served: Served, position: int, at: float, rng: np.random.Generator) -> None:
    option = int(served.options[position])
    state.rests_until[served.person, option] = np.inf
    after = follow(state.canton, person=served.person, option=option, at=at, rng=rng)
    reasons = ("matches_project",) if rng.random() < 0.6 else ("client_wish",)
    steps = [Step(at, _S.ACCEPTED, reasons), *after]
    state.steps += [(served.number, position, step) for step in steps]


def _no(state: State, served: Served, position: int, step: Step) -> None:
    """A rejected option rests by its reason, for good where it names no days; a deferred one for a month."""
    rest: float | None = _DEFERRED_DAYS
    if step.status is _S.REJECTED:
        rest = _AFTER[step.reasons[0]].cool_off_days
    until = np.inf if rest is None else step.at + rest
    state.rests_until[served.person, int(served.options[position])] = until
    state.steps.append((served.number, position, step))
