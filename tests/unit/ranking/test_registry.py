"""Versions of the ranker on disk: whole or not at all, verified to the byte, and only what this service can compute."""

import hashlib
import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError, DamagedError, InvalidInputError, MatchingError, NotFoundError
from matching.ranking.features import FEATURES
from matching.ranking.figures import ContestedReason, Figures, Worth
from matching.ranking.manifest import Basis, is_version
from matching.ranking.model import Model
from matching.ranking.registry import (
    Release,
    open_baseline,
    read_version,
    refuse_other_encoder,
    versions_in,
    write_version,
)

MADE = datetime(2026, 11, 18, 9, tzinfo=UTC)
LOCAL = Basis(evidence=Evidence.LOCAL, n=820, since=date(2026, 1, 5), until=date(2026, 10, 30))


def model_named(version: str, evidence: Evidence = Evidence.LOCAL) -> Model:
    return open_baseline().model_copy(update={"version": version, "evidence": evidence})


def write(root: Path, version: str = "local-1", **more: Any) -> Release:
    told: dict[str, Any] = {"basis": LOCAL, "encoder": "e-1", "made_at": MADE, "card": "# Fiche\n"}
    return write_version(root, model_named(version), **(told | more))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    written = write(tmp_path)
    assert read_version(tmp_path, "local-1", written.digest) == written
    assert written.model == model_named("local-1")
    assert written.card == "# Fiche\n"
    known = [feature.name for feature in FEATURES]
    assert [known.index(name) for name in written.manifest.features] == sorted(
        known.index(name) for name in written.manifest.features
    )
    assert versions_in(tmp_path) == ["local-1"]
    assert not list(tmp_path.glob("building-*"))
    told = json.loads((tmp_path / "local-1" / "manifest.json").read_text())
    assert told["basis"] == {"evidence": "local", "n": 820, "from": "2026-01-05", "to": "2026-10-30"}
    assert told["sha256"] == hashlib.sha256((tmp_path / "local-1" / "model.json").read_bytes()).hexdigest()


def test_figures_are_read_as_they_were_written_and_are_part_of_the_version(tmp_path: Path) -> None:
    told = Figures(champion="baseline-2", contested=(ContestedReason(feature="distance", against=5, verdicts=30),))
    written = write(tmp_path, figures=told, run="0a1b")
    assert read_version(tmp_path, "local-1", written.digest) == written
    assert (written.figures, written.manifest.run) == (told, "0a1b")
    file = tmp_path / "local-1" / "figures.json"
    for content in (file.read_text().replace("30", "35"), ""):
        file.write_text(content)
        with pytest.raises(DamagedError, match=r"figures.json n'est pas le fichier"):
            read_version(tmp_path, "local-1")
    file.unlink()
    with pytest.raises(DamagedError, match=r"figures.json ne peut pas être lu"):
        read_version(tmp_path, "local-1")


def test_a_version_of_before_has_no_figures(tmp_path: Path) -> None:
    write(tmp_path)
    file = tmp_path / "local-1" / "manifest.json"
    of_before = {key: value for key, value in json.loads(file.read_text()).items() if key not in {"figures", "run"}}
    file.write_text(json.dumps(of_before))
    assert read_version(tmp_path, "local-1").figures is None


def test_figures_that_are_exact_or_not_finite_are_none_of_ours() -> None:
    for wrong in ({"against": 4}, {"against": -5}):
        with pytest.raises(ValidationError):
            ContestedReason.model_validate({"feature": "distance", "against": 5, "verdicts": 30} | wrong)
    for points in (float("nan"), float("inf")):
        with pytest.raises(ValidationError):
            Worth(by="accepted", points=points)


def test_a_version_never_changes(tmp_path: Path) -> None:
    before = write(tmp_path)
    with pytest.raises(ConflictError, match="ne change pas"):
        write(tmp_path, encoder="e-2")
    assert read_version(tmp_path, "local-1") == before


def test_the_name_of_the_shipped_one_is_taken(tmp_path: Path) -> None:
    with pytest.raises(ConflictError, match="livré"):
        write(tmp_path, open_baseline().version)


def test_a_version_has_a_card(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="fiche"):
        write(tmp_path, card=" \n")


@pytest.mark.parametrize(
    "name", ["../x", "..", ".", "", "a/b", "/etc", "A", "current", "shipped", "building-1", "é", "x\n"]
)
def test_no_name_is_another_place(tmp_path: Path, name: str) -> None:
    assert not is_version(name)
    with pytest.raises(InvalidInputError):
        write(tmp_path / "r", name)
    with pytest.raises(NotFoundError):
        read_version(tmp_path, name)


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    broken = model_named("local-1").model_copy(update={"interval_floor": float("nan")})
    with pytest.raises(MatchingError):
        write_version(tmp_path, broken, basis=LOCAL, encoder="e-1", made_at=MADE, card="x")
    with pytest.raises(DamagedError, match="ne disent pas la même"):
        write(tmp_path, basis=Basis(evidence=Evidence.SIMULATED))
    assert versions_in(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def change(file: str, edit: Callable[[dict[str, Any]], None], *, signed: bool = True) -> Callable[[Path], None]:
    """Alter a file of a version; `signed` gives the manifest the new sha256 of the tables."""

    def altered(folder: Path) -> None:
        told = json.loads((folder / file).read_text())
        edit(told)
        (folder / file).write_text(json.dumps(told))
        if signed and file == "model.json":
            manifest = json.loads((folder / "manifest.json").read_text())
            manifest["sha256"] = hashlib.sha256((folder / file).read_bytes()).hexdigest()
            (folder / "manifest.json").write_text(json.dumps(manifest))

    return altered


def set_to(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def edit(told: Any) -> None:
        for step in path[:-1]:
            told = told[step]
        told[path[-1]] = value

    return edit


def pickled(folder: Path) -> None:
    content = pickle.dumps({"version": "local-1"})
    (folder / "model.json").write_bytes(content)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["sha256"] = hashlib.sha256(content).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


DAMAGES: dict[str, tuple[Callable[[Path], Any], type[MatchingError]]] = {
    "one byte": (lambda f: (f / "model.json").write_bytes((f / "model.json").read_bytes() + b" "), DamagedError),
    "no tables": (lambda f: (f / "model.json").unlink(), DamagedError),
    "no manifest": (lambda f: (f / "manifest.json").unlink(), DamagedError),
    "no card": (lambda f: (f / "CARD.md").unlink(), DamagedError),
    "unsigned": (change("model.json", set_to("chance_intercept", value=0.0), signed=False), DamagedError),
    "cut": (lambda f: (f / "manifest.json").write_bytes((f / "manifest.json").read_bytes()[:60]), DamagedError),
    "pickle": (pickled, DamagedError),
    "infinite": (change("model.json", set_to("chance_intercept", value=1e999)), DamagedError),
    "a kind lacks": (change("model.json", lambda told: told["kinds"].pop("measure")), DamagedError),
    "a band lacks": (change("model.json", lambda told: told["bands"].pop("strong")), DamagedError),
    "another evidence": (change("model.json", set_to("evidence", value="none")), DamagedError),
    "another version": (change("model.json", set_to("version", value="local-9")), DamagedError),
    "another folder": (change("manifest.json", set_to("version", value="local-9")), DamagedError),
    "another format": (change("manifest.json", set_to("format", value=2)), DamagedError),
    "more": (change("manifest.json", set_to("more", value=2)), DamagedError),
    "card elsewhere": (change("manifest.json", set_to("card", value="../../x")), DamagedError),
    "untold": (change("manifest.json", lambda told: told["features"].pop(0)), DamagedError),
    "unknown": (change("manifest.json", lambda told: told["features"].append("age")), ConflictError),
    "order": (change("manifest.json", lambda told: told["features"].reverse()), ConflictError),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_is_altered_is_refused_in_one_sentence(tmp_path: Path, damage: str) -> None:
    write(tmp_path)
    alter, error = DAMAGES[damage]
    alter(tmp_path / "local-1")
    with pytest.raises(error) as refused:
        read_version(tmp_path, "local-1")
    assert "local-1" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_manifest_signed_anew_is_not_the_one_promoted(tmp_path: Path) -> None:
    written = write(tmp_path)
    change("model.json", set_to("chance_intercept", value=0.0))(tmp_path / "local-1")
    assert read_version(tmp_path, "local-1").digest != written.digest
    with pytest.raises(DamagedError, match="mis en service"):
        read_version(tmp_path, "local-1", written.digest)


def test_another_encoder_is_refused(tmp_path: Path) -> None:
    release = write(tmp_path)
    refuse_other_encoder(release, "e-1")
    with pytest.raises(ConflictError, match=r"e-1.*e-2"):
        refuse_other_encoder(release, "e-2")


@pytest.mark.parametrize(
    "told",
    [
        {"evidence": "local"},
        {"evidence": "local", "n": 5, "from": "2026-01-01"},
        {"evidence": "none", "n": 5},
        {"evidence": "simulated", "n": 0},
        {"evidence": "local", "n": 5, "from": "2026-02-01", "to": "2026-01-01"},
    ],
)
def test_a_basis_says_all_or_nothing(told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Basis.model_validate(told)
