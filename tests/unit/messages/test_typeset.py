"""Text as it is set on paper: in each language its own marks, and nothing torn at the end of a line."""

from datetime import date

import pytest

from matching.messages.typeset import day_in_words, typeset


@pytest.mark.parametrize(
    ("lang", "typed", "is_set"),
    [
        ("fr", "C'est l'aide : « oui » ou non ?", "C’est l’aide\u00a0: «\u00a0oui\u00a0» ou non\u202f?"),
        ("fr", "40-60 % à 5 km ; 021 000 00 00", "40–60\u00a0% à 5\u00a0km\u202f; 021\u00a0000\u00a000\u00a000"),
        ("de", "Beginn: 4 Wochen, 80 %", "Beginn: 4\u00a0Wochen, 80\u00a0%"),
        ("it", "È un po' simile all'altro", "È un po’ simile all’altro"),
        ("en", "It isn't far: 6 km; right?", "It isn’t far: 6\u00a0km; right?"),
    ],
)
def test_typeset(lang: str, typed: str, is_set: str) -> None:
    assert typeset(typed, lang) == is_set


@pytest.mark.parametrize(
    ("lang", "first", "later"),
    [
        ("fr", "vendredi 1er\u00a0janvier\u00a02027", "mercredi 18\u00a0novembre\u00a02026"),
        ("de", "Freitag, 1.\u00a0Januar\u00a02027", "Mittwoch, 18.\u00a0November\u00a02026"),
        ("it", "venerdì 1°\u00a0gennaio\u00a02027", "mercoledì 18\u00a0novembre\u00a02026"),
        ("en", "Friday 1\u00a0January\u00a02027", "Wednesday 18\u00a0November\u00a02026"),
    ],
)
def test_days_in_words(lang: str, first: str, later: str) -> None:
    assert day_in_words(date(2027, 1, 1), lang) == first
    assert day_in_words(date(2026, 11, 18), lang) == later
