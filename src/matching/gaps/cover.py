"""Which few of many candidates reach most: greedy cover, each next one for what the ones before leave."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


def greedy_cover(reaches: NDArray[np.bool_], least: int = 1) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Candidates in the order chosen, each with the cases (n_cases,) bool that it adds; ends below `least` cases.

    `reaches` (n_cases, n_candidates). Of equals the first is taken. What k of these cover is at least 1 - 1/e of the
    most that any k cover. Source: Nemhauser, Wolsey and Fisher (1978), maximum coverage.
    """
    left = np.ones(len(reaches), np.bool_)
    while reaches.shape[1]:
        adds = (reaches & left[:, None]).sum(axis=0)
        best = int(adds.argmax())
        if adds[best] < max(least, 1):
            return
        added = reaches[:, best] & left
        yield best, added
        left &= ~added
