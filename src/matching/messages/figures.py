"""Figures as each language writes them: French with a comma, the others as Switzerland writes them, with a point.

Source: Unicode CLDR, numbers of fr_CH, de_CH, it_CH and en.
"""

_DECIMAL = {"fr": ","}


def written(value: float, spec: str, lang: str) -> str:
    """A number under a format specification (such as ".2f"), with the decimal sign of the language."""
    return f"{value:{spec}}".replace(".", _DECIMAL.get(lang, "."))
