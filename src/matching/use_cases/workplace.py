"""Where use cases work: store, encoder, taxonomies, places and ranker, and the snapshot that is current."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TypeVar

from sqlalchemy import Connection

from matching.allocation.policy import PricePolicy
from matching.audit.anchor import Anchor
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import DamagedError
from matching.places.gazetteer import Gazetteer
from matching.ranking.exploration import ExplorationPolicy
from matching.ranking.model import Model
from matching.ranking.registry import registry_of
from matching.ranking.slate import SlatePolicy
from matching.retrieval.encoder import NO_ENCODER, Encoder
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.snapshot.store import Snapshot, current_version, load_snapshot
from matching.storage import audit_entries, catalogue_state
from matching.storage.audit_entries import AuditEntry, Purpose
from matching.storage.database import Database
from matching.storage.scope import NOBODY, Scope
from matching.use_cases.allocation.shelf import PriceShelf
from matching.use_cases.build_snapshot import build_snapshot, expected_meta
from matching.use_cases.live import Live
from matching.use_cases.rankers import Ranker, Rankers
from matching.use_cases.told_tables import ToldTables

T = TypeVar("T")


@dataclass
class Arrival:
    """A transaction at the door, in which it turns out who acts; while `viewer` is None, nobody does."""

    connection: Connection
    viewer: Viewer | None = None


class Workplace:
    """Store, encoder, taxonomy, places and ranker, each opened when first needed; use cases are given this.

    Several threads may use it at once: each part is opened by one of them, the others wait for it.
    """

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
        exploration: ExplorationPolicy | None = None,
        pricing: PricePolicy | None = None,
        anchor: Anchor,
    ) -> None:
        self.data_dir = data_dir
        self.database = database
        self.anchor = anchor
        self.min_gain, self.exploration = min_gain, exploration
        self.pricing = pricing or PricePolicy()
        self.prices = PriceShelf(database, in_use=self.pricing.in_use)
        self.told = ToldTables(database)
        self._open_encoder, self._open_taxonomy = encoder, taxonomy
        self._open_gazetteer, self._open_model = gazetteer, model
        self._live: Live | None = None
        self._opening = RLock()
        self.after_loading: Callable[[], None] = lambda: None  # called when another index is in memory
        self.rankers = Rankers(registry_of(data_dir), database, lambda: self.baseline, lambda: self.encoder)

    def slate_policy(self, limit: int, model: Model | None) -> SlatePolicy:
        """How a slate of so many options is made, its least gain in the points of what ranks."""
        return SlatePolicy(limit=limit, min_gain=self.min_gain * (model.scale if model else 1.0))

    @contextmanager
    def acting(
        self,
        viewer: Viewer,
        act: Act,
        *,
        at: datetime,
        purpose: Purpose | None = None,
        about: str | None = None,
    ) -> Iterator[Connection]:
        """One transaction in which somebody acts: it reaches their files alone, and the audit tells of it.

        `about` names the option or account concerned; without another `purpose` it is matching, or the house's own. Who
        read only what is nobody's leaves no entry.
        """
        with self.database.begin(Scope.of(viewer)) as connection:
            yield connection
            entry = audit_entries.append(connection, viewer, act, at=at, purpose=purpose, about=about)
        self._note(entry)

    @contextmanager
    def arriving(self, act: Act, *, at: datetime) -> Iterator[Arrival]:
        """As `acting`, for whoever signs in or out: it reaches nobody's files, and tells of nobody if nobody came."""
        with self.database.begin(NOBODY) as connection:
            arrival = Arrival(connection)
            yield arrival
            entry = None
            if arrival.viewer is not None:
                entry = audit_entries.append(connection, arrival.viewer, act, at=at, purpose=None, about=None)
        self._note(entry)

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
        return self._once("encoder", self._open_encoder)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The taxonomies installed, possibly none."""
        return self._once("taxonomy", self._open_taxonomy)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Where places are."""
        return self._once("gazetteer", self._open_gazetteer)

    @cached_property
    def baseline(self) -> Model:
        """The ranker that ships."""
        return self._once("baseline", self._open_model)

    @property
    def ranker(self) -> Ranker:
        """What ranks now. It may be another one at the next look: an answer asks once, and keeps what it was given."""
        return self.rankers.current()

    @property
    def model(self) -> Model:
        """The tables of what ranks now."""
        return self.ranker.model

    @property
    def can_rank(self) -> bool:
        """Whether encoder and ranker can be read; a damaged one is tried again by the next question."""
        try:
            _ = self.encoder, self.ranker
        except DamagedError:
            return False
        return True

    def live(self, at: datetime, step: Callable[[str], None] = lambda _: None) -> Live:
        """The current snapshot, built when there is none, when the catalogue has moved on, or when it is damaged.

        Without an encoder that can be read, the one built with any encoder will do: the rules read no vectors.
        """
        encoder = self._encoder_or_none()
        live = self._live  # another thread may put a newer one in its place at any moment
        if live is not None and _is_current(live.snapshot, self._wanted(encoder), self.snapshots):
            return live
        with self._opening:  # one thread loads or builds; those that waited find what it left
            wanted, live = self._wanted(encoder), self._live
            if live is None or not _is_current(live.snapshot, wanted, self.snapshots):
                live = self._live = self._loaded(wanted) or self._built(encoder, at, step)
                self.after_loading()
        return live

    def _note(self, entry: AuditEntry | None) -> None:
        if entry is not None:
            self.anchor.note(entry)

    def _wanted(self, encoder: Encoder) -> dict[str, str]:
        """What a snapshot must have been built with to be current now."""
        with self.database.read(NOBODY) as connection:
            wanted = expected_meta(catalogue_state.state(connection), encoder, self.taxonomy, self.gazetteer)
        if encoder is NO_ENCODER:
            del wanted["encoder"]
        return wanted

    def _built(self, encoder: Encoder, at: datetime, step: Callable[[str], None]) -> Live:
        build_snapshot(self.snapshots, self.database, encoder, self.taxonomy, self.gazetteer, at=at, step=step)
        snapshot = load_snapshot(self.snapshots)
        if snapshot is None:
            raise DamagedError("L'instantané à peine construit a disparu ; relancer la commande.")
        return Live.of(snapshot)

    def _encoder_or_none(self) -> Encoder:
        try:
            return self.encoder
        except DamagedError:
            return NO_ENCODER

    def _once(self, name: str, open_: Callable[[], T]) -> T:
        """What a part of that name was opened as, by whichever thread came first."""
        with self._opening:
            if name not in self.__dict__:
                self.__dict__[name] = open_()
            opened: T = self.__dict__[name]
            return opened

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
