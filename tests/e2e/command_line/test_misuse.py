"""Commands typed wrongly, settings that make no sense, faults of ours: one line and exit code 2."""

import os
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

from matching import bootstrap
from matching.cli import embed


@pytest.mark.parametrize("arguments", [(), ("users",), ("contracts",), ("taxonomy",), ("detection",)])
def test_a_bare_command_shows_the_help(run: Run, arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Usage: ")


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("nothing",), "nothing"),
        (("--nothing",), "--nothing"),
        (("import",), "source"),
        (("import", "measures"), "path"),
        (("import", "measures", "a", "b"), "b"),
        (("recommend", "--profile"), "--profile"),
        (("recommend", "--profile", "p", "--limit", "101"), "au plus 100"),
        (("recommend", "--profile", "p", "--start", "0"), "au moins 1"),
        (("demo", "x"), "x"),
        (("demo", "\x1b[31m\nx"), "x"),
    ],
)
def test_a_command_typed_wrongly(run: Run, arguments: tuple[str, ...], mention: str) -> None:
    said = run(*arguments)
    assert_refused(said, mention, "--help")
    assert "\x1b" not in said.err


def test_bytes_that_are_no_text_are_refused_in_words(run: Run, on_demo: Path) -> None:
    assert_refused(run("recommend", "--profile", "p01-\udcff"), "UTF-8")


def test_help_is_no_error(run: Run) -> None:
    for arguments in (("--help",), ("import", "--help"), ("users", "add", "--help")):
        said = run(*arguments)
        assert (said.code, said.err) == (0, "")


def test_no_line_of_the_help_is_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    groups = [
        (),
        *((name,) for name in ("consent", "contest", "ranking", "refuse", "answer", "shortlist", "contracts")),
    ]
    groups += [
        (name,)
        for name in ("detection", "guarantee", "lead", "plan", "taxonomy", "users", "employers", "units", "steering")
    ]
    groups += [("users", "tokens")]
    for group in groups:
        listed = run(*group, "--help").out.partition("Commands:")[2]
        for line in listed.splitlines():
            assert not line.strip() or line.endswith("."), (group, line)
            assert not line.endswith(("...", " art.")), (group, line)


def test_a_fault_of_ours_is_one_line_and_not_taken_for_rejected_rows(
    run: Run, on_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ZeroDivisionError("p01-amelie is secret")

    monkeypatch.setattr(bootstrap, "recommend", fault)
    said = run("recommend", "--profile", "p01-amelie")
    assert_refused(said, "ZeroDivisionError", "test_misuse.py")
    assert "secret" not in said.err


def test_the_systems_refusal_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(embed, "read_settings", full)
    assert_refused(run("embed"), "somewhere")


def test_an_interruption_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(embed, "read_settings", stop)
    assert_refused(run("embed"))


def test_a_data_folder_that_cannot_be_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    for folder in ("/proc/matching", tmp_path / "file", tmp_path / "file" / "below", "a" * 300):
        monkeypatch.setenv("MATCHING_DATA_DIR", str(folder))
        assert_refused(run("users", "list"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_without_rights(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    monkeypatch.setenv("MATCHING_DATA_DIR", str(closed / "data"))
    assert_refused(run("users", "list"))


@pytest.mark.parametrize(
    "url",
    [
        *("nonsense", "://", "http://example.org", "sqlite:////proc/none/x.db", "mysql://x", "oracle://x"),
        "postgresql+nothing://x/y",
    ],
)
def test_a_store_address_that_is_nonsense(run: Run, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("MATCHING_DATABASE_URL", url)
    assert_refused(run("users", "list"))


def test_a_password_in_the_address_is_not_repeated(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for url in ("nothing://u:hush@h/x", "postgresql+nothing://u:hush@h/x", "u:hush@h"):
        monkeypatch.setenv("MATCHING_DATABASE_URL", url)
        assert "hush" not in run("users", "list").err


def test_a_store_that_is_garbage_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "data" / "matching.sqlite"
    store.parent.mkdir()
    garbage = bytes(range(256)) * 40
    store.write_bytes(garbage)
    for arguments in (("users", "list"), ("demo",), ("recommend", "--profile", "x")):
        assert_refused(run(*arguments), "matching.sqlite")
    assert store.read_bytes() == garbage


@pytest.mark.parametrize("gain", ["abc", "1,5", "0x1"])
def test_a_setting_that_is_no_number(run: Run, monkeypatch: pytest.MonkeyPatch, gain: str) -> None:
    monkeypatch.setenv("MATCHING_MIN_GAIN", gain)
    assert_refused(run("users", "list"), "MATCHING_MIN_GAIN")
