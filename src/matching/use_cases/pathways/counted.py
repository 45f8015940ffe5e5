"""What opens, counted for one person: by kind, how sure, how near; and the line of a card that says so."""

import numpy as np

from matching.domain.recommendation import CardLine
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.explanation.pathways import Counts, opens_lines_of
from matching.pathways.applied import effects_of
from matching.pathways.unlocks import Unlocks, nearness
from matching.snapshot.columns import position
from matching.use_cases.live import Live
from matching.use_cases.pathways.outlook import Outlook

WEIGHTY = (NeedLevel.BLOCKING, NeedLevel.HIGH)
"""Levels of a confirmed need that make it an obstacle, weightiest first."""


def counts_of(live: Live, outlook: Outlook, steps: tuple[int, ...], unlocks: Unlocks) -> Counts:
    """The counts of what some measures open, given what that is."""
    kinds = live.criteria.kind[unlocks.opened]
    vacancy, measure, placement = (int((kinds == position(kind)).sum()) for kind in OpportunityKind)
    jobs = unlocks.opened[kinds == position(OpportunityKind.VACANCY)]
    near = nearness(outlook.start.person, live.criteria.take(jobs))
    return Counts(
        judged=outlook.judged,
        jobs=vacancy,
        measures=measure,
        placements=placement,
        to_check=int(np.sum(~unlocks.certain)),
        settled=len(unlocks.settled),
        far=unlocks.unsuitable,
        asking=outlook.asking_for_skills(steps),
        nearest_km=near.nearest_km,
        within_10=near.within_10,
        within_30=near.within_30,
        distance_unknown=near.unknown,
    )


def lifted(live: Live, outlook: Outlook, row: int) -> tuple[Barrier, ...]:
    """The weighty confirmed needs of the person that an option says it lifts."""
    needs = outlook.start.person.needs or ()
    weighty = {need.barrier for need in needs if need.confirmed and need.level in WEIGHTY}
    effects = effects_of(live.snapshot.option(row))
    return tuple(effect.barrier for effect in effects if effect.kind == "barrier" and effect.barrier in weighty)


def opens_lines(live: Live, outlook: Outlook, row: int, lang: str) -> tuple[CardLine, ...]:
    """What completing an option lifts and opens, as lines of its card; none where its effects are not stated."""
    if not outlook.says_what_it_changes(row):
        return ()
    counts = counts_of(live, outlook, (row,), outlook.unlocks(row))
    return opens_lines_of(counts, lifted(live, outlook, row), lang)
