"""What ranks: one step forward, one step back, never half of one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.errors import ConflictError, DamagedError
from matching.ranking.current import BASELINE, Named, flip, sole_promoter, stack_of

ONE, TWO = Named("local-1", "a" * 64), Named("local-2", "b" * 64)


def test_where_nothing_was_promoted_the_baseline_ranks(tmp_path: Path) -> None:
    assert stack_of(tmp_path / "none") == (BASELINE,)


def test_a_flip_is_seen_when_it_has_ended(tmp_path: Path) -> None:
    with flip(tmp_path, (ONE, BASELINE)):
        assert stack_of(tmp_path) == (BASELINE,)
    assert stack_of(tmp_path) == (ONE, BASELINE)
    with flip(tmp_path, (TWO, ONE)):
        pass
    assert stack_of(tmp_path) == (TWO, ONE, BASELINE)
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_a_flip_that_fails_changes_nothing(tmp_path: Path) -> None:
    with flip(tmp_path, (ONE, BASELINE)):
        pass
    with pytest.raises(ZeroDivisionError), flip(tmp_path, (TWO, ONE, BASELINE)):
        raise ZeroDivisionError
    assert stack_of(tmp_path) == (ONE, BASELINE)
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_a_rest_of_a_crash_goes(tmp_path: Path) -> None:
    (tmp_path / "building-current-x").write_text("half")
    with flip(tmp_path, (ONE, BASELINE)):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


@given(cut=st.integers(0, 140), junk=st.sampled_from([b"", b"x", b"\n", b"shipped", b"\xff"]))
def test_half_a_file_is_never_read_as_a_whole_one(
    tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes
) -> None:
    root = tmp_path_factory.mktemp("r")
    with flip(root, (TWO, ONE, BASELINE)):
        pass
    whole = (root / "current").read_bytes()
    altered = whole[:cut] + junk
    (root / "current").write_bytes(altered)
    if altered == whole:
        assert stack_of(root) == (TWO, ONE, BASELINE)
    else:
        with pytest.raises(DamagedError, match="rollback"):
            stack_of(root)


@pytest.mark.parametrize("text", ["../x " + "a" * 64 + "\nshipped\n", "local-1\nshipped\n", "local-1 abc\nshipped\n"])
def test_a_line_names_a_version_and_its_digest(tmp_path: Path, text: str) -> None:
    (tmp_path / "current").write_text(text)
    with pytest.raises(DamagedError):
        stack_of(tmp_path)


def test_one_promotes_at_a_time(tmp_path: Path) -> None:
    with sole_promoter(tmp_path), pytest.raises(ConflictError, match="modèle en service"), sole_promoter(tmp_path, 0.1):
        pass


def test_history_does_not_grow_for_ever(tmp_path: Path) -> None:
    with flip(tmp_path, [ONE, TWO] * 60):
        pass
    kept = stack_of(tmp_path)
    assert len(kept) == 51
    assert kept[-1] == BASELINE
