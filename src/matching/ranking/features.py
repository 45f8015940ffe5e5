"""THE list of features. Adding one means adding an entry here and its sentence to the message catalogues.

A feature is computed by one function for serving and for training, belongs to a factor of each kind through the
model's tables, and names the key of the sentence that explains it. Values are floats; NaN is unknown.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Objective
from matching.places.distance import kilometres
from matching.ranking.person import SENSITIVE_NEEDS_MASK, RankedPerson
from matching.retrieval.search import Candidates
from matching.snapshot.columns import CriteriaColumns, bits, position
from matching.snapshot.traits import TraitColumns

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """One person and some options: what every feature is computed from. Columns hold the candidates' rows only."""

    person: RankedPerson
    criteria: CriteriaColumns
    traits: TraitColumns
    candidates: Candidates
    head_start: NDArray[np.bool_]
    own_chance: float


@dataclass(frozen=True)
class Feature:
    """One entry of the list; `steps` choose the sentence: (at least this value, suffix of the message key).

    `less` are suffixes that speak against an option, all others for it, where points may turn within one step; a
    value without steps is said by its points: `better` or `worse` for one of the `cited` values, whose points go back
    to a published study, `judged_better` or `judged_worse` for the others.
    """

    name: str
    values: Callable[[Pairs], Values]
    steps: tuple[tuple[float, str], ...] = ()
    less: tuple[str, ...] = ()
    cited: frozenset[int] = frozenset()

    def sentence_key(self, value: float, points: float = 0.0) -> str:
        """The message that says this value: `feature.<name>.<suffix>`, or `feature.<name>` where nothing is to add."""
        suffix = self._suffix(value, points)
        return f"feature.{self.name}.{suffix}" if suffix else f"feature.{self.name}"

    def agrees(self, value: float, points: float) -> bool:
        """Whether the sentence of a value speaks for what its points do."""
        return not self.less or (self._suffix(value, points) in self.less) == (points < 0)

    def _suffix(self, value: float, points: float) -> str | None:
        if np.isnan(value):
            return "unknown"
        if not self.steps and points:
            said = "better" if points > 0 else "worse"
            return said if int(value) in self.cited else f"judged_{said}"
        return next((suffix for least, suffix in self.steps if value >= least), None)


def _distance(pairs: Pairs) -> Values:
    person = pairs.person
    if person.latitude is None or person.longitude is None:
        return np.where(pairs.criteria.remote, 0.0, np.nan)
    km = kilometres(person.latitude, person.longitude, pairs.criteria.latitude, pairs.criteria.longitude)
    return np.where(pairs.criteria.remote, 0.0, km)


def _workload_fit(pairs: Pairs) -> Values:
    """Share of the wished workload that the option offers, at most 1."""
    availability = pairs.person.availability_percent
    if not availability:
        return np.full(len(pairs.traits), np.nan)
    return np.minimum(1.0, pairs.traits.share_of_week.astype(float) * 100 / availability)


def _serves_objective(pairs: Pairs) -> Values:
    objective = pairs.person.objective
    if objective is None:
        return np.full(len(pairs.traits), np.nan)
    stated = pairs.traits.objectives > 0
    serves = (pairs.traits.objectives & bits([objective])) > 0
    return np.where(stated, serves.astype(float), np.nan)


def _experience_margin(pairs: Pairs) -> Values:
    """Years of experience above (below: negative) what is asked for, cut at five."""
    years = pairs.person.experience_years
    if years is None:
        return np.full(len(pairs.traits), np.nan)
    return np.clip(years - pairs.traits.experience_years.astype(float), -5, 5)


def _need_addressed(pairs: Pairs) -> Values:
    """Greatest level (0 to 3) among the person's needs that the option addresses; -1 for an option that addresses none.

    Unknown where it addresses sensitive needs only: their level is not read, the rules decide who is concerned.
    """
    needs = pairs.criteria.needs.astype(np.uint64)
    values = np.where(needs > 0, 0.0, -1.0)
    values[(needs & np.uint64(SENSITIVE_NEEDS_MASK)) > 0] = np.nan
    for bit, level in pairs.person.need_levels:
        concerned = (needs & np.uint64(1 << bit)) > 0
        values[concerned] = np.fmax(values[concerned], level)
    return values


def _lock_in(pairs: Pairs) -> Values:
    """Full-time months of attendance, cut at twelve, times the own chance: what the person would search less.

    Strongest for those who would soon find work anyway. Source: Knaus, Lechner and Strittmatter on Swiss job-search
    programmes. It is a loss for the objective of a job alone: who is to train or to stabilise loses no search; and a
    subsidised wage is a job, not an absence from search.
    """
    if pairs.person.objective not in {None, Objective.JOB}:
        return np.zeros(len(pairs.traits))
    is_work = pairs.criteria.form == position(MeasureForm.WAGE_SUBSIDY)
    months = pairs.traits.months.astype(float)
    share = np.nan_to_num(pairs.traits.share_of_week.astype(float), nan=0.5)
    return np.where(is_work, 0.0, np.minimum(12.0, months * share) * pairs.own_chance)


_CITED = frozenset(
    position(each)
    for each in (
        MeasureType.BASIC_COURSE,
        MeasureType.VOCATIONAL_TRAINING,
        MeasureType.EMPLOYMENT_PROGRAMME,
        MeasureType.WAGE_SUBSIDY,
        MeasureType.COACHING,
    )
)
"""Types of measure for which the card of the baseline names a published study (models/baseline/README.md)."""

FEATURES: tuple[Feature, ...] = (
    Feature(
        "distance", _distance, steps=((60, "very_far"), (25, "far"), (10, "some"), (0.51, "near"), (0, "next_door"))
    ),
    Feature("workload_fit", _workload_fit, steps=((0.99, "full"), (0.6, "part"), (0, "small"))),
    Feature("serves_objective", _serves_objective, steps=((1, "yes"), (0, "no"))),
    Feature("paid", lambda p: p.traits.paid.astype(float), steps=((1, "yes"), (0, "no"))),
    Feature(
        "project_likeness",
        lambda p: p.candidates.project.astype(float),
        steps=((0.55, "close"), (0.35, "some"), (-1, "far")),
        less=("far",),
    ),
    Feature(
        "project_words",
        lambda p: p.candidates.project_words.astype(float),
        steps=((0.15, "many"), (0.06, "some"), (0, "few")),
        less=("few",),
    ),
    Feature(
        "experience_likeness",
        lambda p: p.candidates.experience.astype(float),
        steps=((0.55, "close"), (0.35, "some"), (-1, "far")),
        less=("far",),
    ),
    Feature(
        "same_words",
        lambda p: p.candidates.lexical.astype(float),
        steps=((0.25, "many"), (0.1, "some"), (0, "few")),
        less=("few",),
    ),
    Feature(
        "held_occupation",
        lambda p: p.candidates.held_occupation.astype(float),
        steps=((0.99, "same"), (0.8, "near"), (0.3, "related"), (0, "other")),
    ),
    Feature(
        "target_occupation",
        lambda p: p.candidates.target_occupation.astype(float),
        steps=((0.99, "same"), (0.8, "near"), (0.3, "related"), (0, "other")),
    ),
    Feature(
        "skills",
        lambda p: p.candidates.skills.astype(float),
        steps=((0.999, "all"), (0.6, "most"), (0.01, "some"), (0, "none")),
    ),
    Feature("experience_margin", _experience_margin, steps=((0, "enough"), (-5, "short"))),
    Feature("head_start", lambda p: p.head_start.astype(float), steps=((1, "yes"), (0, "no"))),
    Feature("measure_type", lambda p: p.traits.type.astype(float), cited=_CITED),
    Feature("need_addressed", _need_addressed, steps=((2, "weighty"), (0.5, "light"), (0, "not_named"), (-1, "none"))),
    Feature("certificate", lambda p: p.traits.certificate.astype(float), steps=((1, "yes"), (0, "no"))),
    Feature("lock_in", _lock_in, steps=((0.8, "long"), (0.1, "some"), (0, "short"))),
)

FEATURE_BY_NAME = {feature.name: feature for feature in FEATURES}


def compute(pairs: Pairs) -> dict[str, Values]:
    """All features of some pairs: name -> (n_options,) float64, NaN unknown. Serving and training both call this."""
    return {feature.name: feature.values(pairs) for feature in FEATURES}
