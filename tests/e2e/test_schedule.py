"""The line that `matching-train schedule` prints, run as cron runs it, on a demo store with months of decisions."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from tests.e2e.rankers import BASES, tables

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.process import Evidence
from matching.ranking.registry import versions_in, write_version
from matching.settings import Settings
from matching.use_cases.learning_log import SNAPSHOTS
from matching_training import main
from matching_training.log.files import digest_of
from matching_training.simulate.scenario import Scenario, open_scenario
from matching_training.simulate.through_service import play, settle
from matching_training.simulate.world import build_world

MIDDLE = "2024-02-15"
"""Up to here the log taught what ranks; what came later is compared with it."""


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A demo store with decisions, in a folder whose name wants quotes."""
    folder = tmp_path / "le dossier d'ici, 100 %"
    monkeypatch.setenv("MATCHING_DATA_DIR", str(folder))
    told = {"name": "past", "begin": date(2024, 1, 8), "people": {"count": 30}, "min_gain": -5}
    world = build_world(Scenario.model_validate(open_scenario("tiny").model_dump() | told))
    with closing(open_service(Settings(data_dir=folder, min_gain=-5))) as opened:
        play(settle(opened, world), decisions=130)
        yield opened


def line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    monkeypatch.setattr("sys.argv", ["matching-train", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert not ended.value.code
    return capsys.readouterr().out.splitlines()[-1]


def as_cron_does(line: str, home: Path) -> subprocess.CompletedProcess[str]:
    """The command of a line, by sh, with next to nothing in its environment."""
    command = line.split(" ", 5)[5].replace(r"\%", "%")
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "OMP_NUM_THREADS") if name in os.environ}
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), **kept}
    return subprocess.run(["/bin/sh", "-c", command], check=False, capture_output=True, text=True, env=environment)  # noqa: S603


def test_the_line_takes_a_snapshot_tells_the_drift_and_learns_a_challenger_that_waits(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data_dir, root = service.workplace.data_dir, service.workplace.rankers.root
    printed = line(monkeypatch, capsys, "schedule")

    line(monkeypatch, capsys, "snapshot", "--until", MIDDLE)
    (reference,) = (data_dir / SNAPSHOTS).iterdir()
    write_version(
        root,
        tables("taught", Evidence.SIMULATED),
        basis=BASES[Evidence.SIMULATED],
        encoder=service.workplace.encoder.version,
        made_at=datetime(2024, 2, 16, tzinfo=UTC),
        card="Learned from the first months.",
        learned_from=digest_of(reference),
    )
    service.promote("taught", viewer=LOCAL_VIEWER, at=datetime.now(UTC))

    first = as_cron_does(printed, tmp_path)
    assert (first.returncode, "Contrôle non passé" in first.stdout) == (1, True), first.stderr
    taken, *said = first.stdout.splitlines()
    assert " listes, " in taken
    assert any("distributions comparées" in each or "a changé" in each for each in said)
    assert any("Acceptation prédite moins observée" in each for each in said)
    assert any("pour l'équité seule" in each for each in said)
    assert not any("il n'y a pas de table protégée" in each for each in said)
    (challenger,) = set(versions_in(root)) - {"taught"}
    (latest,) = set((data_dir / SNAPSHOTS).iterdir()) - {reference}
    manifest = json.loads((root / challenger / "manifest.json").read_text(encoding="utf-8"))
    assert challenger == f"ranker-{digest_of(latest)}-0"
    assert manifest["learned_from"] == digest_of(latest)
    assert service.models().rankers[0].version == "taught"

    again = as_cron_does(printed, tmp_path)
    assert f"Rien de nouveau depuis {challenger}" in again.stdout, again.stderr
    assert set(versions_in(root)) == {"taught", challenger}
    assert set((data_dir / SNAPSHOTS).iterdir()) == {reference, latest}
    assert f"{latest} : " in again.stdout


def test_where_the_shipped_ranker_serves_there_is_no_drift_to_tell_and_it_is_said(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first = as_cron_does(line(monkeypatch, capsys, "schedule", "--every", "weekly"), tmp_path)
    assert first.returncode == 1, first.stderr
    assert "Le modèle livré sert et n'a appris d'aucun journal" in first.stdout
