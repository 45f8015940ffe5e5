"""`matching-train fit` refuses what is no folder in one sentence, before any work."""

from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from matching.errors import InvalidInputError
from matching_training.commands.fit import Request, run


@pytest.mark.parametrize(("log", "protected"), [("none", None), (".", "none")])
def test_what_is_no_folder_is_refused_before_any_work(tmp_path: Path, log: str, protected: str | None) -> None:
    request = Request(tmp_path / log, tmp_path / protected if protected else None, None, 0, None, as_json=False)
    with pytest.raises(InvalidInputError, match="none n'est pas un dossier"):
        run(request)
