"""What a use case says is read over HTTP too: a command that helps on stands beside the sentence, not in it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FROM_BELOW_HTTP = ("api", "domain", "eligibility", "use_cases", "visibility")
BY_COMMAND_ALONE = {"employer_flags.py", "institution_answers.py", "mandates.py", "rank_texts.py"}
"""Use cases that no route reaches."""


def sentences(file: Path) -> Iterator[str]:
    """Every text in a file that is not the docstring of something."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_no_sentence_that_is_read_over_http_names_a_command(pytestconfig: pytest.Config) -> None:
    source = pytestconfig.rootpath / "src" / "matching"
    files = [path for floor in FROM_BELOW_HTTP for path in (source / floor).rglob("*.py")]
    found = {
        (path.name, text)
        for path in files
        if path.name not in BY_COMMAND_ALONE
        for text in sentences(path)
        if "`matching" in text or "« matching" in text
    }
    assert len(files) > 150
    assert found == set()
