"""A log as files comes back as it was, and a damaged folder is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]")
pytest.importorskip("pyarrow", reason="needs the extra [train]")

import pandas as pd

from matching.errors import DamagedError, InvalidInputError
from matching_training.log.files import about_of, digest_of, load_log, load_tables, read_log, save_log, save_tables
from matching_training.log.tables import FEEDBACK, OUTCOMES, SHOWN, Log

_FIGURES = (
    *("person", "counsellor", "provider", "next_step", "propensity", "draw", "drawn_among"),
    *("score", "open_questions", "price", "own_chance", "came"),
)
_AT = pd.Timestamp("2026-11-16T08:00:00Z").as_unit("us")


@pytest.fixture
def log() -> Log:
    """One option, rejected."""
    row = dict.fromkeys(SHOWN, "") | {"rank": 1, "at": _AT, "decided_at": _AT, "verb": None, "feature.distance": 3.5}
    row |= {"kind": "vacancy", "began_on": pd.NaT, "ended_on": pd.NaT}
    row |= dict.fromkeys(_FIGURES, 1.0)
    return Log(
        shown=pd.DataFrame([row | {"answer": None, "payer": None, "provider_state": None}]),
        outcomes=pd.DataFrame(columns=list(OUTCOMES)).astype({"stated_at": "datetime64[us, UTC]"}),
        feedback=pd.DataFrame(columns=list(FEEDBACK)).astype({"at": "datetime64[us, UTC]"}),
        until=_AT,
    )


def test_it_comes_back_as_it_was(log: Log, tmp_path: Path) -> None:
    digest = save_log(log, tmp_path / "log", about={"scenario": "tiny"})
    again = load_log(tmp_path / "log")
    pd.testing.assert_frame_equal(again.shown, log.shown, check_dtype=False)
    assert again.shown["verb"].iloc[0] is None
    assert again.until == log.until
    assert digest == digest_of(tmp_path / "log")
    assert load_tables(tmp_path / "log")[1]["scenario"] == "tiny"
    read = read_log(tmp_path / "log")
    assert (read.about["scenario"], read.digest) == ("tiny", digest)
    assert read.log.shown.equals(again.shown)


@pytest.mark.parametrize("harm", ["changed", "gone", "no_manifest", "no_json", "other_format", "climbs"])
def test_a_damaged_folder_is_refused(log: Log, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "log"
    save_log(log, folder)
    manifest = folder / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    match harm:
        case "changed":
            with (folder / "shown.parquet").open("ab") as file:
                file.write(b"x")
        case "gone":
            (folder / "outcomes.parquet").unlink()
        case "no_manifest":
            manifest.unlink()
        case "no_json":
            manifest.write_text("{", encoding="utf-8")
        case "other_format":
            manifest.write_text(json.dumps(told | {"format": 99}), encoding="utf-8")
        case _:
            told["files"]["../shown.parquet"] = told["files"].pop("shown.parquet")
            manifest.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(DamagedError):
        load_log(folder)


def test_tables_that_are_no_log_are_refused(tmp_path: Path) -> None:
    save_tables({"a": pd.DataFrame({"b": [1]})}, tmp_path / "x", about={})
    with pytest.raises(DamagedError, match="pas un journal"):
        load_log(tmp_path / "x")


def test_a_folder_with_something_in_it_is_left_alone(log: Log, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(InvalidInputError, match="pas vide"):
        save_log(log, tmp_path)


def test_it_is_the_owners_alone_and_leaves_what_lies_beside_it(log: Log, tmp_path: Path) -> None:
    (tmp_path / "log.part").mkdir()
    (tmp_path / "log.part" / "foreign").touch()
    save_log(log, tmp_path / "log")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["log", "log.part"]
    assert (tmp_path / "log.part" / "foreign").exists()
    modes = {each.name: each.stat().st_mode & 0o777 for each in (tmp_path / "log").iterdir()}
    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}, modes


def test_nothing_stays_of_what_could_not_be_written(log: Log, tmp_path: Path) -> None:
    unwritable = replace(log, shown=log.shown.assign(reasons=[object()]))
    with pytest.raises(ValueError, match="Could not convert"):
        save_log(unwritable, tmp_path / "log")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["file", "file/deeper", "dangling", "n" * 300])
def test_a_place_that_the_system_refuses_is_said_in_a_sentence(log: Log, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InvalidInputError, match="ne peut pas être écrit"):
        save_log(log, tmp_path / where)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "about", [None, [], "x", {"until": None}, {"until": "2026-11-16"}, {"until": []}, {"until": "x"}, {}]
)
def test_a_manifest_that_tells_of_no_log_is_refused(log: Log, tmp_path: Path, about: object) -> None:
    save_log(log, tmp_path / "log")
    manifest = tmp_path / "log" / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(told | {"about": about}), encoding="utf-8")
    with pytest.raises(DamagedError):
        load_log(tmp_path / "log")
    manifest.write_text("[" * 100_000, encoding="utf-8")
    for read in (load_log, digest_of, about_of):
        with pytest.raises(DamagedError):
            read(tmp_path / "log")


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("at", "2026-11-16", "la colonne at de shown"),
        ("began_on", "2026-11-16", "la colonne began_on de shown"),
        ("score", "many", "la colonne score de shown"),
        ("feature.distance", "far", "la colonne feature.distance de shown"),
        ("reasons", 3, "la colonne reasons de shown"),
        ("kind", "banana", "kind de shown ne peut pas être 'banana'"),
        ("kind", None, "kind de shown ne peut pas être None"),
        ("verb", "shrug", "verb de shown ne peut pas être 'shrug'"),
    ],
)
def test_columns_that_hold_something_else_are_named(
    log: Log, tmp_path: Path, column: str, value: object, says: str
) -> None:
    tables = {"shown": log.shown.assign(**{column: [value]}), "outcomes": log.outcomes, "feedback": log.feedback}
    save_tables(tables, tmp_path / "log", about={"until": _AT.isoformat()})
    with pytest.raises(DamagedError, match=says):
        load_log(tmp_path / "log")
