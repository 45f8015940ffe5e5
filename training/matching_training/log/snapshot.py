"""The log of a store, as learning reads it: features as served, and what followed up to one moment."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from matching.bootstrap import Service
from matching.domain.decision import Decision, PayerDecision, PersonAnswer
from matching.domain.feedback import ReasonFeedback
from matching.domain.outcome import Outcome
from matching.domain.participation import Closing, End, ProviderMove, Start
from matching.domain.proposal import Proposal
from matching.domain.served import ServedOption, ServedSlate
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import MatchingError
from matching.ranking.features import FEATURES
from matching.ranking.model import Model
from matching.ranking.rank import KINDS
from matching.storage.ledger import Entry
from matching.use_cases.learning_log import LearningLog
from matching_training.log.tables import CHANCE, ELIGIBLE, FEATURE, FEEDBACK, OUTCOMES, SHOWN, Log, offers_of

_NAMES = tuple(feature.name for feature in FEATURES)
_MOMENTS = ("at", "decided_at", "stated_at")
_DAYS = ("began_on", "ended_on")
_FIGURES = {"own_chance", "came", "months", "holds", "draw", "drawn_among"}


def take_snapshot(service: Service, *, viewer: Viewer, until: datetime, at: datetime) -> Log:
    """Everything served, decided and stated up to the aware moment `until`, taken at `at` by a viewer who may train.

    Errors as in `learning_log`. The same store and moment give the same tables; `offers` are the catalogue now.
    """
    found = service.learning_log(viewer=viewer, until=until, at=at)
    workplace = service.workplace
    models = {version: _that_served(service, version) for version in {entry.word.model for entry in found.slates}}
    log = tables_of(found, until=until, models=models, encoder=workplace.encoder.version)
    live = workplace.live(at)
    return replace(log, offers=offers_of([KINDS[kind].value for kind in live.criteria.kind], live.traits.provider))


def _that_served(service: Service, version: str) -> Model | None:
    """The ranker that served; None when it is not at hand any more."""
    try:
        return service.workplace.rankers.that_served(version)
    except MatchingError:
        return None


def tables_of(found: LearningLog, *, until: datetime, models: Mapping[str, Model | None], encoder: str) -> Log:
    """The tables of a log; the own chance is known where the model that served is at hand.

    Slates served with another encoder are left out: their likenesses are of another size.
    """
    same = [entry for entry in found.slates if entry.word.encoder in {None, encoder}]
    found = replace(found, slates=same)
    shown = _frame(_rows(found, models), SHOWN)
    known = set(zip(shown["slate"], shown["option"], strict=True))
    outcomes = _frame(_outcomes(found, known), OUTCOMES)
    feedback = _frame(_feedback(found, known), FEEDBACK)
    return Log(shown=shown, outcomes=outcomes, feedback=feedback, until=pd.Timestamp(until).tz_convert("UTC"))


def _rows(found: LearningLog, models: Mapping[str, Model | None]) -> Iterable[dict[str, Any]]:
    for entry in sorted(found.slates, key=lambda entry: (entry.at, entry.id)):
        for option in sorted(entry.word.options, key=lambda option: option.rank):
            yield _served(entry, option, models[entry.word.model], found.number_of) | _followed(
                found.steps_on(entry.id, option.opportunity)
            )


def _served(
    entry: Entry[ServedSlate], option: ServedOption, model: Model | None, number_of: Callable[[str], int]
) -> dict[str, Any]:
    slate = entry.word
    return {
        "slate": str(number_of(slate.recommendation)),
        "person": number_of(entry.person or ""),
        "counsellor": number_of(entry.author),
        "unit": entry.unit or "",
        "at": slate.at,
        "option": str(number_of(option.opportunity)),
        "provider": option.provider,
        "kind": option.kind.value,
        "rank": option.rank,
        "next_step": option.next_step,
        "propensity": option.propensity,
        "draw": option.draw,
        "drawn_among": _drawn_among(slate, option),
        "score": option.score,
        "open_questions": option.open_questions,
        "price": option.price,
        "own_chance": None if model is None else model.own_chance(slate.chance),
        "model": slate.model,
        **{FEATURE + name: option.features.get(name) for name in _NAMES},
        **{CHANCE + name: fact for name, fact in slate.chance.items()},
        **{ELIGIBLE + kind.value: count for kind, count in (slate.eligible or {}).items()},
    }


def _drawn_among(slate: ServedSlate, option: ServedOption) -> int | None:
    if slate.exploration is None or option.draw is None:
        return None
    return len(slate.exploration.draws[option.draw].scores)


_NOT_DECIDED: Mapping[str, Any] = {"verb": None, "decided_at": None, "reasons": ""}


def _followed(steps: Sequence[Entry[Proposal]]) -> dict[str, Any]:
    """What became of one option: the last word of everybody. A refusal that was taken back decided nothing."""
    told: dict[str, Any] = {
        **_NOT_DECIDED,
        "answer": None,
        "answer_reasons": "",
        "payer": None,
        "provider_state": None,
        "status": steps[-1].word.status.value if steps else ProposalStatus.SHOWN.value,
        "came": None,
        "began_on": None,
        "ended_on": None,
    }
    for entry in steps:
        taken_back = isinstance(entry.word.step, Closing) and told["verb"] == Verb.REJECT.value
        told |= _NOT_DECIDED if taken_back else _of_step(entry)
    return told


def _of_step(entry: Entry[Proposal]) -> Mapping[str, Any]:
    match entry.word.step:
        case Decision() as step:
            return {"verb": step.verb.value, "decided_at": step.at, "reasons": _teaching(step.reject_reasons)}
        case PersonAnswer() as step:
            return {"answer": step.answer, "answer_reasons": _teaching(step.reasons)}
        case PayerDecision() as step:
            return {"payer": "granted" if step.granted else "refused"}
        case ProviderMove() as step:
            return {"provider_state": step.state}
        case Start() as step:
            return {"came": float(step.came), "began_on": step.on if step.came else None}
        case End() as step:
            return {"ended_on": step.on}
    return {}


def _teaching(reasons: Iterable[RejectReason]) -> str:
    """The reasons that may teach; of health, family or debts nothing comes here, not even as a code."""
    return " ".join(reason.value for reason in reasons if CONSEQUENCES[reason].trains_ranker)


def _outcomes(found: LearningLog, known: set[tuple[str, str]]) -> Iterable[dict[str, Any]]:
    about = {id_: steps[0].word for id_, steps in found.steps.items()}
    for entry in found.outcomes:
        outcome, proposal = entry.word, about.get(entry.word.proposal)
        if proposal is None:
            continue
        key = _key(found, proposal)
        if key in known:
            yield {"slate": key[0], "option": key[1], **_stated(outcome)}


def _key(found: LearningLog, about: Proposal | ReasonFeedback) -> tuple[str, str]:
    """The slate and the option that something was written about, as the rows shown have them."""
    return str(found.number_of(about.recommendation)), str(found.number_of(about.opportunity))


def _stated(outcome: Outcome) -> dict[str, Any]:
    return {
        "fact": outcome.kind.value,
        "months": outcome.months,
        "holds": None if outcome.holds is None else float(outcome.holds),
        "stated_at": outcome.stated_at,
    }


def _feedback(found: LearningLog, known: set[tuple[str, str]]) -> Iterable[dict[str, Any]]:
    for entry in found.feedback:
        word = entry.word
        key = _key(found, word)
        if key in known:
            yield {
                "slate": key[0],
                "option": key[1],
                "feature": word.reason,
                "verdict": word.verdict.value,
                "at": word.at,
            }


def _frame(rows: Iterable[dict[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table with at least these columns, moments in UTC, days as days, figures as figures."""
    table = pd.DataFrame(list(rows))
    for name in columns:
        if name not in table:
            table[name] = pd.Series(dtype="float64")
    for name in table.columns:
        if name in _MOMENTS:
            table[name] = pd.to_datetime(table[name], utc=True)
        elif name in _DAYS:
            table[name] = pd.to_datetime([_midnight(day) for day in table[name]])
        elif name.startswith((FEATURE, CHANCE, ELIGIBLE)) or name in _FIGURES:
            table[name] = table[name].astype("float64")
    return table


def _midnight(day: date | float | None) -> pd.Timestamp:
    return pd.Timestamp(day) if isinstance(day, date) else pd.NaT
