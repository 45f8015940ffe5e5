"""Counsellors: who reads which file, what they like, how far down they read, and what they decide with which reason."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from matching.domain.offered_reasons import offered
from matching.domain.vocabulary.process import FeedbackVerdict
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.ranking.rank import KINDS
from matching_training.simulate.truth import MEASURE, VACANCY
from matching_training.simulate.world import LOCK_IN, World

Values = NDArray[np.float64]
Verb = Literal["accept", "reject", "defer"]

_R = RejectReason
_VERDICTS = tuple(FeedbackVerdict)


@dataclass(frozen=True)
class Counsellors:
    """`of` (P,) the counsellor of each person; `lean` (P, O) what habit and prejudice add to the logit of accepting."""

    of: NDArray[np.int64]
    ignoring: Values
    lean: Values


def counsellors_of(world: World) -> Counsellors:
    """The counsellors of a canton, the same for every intake, and who has which file of this one."""
    told = world.scenario.counsellors
    rng = np.random.default_rng([world.seed, 5])
    by_type = told.habits * rng.standard_normal((told.count, len(KINDS) * 16))
    by_provider = 0.5 * told.habits * rng.standard_normal((told.count, 97))
    ignoring = np.clip(told.ignoring * rng.gamma(4, 0.25, size=told.count), 0, 1)
    acts = [rng.random(told.count) < each.share for each in told.prejudice]
    of = np.random.default_rng([world.seed, 6, world.intake]).integers(told.count, size=world.shape[0])
    shelf = world.kinds.astype(np.int64) * 16 + np.maximum(world.types.astype(np.int64), 0)
    lean = by_type[of][:, shelf] + by_provider[of][:, world.providers % 97]
    for each, act in zip(told.prejudice, acts, strict=True):
        member = (world.people.protected[each.attribute] == each.value).to_numpy()
        lean += each.logit * (member & act[of])[:, None]
    return Counsellors(of=np.asarray(of), ignoring=np.asarray(ignoring), lean=np.asarray(lean))


def examined(world: World, rank: int, luck: float) -> bool:
    """Whether what stands at a rank is looked at: rank to the power of minus the attention."""
    return bool(luck < np.exp(-world.scenario.counsellors.attention * np.log(rank)))


def accept_probability(world: World, suits: Values, lean: Values, scores: Values) -> Values:
    """(n_shown,) the chance that each option of a slate is accepted once it is looked at, in the order of ranks.

    (n_shown,) each: how it suits and how the counsellor leans (logits), and the scores shown, which are partly
    believed, as is the order.
    """
    told = world.scenario.counsellors
    spread = float(np.std(scores))
    believed = told.trust * (scores - scores.mean()) / spread if spread > 0 else np.zeros(len(scores))
    logit = suits + lean + believed - told.rank_trust * np.log(np.arange(1, len(scores) + 1))
    return np.asarray(1 / (1 + np.exp(-logit)))


def decide_otherwise(world: World, rng: np.random.Generator) -> Verb:
    """What becomes of an option that is not accepted."""
    return "defer" if rng.random() < world.scenario.counsellors.deferring else "reject"


def reason_against(world: World, person: int, option: int, rng: np.random.Generator) -> RejectReason:
    """Why an option is rejected: for what speaks against it, or for a reason that says nothing of the person."""
    weights = _fitting(world, person, option)
    if rng.random() < world.scenario.counsellors.other_reasons:
        weights = dict.fromkeys((_R.COST, _R.WRONG_OR_STALE_RECORD, _R.TOO_LATE, _R.NO_ANSWER_FROM_PROVIDER), 1.0)
    allowed = set(offered(KINDS[int(world.kinds[option])], ReasonStep.REJECT))
    reasons = [reason for reason in weights if reason in allowed]
    chances = np.array([weights[reason] for reason in reasons])
    return reasons[int(rng.choice(len(reasons), p=chances / chances.sum()))]


def verdict(world: World, rng: np.random.Generator) -> int:
    """What is said of one explanation, as a place among verdicts: right, or one of those that contest it."""
    if rng.random() >= world.scenario.counsellors.contesting:
        return _VERDICTS.index(FeedbackVerdict.RIGHT)
    against = [place for place, each in enumerate(_VERDICTS) if each is not FeedbackVerdict.RIGHT]
    return against[int(rng.integers(len(against)))]


def full(world: World, option: int) -> RejectReason:
    """Why an option is rejected that is known to have no place left."""
    return _R.POSITION_FILLED if world.kinds[option] == VACANCY else _R.FULL


def _fitting(world: World, person: int, option: int) -> dict[RejectReason, float]:
    """Reasons with their weights, from what the file and the option say."""

    def said(name: str, otherwise: float) -> float:
        value = float(world.features[name][person, option])
        return otherwise if np.isnan(value) else value

    unlike = max(0.05, 0.6 - said("project_likeness", 0.3))
    weights = {
        _R.NOT_IN_PROJECT: 2.0 * unlike,
        _R.NOT_INTERESTED: unlike,
        _R.BETTER_ALTERNATIVE: 0.4,
        _R.COUNSELLOR_OTHER_STRATEGY: 0.3,
        _R.TOO_FAR: max(0.0, said("distance", 15) - 15) / 20,
        _R.CHILDCARE_OR_FAMILY: 0.1,
        _R.NOT_NOW: 0.1,
    }
    if world.kinds[option] == MEASURE:
        weights[_R.LOCK_IN_RISK] = 0.5 * said(LOCK_IN, 0)
        weights[_R.ALREADY_TRIED] = 0.15
        weights[_R.QUALITY_DOUBT] = 0.15
    else:
        weights[_R.LACKING_SKILLS] = 1.2 * (1 - said("skills", 0.5))
        weights[_R.LANGUAGE_LEVEL] = 0.15 * (4 - float(world.people.hidden["language"][person]))
        weights[_R.BELOW_THE_PERSON] = 0.1
    return {reason: weight for reason, weight in weights.items() if weight > 0}
