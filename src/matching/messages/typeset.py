"""Text as it is set on paper: apostrophes, spaces that do not break, days with the names of weekday and month."""

import re
from datetime import date

from matching.messages.say import say

_NARROW, _FIXED = "\u202f", "\u00a0"
_FIGURES = re.compile(r"(?<=\d) (?=[\w%])")
_CHF = re.compile(r"\b(CHF|EUR|Fr\.) (?=\d)")
_SPAN = re.compile(r"(?<=\d)-(?=\d+(?: |\u00a0)?%)")
_APOSTROPHE = re.compile(r"(?<=\w)'")


def typeset(text: str, lang: str) -> str:
    """A text with the marks of print: curved apostrophes, figures that stay with what they count, French spacing.

    Sources: Imprimerie nationale, Lexique des règles typographiques (French marks); Swiss Federal Chancellery,
    Schreibweisungen (figures and units).
    """
    text = _APOSTROPHE.sub("’", text)
    text = _SPAN.sub("–", text)
    text = _CHF.sub(rf"\1{_FIXED}", _FIGURES.sub(_FIXED, text))
    if lang == "fr":
        text = text.replace(" :", f"{_FIXED}:").replace("« ", f"«{_FIXED}").replace(" »", f"{_FIXED}»")
        text = re.sub(r" ([;?!])", rf"{_NARROW}\1", text)
    return text


def day_in_words(day: date, lang: str) -> str:
    """A day as it is said: lundi 30 novembre 2026; day, month and year stay on one line."""
    weekday = say(lang, "letter.weekdays").split()[day.weekday()]
    month = say(lang, "letter.months").split()[day.month - 1]
    number = say(lang, "letter.first_of_month") if day.day == 1 else say(lang, "letter.day_of_month", number=day.day)
    return f"{weekday} {number}{_FIXED}{month}{_FIXED}{day.year}"
