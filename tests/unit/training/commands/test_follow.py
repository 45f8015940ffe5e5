"""The alias `champion` of a registry says what ranks, whoever put it there: the training's verbs, or the service."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from tests.e2e.rankers import exported
from tests.unit.training.release.builder import trained
from tests.unit.training.release.registry import champion

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching_training import main
from matching_training.release import tracking
from matching_training.release.tracking import default_uri, tracked

pytestmark = pytest.mark.filterwarnings("ignore:The ``noload`` loader strategy")  # mlflow on SQLAlchemy 2.1

Verb = Callable[..., int]


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service with a version that was learned here, and kept in the registry of its data folder."""
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path))
    with closing(open_service(Settings(data_dir=tmp_path))) as opened:
        exported(opened, "local-1")
        kept(tmp_path)
        yield opened


def kept(folder: Path) -> str:
    """A registry that knows the version; its address."""
    (folder / "files").mkdir()
    uri = default_uri(folder)
    with tracked(trained("local-1"), uri=uri, artifacts=folder / "artifacts") as run:
        run.keep(folder / "files")
    return uri


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch) -> Verb:
    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["matching-train", *arguments])
        with pytest.raises(SystemExit) as ended:
            main.run()
        return int(ended.value.code or 0)

    return run


def test_what_the_service_put_in_place_is_followed_by_the_next_verb_there_and_back(
    service: Service, verb: Verb, at: datetime, tmp_path: Path
) -> None:
    uri = default_uri(tmp_path)
    service.promote("local-1", viewer=LOCAL_VIEWER, at=at)
    assert champion(uri=uri) is None
    assert verb("models") == 0
    assert champion(uri=uri) == "local-1"
    service.rollback(viewer=LOCAL_VIEWER, at=at)
    assert champion(uri=uri) == "local-1"
    assert verb("models") == 0
    assert champion(uri=uri) is None


def test_promote_and_rollback_move_it_at_once_in_the_registry_that_is_named(
    service: Service, verb: Verb, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own, elsewhere = default_uri(tmp_path), kept(tmp_path_factory.mktemp("elsewhere"))
    assert verb("promote", "local-1", "--registry", elsewhere) == 0
    assert (champion(uri=elsewhere), champion(uri=own)) == ("local-1", None)
    assert verb("models", "--registry", own) == 0
    assert champion(uri=own) == "local-1"
    assert verb("rollback") == 0
    assert (champion(uri=elsewhere), champion(uri=own)) == ("local-1", None)


def test_a_registry_that_does_not_answer_stops_everything(
    service: Service, verb: Verb, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verb("promote", "local-1", "--registry", "nosuchscheme://there") == 2
    assert "ne répond pas comme attendu" in capsys.readouterr().err
    assert service.models().rankers[0].version == "baseline-2"


def test_the_registry_of_the_data_folder_is_passed_over_where_the_extra_is_gone(
    service: Service, verb: Verb, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for module in (main, tracking):
        monkeypatch.setattr(module, "find_spec", lambda _name: None)
    assert verb("promote", "local-1") == 0
    assert champion(uri=default_uri(tmp_path)) is None
    assert verb("rollback", "--registry", default_uri(tmp_path)) == 2
    assert "mlflow, pandas, pyarrow, scipy, sklearn, yaml ; installer matching[train]" in capsys.readouterr().err


@pytest.mark.parametrize("harm", ["damaged", "locked"])
def test_the_registry_of_the_data_folder_stops_nobody(
    service: Service, verb: Verb, capsys: pytest.CaptureFixture[str], tmp_path: Path, at: datetime, harm: str
) -> None:
    file = tmp_path / "mlflow" / "mlflow.sqlite"
    service.promote("local-1", viewer=LOCAL_VIEWER, at=at)
    with closing(sqlite3.connect(file)) as holding:
        if harm == "damaged":
            file.write_bytes(b"no database any more" * 100)
        else:
            holding.execute("BEGIN EXCLUSIVE")
        for asked in (["rollback"], ["promote", "local-1"], ["models"]):
            assert verb(*asked) == 0
            said = capsys.readouterr()
            assert "baseline-2" in said.out
            assert said.err.startswith("Attention : Le registre des modèles sqlite")
            assert said.err.count("\n") == 1
        assert verb("rollback", "--registry", default_uri(tmp_path)) == 2
    assert service.models().rankers[0].version == "local-1"


def test_no_registry_is_made_by_looking_for_one(
    service: Service, verb: Verb, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for asked in (["models"], ["promote", "local-1"], ["rollback"]):
        assert verb(*asked, "--registry", f"sqlite:///{tmp_path}/nowhere/x.db") == 2
        assert "Il n'y a pas de registre" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
    assert service.models().rankers[0].version == "baseline-2"
