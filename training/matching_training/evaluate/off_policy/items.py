"""What an off-policy estimate reads: one row per item that was shown, under the policy that served and under another.

A single decision is a slate of one item. For longer slates the item-position model is assumed: what is expected of an
item depends on the item, the person and its position, not on what stands beside it, and the value of a slate is the
sum over its items. Then the probability of an item at a position, not that of the whole slate, is all that is needed.
Both policies fill the same positions. Source: Li, Abbasi-Yadkori, Kveton, Muthukrishnan, Vinay, Wen, Offline
evaluation of ranking policies with click models, KDD 2018.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import InvalidInputError

Values = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Items:
    """Aligned columns (n_items,); a slate has one person and one counsellor.

    InvalidInputError for a probability outside its range, an unknown reward without `known`, or a divided slate.
    """

    slate: Codes
    position: Codes
    """Position on the slate, from 0."""
    person: Codes
    reward: Values
    """What came of the item, in any unit; NaN where unknown, which needs `known`."""
    logged: Values
    """Probability of this item at this position under the policy that served, in (0, 1]."""
    target: Values
    """The same under the policy that is asked about, in [0, 1]."""
    counsellor: Codes | None = None
    predicted: Values | None = None
    """Reward that a model expects of the item at its position; the model has not seen this person."""
    expected: Values | None = None
    """Mean of such predictions over all items that the other policy may put there, by its probabilities."""
    covered: Values | None = None
    """Share of the other policy's probability at this position that lies on items that may have been shown there."""
    known: Values | None = None
    """Probability that a reward like this one is known by now, in (0, 1]."""

    def __post_init__(self) -> None:
        n = len(self.slate)
        given = {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}
        if odd := [name for name, value in given.items() if len(value) != n]:
            raise InvalidInputError(f"Colonnes de longueurs différentes : {', '.join(odd)} ; {n} lignes attendues.")
        if (self.predicted is None) != (self.expected is None):
            raise InvalidInputError("Les prédictions vont par deux ; donner predicted et expected, ou aucune.")
        if any(not np.isfinite(given[name]).all() for name in ("predicted", "expected") if name in given):
            raise InvalidInputError("Des prédictions manquent ; en donner une par ligne.")
        if len(np.unique(self._of_slate * (self.positions + 1) + self.position)) < n:
            raise InvalidInputError("Deux lignes ont la même position d'un même classement ; reprendre le journal.")
        for name in ("logged", "known"):
            if name in given and not np.all((given[name] > 0) & (given[name] <= 1 + _TOLERANCE)):
                raise InvalidInputError(f"Probabilités hors de ]0, 1] dans {name} ; reprendre le journal.")
        for name in ("target", "covered"):
            if name in given and not np.all((given[name] >= -_TOLERANCE) & (given[name] <= 1 + _TOLERANCE)):
                raise InvalidInputError(f"Probabilités hors de [0, 1] dans {name} ; revoir la politique à évaluer.")
        if self.known is None and np.isnan(self.reward).any():
            raise InvalidInputError("Des résultats sont inconnus ; donner la probabilité qu'ils soient connus (known).")
        for name in ("person", "counsellor"):
            if name in given and not np.array_equal(given[name], given[name][self._first][self._of_slate]):
                raise InvalidInputError(f"Un même classement a plusieurs valeurs de {name} ; reprendre le journal.")

    @cached_property
    def _slates(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        _, first, of_slate = np.unique(self.slate, return_index=True, return_inverse=True)
        return first, of_slate.reshape(-1)

    @property
    def _first(self) -> npt.NDArray[np.intp]:
        return self._slates[0]

    @property
    def _of_slate(self) -> npt.NDArray[np.intp]:
        return self._slates[1]

    @property
    def slates(self) -> int:
        """How many slates."""
        return len(self._first)

    @property
    def positions(self) -> int:
        """How many positions the longest slate has."""
        return int(self.position.max()) + 1 if len(self.position) else 0

    @cached_property
    def weights(self) -> Values:
        """(n_items,) target / logged, and over the probability of being known; 0 where the reward is unknown."""
        weights = self.target / self.logged
        if self.known is None:
            return weights
        return np.where(np.isnan(self.reward), 0.0, weights / self.known)

    @property
    def coverage(self) -> Values:
        """(n_items,) `covered`; where it is not given, `target` where nothing else could be shown, 1 elsewhere."""
        return np.where(self.logged >= 1, self.target, 1.0) if self.covered is None else self.covered

    @property
    def rewards(self) -> Values:
        """(n_items,) the rewards; 0 where unknown, which the weight leaves out."""
        return np.nan_to_num(self.reward)

    def by_slate(self, values: Values) -> Values:
        """(n_slates,) the sum of (n_items,) values over each slate."""
        return np.asarray(np.bincount(self._of_slate, weights=values, minlength=self.slates), dtype=np.float64)

    def by_position(self, values: Values) -> Values:
        """(n_slates, n_positions) the (n_items,) values laid out; 0 where a slate has no such position."""
        table = np.zeros((self.slates, self.positions))
        table[self._of_slate, self.position] = values
        return table

    def clusters(self) -> tuple[Codes, Codes | None]:
        """(n_slates,) the persons and, where they are known, the counsellors."""
        return self.person[self._first], None if self.counsellor is None else self.counsellor[self._first]


@dataclass(frozen=True)
class Positions:
    """Columns of `Items` for slates of one shape, (n_slates, n_positions) each."""

    logged: Values
    target: Values
    covered: Values
    predicted: Values | None
    expected: Values | None


def at_positions(shown: Codes, logged: Values, target: Values, predicted: Values | None = None) -> Positions:
    """What stands in `Items`, from the policies' tables of probabilities.

    `shown` (n_slates, n_positions) numbers the option at each position; `logged`, `target` and `predicted` are
    (n_slates, n_options, n_positions): probability that an option stands at a position, and the reward expected of it
    there. InvalidInputError when a policy leaves a position empty.
    """
    for name, table in (("logged", logged), ("target", target)):
        if not np.allclose(table.sum(axis=1), 1.0, atol=_TOLERANCE):
            raise InvalidInputError(f"Les probabilités d'une position ne somment pas à 1 dans {name} ; les revoir.")
    at = shown[:, None, :]

    def there(table: Values) -> Values:
        return np.take_along_axis(table, at, axis=1)[:, 0, :]

    return Positions(
        logged=there(logged),
        target=there(target),
        covered=np.where(logged > 0, target, 0.0).sum(axis=1),
        predicted=None if predicted is None else there(predicted),
        expected=None if predicted is None else (target * predicted).sum(axis=1),
    )


def join(parts: Sequence[Items]) -> Items:
    """All rows as one log; a column that some part lacks is lacking."""
    columns: dict[str, Any] = {}
    for field in fields(Items):
        values = [getattr(part, field.name) for part in parts]
        columns[field.name] = None if any(value is None for value in values) else np.concatenate(values)
    return Items(**columns)
