"""Skills that are asked for, labels that mean the same counted as one."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Asked:
    """A skill by its number, with those counted under it (itself too), and how many options ask for any of them."""

    skill: int
    alike: tuple[int, ...]
    options: int


def most_asked(ids: NDArray[np.int32], close: Callable[[int], NDArray[np.bool_]]) -> list[Asked]:
    """The skills of some options, the most asked first.

    `ids` (n_options, slots) are numbers of skills, negative for none; `close(skill)` (n_skills,) says which mean the
    same. The most asked label takes in what is close to it, then the next one of the rest.
    """
    at, slot = np.nonzero(ids >= 0)
    pairs = np.unique(np.column_stack([ids[at, slot], at]), axis=0)
    skills, starts, counts = np.unique(pairs[:, 0], return_index=True, return_counts=True)
    options = {int(skill): pairs[start : start + n, 1] for skill, start, n in zip(skills, starts, counts, strict=True)}
    left = dict.fromkeys(int(skill) for skill in skills[np.lexsort((skills, -counts))])
    found: list[Asked] = []
    while left:
        skill = next(iter(left))
        alike = tuple(one for one in {skill, *map(int, np.flatnonzero(close(skill)))} if one in left)
        found.append(
            Asked(skill, tuple(sorted(alike)), len(np.unique(np.concatenate([options[one] for one in alike]))))
        )
        for one in alike:
            del left[one]
    return sorted(found, key=lambda one: (-one.options, one.skill))
