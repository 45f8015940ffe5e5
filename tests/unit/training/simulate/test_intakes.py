"""Many decisions on several intakes: whole, resumable, and the truth beside the log."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from matching.errors import InvalidInputError, MatchingError
from matching.ranking.registry import open_baseline
from matching_training.log.files import load_log, load_tables, save_log
from matching_training.log.tables import Log
from matching_training.simulate import intakes
from matching_training.simulate.intakes import simulate
from matching_training.simulate.scenario import Scenario, read_scenario
from matching_training.simulate.world import World, build_world


@pytest.fixture(scope="module")
def handful() -> Scenario:
    """Few people, and few decisions on each intake."""
    told = {
        "people": {"count": 10},
        "options": {"vacancies": 10, "measures": 12, "placements": 3},
        "per_intake": 8,
        "decisions": 12,
    }
    return read_scenario(told, "test")


def test_it_resumes_after_an_interruption(
    handful: Scenario, worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = simulate(handful, open_baseline(), tmp_path / "whole", cache=worlds)
    built = []

    def cut(scenario: Scenario, *, seed: int, intake: int, cache: Path | None) -> World:
        built.append(intake)
        if len(built) == 2:
            raise KeyboardInterrupt
        return build_world(scenario, seed=seed, intake=intake, cache=cache)

    monkeypatch.setattr(intakes, "build_world", cut)
    with pytest.raises(KeyboardInterrupt):
        simulate(handful, open_baseline(), tmp_path / "cut", cache=worlds)
    simulate(handful, open_baseline(), tmp_path / "cut", cache=worlds)
    assert built[:3] == [0, 1, 1]
    pd.testing.assert_frame_equal(load_log(tmp_path / "cut" / "log").shown, whole.shown)
    assert whole.decisions >= 12
    assert sorted(each.name for each in (tmp_path / "cut").iterdir()) == ["log", "protected", "truth"]


def test_truth_and_groups_stand_beside(handful: Scenario, worlds: Path, tmp_path: Path) -> None:
    log = simulate(handful, open_baseline(), tmp_path / "out", decisions=12, cache=worlds)
    truth, told = load_tables(tmp_path / "out" / "truth")
    protected = load_tables(tmp_path / "out" / "protected")[0]["protected"]
    assert told["digest"] == handful.digest
    assert list(truth["shown"]["option"]) == list(log.shown["option"])
    assert set(log.shown["person"]) <= set(protected.index)
    assert list(protected.columns) == ["sex", "age_band", "permit_group", "canton"]


def test_a_folder_with_a_log_is_left_alone(handful: Scenario, worlds: Path, tmp_path: Path) -> None:
    simulate(handful, open_baseline(), tmp_path / "out", decisions=5, cache=worlds)
    with pytest.raises(InvalidInputError, match="contient déjà"):
        simulate(handful, open_baseline(), tmp_path / "out", cache=worlds)


def test_parts_of_another_run_are_refused(
    handful: Scenario, worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intakes, "_join", lambda *_: None)
    simulate(handful, open_baseline(), tmp_path / "out", decisions=5, cache=worlds)
    with pytest.raises(InvalidInputError, match="autre simulation"):
        simulate(handful, open_baseline(), tmp_path / "out", decisions=6, cache=worlds)


@pytest.mark.parametrize("foreign", ["notes.txt", "protected/x", "parts/0/x", "truth/x"])
def test_a_folder_with_anything_else_is_refused_before_any_work(
    handful: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foreign: str
) -> None:
    file = tmp_path / "out" / foreign
    file.parent.mkdir(parents=True)
    file.touch()
    monkeypatch.setattr(intakes, "build_world", lambda *_: pytest.fail("it worked"))
    with pytest.raises(MatchingError):
        simulate(handful, open_baseline(), tmp_path / "out", decisions=5)
    assert [each for each in (tmp_path / "out").rglob("*") if each.is_file()] == [file]


def test_what_was_joined_already_is_used_again_and_that_of_another_run_is_refused(
    handful: Scenario, worlds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(log: Log, folder: Path, *, about: Mapping[str, object]) -> str:
        if folder == tmp_path / "out" / "log":
            raise KeyboardInterrupt
        return save_log(log, folder, about=about)

    with monkeypatch.context() as patched:
        patched.setattr(intakes, "save_log", cut)
        with pytest.raises(KeyboardInterrupt):
            simulate(handful, open_baseline(), tmp_path / "out", decisions=5, cache=worlds)
    manifest = tmp_path / "out" / "truth" / "manifest.json"
    told = manifest.read_text(encoding="utf-8")
    manifest.write_text(told.replace('"scenario"', '"other"'), encoding="utf-8")
    with pytest.raises(InvalidInputError, match="autre simulation"):
        simulate(handful, open_baseline(), tmp_path / "out", decisions=5, cache=worlds)
    manifest.write_text(told, encoding="utf-8")
    (tmp_path / "out" / ".unfinished-x").mkdir()
    log = simulate(handful, open_baseline(), tmp_path / "out", decisions=5, cache=worlds)
    assert log.decisions >= 5
