"""What people type: read as it is meant, or refused in one sentence that repeats it."""

from datetime import date

import pytest

from matching.errors import InvalidInputError
from matching.messages.refusals import refused_in
from matching.web.typed import Labelled, day_needed, day_of, lines_of, number_of, percent_of, words_of


def test_a_day() -> None:
    assert day_of(" 2027-01-31 ") == day_needed("2027-01-31") == date(2027, 1, 31)
    assert day_of("  ") is None
    with pytest.raises(InvalidInputError, match=r"« 31\.1\.27 » n'est pas un jour"):
        day_of("31.1.27")
    with pytest.raises(InvalidInputError, match="manque le jour"):
        day_needed("")
    with pytest.raises(InvalidInputError, match="« Dernier jour vu »") as missing:
        day_needed("", Labelled("web.inbox.seen_to"))
    assert refused_in("de", missing.value) == "Ein Tag fehlt, «Letzter beobachteter Tag»; ihn angeben."


def test_percent() -> None:
    pace = Labelled("web.inbox.seen.pace")
    assert [percent_of(typed, pace) for typed in ("", "0", "100")] == [None, 0, 100]
    for wrong in ("-1", "101"):
        with pytest.raises(InvalidInputError, match=f"Rythme vaut de 0 à 100, pas {wrong}"):
            percent_of(wrong, pace)


def test_words_and_lines() -> None:
    assert words_of("  deux mots ") == "deux mots"
    assert words_of(" \n") is None
    assert lines_of("Garde\r\n\n  ACIT  \n") == ("Garde", "ACIT")


@pytest.mark.parametrize(("typed", "number"), [("1200", 1200.0), ("1'200,50", 1200.5), (" 3.5 ", 3.5), ("", None)])
def test_a_number(typed: str, number: float | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize("typed", ["beaucoup", "1 200 CHF", "inf", "nan"])
def test_no_number(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="n'est pas un nombre"):
        number_of(typed)
