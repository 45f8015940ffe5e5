"""The ranker of each answer: the version that was promoted, noticed without a restart; else the shipped baseline."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError, DamagedError, MatchingError, NotFoundError
from matching.ranking.current import Named, stack_of
from matching.ranking.manifest import NAME
from matching.ranking.model import Model
from matching.ranking.registry import Release, read_version, refuse_other_encoder
from matching.retrieval.encoder import Encoder
from matching.storage import marks, trainings
from matching.storage.database import Database
from matching.storage.scope import NOBODY


@dataclass(frozen=True)
class Ranker:
    """What ranks one answer from beginning to end; `stands_in`: the baseline, for a version that cannot be used."""

    model: Model
    stands_in: bool = False


class Rankers:
    """The registry as a service uses it; several threads may ask at once, and each version is loaded by one of them."""

    def __init__(
        self, root: Path, database: Database, baseline: Callable[[], Model], encoder: Callable[[], Encoder]
    ) -> None:
        self.root = root
        self._database = database
        self._baseline, self._encoder = baseline, encoder
        self._loaded: tuple[Named, Ranker] | None = None
        self._loading = Lock()

    def current(self) -> Ranker:
        """What ranks now; DamagedError when the baseline itself cannot be read.

        What was promoted and cannot be used is tried again by the next question.
        """
        try:
            named = stack_of(self.root)[0]
        except DamagedError:
            return Ranker(self._baseline(), stands_in=True)
        if named.is_shipped:
            return Ranker(self._baseline())
        loaded = self._loaded  # another thread may put a newer one in its place at any moment
        if loaded is not None and loaded[0] == named:
            return loaded[1]
        with self._loading:
            loaded = self._loaded
            if loaded is None or loaded[0] != named:
                try:
                    release = self.usable(named.version, named.digest)
                except MatchingError:
                    return Ranker(self._baseline(), stands_in=True)
                loaded = self._loaded = (named, Ranker(release.model))
            return loaded[1]

    def usable(self, version: str, digest: str | None = None) -> Release:
        """A version that may rank here, now: whole, of this encoder, and no simulated one but on a demo's store.

        One that was learned here is as its training wrote it, whatever else its manifest says.
        """
        release = read_version(self.root, version, digest)
        refuse_other_encoder(release, self._encoder().version)
        with self._database.read(NOBODY) as connection:
            refuse_altered(trainings.trained_here(connection), release)
            refuse_simulated(connection, release)
        return release

    def that_served(self, version: str) -> Model:
        """The ranker of an answer of the log, for computing it again; ConflictError when it is not at hand."""
        for model in (self.current().model, self._baseline()):
            if model.version == version:
                return model
        try:
            release = read_version(self.root, version)
        except NotFoundError as lacking:
            raise ConflictError(
                f"Le modèle {version} de cette proposition n'est pas installé ici (celui en service est "
                f"{self.current().model.version}) ; remettre ce modèle pour la rejouer."
            ) from lacking
        with self._database.read(NOBODY) as connection:
            refuse_simulated(connection, release)
        return release.model


def refuse_simulated(connection: Connection, release: Release) -> None:
    """ConflictError for a model of simulated data where real people are, or may come to be."""
    if release.model.evidence is Evidence.SIMULATED and marks.kind(connection) != "demo":
        raise ConflictError(
            "Le modèle {version} a été appris sur des données simulées : il ne sert que dans la "
            "démonstration, pas ici.",
            version=release.manifest.version,
        )


def refuse_altered(trained: Mapping[str, str], release: Release) -> None:
    """DamagedError for a version learned here whose manifest is no longer the one that the audit tells of.

    `trained` is that of `trainings.trained_here`; one that came from elsewhere is not in it.
    """
    version = release.manifest.version
    if trained.get(version, release.digest) != release.digest:
        raise DamagedError(
            f"Le modèle {version} est endommagé : {NAME} n'est plus celui que son apprentissage a écrit ; "
            "apprendre un nouveau modèle."
        )
