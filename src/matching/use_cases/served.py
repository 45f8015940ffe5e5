"""What the ranking read and said of the options of a slate, as the log keeps it."""

import numpy as np

from matching.domain.recommendation import Recommendation
from matching.domain.served import ServedDraw, ServedExploration, ServedOption, ServedSlate
from matching.ranking.exploration import Draw, ExplorationPolicy, Explored
from matching.ranking.model import chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import KINDS, PRICE
from matching.ranking.slate import SlatePolicy
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation, scored
from matching.use_cases.slate_of import eligible_by_kind


def served_of(
    live: Live,
    seen: Situation,
    explored: Explored,
    *,
    policy: SlatePolicy,
    exploration: ExplorationPolicy | None,
    answer: Recommendation,
) -> ServedSlate:
    """Every input of the scores of a slate's options, and what came of them, in the order of candidates."""
    slate = explored.slate
    propensities = {card.opportunity: card.propensity for card in answer.cards}
    ranks = {position: rank for rank, position in enumerate(slate.positions, start=1)}

    def option(position: int) -> ServedOption:
        row = int(seen.candidates.rows[position])
        said = scored(live, seen, position)
        id_ = live.snapshot.ids[row]
        draw, member = explored.drawn(position) or (None, None)
        return ServedOption(
            opportunity=id_,
            kind=KINDS[int(live.criteria.kind[row])],
            provider=int(live.traits.provider[row]),
            rank=ranks[position],
            next_step=position == slate.next_step,
            features={name: None if np.isnan(value) else value for name, value in said.values.items()},
            open_questions=int(seen.assessment.open_questions[row]),
            price=-said.points[PRICE] if PRICE in said.points else 0.0,
            propensity=propensities[id_],
            draw=draw,
            member=member,
            points=dict(said.points),
            score=said.score or 0.0,
            low=said.interval[0] if said.interval else 0.0,
            high=said.interval[1] if said.interval else 0.0,
        )

    return ServedSlate(
        recommendation=answer.id,
        profile=answer.profile,
        at=answer.at,
        model=seen.ranker.model.version,
        encoder=answer.versions.encoder,
        chance=chance_facts(RankedPerson.of(seen.person)),
        eligible=eligible_by_kind(live, seen),
        limit=policy.limit,
        min_gain=policy.min_gain,
        per_provider=policy.per_provider,
        kept_per_kind=policy.kept_per_kind,
        exploration=exploration and _served_exploration(explored, exploration),
        options=tuple(option(position) for position in sorted(slate.positions)),
    )


def _served_exploration(explored: Explored, policy: ExplorationPolicy) -> ServedExploration:
    return ServedExploration(
        width=policy.width,
        temperature=policy.temperature,
        max_cost=policy.max_cost,
        cost=explored.cost,
        draws=tuple(
            ServedDraw(
                scores=draw.scores,
                kinds=tuple(KINDS[kind] for kind in draw.kinds),
                kept={KINDS[kind]: count for kind, count in draw.kept.items()},
                free=draw.free,
                shown=draw.shown,
                first_rank=draw.first_rank,
            )
            for draw in explored.draws
        ),
    )


def draw_of(served: ServedDraw) -> Draw:
    """A draw of the log, to be drawn once more."""
    return Draw(
        scores=served.scores,
        kinds=tuple(KINDS.index(kind) for kind in served.kinds),
        kept={KINDS.index(kind): count for kind, count in served.kept.items()},
        free=served.free,
        shown=served.shown,
        first_rank=served.first_rank,
    )
