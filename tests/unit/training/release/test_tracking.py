"""A run in the registry: figures, digest of the snapshot and files; challenger by itself, champion by a person."""

import os
from pathlib import Path
from time import monotonic
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
    refuse_absent,
    tracked,
)

pytestmark = pytest.mark.filterwarnings("ignore:The ``noload`` loader strategy")  # mlflow on SQLAlchemy 2.1


def test_a_run_is_kept_with_its_snapshot_and_its_files_and_versions_have_aliases(tmp_path: Path) -> None:
    uri, folder = default_uri(tmp_path), tmp_path / "ranker"
    folder.mkdir()
    (folder / "model.json").write_text("{}", "utf-8")
    runs = []
    for name in ("r-1", "r-2"):
        with tracked(trained(name), uri=uri, artifacts=tmp_path / "files") as told:
            told.keep(folder)
        runs.append(told.id)
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


@pytest.mark.parametrize(
    "uri",
    [
        "nosuchscheme://bob:s3cret@there",
        "http://bob:s3cret@127.0.0.1:1",
        "http://bob:s3/cr@et@127.0.0.1:1/x",
        "postgresql+psycopg://bob:s3cret@127.0.0.1:1/x",
        "postgresql+psycopg://127.0.0.1:1/x?user=bob&password=s3cret",
        "mysql://bob:s3cret@x",
        "sqlite:///{folder}/a_file",
        "sqlite:///{folder}/a_file/deeper.db",
        "sqlite:///{folder}",
    ],
)
def test_what_does_not_answer_is_said_at_once_in_a_sentence_that_tells_no_secret(
    tmp_path: Path, uri: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a_file").write_text("no database at all, whatever it is called", "utf-8")
    for name in ("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "MLFLOW_HTTP_REQUEST_TIMEOUT", "PGCONNECT_TIMEOUT"):
        monkeypatch.setenv(name, "")  # noted, so that it is as before once this is over
        monkeypatch.delenv(name)
    began = monotonic()
    with pytest.raises(TrackingError, match="ne répond pas comme attendu") as refused:
        follow("r-1", uri=uri.format(folder=tmp_path))
    assert monotonic() - began < 10
    assert not [word for word in ("s3cret", "bob:", "cr@et", "\n") if word in str(refused.value)]
    assert capsys.readouterr().err == ""


def test_the_patience_of_the_environment_goes_before_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    with pytest.raises(TrackingError):
        follow("r-1", uri="http://127.0.0.1:1")
    assert os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] == "0"


@pytest.mark.parametrize("uri", ["sqlite:///{}/deeper/none.db", "sqlite:///{}/empty.db", "{}/runs", "file://{}/runs"])
def test_looking_into_a_registry_makes_none(tmp_path: Path, uri: str) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(TrackingError, match="Il n'y a pas de registre"):
        refuse_absent(uri.format(tmp_path))
    refuse_absent("http://there")
    refuse_absent(f"file://{tmp_path}")


def test_a_data_folder_that_can_keep_no_registry_is_said(tmp_path: Path) -> None:
    (tmp_path / "mlflow").touch()
    with pytest.raises(TrackingError, match="mlflow ne peut pas être utilisé"):
        default_uri(tmp_path)
