"""What serves: the store, and the current snapshot with all that is computed once per snapshot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import numpy as np

from matching.domain.profile import Profile
from matching.eligibility.assess import Engine, verdicts
from matching.eligibility.rule import RuleVerdict
from matching.errors import DamagedError
from matching.places.gazetteer import Gazetteer
from matching.ranking.model import Model
from matching.retrieval.encoder import Encoder
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.retrieval.search import SearchIndex
from matching.snapshot.columns import CriteriaColumns
from matching.snapshot.publication import PublicationColumns
from matching.snapshot.store import Snapshot, current_version, load_snapshot
from matching.snapshot.traits import TraitColumns
from matching.storage import opportunities
from matching.storage.database import Database
from matching.use_cases.build_snapshot import build_snapshot, expected_meta


@dataclass(frozen=True)
class Live:
    """One loaded snapshot: its columns, its index and the rules compiled for it."""

    snapshot: Snapshot
    criteria: CriteriaColumns
    publication: PublicationColumns
    traits: TraitColumns
    index: SearchIndex
    engine: Engine

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
            )
        except KeyError as lacking:
            raise DamagedError(f"L'instantané {snapshot.version} n'a pas {lacking} ; le reconstruire.") from lacking

    def criteria_of(self, row: int) -> CriteriaColumns:
        """The one-row view of an option, for the same tests as the filter's."""
        return self.criteria.take(np.array([row]))

    def verdicts(self, person: Profile, row: int, on: date) -> tuple[RuleVerdict, ...]:
        """Every verdict on one option for one person on a day."""
        return verdicts(person, self.criteria_of(row), on)


class Workplace:
    """Store, encoder, taxonomy, places and ranker, each opened when first needed; use cases are given this."""

    def __init__(
        self,
        data_dir: Path,
        database: Database,
        *,
        encoder: Callable[[], Encoder],
        taxonomy: Callable[[], Taxonomy],
        gazetteer: Callable[[], Gazetteer],
        model: Callable[[], Model],
        min_gain: float,
    ) -> None:
        self.data_dir = data_dir
        self.database = database
        self.min_gain = min_gain
        self._open_encoder, self._open_taxonomy = encoder, taxonomy
        self._open_gazetteer, self._open_model = gazetteer, model
        self._live: Live | None = None

    @property
    def snapshots(self) -> Path:
        """Where snapshots lie."""
        return self.data_dir / "snapshots"

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder."""
        return self._open_encoder()

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The taxonomies installed, possibly none."""
        return self._open_taxonomy()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Where places are."""
        return self._open_gazetteer()

    @cached_property
    def model(self) -> Model:
        """The ranker."""
        return self._open_model()

    def live(self, at: datetime, step: Callable[[str], None] = lambda _: None) -> Live:
        """The current snapshot, built when there is none, when the catalogue has moved on, or when it is damaged."""
        with self.database.read() as connection:
            wanted = expected_meta(opportunities.state(connection), self.encoder, self.taxonomy, self.gazetteer)
        if self._live is not None and _is_current(self._live.snapshot, wanted, self.snapshots):
            return self._live
        live = self._loaded(wanted)
        if live is None:
            build_snapshot(self.snapshots, self.database, self.encoder, self.taxonomy, self.gazetteer, at=at, step=step)
            snapshot = load_snapshot(self.snapshots)
            if snapshot is None:
                raise DamagedError("L'instantané à peine construit a disparu ; relancer la commande.")
            live = Live.of(snapshot)
        self._live = live
        return live

    def _loaded(self, wanted: dict[str, str]) -> Live | None:
        """The snapshot on disk when it is whole and current; a damaged one is never loaded, it is built again."""
        try:
            snapshot = load_snapshot(self.snapshots)
            if snapshot is None or not _matches(snapshot, wanted):
                return None
            return Live.of(snapshot)
        except DamagedError:
            return None

    def located(self, profile: Profile) -> Profile:
        """The profile with coordinates of its postcode or municipality when it has none; unknown stays unknown."""
        home = profile.residence
        if home is None or home.latitude is not None or (home.postcode is None and home.municipality is None):
            return profile
        found = self.gazetteer.locate(home.country.upper(), home.postcode, home.municipality, home.region)
        if found is None:
            return profile
        place = home.model_copy(update={"latitude": found[0], "longitude": found[1]})
        return profile.model_copy(update={"residence": place})


def _matches(snapshot: Snapshot, wanted: dict[str, str]) -> bool:
    return all(snapshot.meta.get(key) == value for key, value in wanted.items())


def _is_current(snapshot: Snapshot, wanted: dict[str, str], root: Path) -> bool:
    return _matches(snapshot, wanted) and current_version(root) == snapshot.version
