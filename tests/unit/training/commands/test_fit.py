"""`matching-train fit` refuses what is no folder in one sentence, before any work."""

from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from matching.errors import InvalidInputError
from matching_training.commands.fit import Request, run


@pytest.mark.parametrize(("log", "protected"), [("none", None), (".", "none")])
def test_what_is_no_folder_is_refused_before_any_work(tmp_path: Path, log: str, protected: str | None) -> None:
    request = Request(tmp_path / log, tmp_path / protected if protected else None, None, 0, None, None, as_json=False)
    verb = "protected" if protected else "snapshot"
    with pytest.raises(InvalidInputError, match=f"none n'est pas un dossier ; en écrire un : matching-train {verb}"):
        run(request)


@pytest.mark.parametrize("kind", ["log", "protected"])
def test_the_whole_of_what_simulate_wrote_is_told_apart_from_its_log_and_its_copy(tmp_path: Path, kind: str) -> None:
    for name in ("log", "protected"):
        (tmp_path / "out" / name).mkdir(parents=True)
    out = tmp_path / "out"
    log, protected = (out, None) if kind == "log" else (out / "log", out)
    request = Request(log, protected, None, 0, None, None, as_json=False)
    with pytest.raises(InvalidInputError, match=f"vient de matching-train simulate ; indiquer .*out/{kind}."):
        run(request)
