"""Every word that a page asks for by its key is there: a key that is missing would be a fault on the screen."""

import re
from pathlib import Path

import pytest

import matching.web
from matching.messages.say import catalogue

TEMPLATES = sorted(Path(matching.web.__path__[0], "templates").rglob("*.html"))
_ASKED = re.compile(r"""\b(?:t|lt)\(\s*["']([\w.]+)["'](\s*~)?""")
_COLON = re.compile(r"\}\} ?:[ <\"]")
_NOT_YET = {"card.html"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_the_keys_of_a_template_are_in_the_catalogue(template: Path) -> None:
    """A key that is put together (`~`) must at least begin like one that there is."""
    said = catalogue("fr")
    for key, goes_on in _ASKED.findall(template.read_text("utf-8")):
        found = any(each.startswith(key) for each in said) if goes_on else key in said
        assert found, key


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_sets_a_colon_itself(template: Path) -> None:
    """French has a space before it and the others none: `web.labelled` knows."""
    found = _COLON.findall(template.read_text("utf-8"))
    assert found == [] or template.name in _NOT_YET


def test_no_word_of_the_pages_around_a_person_is_there_for_nothing() -> None:
    texts = "".join(path.read_text("utf-8") for path in TEMPLATES)
    code = "".join(path.read_text("utf-8") for path in Path(matching.web.__path__[0]).rglob("*.py"))
    begun = {key for key, goes_on in _ASKED.findall(texts) if goes_on}
    for key in (key for key in catalogue("fr") if key.startswith("web.letter")):
        named = f'"{key}"' in texts + code or f"'{key}'" in texts
        assert named or any(key.startswith(prefix) for prefix in begun), key
