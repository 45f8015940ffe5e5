"""What a training or an evaluation is given: a log that fits the service, and the protected copy beside it."""

from dataclasses import dataclass
from pathlib import Path

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError, InvalidInputError
from matching.storage import marks
from matching.storage.scope import NOBODY
from matching.use_cases.roles import refuse_role_without
from matching_training.evaluate.fairness.groups import Protected
from matching_training.log.files import load_tables, read_log
from matching_training.log.tables import Log


@dataclass(frozen=True)
class Given:
    """A log with what its manifest says of it, and the protected copy where there is one."""

    log: Log
    digest: str
    evidence: Evidence
    encoder: str
    protected: Protected | None


def read_given(service: Service, log: Path, protected: Path | None, *, viewer: Viewer) -> Given:
    """Read both folders; a log counts as simulated unless it says that it is local and the store is a site's.

    ForbiddenError for roles that may not read them, ConflictError for a log of another encoder than serves here,
    InvalidInputError for a protected folder that is none, DamagedError for one that is not as it was written.
    """
    refuse_role_without(viewer, Permission.READ_LEARNING_LOG)
    if protected is not None:
        refuse_role_without(viewer, Permission.READ_PROTECTED_COPY)
    found = read_log(log)
    joined = None if protected is None else _protected(protected)
    serving = service.workplace.encoder.version
    encoder = found.about.get("encoder", serving)
    if encoder != serving:
        raise ConflictError(
            f"Le journal {log} vient de l'encodeur {encoder}, ici sert {serving} ; "
            "prendre un instantané fait avec celui d'ici."
        )
    with service.workplace.database.read(NOBODY) as connection:
        local = marks.kind(connection) == "site" and found.about.get("evidence") == Evidence.LOCAL
    evidence = Evidence.LOCAL if local else Evidence.SIMULATED
    return Given(found.log, found.digest, evidence, encoder, joined)


def _protected(folder: Path) -> Protected:
    """The protected copy, joined here and nowhere before."""
    tables, _ = load_tables(folder)
    if "protected" not in tables:
        raise InvalidInputError(
            f"Le dossier {folder} n'est pas une copie protégée ; indiquer celle qui va avec le journal."
        )
    return Protected(tables["protected"])
