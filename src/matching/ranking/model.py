"""The additive model: tables per factor, read from JSON by numpy; one form for hand-set and for learned weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, model_validator

from matching.domain.vocabulary.catalogue import MeasureType, OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.ranking.person import RankedPerson
from matching.snapshot.columns import position

Values = NDArray[np.float64]


class Table(BaseModel):
    """One term: a broken line through knots, or a value per category; and what an unknown value counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    knots: tuple[float, ...] = ()
    categories: Annotated[tuple[MeasureType, ...], Field(description="Instead of knots: types of measure.")] = ()
    values: Annotated[tuple[float, ...], Field(min_length=1)]
    unknown: float = 0.0
    source: Annotated[str, Field(min_length=3, description="Where the figures come from.")]

    @model_validator(mode="after")
    def _is_a_line(self) -> "Table":
        if len(self.knots or self.categories) != len(self.values):
            raise ValueError("knots or categories and values must be equally many")
        if list(self.knots) != sorted(set(self.knots)):
            raise ValueError("knots must increase")
        return self

    def term(self, x: Values) -> Values:
        """(n,) float64: the term for each value; a category without entry counts as unknown."""
        if self.categories:
            by_position = dict(zip(map(position, self.categories), self.values, strict=True))
            return np.array([by_position.get(position, self.unknown) for position in x.tolist()])
        return np.where(np.isnan(x), self.unknown, np.interp(np.nan_to_num(x), self.knots, self.values))


class Factor(BaseModel):
    """g(intercept + sum of terms): logistic for a probability, identity for an effect in points."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    link: Literal["logistic", "identity"]
    intercept: float
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
    """Expected gain of one kind of option: p(accepted) times what it adds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    accept: Factor
    gain: Factor

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
    bands: dict[Literal["strong", "medium"], float]
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
    """The terms of one factor for some options: by feature name (n,) float64, and their sum with the intercept."""

    factor: Factor
    by_feature: Mapping[str, Values]
    total: Values

    @classmethod
    def of(cls, factor: Factor, features: Mapping[str, Values], n: int) -> "Terms":
        """Evaluate the tables of a factor."""
        by_feature = {name: table.term(features[name]) for name, table in factor.terms.items()}
        total = np.full(n, factor.intercept)
        for term in by_feature.values():
            total = total + term
        return cls(factor=factor, by_feature=by_feature, total=total)
