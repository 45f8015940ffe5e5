"""Labels of closed lists: none missing in any language, no two of a list alike, the same figures in each."""

import re
from collections import Counter
from importlib import import_module

import pytest

from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.situation import Language
from matching.messages.say import LANGUAGES

NAMES = {"Cantone"}
"""What Italian writes with a capital and French without."""


@pytest.fixture
def members(pytestconfig: pytest.Config) -> list[ClosedList]:
    """Every code of every closed list of the service: those of the domain and those of single rooms."""
    source = pytestconfig.rootpath / "src"
    for path in sorted(source.rglob("*.py")):
        if "(ClosedList):" in path.read_text(encoding="utf-8"):
            import_module(".".join(path.relative_to(source).with_suffix("").parts))
    lists = [found for found in ClosedList.__subclasses__() if found.__module__.startswith("matching.")]
    assert len(lists) > 60
    return [member for found in lists for member in found]


def told(member: ClosedList) -> str:
    return f"{type(member).__name__}.{member.value}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_missing(language: str, members: list[ClosedList]) -> None:
    assert [told(member) for member in members if not getattr(member, language).strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_codes_of_a_list_read_the_same(language: str, members: list[ClosedList]) -> None:
    read = Counter((type(member), member.label(language).casefold()) for member in members)
    assert [label for (_, label), times in read.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_plain_lines(language: str, members: list[ClosedList]) -> None:
    wrong = re.compile(r"^\s|\s$|\s\s|\n|\.$" + ("" if language == "fr" else r"|\s[:;?!]"))
    assert [told(member) for member in members if wrong.search(member.label(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_french_label(language: str, members: list[ClosedList]) -> None:
    def figures(label: str) -> list[str]:
        return sorted(re.findall(r"\d+", label))

    assert [told(member) for member in members if figures(member.label(language)) != figures(member.fr)] == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_labels_begin_small_where_the_french_ones_do(language: str, members: list[ClosedList]) -> None:
    """Names aside: acronyms, and languages in English. Labels stand in the middle of sentences as well."""

    def is_name(member: ClosedList) -> bool:
        first = member.label(language).split()[0]
        return first in NAMES or len(re.findall(r"[A-Z]", first)) > 1 or (language == "en" and type(member) is Language)

    raised = [member for member in members if member.fr[0].islower() and not member.label(language)[0].islower()]
    assert [told(member) for member in raised if not is_name(member)] == []
