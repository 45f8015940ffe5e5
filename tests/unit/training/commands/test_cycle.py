"""`matching-train cycle` looks first whether it can end well: what it cannot do leaves nothing behind."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from tests.e2e.rankers import exported

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching_training import main


@pytest.mark.parametrize("lacking", ["registry", "promoted"])
def test_what_it_would_fail_at_is_said_before_anything_is_written(
    demo_data: Path,
    tmp_path: Path,
    at: datetime,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lacking: str,
) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "store"))
    monkeypatch.setenv("MATCHING_DATA_DIR", str(folder))
    with closing(open_service(Settings(data_dir=folder))) as service:
        counsellor = service.viewer("demo")
        service.recommend(service.people(viewer=counsellor, at=at)[0].profile, viewer=counsellor, at=at)
        exported(service, "dreamt-1")
        if lacking == "promoted":
            service.promote("dreamt-1", viewer=LOCAL_VIEWER, at=at)
            (service.workplace.rankers.root / "dreamt-1" / "manifest.json").write_text("{", "utf-8")
    more, says = {
        "registry": (["--registry", "nosuchscheme://there"], "Le registre des modèles"),
        "promoted": ([], "dreamt-1"),
    }[lacking]
    monkeypatch.setattr("sys.argv", ["matching-train", "cycle", *more])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 2
    assert says in capsys.readouterr().err
    assert not (folder / "learning").exists()
