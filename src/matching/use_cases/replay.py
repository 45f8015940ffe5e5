"""Replay: the scores, contributions and order of a slate once more, from what the log kept of it and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import Connection

from matching.domain.recommendation import Recommendation
from matching.domain.served import ServedOption, ServedSlate
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ForbiddenError, NotFoundError
from matching.ranking.exploration import Draw, cost_of
from matching.ranking.model import Model
from matching.ranking.rank import KINDS, PRICE, Ranked, score
from matching.ranking.slate import SlatePolicy, build_slate
from matching.storage.ledger import nothing_under
from matching.storage.served import find_served
from matching.use_cases.person_file import read_file
from matching.use_cases.served import draw_of
from matching.use_cases.shown import shown_of
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class Replay:
    """What came out: options in their order with score and contributions; `difference` is the first one to the log."""

    recommendation: str
    model: str
    options: tuple[str, ...]
    scores: tuple[float, ...]
    contributions: tuple[Mapping[str, float], ...]
    difference: str | None

    @property
    def identical(self) -> bool:
        """Whether all is as logged, to the last bit."""
        return self.difference is None


def replay(workplace: Workplace, recommendation: str, *, viewer: Viewer, at: datetime) -> Replay:
    """Compute a ranked slate of the log anew and compare it, to the last bit, with what was logged and shown.

    NotFoundError when there is none for this viewer, ForbiddenError when it was made with rights that they lack,
    ConflictError when the ranker of that version is not at hand. The features are those logged: neither the file nor
    the catalogue is read. The last bit of an exponential may differ between kinds of processors.
    """
    with workplace.acting(viewer, Act.REPLAY, at=at, about=recommendation) as connection:
        shown, served = _kept(connection, recommendation, viewer, at)
    model = workplace.rankers.that_served(served.model)
    ranked = again(served, model)
    order = order_again(served, ranked)
    return Replay(
        recommendation=recommendation,
        model=model.version,
        options=tuple(served.options[position].opportunity for position in order),
        scores=tuple(float(ranked.scores[position]) for position in order),
        contributions=tuple(_points(served.options[position], position, ranked) for position in order),
        difference=next(_differences(shown, served, ranked, order), None),
    )


def again(served: ServedSlate, model: Model) -> Ranked:
    """The scores of a slate's options from their logged features."""
    options = served.options
    return score(
        {name: _column(options, name) for name in options[0].features} if options else {},
        np.array([KINDS.index(option.kind) for option in options], dtype=np.int8),
        own_chance=model.own_chance(served.chance),
        open_questions=np.array([option.open_questions for option in options], dtype=np.int16),
        prices=np.array([option.price for option in options], dtype=np.float64),
        model=model,
    )


def order_again(served: ServedSlate, ranked: Ranked) -> tuple[int, ...]:
    """The positions of a slate's options by rank, by the policy that was logged, lots drawn as they were then.

    Empty when the log names no option for a place that was drawn.
    """
    drawn = {(option.draw, option.member): position for position, option in enumerate(served.options)}
    at_rank: dict[int, int | None] = {}
    for number, draw in enumerate(_draws(served)):
        lot = draw.lot(f"{served.recommendation}\n{number}", _temperature(served))
        for place, member in enumerate(draw.chosen(lot)):
            at_rank[draw.first_rank + place] = drawn.get((number, member))
    by_score = _by_score(served, ranked)
    others = iter([position for position in by_score if served.options[position].draw is None])
    order = [at_rank[rank] if rank in at_rank else next(others, None) for rank in range(1, len(by_score) + 1)]
    return () if None in order else tuple(position for position in order if position is not None)


def _draws(served: ServedSlate) -> list[Draw]:
    return [draw_of(draw) for draw in served.exploration.draws] if served.exploration else []


def _temperature(served: ServedSlate) -> float:
    return served.exploration.temperature if served.exploration else 1.0


def _by_score(served: ServedSlate, ranked: Ranked) -> tuple[int, ...]:
    """The positions of a slate's options, best first, the next step before all."""
    options = served.options
    return build_slate(
        ranked.scores,
        np.array([KINDS.index(option.kind) for option in options], dtype=np.int8),
        np.array([option.provider for option in options], dtype=np.int64),
        np.array([option.next_step for option in options], dtype=np.bool_),
        SlatePolicy(
            limit=served.limit,
            min_gain=served.min_gain,
            per_provider=served.per_provider,
            kept_per_kind=served.kept_per_kind,
        ),
    ).positions


def _kept(
    connection: Connection, recommendation: str, viewer: Viewer, at: datetime
) -> tuple[Recommendation, ServedSlate]:
    """The slate as shown and as served, if this viewer may read the whole of it."""
    entry = find_served(connection, recommendation)
    if entry is None:
        raise nothing_under(recommendation)
    try:
        person = read_file(connection, entry.subject).profile
    except NotFoundError:
        raise nothing_under(recommendation) from None
    slates = shown_of(connection, person, viewer=viewer, at=at)
    shown = next((slate for slate in slates if slate.id == recommendation), None)
    if shown is None:
        raise nothing_under(recommendation)
    if len(shown.cards) != len(entry.word.options):
        raise ForbiddenError(
            f"La proposition {recommendation} a été faite avec des droits que ce compte n'a pas ; "
            f"la rejouer avec le compte {shown.viewer}."
        )
    return shown, entry.word


def _column(options: tuple[ServedOption, ...], name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    values = [option.features.get(name) for option in options]
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _points(option: ServedOption, position: int, ranked: Ranked) -> dict[str, float]:
    """The contributions of one option, by the lines that its log has."""
    found = {name: float(points[position]) for name, points in ranked.contributions.items()}
    return {name: found.get(name, -option.price if name == PRICE else np.nan) for name in option.points}


def _differences(shown: Recommendation, served: ServedSlate, ranked: Ranked, order: tuple[int, ...]) -> Iterator[str]:
    for position, option in enumerate(served.options):
        points = _points(option, position, ranked)
        now = {"score": ranked.scores[position], "low": ranked.low[position], "high": ranked.high[position], **points}
        logged = {"score": option.score, "low": option.low, "high": option.high, **option.points}
        for name, value in logged.items():
            if not _same(float(now[name]), value):
                yield f"{option.opportunity}, {name} : {value!r} dans le journal, {float(now[name])!r} recalculé."
    yield from _differences_of_lots(served, ranked)
    ids = tuple(served.options[position].opportunity for position in order)
    if ids != tuple(card.opportunity for card in shown.cards):
        yield f"L'ordre recalculé ({', '.join(ids)}) n'est pas celui qui a été montré."
    by_id = {option.opportunity: option for option in served.options}
    for card in shown.cards:
        option = by_id[card.opportunity]
        on_card = {line.feature: line.points for line in card.contributions}
        same = card.score is not None and _same(card.score, option.score) and _same(card.propensity, option.propensity)
        if not same or on_card != option.points:
            yield f"{option.opportunity} : la carte montrée ne dit pas ce que le journal a gardé."


def _differences_of_lots(served: ServedSlate, ranked: Ranked) -> Iterator[str]:
    """Where scores of members, probabilities of ranks or the expected cost are not as logged."""
    draws, temperature = _draws(served), _temperature(served)
    at_ranks = [draw.propensities(temperature) for draw in draws]
    for position, option in enumerate(served.options):
        propensity = 1.0
        if option.draw is not None and option.member is not None:
            try:
                score = draws[option.draw].scores[option.member]
                place = option.rank - draws[option.draw].first_rank
                propensity = min(1.0, float(at_ranks[option.draw][option.member, place]))
            except IndexError:
                yield f"{option.opportunity} : le journal ne connaît pas son tirage au sort."
                continue
            if not _same(score, float(ranked.scores[position])):
                yield f"{option.opportunity} : son score n'est pas celui du tirage au sort."
        if not _same(propensity, option.propensity):
            yield f"{option.opportunity}, propensity : {option.propensity!r} dans le journal, {propensity!r} recalculé."
    cost = cost_of(draws, len(served.options), temperature)
    if served.exploration and not _same(cost, served.exploration.cost):
        yield f"Le coût du tirage : {served.exploration.cost!r} dans le journal, {cost!r} recalculé."


def _same(one: float, other: float) -> bool:
    """To the last bit, the sign of zero included."""
    return one.hex() == other.hex()
