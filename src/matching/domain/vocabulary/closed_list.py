"""What a closed list is: codes in lower_snake, each with its labels. French and German are written by hand."""

from enum import StrEnum
from typing import Self


class ClosedList(StrEnum):
    """A closed list of codes with labels; the docstring of each list says where it comes from."""

    fr: str
    de: str
    it: str | None
    en: str | None

    def __new__(cls, code: str, fr: str, de: str, it: str | None = None, en: str | None = None) -> Self:
        """Make one member: the code is its value, the labels its attributes."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.fr, member.de, member.it, member.en = fr, de, it, en
        return member

    def label(self, lang: str) -> str:
        """The label in `lang` (fr, de, it, en); French where that language still lacks it."""
        label: str | None = getattr(self, lang, None)
        return label or self.fr
