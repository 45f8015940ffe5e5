"""Text that a spreadsheet takes for text: no cell begins like a formula. Source: OWASP, CSV injection."""

import re
import unicodedata

_STARTS = frozenset("=+-@")
_BREAKS = frozenset("\t\r\n")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no XML or terminal takes: control signs but tab and line break, halves of a sign, and the two that are none."""


def harmless(text: str) -> str:
    """The text for a cell: behind an apostrophe when it would be taken for a formula, whatever spaces come before.

    Full-width and other forms of the signs count as well. `plain` takes the apostrophe away again. A line ends with a
    line feed, and what cannot be printed is replaced.
    """
    clean = _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{clean}" if begins_formula(clean.lstrip("'")) else clean


def plain(cell: str) -> str:
    """The text behind a cell that `harmless` wrote."""
    return cell[1:] if cell.startswith("'") and begins_formula(cell.lstrip("'")) else cell


def begins_formula(text: str) -> bool:
    """Whether some program might read a cell with this text as a formula."""
    for sign in text:
        if sign in _BREAKS:
            return True
        if not _is_blank(sign):
            return unicodedata.normalize("NFKC", sign)[:1] in _STARTS
    return False


def _is_blank(sign: str) -> bool:
    """Spaces of every width, and signs without any."""
    return sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Zs"}
