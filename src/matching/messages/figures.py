"""Figures as each language writes them: French with a comma, the others as Switzerland writes them, with a point.

Thousands stand apart by a narrow space that does not break in French, an apostrophe in German and Italian, in English
a comma.

Source: Unicode CLDR, numbers of fr_CH, de_CH, it_CH and en.
"""

_DECIMAL = {"fr": ","}
_THOUSANDS = {"fr": "\u202f", "de": "’", "it": "’"}


def written(value: float, spec: str, lang: str) -> str:
    """A number under a format specification (such as ".2f"), with the decimal sign of the language."""
    return f"{value:{spec}}".replace(".", _DECIMAL.get(lang, "."))


def amount(value: int, lang: str) -> str:
    """A whole number with its thousands apart, as the language writes them."""
    return f"{value:,}".replace(",", _THOUSANDS.get(lang, ","))
