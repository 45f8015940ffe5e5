"""What a closed list is: codes in lower_snake, each with its labels. All four languages are written by hand.

Italian is that of the Ticino administration, English that of federal offices: AC, AI and ORP are AD, AI and URC in the
one, UI, DI and RAV in the other. What exists in one canton or in France keeps its own acronym.
"""

from enum import StrEnum
from typing import Self


class ClosedList(StrEnum):
    """A closed list of codes with labels; the docstring of each list says where it comes from."""

    fr: str
    de: str
    it: str
    en: str

    def __new__(cls, code: str, fr: str, de: str, it: str, en: str) -> Self:
        """Make one member: the code is its value, the labels its attributes."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.fr, member.de, member.it, member.en = fr, de, it, en
        return member

    def label(self, lang: str) -> str:
        """The label in `lang` (fr, de, it, en); French for any other language."""
        label: str = getattr(self, lang, self.fr)
        return label
