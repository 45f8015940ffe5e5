"""The lexical channel between texts: what share of a query's pieces of words a text holds, rare ones counting more.

Okapi BM25 (Robertson and Zaragoza, 2009) over n-grams or beginnings of words (`ngrams.py`), scaled to [0, 1]. The
cosine of `LexicalIndex` is right for a person's many words against short roles; here short queries meet texts of any
length, and a text must not lose for also saying something else. Measured on MELO fr-fr (titles that are no label of the
corpus) and on 500 real adverts by their titles, mean reciprocal rank: cosine .57 and .34, this .62 and .37; .3 < k1 <
1.2 and .25 < b < .75 change either by less than .03. Words and word pairs besides the n-grams add .01 on adverts and
nothing on titles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import DamagedError
from matching.retrieval.ngrams import BUCKETS, Floats, Ints, Longs, Reading, batches, common, in_columns, ngrams

_K1 = 0.6
"""How soon a repeated n-gram adds nothing more."""

_B = 0.5
"""How far a text longer than others pays for its length."""


@dataclass(frozen=True)
class CoverageIndex:
    """Texts as sparse columns of saturated counts below 1: `data`, `indices` (texts), `indptr`; `idf` (BUCKETS,).

    `idf` 0 is a piece that too many texts hold: it counts for nothing. `reading` is how queries are read too.
    """

    data: Floats
    indices: Ints
    indptr: Longs
    idf: Floats
    n_texts: int
    reading: Reading = ngrams

    @classmethod
    def build(
        cls, texts: Sequence[str], reading: Reading = ngrams, counted: npt.NDArray[np.bool_] | None = None
    ) -> "CoverageIndex":
        """The index of some texts; only `counted` ones (n,), all when it is None, enter the statistics.

        How rare a word is must not tell what texts there are that not everybody may see.
        """
        parts = list(batches(texts, reading))
        n = len(texts)
        told = np.ones(n, dtype=np.bool_) if counted is None else counted
        frequency, seen = np.zeros(BUCKETS, dtype=np.int64), np.zeros(BUCKETS, dtype=np.int64)
        length = np.zeros(n)
        for documents, buckets, counts in parts:
            frequency += np.bincount(buckets, minlength=BUCKETS)
            seen += np.bincount(buckets[told[documents]], minlength=BUCKETS)
            length += np.bincount(documents, weights=counts, minlength=n)
        n_told = int(told.sum())
        relative = length / max(float(length[told].mean()), 1.0) if n_told else np.ones(n)
        idf = np.log1p((n_told - seen + 0.5) / (seen + 0.5)).astype(np.float32)
        idf[silent := common(seen, n_told)] = 0
        frequency[silent] = 0
        saturated = (
            (documents, buckets, ~silent[buckets] * counts / (counts + _K1 * (1 - _B + _B * relative[documents])))
            for documents, buckets, counts in parts
        )
        return cls(*in_columns(frequency, saturated), idf, n, reading)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Everything but the reading, by name, to be saved as .npy files."""
        n_texts = np.array([self.n_texts], dtype=np.int64)
        return {"data": self.data, "indices": self.indices, "indptr": self.indptr, "idf": self.idf, "n_texts": n_texts}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]], reading: Reading) -> "CoverageIndex":
        """The index whose `arrays()` these are."""
        try:
            data, indices, indptr, idf = (arrays[name] for name in ("data", "indices", "indptr", "idf"))
            n_texts = int(arrays["n_texts"][0])
        except (KeyError, IndexError) as error:
            raise DamagedError(f"L'index des mots n'a pas {error} ; reconstruire l'instantané.") from error
        if len(indptr) != BUCKETS + 1 or len(idf) != BUCKETS or not len(data) == len(indices) == indptr[-1]:
            raise DamagedError("Les tableaux de l'index des mots ne vont pas ensemble ; reconstruire l'instantané.")
        return cls(data, indices, indptr, idf, n_texts, reading)

    def shares(self, queries: Sequence[str]) -> Floats:
        """(n_queries, n_texts) float32 in [0, 1): idf-weighted share of each query's pieces that each text holds.

        0 for a query without a word, or with common ones alone. A text of mean length that is the query has 1 / 1.6.
        """
        shares = np.zeros((len(queries), self.n_texts), dtype=np.float32)
        rows, buckets, counts = self.reading(queries)
        weights = (1 + np.log(counts)) * self.idf[buckets]
        totals = np.bincount(rows, weights=weights, minlength=len(queries))
        weights = np.divide(weights, totals[rows], out=np.zeros_like(weights), where=totals[rows] > 0)
        first = np.searchsorted(rows, np.arange(len(queries) + 1))
        starts, lengths = self.indptr[buckets], np.diff(self.indptr)[buckets]
        for query in range(len(queries)):
            own = slice(first[query], first[query + 1])
            many = lengths[own]
            ends = np.cumsum(many)
            at = np.repeat(starts[own] - ends + many, many) + np.arange(ends[-1] if len(ends) else 0)
            values = np.repeat(weights[own], many) * self.data[at]
            shares[query] = np.bincount(self.indices[at], weights=values, minlength=self.n_texts)
        return shares
