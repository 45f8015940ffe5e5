"""What the README and the documents promise is there: the two commands, every linked file, nobody's own folders."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from matching.cli.main import app

COMMANDS = ("demo", "test")
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)|(?:href|src)=\"([^\"]+)\"", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:work|root|home|Users)/")


def documents(root: Path) -> list[Path]:
    return [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").glob("**/*.md"))]


def relative_links(document: Path) -> Iterator[str]:
    prose = INLINE_CODE.sub("", FENCED.sub("", document.read_text(encoding="utf-8")))
    for groups in LINK.findall(prose):
        target = next(group for group in groups if group)
        if not ELSEWHERE.match(target):
            yield target.partition("#")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_the_command_and_make_knows_it(command: str, pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath
    assert f"make {command}" in (root / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^{command}:", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_readme_names_every_command(pytestconfig: pytest.Config) -> None:
    readme = (pytestconfig.rootpath / "README.md").read_text(encoding="utf-8")
    groups = [command.name for command in app.registered_groups]
    names = [*(command.name for command in app.registered_commands), *groups]
    assert len(names) > 20
    assert [name for name in names if not re.search(rf"\b{name}\b", readme)] == []


def test_relative_links_lead_somewhere(pytestconfig: pytest.Config) -> None:
    broken = [
        f"{document.name}: {target}"
        for document in documents(pytestconfig.rootpath)
        for target in relative_links(document)
        if not (document.parent / target).exists()
    ]
    assert broken == []


def test_no_document_names_a_folder_of_somebodys_machine(pytestconfig: pytest.Config) -> None:
    naming = [
        f"{document.name}: {line.strip()}"
        for document in documents(pytestconfig.rootpath)
        for line in document.read_text(encoding="utf-8").splitlines()
        if MACHINE_PATH.search(line)
    ]
    assert naming == []
