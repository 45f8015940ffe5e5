"""The additive model: tables per factor, read from JSON by numpy; one form for hand-set and for learned weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, model_validator

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.process import Evidence
from matching.ranking.person import RankedPerson
from matching.snapshot.columns import position

Values = NDArray[np.float64]


class Table(BaseModel):
    """One term: a broken line through knots, steps between cuts, or a value per category; and what unknown counts.

    Steps and categories may say how sure they are: a standard error per value, and which values training hardly saw.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    knots: tuple[float, ...] = ()
    cuts: Annotated[tuple[float, ...], Field(description="Instead of knots: steps; a cut belongs to its right.")] = ()
    categories: Annotated[tuple[MeasureType, ...], Field(description="Instead of knots: types of measure.")] = ()
    values: Annotated[tuple[float, ...], Field(min_length=1)]
    unknown: float = 0.0
    errors: Annotated[tuple[float, ...], Field(description="Standard error of each value, where it is learned.")] = ()
    unknown_error: Annotated[float, Field(ge=0)] = 0.0
    thin: Annotated[tuple[bool, ...], Field(description="Which values training saw too few rows of.")] = ()
    unknown_thin: bool = False
    source: Annotated[str, Field(min_length=3, description="Where the figures come from.")]

    @model_validator(mode="after")
    def _has_one_form(self) -> "Table":
        if sum(map(bool, (self.knots, self.cuts, self.categories))) > 1:
            raise ValueError("knots, cuts or categories, only one of them")
        places = len(self.knots or self.categories) or len(self.cuts) + 1
        if places != len(self.values):
            raise ValueError("knots or categories and values must be equally many, cuts one fewer")
        for name, along in (("knots", self.knots), ("cuts", self.cuts)):
            if list(along) != sorted(set(along)):
                raise ValueError(f"{name} must increase")
        for beside in (self.errors, self.thin):
            if beside and (self.knots or len(beside) != len(self.values)):
                raise ValueError("errors and thin go with steps or categories, one for each value")
        return self

    def term(self, x: Values) -> Values:
        """(n,) float64: the term for each value; a category without entry counts as unknown."""
        if self.knots:
            return np.where(np.isnan(x), self.unknown, np.interp(np.nan_to_num(x), self.knots, self.values))
        return self._pick(x, self.values, self.unknown)

    def error(self, x: Values) -> Values:
        """(n,) float64: the standard error of the term for each value; 0 where none is stated."""
        return self._pick(x, self.errors, self.unknown_error) if self.errors else np.zeros(len(x))

    def is_thin(self, x: Values) -> NDArray[np.bool_]:
        """(n,) bool: whether training saw too few rows with this value, or with an unknown one."""
        if not self.thin:
            return np.zeros(len(x), dtype=np.bool_)
        return self._pick(x, self.thin, self.unknown_thin) > 0

    def _pick(self, x: Values, among: Sequence[float], unknown: float) -> Values:
        """What stands at the step or the category of each value."""
        if self.categories:
            by_position = dict(zip(map(position, self.categories), among, strict=True))
            return np.array([by_position.get(position, unknown) for position in x.tolist()], dtype=np.float64)
        steps = np.asarray(among, dtype=np.float64)[np.searchsorted(self.cuts, np.nan_to_num(x), side="right")]
        return np.where(np.isnan(x), unknown, steps)


class Factor(BaseModel):
    """g(intercept + sum of terms): logistic for a probability, identity for an effect in points."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    link: Literal["logistic", "identity"]
    intercept: float
    intercept_error: Annotated[
        float | None, Field(ge=0, description="Its standard error; a factor with one is learned, and so its interval.")
    ] = None
    terms: dict[str, Table]

    def g(self, x: Values) -> Values:
        """The link, smooth and increasing."""
        return x if self.link == "identity" else 1 / (1 + np.exp(-x))

    def slope(self, x: float) -> float:
        """The derivative of the link at `x`."""
        if self.link == "identity":
            return 1.0
        p = 1 / (1 + np.exp(-x))
        return float(p * (1 - p))


class KindModel(BaseModel):
    """Expected gain of one kind of option: p(accepted) times what it adds.

    What a vacancy or place adds, p0 being the person's own chance and h or f the gain factor: `share`, the hand-set
    form, (1 - p0) h; `level`, the learned one, p1 - p0 with p1 = g(logit(p0) + f), which is 0 where f is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    accept: Factor
    gain: Factor
    gain_form: Literal["share", "level"] = "share"
    gain_share: Annotated[
        float,
        Field(
            gt=0,
            le=1,
            description="A constant share of the gain: of the accepted that begin, where the factor is what a "
            "beginning adds; of what a beginning changes, where the factor is the chance that it begins.",
        ),
    ] = 1.0

    def features(self) -> set[str]:
        """Names of the features that this kind of option is scored by."""
        return {*self.accept.terms, *self.gain.terms}


class Model(BaseModel):
    """A ranker: one pair of factors per kind, the person's own chance, and the lines that are no feature."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    evidence: Evidence
    horizon_months: int
    chance_intercept: float
    chance_terms: dict[Literal["months_without_work", "education"], Table]
    open_question_share: Annotated[float, Field(gt=0, le=1, description="What one open question leaves of a gain.")]
    interval_share: Annotated[float, Field(ge=0)]
    interval_floor: Annotated[float, Field(ge=0)]
    chance_error: Annotated[float, Field(ge=0, description="Standard error of a learned own chance, in points.")] = 0.0
    bands: dict[Literal["strong", "medium"], float]
    scale: Annotated[
        float,
        Field(
            gt=0,
            description="Points of this model for one of a hand-set one: what is stated in those (bands, the floor of "
            "intervals, the least gain and the lot of the settings) follows it.",
        ),
    ] = 1.0
    kinds: dict[OpportunityKind, KindModel]

    def own_chance(self, facts: Mapping[str, float | None]) -> float:
        """The person's chance within the horizon without any option, in [0, 1]. Never shown, never made a class.

        `facts` are those of `chance_facts`.
        """
        logit = self.chance_intercept
        for name, table in self.chance_terms.items():
            fact = facts[name]
            logit += float(table.term(np.array([np.nan if fact is None else fact]))[0])
        return float(1 / (1 + np.exp(-logit)))


def chance_facts(person: RankedPerson) -> dict[str, float | None]:
    """What a person's own chance is computed from, by name; None is unknown."""
    facts = {"months_without_work": person.months_without_work, "education": person.education}
    return {name: None if fact is None else float(fact) for name, fact in facts.items()}


@dataclass(frozen=True)
class Terms:
    """The terms of one factor for some options: by feature name (n,) float64, and their sum with the intercept.

    With `own_chance` p0 the factor stands for what is added to it: g(logit(p0) + sum) - p0. Of a learned factor also
    the variance of the sum, terms taken as independent, and where training saw too little: (n,) each.
    """

    factor: Factor
    by_feature: Mapping[str, Values]
    total: Values
    own_chance: float | None = None
    variance: Values | None = None
    thin: NDArray[np.bool_] | None = None

    @classmethod
    def of(cls, factor: Factor, features: Mapping[str, Values], n: int, own_chance: float | None = None) -> "Terms":
        """Evaluate the tables of a factor."""
        by_feature = {name: table.term(features[name]) for name, table in factor.terms.items()}
        total = np.full(n, factor.intercept)
        for term in by_feature.values():
            total = total + term
        if factor.intercept_error is None:
            return cls(factor=factor, by_feature=by_feature, total=total, own_chance=own_chance)
        variance, thin = np.full(n, factor.intercept_error**2), np.zeros(n, dtype=np.bool_)
        for name, table in factor.terms.items():
            variance = variance + table.error(features[name]) ** 2
            thin = thin | table.is_thin(features[name])
        return cls(
            factor=factor, by_feature=by_feature, total=total, own_chance=own_chance, variance=variance, thin=thin
        )

    def at(self, total: Values) -> Values:
        """What the factor is worth at some sums."""
        if self.own_chance is None:
            return self.factor.g(total)
        return self.factor.g(total + _logit(self.own_chance)) - self.own_chance

    def slope(self, total: float) -> float:
        """The derivative of what it is worth, at one sum."""
        return self.factor.slope(total if self.own_chance is None else total + _logit(self.own_chance))


def _logit(p: float) -> float:
    """The logit of a chance, which is never quite 0 nor 1."""
    inside = min(max(p, 1e-9), 1 - 1e-9)
    return float(np.log(inside / (1 - inside)))
