"""What nobody in the canton knows: chances, answers and potential outcomes of every person under every option.

All of it is a smooth function of features, of traits that no file holds and of noise, and none of it is additive, so
that whoever learns can be wrong. Sources: domain.md 6.1 where named; all other figures are assumed. Horizon: an
unsubsidised job twelve months after the start.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureType
from matching.snapshot.columns import position
from matching_training.simulate.world import LOCK_IN, World

Values = NDArray[np.float64]

VACANCY, MEASURE, PLACEMENT = (position(kind) for kind in OpportunityKind)
_LEAST, _MOST = 0.01, 0.97


@dataclass(frozen=True)
class Truth:
    """`own_chance` (P,) without any option; all else (P, O), meaningful where `world.eligible`.

    `success` is the chance at the horizon of whoever began; `yes` that the person says yes; `begins` that it then
    begins, capacity aside; `suits` the logit of accepting for a counsellor without habits at rank one.
    """

    own_chance: Values
    success: Values
    yes: Values
    begins: Values
    suits: Values

    @cached_property
    def effect(self) -> Values:
        """(P, O) what a start changes, in points."""
        return np.asarray(100 * (self.success - self.own_chance[:, None]))

    @cached_property
    def gain(self) -> Values:
        """(P, O) expected points of an acceptance, capacity aside."""
        return np.asarray(self.yes * self.begins * self.effect)


def truth_of(world: World) -> Truth:
    """The truth of a world, drawn with its seed."""
    rng = np.random.default_rng([world.seed, 3, world.intake])
    # What is hidden of an option is the same for every intake.
    hidden = np.random.default_rng([world.seed, 4]).standard_normal(world.shape[1])
    noise = rng.standard_normal(world.shape)
    own = _own_chance(world)
    fit = _fit(world)
    few = _logistic((0.28 - own) / 0.07)[:, None]
    lock_in = world.features[LOCK_IN] * own[:, None]
    success = own[:, None] + 0.01 * _effect_of_measures(world, few, hidden, noise)
    hired = _logistic(0.1 + 0.5 * fit + 0.35 * world.people.hidden["motivation"][:, None] + 0.15 * hidden + 0.2 * noise)
    is_job = (world.kinds == VACANCY)[None, :]
    success = np.where(is_job, own[:, None] + (1 - own[:, None]) * hired, success)
    place = own[:, None] + 0.01 * _effect_of_places(world, few, hidden, noise)
    success = np.where((world.kinds == PLACEMENT)[None, :], place, success)
    success = np.clip(np.nan_to_num(success), _LEAST, _MOST)
    gain = _standard(np.where(world.eligible, (success - own[:, None]), np.nan))
    wants = _wants(world)
    return Truth(
        own_chance=own,
        success=success,
        yes=_logistic(world.scenario.course.saying_yes + wants + 0.3 * world.people.hidden["motivation"][:, None]),
        begins=_begins(world, fit),
        suits=np.nan_to_num(
            wants
            + 0.7 * fit * (world.kinds != MEASURE)
            + world.scenario.counsellors.insight * gain
            - 0.35 * world.open_questions
            - 0.5 * np.nan_to_num(lock_in)
            + _readiness(world)
            + world.scenario.counsellors.ease
        ),
    )


def _own_chance(world: World) -> Values:
    """(P,) falling with months without work, rising with education, language and traits that no file holds.

    Duration dependence and education as in the baseline's card, orders of magnitude; two of them together weigh more.
    """
    effects, hidden = world.scenario.effects, world.people.hidden
    months = _known(world.chance["months_without_work"], float(world.scenario.people.months_without_work))
    education = _known(world.chance["education"], 2.0)
    slow = np.tanh((np.log1p(months) - np.log1p(14)) / 1.2)
    trait = 0.6 * hidden["motivation"] + 0.5 * hidden["network"] - 0.6 * np.maximum(hidden["health"], 0)
    logit = (
        effects.chance
        - 1.1 * slow
        + 0.22 * (education - 2)
        + 0.25 * (hidden["language"] - 2.5)
        - 0.15 * slow * (education < 2)
        + effects.hidden * trait
    )
    return np.clip(_logistic(logit), 0.02, 0.85)


def _effect_of_measures(world: World, few: Values, hidden: Values, noise: Values) -> Values:
    """(P, O) points: type, few chances, need and project together, hidden quality, minus lock-in.

    Persons with few chances profit more (Knaus, Lechner, Strittmatter, 6.1); wage subsidies also for low education
    (Swiss causal forests, 6.1).
    """
    effects = world.scenario.effects
    by_position = {position(type_): points for type_, points in effects.by_type.items()}
    average = np.array([by_position.get(int(type_), 0.0) for type_ in world.types])[None, :]
    education = _known(world.chance["education"], 2.0)[:, None]
    subsidy = (world.types == position(MeasureType.WAGE_SUBSIDY))[None, :]
    need = np.clip(np.nan_to_num(world.features["need_addressed"], nan=1.0), 0, 3) / 3
    likeness = np.tanh(4 * (_known(world.features["project_likeness"], 0.3) - 0.3))
    motivated = 0.3 * np.tanh(world.people.hidden["motivation"])[:, None]
    points = average + effects.few_chances * (2 * few - 1) * (1 + 0.8 * subsidy * (education < 2))
    points = points + effects.need * (need - 0.35) * (1 + motivated + 0.4 * likeness)
    points = points + 1.2 * np.nan_to_num(world.features["certificate"]) * (education < 3) * (1 + likeness)
    points = points - 0.02 * np.maximum(_known(world.features["distance"], 15.0) - 10, 0)
    points = points + effects.quality * hidden[None, :] + 0.5 * effects.quality * noise
    points = points - effects.lock_in * np.nan_to_num(world.features[LOCK_IN]) * _own_chance(world)[:, None]
    return np.asarray(effects.scale * points)


def _effect_of_places(world: World, few: Values, hidden: Values, noise: Values) -> Values:
    """(P, O) points of a place in a social enterprise: it serves those far from the market. Assumed."""
    effects = world.scenario.effects
    serves = np.nan_to_num(world.features["serves_objective"], nan=0.5)
    points = -0.5 + 3.0 * few * (0.5 + serves) + 0.8 * np.tanh(_fit(world)) + effects.quality * hidden[None, :]
    points = points + 0.5 * effects.quality * noise
    points = points - effects.lock_in * np.nan_to_num(world.features[LOCK_IN]) * _own_chance(world)[:, None]
    return np.asarray(effects.scale * points)


def _fit(world: World) -> Values:
    """(P, O) how well what the person has done and can do fits the work, about -1 to 2.

    Skills asked for and years weigh most, likeness of words least; skills weigh more where there is experience.
    """
    features = world.features
    likeness = np.tanh(2.5 * (_known(features["experience_likeness"], 0.3) - 0.35))
    held = np.nan_to_num(features["held_occupation"])
    skills = _known(features["skills"], 0.3)
    years = np.tanh(_known(features["experience_margin"], 0.0) / 2)
    return np.asarray(0.25 * likeness + 0.3 * held + 0.9 * skills * (1 + 0.5 * years) + 0.6 * years - 0.4)


def _wants(world: World) -> Values:
    """(P, O) the logit of wanting an option: near enough, like the project, for the objective, enough of the week."""
    features = world.features
    distance = _known(features["distance"], 15.0)
    car = np.array(["b" in (profile.mobility.licences or ()) for profile in world.people.profiles])[:, None]
    far = np.log1p(np.exp((distance - 18) / 8)) * np.where(car, 0.25, 0.45)
    likeness = np.tanh(4 * (_known(features["project_likeness"], 0.3) - 0.3))
    target = np.nan_to_num(features["target_occupation"])
    objective = np.nan_to_num(features["serves_objective"], nan=0.5)
    week = _known(features["workload_fit"], 0.8)
    need = np.clip(np.nan_to_num(features["need_addressed"], nan=1.0), -1, 3)
    work = 0.9 * likeness + 0.6 * target + 0.7 * objective + 0.9 * (week - 0.8) + 0.2 * np.nan_to_num(features["paid"])
    measure = 0.35 * likeness + 0.45 * need + 0.6 * objective + 0.3 * np.nan_to_num(features["certificate"]) - 0.2
    measure = measure + 0.25 * need * likeness
    return np.asarray(np.where((world.kinds == MEASURE)[None, :], measure, work) - far)


def _readiness(world: World) -> Values:
    """(O,) how readily each kind is accepted. Assumed."""
    return np.choose(world.kinds, [-1.0, 0.0, -0.4])


def _begins(world: World, fit: Values) -> Values:
    """(P, O) that what was accepted by all begins, capacity aside: hired, or paid for and come."""
    course, hidden = world.scenario.course, world.people.hidden
    local = 0.35 * (hidden["language"] - 2.5)[:, None] + 0.35 * hidden["network"][:, None]
    hired = _logistic(
        world.scenario.effects.hiring
        + 1.1 * fit
        - 0.02 * np.maximum(_known(world.features["distance"], 15) - 8, 0)
        + local
        + 0.35 * np.nan_to_num(world.features["head_start"])
    )
    comes = (1 - course.no_show) * (1 - course.payer_refusal)
    tried = comes * _logistic(1.0 + 0.4 * fit)
    return np.asarray(np.choose(world.kinds[None, :], [hired, np.full(world.shape, comes), tried]))


def _known(values: Values, otherwise: float) -> Values:
    return np.where(np.isnan(values), otherwise, values)


def _standard(values: Values) -> Values:
    """With mean zero and standard deviation one over what is known; zero where unknown."""
    spread = float(np.nanstd(values)) if np.isfinite(values).any() else 0.0
    return np.nan_to_num((values - np.nanmean(values)) / spread) if spread > 0 else np.zeros_like(values)


def _logistic(x: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-x)))
