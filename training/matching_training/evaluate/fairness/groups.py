"""Who belongs to which group: a protected copy, kept apart from the log and joined to it in this room alone."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import is_integer_dtype

from matching.domain.vocabulary.situation import PermitKind
from matching.errors import InvalidInputError
from matching_training.small_cells import MINIMUM

People = NDArray[np.int64]

WORDS = {"sex": "sexe", "age_band": "âge", "permit_group": "permis", "canton": "canton"}
"""The columns of the protected table, with the word for each."""
ATTRIBUTES = tuple(WORDS)
UNKNOWN = "inconnu"
"""Level of those whose attribute is not known: a group like another."""

_PERMITS = {
    "national": (PermitKind.CITIZEN,),
    "settled": (PermitKind.C, PermitKind.EU_FREE_MOVEMENT, PermitKind.G),
    "residence": (PermitKind.B, PermitKind.L, PermitKind.FR_RESIDENCE_TITLE),
    "asylum": (PermitKind.F, PermitKind.N, PermitKind.S),
}
_AGE_BANDS = ((25, "15-24"), (40, "25-39"), (55, "40-54"))


def permit_group(kind: PermitKind | None) -> str | None:
    """The group of a permit: national, settled, residence or asylum; None where it is not known."""
    return next((group for group, kinds in _PERMITS.items() if kind in kinds), None)


def age_band(years: int | None) -> str | None:
    """The band of an age in years; None where it is not known."""
    if years is None:
        return None
    return next((band for below, band in _AGE_BANDS if years < below), "55+")


@dataclass(frozen=True, eq=False)
class Protected:
    """Sex, age band, permit group and canton by person, and nothing else. InvalidInputError for another shape."""

    table: pd.DataFrame

    def __post_init__(self) -> None:
        if set(self.table.columns) != set(ATTRIBUTES):
            raise InvalidInputError(f"La table protégée a les colonnes {', '.join(ATTRIBUTES)}, et aucune autre.")
        if not (self.table.empty or is_integer_dtype(self.table.index)):
            raise InvalidInputError(
                "La table protégée nomme les personnes par leur numéro dans le journal ; la reprendre."
            )
        if self.table.index.has_duplicates:
            raise InvalidInputError("La table protégée nomme deux fois la même personne ; une ligne par personne.")

    def levels(self, attribute: str) -> pd.Series:
        """The level of each person, by person; an unknown one is a level of its own."""
        return self.table[attribute].astype(object).where(self.table[attribute].notna(), UNKNOWN).astype(str)


@dataclass(frozen=True, eq=False)
class Group:
    """People who share a level of one attribute, or of several; `members` are numbers of people, sorted."""

    attributes: tuple[str, ...]
    levels: tuple[str, ...]
    members: People

    @property
    def name(self) -> str:
        """As it is said: "sexe f et canton VD"."""
        said = (f"{WORDS[attribute]} {level}" for attribute, level in zip(self.attributes, self.levels, strict=True))
        return " et ".join(said)

    @property
    def is_intersection(self) -> bool:
        """Whether more than one attribute makes it."""
        return len(self.attributes) > 1


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups that may be shown, how many may not, and the share of people of whom the table says anything.

    `unknown` are the attributes that it knows of nobody.
    """

    shown: tuple[Group, ...]
    people: People
    hidden: int
    covered: float
    unknown: tuple[str, ...] = ()


def split(protected: Protected, people: People, *, order: int = 2) -> Groups:
    """The groups among some people: each attribute alone, then every crossing of up to `order` of them.

    Groups of fewer than five are counted as hidden. One that has the members of an earlier one is not said twice, nor
    is one that holds everybody, since it can be compared with nobody.
    """
    asked = np.unique(people)
    known = np.asarray(protected.table.index, dtype=np.int64)
    joined = np.intersect1d(asked, known)
    levels = pd.DataFrame({name: protected.levels(name).reindex(joined) for name in ATTRIBUTES})
    shown: list[Group] = []
    seen = {joined.tobytes()}
    hidden = 0
    for size in range(1, order + 1):
        for attributes in combinations(ATTRIBUTES, size):
            for level, rows in levels.groupby(list(attributes), sort=True, observed=True):
                members = np.sort(np.asarray(rows.index, dtype=np.int64))
                if len(members) < MINIMUM:
                    hidden += 1
                elif members.tobytes() not in seen:
                    seen.add(members.tobytes())
                    shown.append(Group(attributes, tuple(level), members))
    covered = len(joined) / len(asked) if len(asked) else 0.0
    unknown = tuple(name for name in ATTRIBUTES if levels[name].eq(UNKNOWN).all())
    return Groups(shown=tuple(shown), people=joined, hidden=hidden, covered=covered, unknown=unknown)
