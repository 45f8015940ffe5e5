import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Vendeuse,\nÉpicerie ", "vendeuse epicerie"),
        ("Straße", "strasse"),
        ("C++ / C#", "c++ c#"),
        ("œuvre_d'art", "œuvre d art"),
        ("\ud800", ""),
        ("𝓐", "a"),
    ],
)
def test_spellings_become_equal(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
