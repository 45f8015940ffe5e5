"""What of a run is ever written down: the log up to a moment; and beside it, never in it, the truth.

The log is folded from steps and moments, so that it may be cut at any of them. An outcome that nobody states is absent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.proposal_states import OF_THE_PROVIDER
from matching.domain.vocabulary.process import FeedbackVerdict, ProposalStatus, Verb
from matching.ranking.rank import KINDS
from matching_training.log.tables import CHANCE, ELIGIBLE, FEATURE, FEEDBACK, OUTCOMES, SHOWN, Log, offers_of
from matching_training.simulate.course import Canton, Step
from matching_training.simulate.people import unit_of
from matching_training.simulate.stated import stated
from matching_training.simulate.world import LOCK_IN, World, begin_of

Values = NDArray[np.float64]

_S = ProposalStatus
_VERBS = {_S.ACCEPTED: Verb.ACCEPT, _S.REJECTED: Verb.REJECT, _S.DEFERRED: Verb.DEFER}
_ANSWERS = {_S.CLIENT_ACCEPTED: "accepted", _S.CLIENT_DECLINED: "declined"}
_PAYER = {_S.PAYER_GRANTED: "granted", _S.PAYER_REFUSED: "refused"}
_VERDICTS = tuple(FeedbackVerdict)


@dataclass(frozen=True)
class Served:
    """One slate: (n_shown,) in the order of ranks; `accepting` if looked at; `feedback` -1 or a verdict's place.

    `eligible` (n_kinds,) is how many of each kind might have been on it.
    """

    id: str
    number: int
    person: int
    counsellor: int
    at: float
    options: NDArray[np.intp]
    eligible: NDArray[np.int64]
    next_step: int | None
    propensities: Values
    draws: Values
    drawn_among: Values
    scores: Values
    own_chance: float
    model: str
    accepting: Values
    looked_at: NDArray[np.bool_]
    feedback: NDArray[np.int64]


def log_of(
    canton: Canton,
    served: Sequence[Served],
    steps: Sequence[tuple[int, int, Step]],
    *,
    until: datetime | pd.Timestamp | None = None,
) -> Log:
    """The tables as they stand at an aware moment; without one, after the last thing ever stated."""
    world = canton.world
    rows, told = _rows(world, served), _steps(steps, served)
    outcomes = stated(canton, rows, told)
    last = max([0.0, *rows["at"], *told["at"], *outcomes["stated_at"]]) + 0.01
    day = last if until is None else (pd.Timestamp(until) - begin_of(world.scenario)).total_seconds() / 86_400
    shown = _fold(rows[rows["at"] <= day], told[told["at"] <= day])
    outcomes = outcomes[outcomes["stated_at"] <= day]
    feedback = _feedback(world, served)
    feedback = feedback[feedback["at"] <= day]
    return Log(
        shown=_dated(world, shown, ("at", "decided_at", "began_on", "ended_on")).drop(columns=["row"]),
        outcomes=_dated(world, outcomes, ("stated_at",))[list(OUTCOMES)].reset_index(drop=True),
        feedback=_dated(world, feedback, ("at",))[list(FEEDBACK)].reset_index(drop=True),
        until=_moments(world, np.array([day]))[0] if until is None else pd.Timestamp(until),
        offers=offers_of([KINDS[kind].value for kind in world.kinds], world.providers),
    )


def truth_frame(canton: Canton, served: Sequence[Served]) -> pd.DataFrame:
    """One row per option shown, aligned with the whole log: probabilities and both potential outcomes.

    `job_if_begun` and `job_without` are those of the person, for this option and for none.
    """
    world, truth, fate = canton.world, canton.truth, canton.fate
    person, option = _pairs(served)
    success, own = truth.success[person, option], truth.own_chance[person]
    return pd.DataFrame(
        {
            "slate": _slates(served),
            "option": np.array(world.ids)[option],
            "person": world.first + person,
            "examined": _joined(served, "looked_at", np.bool_),
            "accepting": _joined(served, "accepting", np.float64),
            "yes": truth.yes[person, option],
            "begins": truth.begins[person, option],
            "own_chance": own,
            "success": success,
            "effect": 100 * (success - own),
            "gain": truth.gain[person, option],
            "job_if_begun": fate.outcome[person] < success,
            "job_without": fate.outcome[person] < own,
        }
    )


def _pairs(served: Sequence[Served]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Person and option of each row."""
    person = np.repeat([slate.person for slate in served], [len(slate.options) for slate in served])
    option = np.asarray(_joined(served, "options", np.intp), dtype=np.intp)
    return person.astype(np.intp), option


def _joined(served: Sequence[Served], name: str, dtype: type[np.generic]) -> NDArray[np.generic]:
    parts = [getattr(slate, name) for slate in served]
    return np.concatenate(parts).astype(dtype) if parts else np.zeros(0, dtype=dtype)


def _slates(served: Sequence[Served]) -> list[str]:
    return [slate.id for slate in served for _ in slate.options]


def _rows(world: World, served: Sequence[Served]) -> pd.DataFrame:
    """What was shown, with moments as days; decisions are folded in afterwards."""
    person, option = _pairs(served)
    sizes = [len(slate.options) for slate in served]

    def each(name: str) -> NDArray[np.generic]:
        return np.repeat(np.array([getattr(slate, name) for slate in served]), sizes, axis=0)

    kinds = np.array([kind.value for kind in KINDS])
    cantons = world.people.protected["canton"].to_numpy()
    own_chance = each("own_chance").astype(np.float64)
    features = {name: values[person, option] for name, values in world.features.items()}
    features[LOCK_IN] = features[LOCK_IN] * own_chance
    ranks = [np.arange(1, size + 1) for size in sizes]
    steps = [slate.options == slate.next_step for slate in served]
    eligible = each("eligible").reshape(-1, len(KINDS)).astype(np.float64)
    return pd.DataFrame(
        {
            "row": np.arange(len(person)),
            "slate": _slates(served),
            "person": world.first + person,
            "counsellor": each("counsellor").astype(np.int64),
            "unit": [unit_of(str(canton)) for canton in cantons[person]],
            "at": each("at").astype(np.float64),
            "option": np.array(world.ids)[option],
            "provider": world.providers[option],
            "kind": kinds[world.kinds[option]],
            "rank": np.concatenate(ranks) if ranks else np.zeros(0, dtype=np.int64),
            "next_step": np.concatenate(steps) if steps else np.zeros(0, dtype=np.bool_),
            "propensity": _joined(served, "propensities", np.float64),
            "draw": _joined(served, "draws", np.float64),
            "drawn_among": _joined(served, "drawn_among", np.float64),
            "score": _joined(served, "scores", np.float64),
            "open_questions": world.open_questions[person, option].astype(np.int64),
            "price": np.zeros(len(person)),
            "own_chance": own_chance,
            "model": each("model").astype(str),
            **{FEATURE + name: values for name, values in features.items()},
            **{CHANCE + name: values[person] for name, values in world.chance.items()},
            **{ELIGIBLE + kind: eligible[:, place] for place, kind in enumerate(kinds)},
        }
    )


def outcomes_of(canton: Canton, served: Sequence[Served], steps: Sequence[tuple[int, int, Step]]) -> pd.DataFrame:
    """Every fact that is stated sooner or later, in the columns of the log; `stated_at` in days, in their order."""
    return stated(canton, _rows(canton.world, served), _steps(steps, served)).sort_values("stated_at", kind="stable")


def _steps(steps: Sequence[tuple[int, int, Step]], served: Sequence[Served]) -> pd.DataFrame:
    """One row per step: row of the log, day, status, reasons, first or last day."""
    firsts = np.cumsum([0, *[len(slate.options) for slate in served]])
    frame = pd.DataFrame(
        {
            "row": np.array([firsts[slate] + position for slate, position, _ in steps], dtype=np.int64),
            "at": np.array([step.at for *_, step in steps], dtype=np.float64),
            "status": [step.status.value for *_, step in steps],
            "reasons": [" ".join(step.reasons) for *_, step in steps],
            "day": np.array([np.nan if step.day is None else step.day for *_, step in steps], dtype=np.float64),
        }
    )
    return frame.sort_values(["row", "at"], kind="stable")


def _fold(rows: pd.DataFrame, steps: pd.DataFrame) -> pd.DataFrame:
    """What was shown with, for each, the last word of everybody among some steps."""
    shown = rows.set_index("row", drop=False)

    def last(statuses: Mapping[ProposalStatus, str] | frozenset[ProposalStatus]) -> pd.DataFrame:
        of_them = steps[steps["status"].isin([status.value for status in statuses])]
        return of_them.groupby("row").tail(1).set_index("row")

    def put(column: str, of_them: pd.DataFrame, what: str, words: Mapping[str, object] | None = None) -> None:
        values = of_them[what] if words is None else of_them[what].map(words)
        shown[column] = values.reindex(shown.index)

    decided, answered = last(frozenset(_VERBS)), last(frozenset(_ANSWERS))
    put("verb", decided, "status", {status.value: verb.value for status, verb in _VERBS.items()})
    put("decided_at", decided, "at")
    put("reasons", decided, "reasons")
    put("answer", answered, "status", {status.value: word for status, word in _ANSWERS.items()})
    put("answer_reasons", answered, "reasons")
    put("payer", last(frozenset(_PAYER)), "status", {status.value: word for status, word in _PAYER.items()})
    put("provider_state", last(OF_THE_PROVIDER), "status")
    put("status", steps.groupby("row").tail(1).set_index("row"), "status")
    began = last(frozenset({_S.STARTED, _S.NO_SHOW}))
    put("came", began, "status", {_S.STARTED.value: 1.0, _S.NO_SHOW.value: 0.0})
    put("began_on", last(frozenset({_S.STARTED})), "day")
    put("ended_on", last(frozenset({_S.COMPLETED, _S.DROPPED_OUT})), "day")
    shown["came"] = shown["came"].astype(np.float64)
    shown["status"] = shown["status"].fillna(_S.SHOWN.value)
    for column in ("reasons", "answer_reasons"):
        shown[column] = shown[column].fillna("")
    for column in ("verb", "answer", "payer", "provider_state"):
        words = shown[column].astype(object)
        shown[column] = words.where(words.notna(), None)
    others = [column for column in shown.columns if column not in SHOWN]
    return shown[[*SHOWN, *others]].reset_index(drop=True)


def _feedback(world: World, served: Sequence[Served]) -> pd.DataFrame:
    names = list(world.features)
    told = [
        {
            "slate": slate.id,
            "option": world.ids[int(slate.options[position])],
            "feature": names[(slate.number + int(position)) % len(names)],
            "verdict": _VERDICTS[int(slate.feedback[position])].value,
            "at": slate.at + 0.002,
        }
        for slate in served
        for position in np.flatnonzero(slate.feedback >= 0)
    ]
    return pd.DataFrame(told, columns=list(FEEDBACK)).astype({"at": np.float64})


def _dated(world: World, frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The frame with days since the first one as moments, UTC; days without a time stay midnight of their date."""
    dated = frame.copy()
    for column in columns:
        days = frame[column].astype(np.float64)
        moments = _moments(world, days.to_numpy())
        dated[column] = moments.normalize() if column.endswith("_on") else moments
    return dated


def _moments(world: World, days: Values) -> pd.DatetimeIndex:
    seconds = pd.to_timedelta(pd.Series(np.round(days * 86_400)), unit="s")
    return pd.DatetimeIndex(pd.Timestamp(begin_of(world.scenario)) + seconds).as_unit("us")
