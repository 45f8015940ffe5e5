"""Figures are written as each language writes them."""

import pytest

from matching.messages.figures import amount


@pytest.mark.parametrize(("lang", "text"), [("fr", "4\u202f800"), ("de", "4’800"), ("it", "4’800"), ("en", "4,800")])
def test_thousands_stand_apart_as_the_language_writes_them(lang: str, text: str) -> None:
    assert amount(4800, lang) == text
    assert amount(800, lang) == "800"
