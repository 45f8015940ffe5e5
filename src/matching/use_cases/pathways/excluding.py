"""What alone excludes suitable jobs today: rules that are the only one unmet, with an example and what answers them."""

import numpy as np
from numpy.typing import NDArray

from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.eligibility.rule import Rule
from matching.eligibility.rules.travel import TWO_HOURS_KM, distances
from matching.eligibility.withheld import Withheld
from matching.explanation.verdicts import verdict_for
from matching.pathways.sequences import MOST_EFFECTS
from matching.retrieval.search import Rows
from matching.snapshot.columns import position
from matching.use_cases.live import Live
from matching.use_cases.pathways.answer import Answering, Excluding
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.situation import Standing

_MOST, _MOST_ANSWERS = 5, 3


def excluding(live: Live, seen: Standing, outlook: Outlook, lang: str) -> tuple[Excluding, ...]:
    """The rules that exclude suitable jobs alone, those of most jobs first; jobs beyond two hours are nobody's loss."""
    unmet = np.zeros(len(live.criteria), dtype=np.int16)
    by_rule: list[tuple[Rule, Rows]] = []
    for rule, rows, truths in live.engine.truths(seen.person, seen.on):
        excluded = rows[truths == Truth.NOT_MET]
        unmet[excluded] += 1
        by_rule.append((rule, excluded))
    jobs = live.criteria.kind == position(OpportunityKind.VACANCY)
    alone = np.flatnonzero(outlook.start.regarded & jobs & (unmet == 1)).astype(np.int64)
    suits = alone[outlook.near(alone) & ~_beyond_two_hours(live, seen, alone)]
    counted = [(rule, np.intersect1d(excluded, suits)) for rule, excluded in by_rule]
    most_first = sorted((one for one in counted if len(one[1])), key=lambda one: -len(one[1]))[:_MOST]
    return tuple(
        Excluding(
            rule=rule.id,
            jobs=len(rows),
            example=_sentence(live, seen, rule, _nearest(live, seen, rows), lang),
            answered_by=_answers(live, outlook, rows),
        )
        for rule, rows in most_first
    )


def _answers(live: Live, outlook: Outlook, rows: Rows) -> tuple[Answering, ...]:
    """The open measures after which some of these jobs are ruled out no more, those of most jobs first, then the surest
    and soonest; each was run through all rules.
    """
    opened = {
        measure: int(np.isin(rows, outlook.after((measure,)).open_rows()).sum())
        for measure in outlook.open_measures(MOST_EFFECTS)
    }
    most_first = sorted((each for each in opened.items() if each[1]), key=lambda each: -each[1])[:_MOST_ANSWERS]
    options = [(live.snapshot.option(measure), jobs) for measure, jobs in most_first]
    return tuple(Answering(opportunity=option.id, title=option.title, jobs=jobs) for option, jobs in options)


def _beyond_two_hours(live: Live, seen: Standing, rows: Rows) -> NDArray[np.bool_]:
    found = distances(seen.person, live.criteria.take(rows))
    if found is None:
        return np.zeros(len(rows), np.bool_)
    return np.asarray((found > TWO_HOURS_KM) & ~live.criteria.remote[rows])


def _nearest(live: Live, seen: Standing, rows: Rows) -> int:
    found = distances(seen.person, live.criteria.take(rows))
    return int(rows[0] if found is None else rows[np.argmin(np.nan_to_num(found, nan=np.inf))])


def _sentence(live: Live, seen: Standing, rule: Rule, row: int, lang: str) -> str:
    verdict = next(each for each in live.verdicts(seen.person, row, seen.on) if each.rule.id == rule.id)
    withheld = Withheld(seen.person, seen.on)
    return verdict_for(verdict, withheld, live.criteria_of(row), lang=lang).sentence
