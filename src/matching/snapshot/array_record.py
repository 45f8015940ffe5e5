"""A record of numpy arrays with one row per option: what a snapshot stores, takes rows of and maps back."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class ArrayRecord:
    """Base of frozen dataclasses all of whose fields are arrays of equal first dimension (n_options)."""

    def __len__(self) -> int:
        """Number of options."""
        return len(next(iter(vars(self).values())))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by field name, to be saved."""
        return dict(vars(self))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """The record from saved arrays; a missing one is a KeyError."""
        return cls(**{field.name: arrays[field.name] for field in fields(cls)})

    def take(self, rows: Rows) -> Self:
        """The same record for some rows only, in their order."""
        return type(self)(**{name: array[rows] for name, array in vars(self).items()})

    def row(self, row: int) -> Self:
        """The same record for one row, as views of these arrays."""
        return type(self)(**{name: array[row : row + 1] for name, array in vars(self).items()})
