"""Ways and measures as answers tell them: steps as the catalogue states them, what opens, and what excluded it."""

import numpy as np

from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, REVIEW
from matching.eligibility.rules.travel import distances
from matching.eligibility.withheld import Withheld
from matching.explanation.lines import duration, free_places
from matching.explanation.pathways import effect_in_words, opens_in_words, timing_in_words
from matching.explanation.verdicts import verdict_for
from matching.pathways.applied import effects_of
from matching.pathways.sequences import Way
from matching.pathways.timing import order_of, span_of
from matching.pathways.unlocks import Point
from matching.snapshot.columns import bits
from matching.use_cases.live import Live
from matching.use_cases.pathways.answer import Opened, Opening, Pathway, Step
from matching.use_cases.pathways.counted import counts_of, lifted
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.situation import Standing
from matching.visibility.options import disclose

_MOST_OPTIONS, _MOST_REMOVED = 5, 3


class Teller:
    """What the ways of one person are told in."""

    def __init__(self, live: Live, seen: Standing, outlook: Outlook, lang: str) -> None:
        self._live, self._seen, self._outlook, self._lang = live, seen, outlook, lang
        self._withheld = Withheld(seen.person, seen.on)

    def pathway(self, way: Way) -> Pathway:
        """One way: its steps, how long, what it opens in figures and words, what it removes, the first options."""
        options = [self._live.snapshot.option(row) for row in way.steps]
        shares = [float(self._live.traits.share_of_week[row]) for row in way.steps]
        order = order_of(shares, self._seen.person.availability.percent, enables=way.enables)
        span = span_of(options, order, self._seen.on)
        counts = counts_of(self._live, self._outlook, way.steps, way.unlocks)
        after = self._outlook.after(way.steps)
        shown = self._first(way)
        return Pathway(
            steps=tuple(self.step(row, enabled=way.enables and place == 1) for place, row in enumerate(way.steps)),
            order=order.value,
            least_weeks=span.least_weeks,
            most_weeks=span.most_weeks,
            waiting_weeks=span.waiting_weeks,
            timing=timing_in_words(order, span, self._lang),
            opens=Opening(
                options=counts.options,
                jobs=counts.jobs,
                measures=counts.measures,
                placements=counts.placements,
                to_check=counts.to_check,
                settled=counts.settled,
                far_from_project=counts.far,
                asking_for_skills=counts.asking,
                nearest_km=counts.nearest_km,
                within_10_km=counts.within_10,
                within_30_km=counts.within_30,
                distance_unknown=counts.distance_unknown,
            ),
            in_words=opens_in_words(counts, self._lang),
            removes=self._removed(way),
            options=tuple(self._opened(row, after) for row in shown),
        )

    def step(self, row: int, *, enabled: bool) -> Step:
        """One measure as the catalogue states it."""
        option = self._live.snapshot.option(row)
        state = self._outlook.start.assessment.state[row]
        group = self._outlook.measures[row] if row in self._outlook.measures else np.array([row])
        others = self._outlook.start.assessment.state[group] != NOT_ELIGIBLE
        return Step(
            opportunity=option.id,
            kind=_kind(option),
            title=option.title,
            state="opened" if enabled else "eligible" if state == ELIGIBLE else "review",
            effects=tuple(effect_in_words(effect, self._lang) for effect in effects_of(option)),
            lifts=lifted(self._live, self._outlook, row),
            weeks=duration(option.timing, self._lang),
            places=free_places(option, self._seen.on, self._lang) if isinstance(option, Measure | Placement) else None,
            alternatives=max(0, int(others.sum()) - 1),
        )

    def _first(self, way: Way) -> list[int]:
        """The first of what opens or is settled: for the objective, certain, near."""
        person, traits = self._seen.person, self._live.traits
        rows = way.unlocks.opened if len(way.unlocks.opened) else way.unlocks.settled
        wanted = bits([person.objective]) if person.objective else ~0
        after = self._outlook.after(way.steps).assessment.state
        far = self._km(rows)

        def place(at: int) -> tuple[bool, bool, float, int]:
            row = int(rows[at])
            serves = (int(traits.objectives[row]) & wanted) > 0
            return not serves, bool(after[row] != ELIGIBLE), float(np.nan_to_num(far[at], nan=np.inf)), row

        return [int(rows[at]) for at in sorted(range(len(rows)), key=place)[:_MOST_OPTIONS]]

    def _opened(self, row: int, after: Point) -> Opened:
        option = disclose(self._live.snapshot.option(row), self._seen.viewer, self._seen.at)
        km = float(self._km(np.array([row]))[0])
        return Opened(
            opportunity=option.id,
            kind=_kind(option),
            title=option.title,
            state="review" if after.assessment.state[row] == REVIEW else "eligible",
            distance_km=None if np.isnan(km) else round(km, 1),
        )

    def _km(self, rows: np.ndarray) -> np.ndarray:
        columns = self._live.criteria.take(rows)
        found = distances(self._seen.person, columns)
        return np.where(columns.remote, 0.0, np.full(len(rows), np.nan) if found is None else found)

    def _removed(self, way: Way) -> tuple[str, ...]:
        """The rules' own sentences on what excludes some of these options today, each once."""
        said: dict[str, None] = {}
        for row in self._first(way):
            columns = self._live.criteria_of(row)
            for verdict in self._live.verdicts(self._seen.person, row, self._seen.on):
                if verdict.truth is Truth.NOT_MET:
                    said[verdict_for(verdict, self._withheld, columns, lang=self._lang).sentence] = None
        return tuple(said)[:_MOST_REMOVED]


def _kind(option: AnyOpportunity) -> OpportunityKind:
    return OpportunityKind[option.kind.upper()]
