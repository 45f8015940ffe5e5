"""The rankers there are: the baseline that ships, and versions trained on site, each in a folder that never changes.

    root/<version>/model.json     the tables
    root/<version>/manifest.json  what it reads, with which encoder, what it rests on; sha256 of the tables
    root/<version>/CARD.md        its card
    root/<version>/figures.json   its figures, where training wrote them; their sha256 is in the manifest
    root/current                  which of them ranks: see `current.py`

Everything is JSON and text: nothing that is read can run.
"""

import hashlib
import json
import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import ConflictError, DamagedError, InvalidInputError, NotFoundError
from matching.ranking.features import FEATURES
from matching.ranking.figures import FIGURES, Figures
from matching.ranking.manifest import CARD, FORMAT, MODEL, NAME, Basis, Manifest, is_version
from matching.ranking.model import Model
from matching.settings import shipped
from matching.snapshot.durable import BUILDING, disk_failures, remove_all, sole_writer, sync_folder
from matching.snapshot.manifest import hashed_file

_WHAT = "un modèle"


@dataclass(frozen=True)
class Release:
    """One version, verified: its manifest with its own sha256, its tables, its card, and its figures, if any."""

    manifest: Manifest
    digest: str
    model: Model
    card: str
    figures: Figures | None = None


def open_baseline() -> Model:
    """The hand-set baseline that ships with the service."""
    return read_model(shipped("models", "baseline", "model.json"))


def baseline_card() -> str:
    """The card of the baseline, as text."""
    return shipped("models", "baseline", "README.md").read_text(encoding="utf-8")


def read_model(path: Path) -> Model:
    """A model from its JSON tables; anything else than a whole and valid one is a DamagedError."""
    try:
        return Model.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as problem:
        raise DamagedError(
            f"Le modèle de classement {path.name} ne peut pas être lu ; réinstaller matching."
        ) from problem


def registry_of(data_dir: Path) -> Path:
    """Where the versions trained on site lie."""
    return data_dir / "models" / "ranker"


def versions_in(root: Path) -> list[str]:
    """The names of all versions, in order; nothing of them is read."""
    if not root.is_dir():
        return []
    return sorted(folder.name for folder in root.iterdir() if is_version(folder.name) and folder.is_dir())


def read_version(root: Path, version: str, digest: str | None = None) -> Release:
    """One version, every byte of it verified, its manifest against `digest` where that is known.

    NotFoundError when there is none of that name, DamagedError when it is not what was written, ConflictError when it
    reads what this service does not compute.
    """
    folder = _folder(root, version)
    manifest, found = _manifest(folder, digest)
    content = _bytes(folder, MODEL)
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise _unusable(version, f"{MODEL} n'est pas le fichier qui a été écrit")
    model = _model(version, content)
    if (model.version, model.evidence) != (version, manifest.basis.evidence):
        raise _unusable(version, f"{NAME} et {MODEL} ne disent pas la même version et les mêmes données")
    _refuse_other_features(manifest, model)
    figures = _figures(folder, manifest)
    return Release(manifest, found, model, _bytes(folder, CARD).decode("utf-8", "replace"), figures)


def refuse_other_encoder(release: Release, encoder: str) -> None:
    """ConflictError when a version was trained with another encoder: its likenesses were of another size."""
    if release.manifest.encoder != encoder:
        raise ConflictError(
            "Le modèle {version} a été appris avec l'encodeur {trained}, ici sert {encoder} ; remettre cet encodeur ou "
            "entraîner un modèle avec celui d'ici.",
            version=release.manifest.version,
            trained=release.manifest.encoder,
            encoder=encoder,
        )


def refuse_gated(release: Release) -> None:
    """ConflictError, with every reason, when a version did not pass its gate."""
    if reasons := release.manifest.refused:
        raise ConflictError(
            "Le modèle {version} n'a pas passé le contrôle : {reasons}",
            version=release.manifest.version,
            reasons=" ".join(reasons),
        )


def refuse_name(version: str) -> None:
    """InvalidInputError for what can name no version, ConflictError for the name of the shipped one."""
    if not is_version(version):
        raise InvalidInputError(
            f"« {version} » ne peut pas nommer un modèle ; prendre un autre nom, en minuscules, chiffres, points et "
            "tirets."
        )
    if version == open_baseline().version:
        raise ConflictError(f"{version} est le modèle livré avec le service ; donner un autre nom au nouveau.")


def refuse_taken(root: Path, version: str) -> None:
    """ConflictError where there is a version of that name already."""
    if (root / version).exists():
        raise ConflictError(f"Il y a déjà un modèle {version} ici, et un modèle ne change pas ; le nommer autrement.")


def write_version(
    root: Path,
    model: Model,
    *,
    basis: Basis,
    encoder: str,
    made_at: datetime,
    card: str,
    refused: Sequence[str] = (),
    learned_from: str | None = None,
    figures: Figures | None = None,
    run: str | None = None,
    wait_s: float = 30.0,
) -> Release:
    """Write a version beside the others, whole or not at all; it ranks nothing until a person promotes it.

    `encoder` is the version of the encoder behind its features, `made_at` an aware moment, `card` its text; `refused`
    are the sentences of a gate that it did not pass: nobody can promote it then; `learned_from` is the digest of the
    log that taught it, `figures` are those of its card, `run` its id in MLflow. It is read back before it stands.
    ConflictError when there is one of its name: a version never changes.
    """
    version = model.version
    refuse_name(version)
    if not card.strip():
        raise InvalidInputError(f"Le modèle {version} n'a pas de fiche ; écrire ce qu'il est et ses limites.")
    with sole_writer(root, wait_s, what=_WHAT), disk_failures(root, what=_WHAT):
        refuse_taken(root, version)
        remove_all(root.glob(f"{BUILDING}*"))
        scratch = Path(tempfile.mkdtemp(prefix=BUILDING, dir=root))
        try:
            building = scratch / version
            building.mkdir()
            release = _write_files(
                building,
                model,
                card,
                basis=basis,
                encoder=encoder,
                made_at=made_at,
                refused=tuple(refused),
                learned_from=learned_from,
                figures=figures,
                run=run,
            )
            building.replace(root / version)
            sync_folder(root)
        finally:
            remove_all([scratch])
    return release


def _write_files(
    building: Path,
    model: Model,
    card: str,
    *,
    basis: Basis,
    encoder: str,
    made_at: datetime,
    refused: tuple[str, ...],
    learned_from: str | None,
    figures: Figures | None,
    run: str | None,
) -> Release:
    content = model.model_dump_json(indent=1).encode()
    beside = None if figures is None else figures.model_dump_json(indent=1).encode()
    read = {name for kind in model.kinds.values() for name in kind.features()}
    manifest = Manifest(
        format=FORMAT,
        version=model.version,
        made_at=made_at,
        features=tuple(feature.name for feature in FEATURES if feature.name in read),
        encoder=encoder,
        sha256=hashlib.sha256(content).hexdigest(),
        basis=basis,
        refused=refused,
        learned_from=learned_from,
        figures=None if beside is None else hashlib.sha256(beside).hexdigest(),
        run=run,
    )
    told = manifest.model_dump_json(indent=1, by_alias=True).encode()
    files = ((MODEL, content), (NAME, told), (CARD, card.encode()), (FIGURES, beside))
    for name, bytes_ in files:
        if bytes_ is None:
            continue
        with hashed_file(building, name, {}) as file:
            file.write(bytes_)
    sync_folder(building)
    release = read_version(building.parent, model.version)
    if release.model != model:
        raise InvalidInputError(f"Le modèle {model.version} ne se relit pas tel qu'il est ; vérifier ses tables.")
    return release


def _folder(root: Path, version: str) -> Path:
    folder = root / version
    if not is_version(version) or not folder.is_dir():
        raise NotFoundError(f"Aucun modèle {version} ici ; les voir avec `matching-train models`.")
    return folder


def _manifest(folder: Path, digest: str | None) -> tuple[Manifest, str]:
    content = _bytes(folder, NAME)
    found = hashlib.sha256(content).hexdigest()
    if digest not in {None, found}:
        raise _unusable(folder.name, f"{NAME} n'est pas celui qui a été mis en service")
    try:
        manifest = Manifest.model_validate_json(content)
    except ValidationError as error:
        raise _unusable(folder.name, f"{NAME} a été écrit par une autre version du service") from error
    if manifest.version != folder.name:
        raise _unusable(folder.name, f"{NAME} est celui de {manifest.version}")
    return manifest, found


def _figures(folder: Path, manifest: Manifest) -> Figures | None:
    """The figures that the manifest names, as they were written."""
    if manifest.figures is None:
        return None
    content = _bytes(folder, FIGURES)
    if hashlib.sha256(content).hexdigest() != manifest.figures:
        raise _unusable(folder.name, f"{FIGURES} n'est pas le fichier qui a été écrit")
    try:
        return Figures.model_validate_json(content)
    except ValidationError as error:
        raise _unusable(folder.name, f"{FIGURES} n'a pas la forme des chiffres de ce service") from error


def _model(version: str, content: bytes) -> Model:
    """The tables, every figure finite, for every kind of option."""
    try:
        model = Model.model_validate_json(content)
    except ValidationError as error:
        raise _unusable(version, f"{MODEL} n'a pas la forme d'un modèle de ce service") from error
    if not _finite(json.loads(content)):
        raise _unusable(version, f"{MODEL} contient un nombre qui n'est pas fini")
    if set(model.kinds) != set(OpportunityKind) or set(model.bands) != {"strong", "medium"}:
        raise _unusable(version, f"{MODEL} ne classe pas tous les genres d'options")
    return model


def _refuse_other_features(manifest: Manifest, model: Model) -> None:
    known = [feature.name for feature in FEATURES]
    unknown = [name for name in manifest.features if name not in known]
    if unknown:
        raise ConflictError(
            f"Le modèle {manifest.version} lit {', '.join(unknown)}, que ce service ne calcule pas ; "
            "mettre le service à jour ou entraîner un autre modèle."
        )
    if list(manifest.features) != [name for name in known if name in manifest.features]:
        raise ConflictError(
            f"Le modèle {manifest.version} lit ses caractéristiques dans un autre ordre que ce service ; "
            "entraîner un autre modèle."
        )
    untold = {name for kind in model.kinds.values() for name in kind.features()} - set(manifest.features)
    if untold:
        raise _unusable(manifest.version, f"{MODEL} lit {', '.join(sorted(untold))}, que {NAME} ne nomme pas")


def _finite(told: Any) -> bool:
    if isinstance(told, dict):
        return all(map(_finite, told.values()))
    if isinstance(told, list):
        return all(map(_finite, told))
    return not isinstance(told, float) or math.isfinite(told)


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise _unusable(folder.name, f"{name} ne peut pas être lu") from error


def _unusable(version: str, why: str) -> DamagedError:
    """The one sentence for a version whose files cannot be used."""
    return DamagedError(f"Le modèle {version} est endommagé : {why} ; revenir au précédent ou l'exporter de nouveau.")
