"""`matching-train protected`: a folder apart from the log, what is unknown is said, and erasing removes it."""

import json
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("pyarrow", reason="needs the extra [train]: make training")

from matching.bootstrap import open_service
from matching.errors import DamagedError
from matching.settings import Settings
from matching.use_cases.learning_log import PROTECTED
from matching_training import main
from matching_training.log.files import load_log, load_tables


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo, with nothing ranked yet."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "store"))
    monkeypatch.setenv("MATCHING_DATA_DIR", str(folder))
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["matching-train", "protected", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    return int(ended.value.code or 0)


def test_it_lies_apart_says_what_is_unknown_and_goes_with_the_person(
    folder: Path, at: datetime, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_service(Settings(data_dir=folder))) as service:
        counsellor = service.viewer("demo")
        people = [each.profile for each in service.people(viewer=counsellor, at=at)][:2]
        for person in people:
            service.recommend(person, viewer=counsellor, at=at)
    assert run(monkeypatch) == 0
    said = capsys.readouterr().out
    (copy,) = (folder / PROTECTED).iterdir()
    assert f"{copy} : 2 personnes" in said
    assert "Inconnu de toutes, donc sans comparaison possible : sexe" in said
    tables, about = load_tables(copy)
    assert about["people"] == tables["protected"].index.tolist()
    assert tables["protected"]["sex"].isna().all()
    assert not {word for person in people for word in (person,) if word in json.dumps(about)}
    with pytest.raises(DamagedError, match="pas un journal"):
        load_log(copy)
    with closing(open_service(Settings(data_dir=folder))) as service:
        service.erase(people[0], viewer=service.viewer("demo"), at=at)
    assert not copy.exists()


def test_it_is_refused_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, sentence in (((), "personne à comparer"), (("--as", "demo"), "read_protected_copy")):
        assert run(monkeypatch, *arguments) == 2
        err = capsys.readouterr().err
        assert (err.count("\n"), sentence in err) == (1, True)
    assert not (folder / PROTECTED).exists()
