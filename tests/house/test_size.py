"""A file is one thought, is named after it, and an `__init__.py` holds nothing."""

from pathlib import Path

import pytest

TREES = ("src", "training", "tests")
LIMIT = 400
DRAWERS = {"utils", "helpers", "common", "base", "misc"}
FOLDER_LOADERS = {
    "src/matching/catalogue/sources/__init__.py",
    "src/matching/eligibility/rules/__init__.py",
}


@pytest.fixture
def python_files(pytestconfig: pytest.Config) -> dict[str, Path]:
    """Every Python file of the project by its path from the root."""
    root = pytestconfig.rootpath
    return {path.relative_to(root).as_posix(): path for tree in TREES for path in (root / tree).rglob("*.py")}


def test_no_file_is_too_long(python_files: dict[str, Path]) -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in python_files.items()}
    assert {name: length for name, length in lengths.items() if length > LIMIT} == {}


def test_no_file_or_folder_is_a_drawer(python_files: dict[str, Path]) -> None:
    assert [name for name in python_files if DRAWERS & set(Path(name).with_suffix("").parts)] == []


def test_packages_are_empty_but_for_the_folder_loaders(python_files: dict[str, Path]) -> None:
    filled = {name for name, path in python_files.items() if path.name == "__init__.py" and path.stat().st_size}
    assert filled - FOLDER_LOADERS == set()
