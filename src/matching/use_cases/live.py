"""One loaded snapshot with all that is computed once per snapshot."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.eligibility.assess import Engine
from matching.eligibility.rule import RuleVerdict
from matching.errors import DamagedError
from matching.retrieval.search import SearchIndex
from matching.snapshot.columns import CriteriaColumns
from matching.snapshot.publication import PublicationColumns
from matching.snapshot.store import Snapshot
from matching.snapshot.traits import TraitColumns


@dataclass(frozen=True)
class Live:
    """One loaded snapshot: its columns, its index and the rules compiled for it."""

    snapshot: Snapshot
    criteria: CriteriaColumns
    publication: PublicationColumns
    traits: TraitColumns
    index: SearchIndex
    engine: Engine
    digests: NDArray[np.uint64]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Live":
        """Map a snapshot's groups back to what they stand for; DamagedError when one lacks an array."""
        try:
            criteria = CriteriaColumns.from_arrays(snapshot.group("criteria"))
            return cls(
                snapshot=snapshot,
                criteria=criteria,
                publication=PublicationColumns.from_arrays(snapshot.group("publication")),
                traits=TraitColumns.from_arrays(snapshot.group("traits")),
                index=SearchIndex.from_groups(snapshot.groups),
                engine=Engine(criteria),
                digests=snapshot.group("records")["digest"],
            )
        except KeyError as lacking:
            raise DamagedError(f"L'instantané {snapshot.version} n'a pas {lacking} ; le reconstruire.") from lacking

    def version_of(self, visible: NDArray[np.bool_]) -> str:
        """A version of what somebody may see: it changes when that does, and tells of nothing else."""
        return f"c-{int(self.digests[visible].sum(dtype=np.uint64)):016x}"

    def criteria_of(self, row: int) -> CriteriaColumns:
        """The one-row view of an option, for the same tests as the filter's."""
        return self.criteria.row(row)

    def verdicts(self, person: Profile, row: int, on: date) -> tuple[RuleVerdict, ...]:
        """Every verdict on one option for one person on a day."""
        return self.engine.verdicts(person, row, on)
