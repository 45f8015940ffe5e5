"""`matching-train fit`: writes the model and its report, refuses in one sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")

from matching.errors import InvalidInputError
from matching.ranking.registry import open_baseline, read_model
from matching_training.commands.fit import Request, as_data, report_of, run, write
from matching_training.fit.effect import EffectPart
from matching_training.fit.ranker import Fitted, Report

REPORT = Report(
    until="2030-01-01T00:00:00+00:00",
    rows=0,
    labels={},
    parts=(),
    effect=EffectPart(started=0, nothing=0, people=0, chosen="base", why="Rien à apprendre."),
    take_up={"vacancy": None},
    contested=(),
    first_shown=None,
    last_shown=None,
)


def test_the_model_is_read_back_as_it_was_and_the_report_stands_beside_it(tmp_path: Path) -> None:
    model = open_baseline().model_copy(update={"version": "ranker-1"})
    out = tmp_path / "model.json"
    write(Fitted(model=model, report=REPORT), out)
    assert read_model(out) == model
    assert json.loads(report_of(out).read_text(encoding="utf-8"))["effect"]["chosen"] == "base"


def test_what_is_no_number_is_absent() -> None:
    odd = replace(REPORT, take_up={"vacancy": float("nan"), "measure": 0.5})
    assert as_data(odd)["take_up"] == {"vacancy": None, "measure": 0.5}


@pytest.mark.parametrize(
    ("evidence", "folder", "says"), [("none", ".", "simulated ou local"), ("local", "x", "existe pas")]
)
def test_misuse_is_refused_before_any_work(tmp_path: Path, evidence: str, folder: str, says: str) -> None:
    request = Request(tmp_path / "log", tmp_path / folder / "m.json", "ranker-1", evidence, 0)
    with pytest.raises(InvalidInputError, match=says):
        run(request)
