"""Where use cases work: store, encoder, taxonomies, places and ranker, and the snapshot that is current."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection

from matching.audit.anchor import Anchor
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.errors import DamagedError
from matching.places.gazetteer import Gazetteer
from matching.ranking.model import Model
from matching.retrieval.encoder import Encoder
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.snapshot.store import Snapshot, current_version, load_snapshot
from matching.storage import audit_entries, catalogue_state
from matching.storage.database import Database
from matching.storage.scope import NOBODY, Scope
from matching.use_cases.build_snapshot import build_snapshot, expected_meta
from matching.use_cases.live import Live


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
        anchor: Anchor,
    ) -> None:
        self.data_dir = data_dir
        self.database = database
        self.anchor = anchor
        self.min_gain = min_gain
        self._open_encoder, self._open_taxonomy = encoder, taxonomy
        self._open_gazetteer, self._open_model = gazetteer, model
        self._live: Live | None = None

    @contextmanager
    def acting(
        self,
        viewer: Viewer,
        act: Act,
        *,
        at: datetime,
        purpose: ConsentPurpose | None = None,
        about: str | None = None,
    ) -> Iterator[Connection]:
        """One transaction in which somebody acts: it reaches their files alone, and the audit tells of it.

        `about` names the option or account concerned. Who read only what is nobody's leaves no entry.
        """
        with self.database.begin(Scope.of(viewer)) as connection:
            yield connection
            entry = audit_entries.append(connection, viewer, act, at=at, purpose=purpose, about=about)
        if entry is not None:
            self.anchor.note(entry)

    @contextmanager
    def reading(self, viewer: Viewer) -> Iterator[Connection]:
        """One transaction that reads, reaching the viewer's files alone; for what is written down afterwards."""
        with self.database.read(Scope.of(viewer)) as connection:
            yield connection

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
        with self.database.read(NOBODY) as connection:
            wanted = expected_meta(catalogue_state.state(connection), self.encoder, self.taxonomy, self.gazetteer)
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


def _matches(snapshot: Snapshot, wanted: dict[str, str]) -> bool:
    return all(snapshot.meta.get(key) == value for key, value in wanted.items())


def _is_current(snapshot: Snapshot, wanted: dict[str, str], root: Path) -> bool:
    return _matches(snapshot, wanted) and current_version(root) == snapshot.version
