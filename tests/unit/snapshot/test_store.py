"""A snapshot is whole or refused; until the last step of writing one, the one in use stays in use."""

import contextlib
import hashlib
import itertools
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from matching.domain.opportunity import Vacancy
from matching.errors import ConflictError, DamagedError, InvalidInputError
from matching.snapshot.manifest import Manifest
from matching.snapshot.store import current_version, load_snapshot, write_snapshot

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
OPTIONS = tuple(Vacancy(id=f"own:{n}", title=f"Vendeuse à l'étage {n}", description="x" * n) for n in range(5))
VECTORS = np.arange(15, dtype=np.float32).reshape(5, 3)


def write(root: Path, *, minutes: int = 0, options: tuple[Vacancy, ...] = OPTIONS, **groups: Any) -> str:
    return write_snapshot(
        root,
        records=((option.id, option.model_dump_json()) for option in options),
        groups=groups or {"vectors": {"dense": VECTORS, "owner": np.arange(5)}, "columns": {"min_age": np.full(5, 18)}},
        meta={"encoder": "e-1", "rules": "r-1", "catalogue": f"c-{minutes}"},
        at=AT + timedelta(minutes=minutes),
    )


def snapshot_files(root: Path) -> list[Path]:
    version = current_version(root)
    assert version is not None
    return [root / "current", *sorted(path for path in (root / version).rglob("*") if path.is_file())]


def test_there_is_none_before_the_first(tmp_path: Path) -> None:
    assert load_snapshot(tmp_path / "nowhere") is None
    assert load_snapshot(tmp_path) is None
    assert current_version(tmp_path) is None


def test_what_was_written_is_loaded(tmp_path: Path) -> None:
    version = write(tmp_path)
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    assert re.fullmatch(r"s-20261121T101500-[0-9a-f]{8}", version)
    assert (snapshot.version, current_version(tmp_path)) == (version, version)
    assert dict(snapshot.meta) == {
        "encoder": "e-1",
        "rules": "r-1",
        "catalogue": "c-0",
        "created_at": "2026-11-21T10:15:00+00:00",
    }
    assert list(snapshot.ids) == [option.id for option in OPTIONS]
    assert len(snapshot) == 5
    assert [snapshot.option(row) for row in range(5)] == list(OPTIONS)
    assert [snapshot.row_of(option.id) for option in OPTIONS] == list(range(5))
    assert snapshot.row_of("own:unknown") is None
    assert set(snapshot.group("vectors")) == {"dense", "owner"}
    np.testing.assert_array_equal(snapshot.group("vectors")["dense"], VECTORS)
    assert snapshot.group("columns")["min_age"].dtype == np.int64


@pytest.mark.parametrize("row", [-1, 5])
def test_rows_outside_are_an_index_error(tmp_path: Path, row: int) -> None:
    write(tmp_path)
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    with pytest.raises(IndexError):
        snapshot.option(row)


def test_a_group_that_is_not_there_is_said(tmp_path: Path) -> None:
    write(tmp_path)
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    with pytest.raises(DamagedError, match="ne contient pas traits"):
        snapshot.group("traits")


def test_arrays_are_read_only(tmp_path: Path) -> None:
    write(tmp_path)
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    with pytest.raises(ValueError, match="read-only"):
        snapshot.group("vectors")["dense"][0, 0] = 1


@pytest.mark.parametrize("array", [np.zeros((0, 3), np.float32), np.array(4.0), np.asfortranarray(VECTORS)])
def test_a_snapshot_of_nothing_and_odd_shapes_are_kept(tmp_path: Path, array: NDArray[Any]) -> None:
    write(tmp_path, options=(), vectors={"dense": array})
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    assert len(snapshot) == 0
    np.testing.assert_array_equal(snapshot.group("vectors")["dense"], array)


def test_only_this_and_the_previous_version_stay(tmp_path: Path) -> None:
    versions = [write(tmp_path, minutes=minutes) for minutes in range(4)]
    assert sorted(path.name for path in tmp_path.glob("*-*")) == versions[2:]
    assert current_version(tmp_path) == versions[3]


def test_a_loaded_snapshot_survives_its_files(tmp_path: Path) -> None:
    write(tmp_path)
    snapshot = load_snapshot(tmp_path)
    assert snapshot is not None
    for minutes in range(1, 4):
        write(tmp_path, minutes=minutes)
    assert not (tmp_path / snapshot.version).exists()
    assert snapshot.option(3) == OPTIONS[3]
    np.testing.assert_array_equal(snapshot.group("vectors")["dense"], VECTORS)


def test_the_same_state_at_the_same_moment_is_the_same_version(tmp_path: Path) -> None:
    first = write(tmp_path)
    assert write(tmp_path) == first
    (tmp_path / first / "ids.json").write_text("[]")
    assert write(tmp_path) == first  # what was damaged is written anew
    assert load_snapshot(tmp_path) is not None
    assert [path.name for path in tmp_path.glob("*-*")] == [first]


def test_the_folders_are_their_owners_only(tmp_path: Path) -> None:
    version = write(tmp_path / "new")
    assert [path.stat().st_mode & 0o077 for path in (tmp_path / "new", tmp_path / "new" / version)] == [0, 0]


class TestRefused:
    def test_an_id_that_comes_twice(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidInputError, match="own:1 vient deux fois"):
            write(tmp_path, options=(OPTIONS[1], OPTIONS[1]))
        assert load_snapshot(tmp_path) is None

    def test_a_record_of_several_lines(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidInputError, match="ne tient pas sur une ligne"):
            write_snapshot(tmp_path, records=[("own:1", "{\n}")], groups={}, meta={})

    @pytest.mark.parametrize("name", ["..", "../x", "a/b", "", "A", "x.npy"])
    def test_a_name_that_could_leave_the_folder(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(InvalidInputError, match="lower_snake"):
            write_snapshot(tmp_path, records=[], groups={name: {"x": VECTORS}}, meta={})
        with pytest.raises(InvalidInputError, match="lower_snake"):
            write_snapshot(tmp_path, records=[], groups={"vectors": {name: VECTORS}}, meta={})

    def test_arrays_of_python_objects(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="Object arrays"):
            write(tmp_path, vectors={"dense": np.array([{}], dtype=object)})
        assert list(tmp_path.glob("*-*")) == []

    def test_a_naive_moment(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidInputError, match="fuseau horaire"):
            write_snapshot(tmp_path, records=[], groups={}, meta={}, at=datetime(2026, 11, 21))  # noqa: DTZ001

    def test_a_second_writer_while_one_is_writing(self, tmp_path: Path) -> None:
        def records() -> Iterator[tuple[str, str]]:
            with pytest.raises(ConflictError, match="Un autre processus"):
                write_snapshot(tmp_path, records=[], groups={}, meta={}, wait_s=0.1)
            yield OPTIONS[0].id, OPTIONS[0].model_dump_json()

        write_snapshot(tmp_path, records=records(), groups={}, meta={})
        assert len(list(tmp_path.glob("s-*"))) == 1


class TestDamaged:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        write(tmp_path)
        return tmp_path

    @settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(data=st.data())
    def test_one_flipped_bit_anywhere(self, root: Path, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(snapshot_files(root)))
        content = path.read_bytes()
        bit = data.draw(st.integers(0, len(content) * 8 - 1))
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        try:
            with pytest.raises(DamagedError):
                load_snapshot(root)
        finally:
            path.write_bytes(content)

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda path: path.unlink(),
            lambda path: path.write_bytes(b""),
            lambda path: path.write_bytes(path.read_bytes()[:-1]),
            lambda path: path.write_bytes(path.read_bytes() + b"\0"),
            lambda path: path.write_bytes(b"\xff\xfe garbage"),
        ],
        ids=["missing", "empty", "shorter", "longer", "garbage"],
    )
    def test_any_file(self, root: Path, spoil: Callable[[Path], None]) -> None:
        for path in snapshot_files(root):
            content = path.read_bytes()
            spoil(path)
            if path.exists() or path.name != "current":  # without `current` there is none yet
                with pytest.raises(DamagedError) as caught:
                    load_snapshot(root)
                assert "\n" not in str(caught.value)
            path.write_bytes(content)
        assert load_snapshot(root) is not None

    @pytest.mark.parametrize(
        "line",
        [
            "s-20260101T000000-00000000 " + "0" * 64,
            "../s-20261121T101500-00000000 " + "0" * 64,
            "/etc " + "0" * 64,
            "s-20261121T101500-00000000",
        ],
    )
    def test_a_current_that_points_nowhere_or_elsewhere(self, root: Path, line: str) -> None:
        (root / "current").write_text(f"{line}\n")
        with pytest.raises(DamagedError):
            load_snapshot(root)

    @pytest.mark.parametrize(
        "change",
        [
            {"files": {"../../secret.npy": {"sha256": "0" * 64, "size": 1}}},
            {"files": {"/etc/passwd": {"sha256": "0" * 64, "size": 1}}},
            {"files": {"vectors/../../x.npy": {"sha256": "0" * 64, "size": 1}}},
            {"files": {"extra.json": {"sha256": "0" * 64, "size": 1}}},
            {"files": {"options.jsonl": {"sha256": "0", "size": -1}}},
            {"options": 4},
            {"format": 2},
            {"surprise": 1},
        ],
    )
    def test_a_manifest_that_says_what_none_can_say(self, root: Path, change: dict[str, Any]) -> None:
        version = current_version(root)
        assert version is not None
        path = root / version / "manifest.json"
        manifest = json.loads(path.read_bytes())
        files = {**manifest["files"], **change.get("files", {})}
        replace_manifest(root, version, json.dumps({**manifest, **change, "files": files}).encode())
        with pytest.raises(DamagedError):
            load_snapshot(root)

    @pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"{", b"null", b"[" * 100_000])
    def test_a_manifest_of_garbage_with_the_right_digest(self, root: Path, content: bytes) -> None:
        version = current_version(root)
        assert version is not None
        replace_manifest(root, version, content)
        with pytest.raises(DamagedError):
            load_snapshot(root)

    def test_the_next_writer_repairs(self, root: Path) -> None:
        (root / "current").write_text("garbage")
        version = write(root, minutes=1)
        assert current_version(root) == version
        assert [path.name for path in root.glob("*-*")] == [version]


def replace_manifest(root: Path, version: str, content: bytes) -> None:
    """A forged manifest with a matching digest: what remains is what the manifest itself says."""
    (root / version / "manifest.json").write_bytes(content)
    (root / "current").write_text(f"{version} {hashlib.sha256(content).hexdigest()}\n")


class TestInterrupted:
    """Writing fails, or the machine stops, at each step that touches the disk."""

    STEPS = ("os.fsync", "os.replace", "pathlib.Path.replace", "pathlib.Path.mkdir", "pathlib.Path.open", "os.open")

    @pytest.mark.parametrize("killed", [False, True], ids=["fails", "killed"])
    @pytest.mark.parametrize("step", STEPS)
    def test_the_snapshot_in_use_stays(self, tmp_path: Path, step: str, killed: bool) -> None:
        before = write(tmp_path)
        for count in itertools.count(1):
            finished = self.write_until(tmp_path, step, count, killed=killed)
            snapshot = load_snapshot(tmp_path)
            assert snapshot is not None
            assert [snapshot.option(row) for row in range(len(snapshot))] == list(OPTIONS)
            if not killed:
                assert list(tmp_path.glob("building-*")) == []
            if finished:
                assert snapshot.version != before
                assert list(tmp_path.glob("building-*")) == []
                break
        assert count > 1

    @staticmethod
    def write_until(root: Path, step: str, count: int, *, killed: bool) -> bool:
        """Write with the step failing the `count`th time; True when writing needed fewer of them."""
        with pytest.MonkeyPatch.context() as patch:
            target, _, name = step.rpartition(".")
            owner: Any = os if target == "os" else Path
            original = getattr(owner, name)
            left = itertools.count(count, -1)

            def fail_at_last(*args: Any, **kwargs: Any) -> Any:
                if next(left) == 1:
                    if killed:  # nothing of ours runs after this
                        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
                        raise KeyboardInterrupt
                    raise OSError(28, "No space left on device")
                return original(*args, **kwargs)

            patch.setattr(owner, name, fail_at_last)
            with contextlib.suppress(DamagedError, KeyboardInterrupt):
                write(root, minutes=count)
            return next(left) > 0

    def test_records_that_fail_midway(self, tmp_path: Path) -> None:
        before = write(tmp_path)

        def records() -> Iterator[tuple[str, str]]:
            yield OPTIONS[0].id, OPTIONS[0].model_dump_json()
            raise RuntimeError

        with pytest.raises(RuntimeError):
            write_snapshot(tmp_path, records=records(), groups={}, meta={}, at=AT)
        assert current_version(tmp_path) == before
        assert list(tmp_path.glob("building-*")) == []

    def test_a_version_pruned_while_it_is_loaded_gives_its_successor(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path)
        original = Manifest.verify

        def overtaken(manifest: Manifest, folder: Path) -> None:
            if manifest.meta["catalogue"] == "c-0":
                write(tmp_path, minutes=1)
                write(tmp_path, minutes=2)
            original(manifest, folder)

        monkeypatch.setattr(Manifest, "verify", overtaken)
        snapshot = load_snapshot(tmp_path)
        assert snapshot is not None
        assert snapshot.meta["catalogue"] == "c-2"
