"""The measures and places of a catalogue, laid out once for counting: rules compiled, needs addressed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.eligibility.assess import Engine
from matching.eligibility.kleene import Truths
from matching.eligibility.rules import RULES
from matching.gaps.addressed import addressed
from matching.gaps.parts import Parts, parts_of, waits_longer
from matching.snapshot.array_record import Rows
from matching.snapshot.columns import NO_END, CriteriaColumns, compile_criteria, position
from matching.use_cases.live import Live


@dataclass(frozen=True)
class Offers:
    """(n_offers,) each. `addressed` (n_offers, n_barriers) int8; waiting longer than `wait_weeks` is no place."""

    ids: tuple[str, ...]
    columns: CriteriaColumns
    addressed: Truths
    placements: NDArray[np.bool_]
    engine: Engine
    wait_weeks: int

    @classmethod
    def of(cls, ids: tuple[str, ...], columns: CriteriaColumns, addressing: Truths, wait_weeks: int) -> "Offers":
        """Lay out options whose columns are compiled."""
        return cls(
            ids=ids,
            columns=columns,
            addressed=addressing,
            placements=columns.kind == position(OpportunityKind.PLACEMENT),
            engine=Engine(columns),
            wait_weeks=wait_weeks,
        )

    @classmethod
    def compiled(cls, options: Sequence[AnyOpportunity], wait_weeks: int) -> "Offers":
        """Lay out options from their records."""
        ids = tuple(option.id for option in options)
        return cls.of(ids, compile_criteria(options), addressed(options), wait_weeks)

    def parts(self, person: Profile, on: date) -> Parts:
        """Every rule on every offer for one person, in parts."""
        return parts_of(self.engine.truths(person, on), waits_longer(self.columns, self.wait_weeks, on))

    def without_rules(self, ids: Collection[str]) -> "Offers":
        """The same offers judged without some rules, by their ids."""
        kept = [rule for rule in RULES if rule.id not in ids]
        return replace(self, engine=Engine(self.columns, kept))

    def with_columns(self, columns: CriteriaColumns) -> "Offers":
        """The same offers under changed criteria."""
        return Offers.of(self.ids, columns, self.addressed, self.wait_weeks)

    def joined(self, other: "Offers") -> "Offers":
        """Both together, those of the other last."""
        ours, theirs = self.columns.arrays(), other.columns.arrays()
        columns = {name: _stacked(ours[name], theirs[name]) for name in ours}
        return Offers.of(
            (*self.ids, *other.ids),
            CriteriaColumns.from_arrays(columns),
            np.concatenate([self.addressed, other.addressed]),
            self.wait_weeks,
        )


def offers_of(live: Live, public: NDArray[np.bool_], wait_weeks: int) -> tuple[Offers, Rows]:
    """The measures and places among the options that everybody may see, and their rows in the snapshot."""
    rows = np.flatnonzero(public & (live.criteria.kind != position(OpportunityKind.VACANCY)))
    options = [live.snapshot.option(int(row)) for row in rows]
    ids = tuple(option.id for option in options)
    return Offers.of(ids, live.criteria.take(rows), addressed(options), wait_weeks), rows


def _stacked(ours: NDArray[np.generic], theirs: NDArray[np.generic]) -> NDArray[np.generic]:
    """One column after the other; lists of different length (territories, flags) padded with what pads them."""
    if ours.ndim == 1:
        return np.concatenate([ours, theirs])
    width = max(ours.shape[1], theirs.shape[1])
    padded = []
    for column in (ours, theirs):
        pad = NO_END if column.dtype == np.int32 else 0
        padded.append(np.pad(column, ((0, 0), (0, width - column.shape[1])), constant_values=pad))
    return np.concatenate(padded)
