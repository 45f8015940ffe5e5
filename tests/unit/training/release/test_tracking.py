"""A run in the registry: figures, digest of the snapshot and files; challenger by itself, champion by a person."""

from pathlib import Path
from typing import Any

import pytest
from tests.unit.training.release.builder import trained

pytest.importorskip("mlflow", reason="needs the extra [train]: make training")
from mlflow import MlflowClient
from tests.unit.training.release.registry import champion

from matching_training.release.tracking import (
    CHALLENGER,
    NAME,
    TrackingError,
    default_uri,
    follow,
    own_registry,
    track,
)

pytestmark = pytest.mark.filterwarnings("ignore:The ``noload`` loader strategy")  # mlflow on SQLAlchemy 2.1


def test_a_run_is_kept_with_its_snapshot_and_its_files_and_versions_have_aliases(tmp_path: Path) -> None:
    uri, folder = default_uri(tmp_path), tmp_path / "ranker"
    folder.mkdir()
    (folder / "model.json").write_text("{}", "utf-8")
    runs = [track(trained(name), folder, uri=uri, artifacts=tmp_path / "files") for name in ("r-1", "r-2")]
    client = MlflowClient(tracking_uri=uri)
    run: Any = client.get_run(runs[0])
    assert run.data.metrics == {"auc_accept": 0.71234, "value_gain": -0.2}
    assert run.data.params["seed"] == "1"
    assert run.inputs.dataset_inputs[0].dataset.source == "d" * 64
    assert [file.path for file in client.list_artifacts(runs[0], "ranker")] == ["ranker/model.json"]
    assert client.get_model_version_by_alias(NAME, CHALLENGER).tags["version"] == "r-2"
    assert champion(uri=uri) is None
    follow("r-1", uri=uri)
    assert champion(uri=uri) == "r-1"
    follow("baseline-2", uri=uri)
    assert champion(uri=uri) is None
    assert own_registry(tmp_path) == uri
    assert own_registry(tmp_path / "files") is None


def test_a_server_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TrackingError, match="ne répond pas comme attendu"):
        follow("r-1", uri="nosuchscheme://there")
