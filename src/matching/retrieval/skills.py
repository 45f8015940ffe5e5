"""Which skills asked for are close to a person's: by meaning, through one table of all skills of the catalogue."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.domain.opportunity import AnyOpportunity
from matching.retrieval.text import text_of_skill
from matching.snapshot.traits import stable_hash

Vectors = npt.NDArray[np.float32]

CLOSE_SKILL = 0.62
"""Cosine from which two skill labels are taken for close; read off pairs of labels by hand, November 2026.

Of 4,000 French ESCO skills 1 pair in 3,650 is as close, and 89 % of 599 alternative labels are to their own skill.
"""

_TELLING = re.compile(
    r"\d+|\b[a-z]\b(?!['’])|\b[abc][12]\b"  # figures, categories of licences, levels
    r"|\b(?:ne|pas|non|sans|aucun\w*|kein\w*|nicht|ohne|senza|not|without|no)\b"
    r"|\b(?:fran[cç]ais|allemand|italien|anglais|espagnol|portugais|albanais|arabe|turc|ukrainien|russe)\w*"
    r"|\b(?:franz[oö]sisch|deutsch|italienisch|englisch|spanisch|portugiesisch)\b"
    r"|\b(?:oral\w*|[ée]crit\w*|m[uü]ndlich\w*|schriftlich\w*|parl[ée]\w*)\b"
    r"|\b(?:java|javascript|typescript|php|python)\b",
)
"""Small words that make two alike labels two different skills: they must be the same on both sides."""

_SLOTS = 12
_NONE = -1


@dataclass(frozen=True)
class SkillTable:
    """`vectors` (n_skills, d) of the distinct labels; `ids` (n_options, 12) int32 into them, -1 for none.

    `telling` (n_skills,) int64 are hashes of the small words that must be the same for two skills to be close.
    """

    vectors: Vectors
    ids: npt.NDArray[np.int32]
    telling: npt.NDArray[np.int64]

    @classmethod
    def build(cls, options: Sequence[AnyOpportunity], encode: Callable[[list[str]], Vectors]) -> "SkillTable":
        """The table of the skills that some options ask for or wish; beyond twelve per option the rest is left out."""
        labels: dict[str, int] = {}
        ids = np.full((len(options), _SLOTS), _NONE, dtype=np.int32)
        for row, option in enumerate(options):
            for slot, skill in enumerate(option.criteria.skills[:_SLOTS]):
                ids[row, slot] = labels.setdefault(text_of_skill(skill.label), len(labels))
        return cls(vectors=encode(list(labels)), ids=ids, telling=_telling_of(list(labels)))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays to save."""
        return {"vectors": self.vectors, "ids": self.ids, "telling": self.telling}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> "SkillTable":
        """The table from saved arrays."""
        return cls(vectors=arrays["vectors"], ids=arrays["ids"], telling=arrays["telling"])

    def held(
        self, labels: Sequence[str], skills: Vectors, rows: npt.NDArray[np.intp] | None = None
    ) -> npt.NDArray[np.bool_]:
        """(n_skills,) bool: the skills of the catalogue close to one of a person's, given with vectors (m, d).

        With `rows` only the skills that those options ask for are looked at; of the others it says nothing.
        """
        held = np.zeros(len(self.vectors), dtype=np.bool_)
        asked = slice(None) if rows is None else np.setdiff1d(self.ids[rows], _NONE)
        if len(skills) and len(vectors := self.vectors[asked]):
            alike = vectors @ skills.T >= CLOSE_SKILL
            held[asked] = (alike & (self.telling[asked][:, np.newaxis] == _telling_of(labels))).any(axis=1)
        return held

    def close_to(self, skill: int) -> npt.NDArray[np.bool_]:
        """(n_skills,) bool: the skills of the catalogue that mean the same as one of them, itself too."""
        alike = self.vectors @ self.vectors[skill] >= CLOSE_SKILL
        return np.asarray(alike & (self.telling == self.telling[skill]))

    def shares(self, rows: npt.NDArray[np.intp], held: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
        """(n_rows,) share of the skills asked for that are held; NaN where none is asked for."""
        ids = self.ids[rows]
        stated = ids != _NONE
        if not len(held):
            return np.full(len(rows), np.nan, dtype=np.float32)
        counted = (held[ids] & stated).sum(axis=1)
        total = stated.sum(axis=1)
        return np.where(total > 0, counted / np.maximum(total, 1), np.nan).astype(np.float32)

    def split(self, row: int, labels: Sequence[str], held: npt.NDArray[np.bool_]) -> tuple[list[str], list[str]]:
        """The labels of one option's skills that are held and those that are not, in their order."""
        named = list(zip(labels[:_SLOTS], self.ids[row], strict=False))
        return (
            [label for label, skill in named if held[skill]],
            [label for label, skill in named if not held[skill]],
        )


def _telling_of(labels: Sequence[str]) -> npt.NDArray[np.int64]:
    """(n,) one number per label for its telling words, the same for the same words in any order; 0 for none."""
    words = [" ".join(sorted(set(_TELLING.findall(label.casefold())))) for label in labels]
    return np.array([stable_hash(each) for each in words], dtype=np.int64)
