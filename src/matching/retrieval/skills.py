"""Which skills asked for does a person have: by meaning, through one table of all skills of the catalogue."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.domain.opportunity import AnyOpportunity

Vectors = npt.NDArray[np.float32]

SAME_SKILL = 0.62
"""Cosine from which two skill labels are taken for the same skill; read off pairs of labels by hand, November 2026."""

_SLOTS = 12
_NONE = -1


@dataclass(frozen=True)
class SkillTable:
    """`vectors` (n_skills, d) of the distinct labels; `ids` (n_options, 12) int32 into them, -1 for none."""

    vectors: Vectors
    ids: npt.NDArray[np.int32]

    @classmethod
    def build(cls, options: Sequence[AnyOpportunity], encode: Callable[[list[str]], Vectors]) -> "SkillTable":
        """The table of the skills that some options ask for or wish; beyond twelve per option the rest is left out."""
        labels: dict[str, int] = {}
        ids = np.full((len(options), _SLOTS), _NONE, dtype=np.int32)
        for row, option in enumerate(options):
            for slot, skill in enumerate(option.criteria.skills[:_SLOTS]):
                ids[row, slot] = labels.setdefault(skill.label, len(labels))
        return cls(vectors=encode(list(labels)), ids=ids)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays to save."""
        return {"vectors": self.vectors, "ids": self.ids}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> "SkillTable":
        """The table from saved arrays."""
        return cls(vectors=arrays["vectors"], ids=arrays["ids"])

    def held(self, skills: Vectors) -> npt.NDArray[np.bool_]:
        """(n_skills,) bool: which skills of the catalogue a person with these skill vectors (m, d) has."""
        if not len(skills) or not len(self.vectors):
            return np.zeros(len(self.vectors), dtype=np.bool_)
        return np.asarray((self.vectors @ skills.T).max(axis=1) >= SAME_SKILL)

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
