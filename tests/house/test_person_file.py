"""A person's file is loaded in one place: whoever goes around it misses what the person has said since."""

import ast
from pathlib import Path

import pytest

_LOADS = {"get", "hold", "all_visible"}
_HOME = "use_cases/person_file.py"


def loads(source: str) -> set[str]:
    """The functions of the store's profiles that a module uses to load a file, however it imports them."""
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "matching.storage"
        for alias in node.names
        if alias.name == "profiles"
    }
    called = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names
    }
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "matching.storage.profiles"
        for alias in node.names
    }
    return (called | imported) & _LOADS


def test_only_the_person_file_loads_files(pytestconfig: pytest.Config) -> None:
    root = Path(pytestconfig.rootpath, "src", "matching")
    found = {path.relative_to(root).as_posix(): loads(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))}
    assert {path: names for path, names in found.items() if names and path != _HOME} == {}
    assert found[_HOME] == _LOADS


def test_the_check_sees_every_way_around() -> None:
    assert loads("from matching.storage import profiles as people\npeople.hold(connection, id_, units)") == {"hold"}
    assert loads("from matching.storage.profiles import get") == {"get"}
    assert loads("from matching.storage import profiles\nprofiles.list_ids(connection, None)") == set()
