"""Who began what, and what is known of what followed: the raw matter of results, for counting alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from matching.domain.outcome import HORIZONS, Outcome
from matching.domain.participation import Start
from matching.domain.vocabulary.process import OutcomeKind
from matching.ranking.model import Model
from matching.storage.proposals import OUTCOMES
from matching.storage.served import find_served
from matching.use_cases.live import Live
from matching.use_cases.steering.log import Logged, ToldOption, proposals_logged, told_options

Result = Literal["job", "transition", "training"]

RESULTS: tuple[Result, ...] = ("job", "transition", "training")
"""An unsubsidised job at the horizon or a durable exit; a subsidised job at the horizon or a transition; entry into
qualifying training or a positive exit (training, another SIAE). Leaving benefits, or the register, is none of them."""

MONTHS = tuple(sorted(HORIZONS[OutcomeKind.UNSUBSIDISED_JOB_AT]))
"""The horizons at which results are stated, in months from the start."""

_K = OutcomeKind
_AT_THE_HORIZON: Mapping[OutcomeKind, Result] = {_K.UNSUBSIDISED_JOB_AT: "job", _K.SUBSIDISED_JOB_AT: "transition"}
_EXITS: Mapping[OutcomeKind, Result | None] = {
    _K.IAE_DURABLE: "job",
    _K.IAE_TRANSITION: "transition",
    _K.IAE_POSITIVE: "training",
    _K.IAE_OTHER: None,
}
"""The class of an exit from the IAE; whoever left otherwise is known to have had none of the three."""


@dataclass(frozen=True)
class Participation:
    """One person who began one option. `chance` is their own one as it was when it was proposed; None is unknown.

    `reached` by months from the start and result: it is known, and whether it was reached. What nobody stated is not in
    it.
    """

    person: str
    option: ToldOption
    chance: float | None
    reached: Mapping[int, Mapping[Result, bool]] = field(default_factory=dict)

    def of(self, months: int, result: Result) -> bool | None:
        """Whether a result was reached; None where it is not known."""
        return self.reached.get(months, {}).get(result)


def participations(connection: Connection, live: Live, model: Model, *, until: datetime) -> list[Participation]:
    """Everybody in the scope who began an option that all may know of, with what is known at each horizon.

    An exit that is excluded from the count takes the participation out of it.
    """
    outcomes: dict[str, list[Outcome]] = defaultdict(list)
    for entry in OUTCOMES.current(connection):
        if entry.at <= until:
            outcomes[entry.word.proposal].append(entry.word)
    proposals = proposals_logged(connection, until)
    options = told_options(connection, live, proposals, until)
    found: list[Participation] = []
    for logged in proposals:
        option = options[logged.id]
        facts = outcomes[logged.id]
        if option is None or not _began(logged) or any(fact.kind is _K.IAE_EXCLUDED and fact.holds for fact in facts):
            continue
        chance = _chance(connection, model, logged.last.recommendation)
        reached = {months: results_known(facts, months) for months in MONTHS}
        found.append(Participation(logged.person, option, chance, reached))
    return found


def results_known(facts: Iterable[Outcome], months: int) -> dict[Result, bool]:
    """Which results are known of one participation, and whether they were reached."""
    reached: dict[Result, bool] = {}
    for fact in facts:
        if fact.holds is None:
            continue
        if fact.kind in _AT_THE_HORIZON and fact.months == months:
            reached.setdefault(_AT_THE_HORIZON[fact.kind], fact.holds)
        elif fact.kind is _K.TRAINING_ENTRY and (fact.holds or fact.months == 6):  # not at three months may still come
            reached["training"] = reached.get("training", False) or fact.holds
    for fact in facts:
        if fact.kind in _EXITS and fact.holds:
            reached = {result: result == _EXITS[fact.kind] for result in RESULTS} | {
                result: True for result, known in reached.items() if known
            }
    return reached


def _began(logged: Logged) -> bool:
    return any(isinstance(entry.word.step, Start) and entry.word.step.came for entry in logged.steps)


def _chance(connection: Connection, model: Model, recommendation: str) -> float | None:
    """The own chance by the facts that the ranking read then: later ones would already tell of the result."""
    served = find_served(connection, recommendation)
    if served is None:
        return None
    return model.own_chance({name: served.word.chance.get(name) for name in model.chance_terms})
