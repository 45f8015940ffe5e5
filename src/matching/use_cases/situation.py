"""One person against everything a viewer may see: the steps that every answer about a person shares."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.verdict import Verdict
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.voice import Refusal
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, Assessment
from matching.eligibility.rule import RuleVerdict
from matching.eligibility.rules.travel import distances
from matching.eligibility.withheld import Withheld
from matching.explanation.card import Scored
from matching.explanation.verdicts import verdict_for
from matching.ranking.features import Pairs
from matching.ranking.model import Model, chance_facts
from matching.ranking.person import RankedPerson
from matching.ranking.rank import KINDS, LINES, PRICE, Ranked, band_of, rank
from matching.retrieval.search import Candidates, Query, read_person, retrieve
from matching.snapshot.columns import position
from matching.use_cases.allocation.priced import priced, prices_for
from matching.use_cases.allocation.shelf import PriceShelf
from matching.use_cases.history import History, history_of
from matching.use_cases.live import Live
from matching.use_cases.located import located
from matching.use_cases.rankers import Ranker
from matching.use_cases.workplace import Workplace
from matching.visibility.options import in_head_start, may_see
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day


@dataclass(frozen=True)
class Standing:
    """One person as this viewer may see them, at one moment, against everything this viewer may see, by the rules.

    `visible` and `wanted` (n_options,) are the options that exist for the viewer, and those that are `sought`.
    """

    person: Profile
    viewer: Viewer
    at: datetime
    on: date
    visible: NDArray[np.bool_]
    wanted: NDArray[np.bool_]
    history: History
    sought: Sought
    assessment: Assessment

    def open_rows(self) -> NDArray[np.intp]:
        """The rows open to the person: asked for, not ruled out, and not at rest."""
        is_open = self.wanted & (self.assessment.state != NOT_ELIGIBLE)
        is_open[list(self.history.rests)] = False
        return np.flatnonzero(is_open)


@dataclass(frozen=True)
class Situation(Standing):
    """The same, with what the channels know of the person, the candidates among the open rows, and their scores."""

    query: Query
    ranker: Ranker
    candidates: Candidates
    ranked: Ranked


def as_used(workplace: Workplace, profile: Profile, viewer: Viewer, at: datetime) -> Profile:
    """The person as this viewer may use the file at that moment, with the coordinates of the residence."""
    return _at_home(redact(profile, viewer, at), workplace)


def stand(
    workplace: Workplace,
    live: Live,
    profile: Profile,
    *,
    viewer: Viewer,
    at: datetime,
    sought: Sought = EVERYTHING_SOUGHT,
    refusals: Sequence[Refusal] = (),
    step: Callable[[str], None] = lambda _: None,
) -> Standing:
    """Steps 0 to 2 of a recommendation: redact, see, assess. `step` hears which one is done."""
    person = as_used(workplace, profile, viewer, at)
    on = swiss_day(at)
    visible = may_see(viewer, person, live.publication, at)
    step("visibility")
    assessment = live.engine.assess(person, on)
    step("eligibility")
    return Standing(
        person=person,
        viewer=viewer,
        at=at,
        on=on,
        visible=visible,
        wanted=visible & _is_sought(sought, person, live, assessment),
        history=history_of(person, profile, refusals, live=live, visible=visible, on=on),
        sought=sought,
        assessment=assessment,
    )


def _is_sought(sought: Sought, person: Profile, live: Live, assessment: Assessment) -> NDArray[np.bool_]:
    """(n_options,) bool: what a list asked for so may hold."""
    columns = live.criteria
    found = np.isin(columns.kind, [position(kind) for kind in sought.kinds])
    if sought.certain:
        found &= assessment.state == ELIGIBLE
    if sought.within_km is not None and (km := distances(person, columns)) is not None:
        found &= columns.remote | ~(km > sought.within_km)
    return found


def look_at(
    workplace: Workplace,
    live: Live,
    profile: Profile,
    *,
    viewer: Viewer,
    at: datetime,
    sought: Sought = EVERYTHING_SOUGHT,
    refusals: Sequence[Refusal] = (),
    prices: PriceShelf | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Situation:
    """Steps 0 to 4 of a recommendation: redact, see, assess, retrieve, rank. `step` hears which one is done.

    Where `prices` are given, those of the day are off the scores.
    """
    standing = stand(workplace, live, profile, viewer=viewer, at=at, sought=sought, refusals=refusals, step=step)
    person = standing.person
    query = read_person(person, workplace.encoder, workplace.taxonomy)
    step("encoder")
    vacancies = live.criteria.kind == position(OpportunityKind.VACANCY)
    candidates = retrieve(query, live.index, standing.open_rows(), vacancies)
    step("retrieval")
    questions = standing.assessment.open_questions[candidates.rows]
    ranker = workplace.ranker
    ranked = rank_these(ranker.model, live, person, candidates, questions, at=at)
    if prices is not None:
        of_the_day = prices.on(standing.on, live, ranker.model.version)
        least = workplace.slate_policy(0, ranker.model).min_gain
        off = prices_for(of_the_day, live, person, candidates.rows, ranked.scores, at=at, least=least)
        kinds_of = live.criteria.kind[candidates.rows]
        ranked = priced(ranked, off, ranker.model, person=person, kinds=kinds_of, open_questions=questions)
    step("ranking")
    return Situation(**vars(standing), query=query, ranker=ranker, candidates=candidates, ranked=ranked)


def rank_these(
    model: Model,
    live: Live,
    person: Profile,
    candidates: Candidates,
    open_questions: NDArray[np.int16],
    *,
    at: datetime,
) -> Ranked:
    """What the ranking says of some candidates; `open_questions` is aligned with them."""
    rows = candidates.rows
    ranked_person = RankedPerson.of(person)
    pairs = Pairs(
        person=ranked_person,
        criteria=live.criteria.take(rows),
        traits=live.traits.take(rows),
        candidates=candidates,
        head_start=in_head_start(live.publication.take(rows), at),
        own_chance=model.own_chance(chance_facts(ranked_person)),
    )
    return rank(pairs, open_questions, np.zeros(len(rows)), model)


def _at_home(profile: Profile, workplace: Workplace) -> Profile:
    """The profile with its residence's coordinates."""
    home = profile.residence
    return profile if home is None else profile.model_copy(update={"residence": located(home, workplace.gazetteer)})


class Verdicts:
    """The verdicts of all rules on some options, in words for whoever sees this person, each option read once."""

    def __init__(self, live: Live, person: Profile, on: date, lang: str) -> None:
        self._live, self._person, self._on, self._lang = live, person, on, lang
        self._withheld = Withheld(person, on)
        self._read: dict[int, tuple[Verdict, ...]] = {}

    def of(self, row: int) -> tuple[Verdict, ...]:
        """The verdicts on the option of a row."""
        if row not in self._read:
            self._read[row] = self._in_words(row, self._live.engine.verdicts(self._person, row, self._on))
        return self._read[row]

    def unknown(self, row: int) -> tuple[Verdict, ...]:
        """Those of them that are unknown; where nobody asked for the others, they are not put into words."""
        if row in self._read:
            return tuple(verdict for verdict in self._read[row] if verdict.truth == "unknown")
        return self._in_words(row, self._live.engine.open_verdicts(self._person, row, self._on))

    def _in_words(self, row: int, found: tuple[RuleVerdict, ...]) -> tuple[Verdict, ...]:
        columns = self._live.criteria_of(row)
        return tuple(verdict_for(each, self._withheld, columns, lang=self._lang) for each in found)


def scored(live: Live, seen: Situation, at: int) -> Scored:
    """What the ranking says of one candidate of a situation."""
    return score_of(seen.ranker.model, live, seen.candidates, seen.ranked, at)


def score_of(model: Model, live: Live, candidates: Candidates, ranked: Ranked, at: int) -> Scored:
    """What the ranking says of one candidate: the lines of its kind, no others."""
    kind = KINDS[int(live.criteria.kind[candidates.rows[at]])]
    lines = {*model.kinds[kind].features(), *LINES}
    score, low, high = float(ranked.scores[at]), float(ranked.low[at]), float(ranked.high[at])
    return Scored(
        points={
            name: float(points[at])
            for name, points in ranked.contributions.items()
            if name in lines and not (name == PRICE and points[at] == 0)  # a line of those alone that have one
        },
        values={name: float(values[at]) for name, values in ranked.features.items()},
        score=score,
        interval=(low, high),
        band=band_of(score, low, model),
    )
