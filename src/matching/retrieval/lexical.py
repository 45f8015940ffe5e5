"""The lexical channel: cosine of tf-idf over character n-grams; it finds the same word where meaning is not known.

The n-grams are those of scikit-learn's `char_wb` analyser and the weights those of its `TfidfTransformer` (smooth idf,
sublinear tf); a test holds them against it. The code is our own because importing
that package took 1.0 to 2.5 s when measured, more than all else an answer needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import DamagedError
from matching.retrieval.ngrams import BUCKETS, Floats, Ints, Longs, batches, common, in_columns, ngrams

_POSTINGS_PER_DOCUMENT = 10


@dataclass(frozen=True)
class LexicalIndex:
    """Documents as a sparse matrix in columns (CSC), one column per hashed n-gram; arrays may be memory maps.

    `data` float32, `indices` int32 (documents), `indptr` int64 (BUCKETS + 1), `idf` float32 (BUCKETS; 0 is an n-gram
    in more than a tenth of more than 1,000 documents, which counts for nothing), `n_documents` int64 (1,).
    """

    data: Floats
    indices: Ints
    indptr: Longs
    idf: Floats
    n_documents: Longs

    @classmethod
    def build(cls, texts: Sequence[str], counted: npt.NDArray[np.bool_] | None = None) -> "LexicalIndex":
        """The index of these documents; about 0.9 kB per document of 80 characters, 2.3 kB while building.

        Only `counted` documents (n,) enter the statistics, all when it is None: how rare a word is must not tell what
        documents there are that not everybody may see.
        """
        counted_texts = list(batches(texts, ngrams))
        n = len(texts)
        frequency, seen = np.zeros(BUCKETS, dtype=np.int64), np.zeros(BUCKETS, dtype=np.int64)
        for documents, buckets, _ in counted_texts:
            frequency += np.bincount(buckets, minlength=BUCKETS)
            told = buckets if counted is None else buckets[counted[documents]]
            seen += np.bincount(told, minlength=BUCKETS)
        n_counted = n if counted is None else int(counted.sum())
        idf = np.log((1 + n_counted) / (1 + seen)) + 1
        idf[common(seen, n_counted)] = 0
        frequency[idf == 0] = 0
        weighed = (
            (documents, buckets, _unit(documents, (1 + np.log(counts)) * idf[buckets], n))
            for documents, buckets, counts in counted_texts
        )
        data, indices, indptr = in_columns(frequency, weighed)
        return cls(data, indices, indptr, idf.astype(np.float32), np.array([n], dtype=np.int64))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Everything there is, by name, to be saved as .npy files."""
        return {
            "data": self.data,
            "indices": self.indices,
            "indptr": self.indptr,
            "idf": self.idf,
            "n_documents": self.n_documents,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> "LexicalIndex":
        """The index whose `arrays()` these are."""
        try:
            index = cls(**{name: arrays[name] for name in ("data", "indices", "indptr", "idf", "n_documents")})
        except KeyError as error:
            raise DamagedError(f"L'index lexical n'a pas {error} ; reconstruire l'instantané.") from error
        whole = len(index.indptr) == BUCKETS + 1 and len(index.idf) == BUCKETS and index.n_documents.shape == (1,)
        if not whole or not len(index.data) == len(index.indices) == index.indptr[-1]:
            raise DamagedError("Les tableaux de l'index lexical ne vont pas ensemble ; reconstruire l'instantané.")
        return index

    def scores(self, text: str) -> Floats:
        """Cosines of one text with all documents: (n,) float32 in [0, 1]; 0 for an empty text.

        Of a text whose n-grams occur in very many places only the rarest are looked up, which lowers scores a little
        and bounds the time.
        """
        scores = np.zeros(int(self.n_documents[0]), dtype=np.float32)
        weights, starts, ends = self._looked_up(text)
        for weight, start, end in zip(weights, starts.tolist(), ends.tolist(), strict=True):
            scores[self.indices[start:end]] += weight * self.data[start:end]
        return np.minimum(scores, np.float32(1), out=scores)

    def scores_of(self, text: str, rows: npt.NDArray[np.intp]) -> Floats:
        """`scores` of some few documents (n_rows,), bit for bit, without a look at the others."""
        weights, starts, ends = self._looked_up(text)
        terms = np.zeros((len(weights) + 1, len(rows)), dtype=np.float32)
        for column, row in enumerate(rows):
            at = _first_not_below(self.indices, row, starts, ends)
            found = np.flatnonzero(at < ends)
            found = found[self.indices[at[found]] == row]
            terms[found + 1, column] = weights[found] * self.data[at[found]]
        summed: Floats = np.add.accumulate(terms, axis=0)[-1]  # in the order of `scores`: sums of floats depend on it
        return np.minimum(summed, np.float32(1), out=summed)

    def _looked_up(self, text: str) -> tuple[Floats, Longs, Longs]:
        """The n-grams of a text that are looked up, rarest first: weight, and where their postings begin and end."""
        _, buckets, counts = ngrams([text])
        weights = (1 + np.log(counts)) * self.idf[buckets]
        norm = np.sqrt(np.sum(weights**2))
        starts, ends = self.indptr[buckets], self.indptr[buckets + 1]
        rarest = np.argsort(-self.idf[buckets], kind="stable")
        most = _POSTINGS_PER_DOCUMENT * max(int(self.n_documents[0]), 100_000)
        kept = rarest[np.cumsum((ends - starts)[rarest]) <= most] if norm else rarest[:0]
        return (weights[kept] / norm).astype(np.float32), starts[kept], ends[kept]


def _first_not_below(ordered: Ints, value: int, starts: Longs, ends: Longs) -> Longs:
    """(n,) by part from start to end of an array ordered inside parts: the first place not below a value, or the end.

    One binary search in all parts at once.
    """
    low, high = starts.copy(), ends.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        below = open_ & (ordered[np.minimum(middle, len(ordered) - 1)] < value)
        low = np.where(below, middle + 1, low)
        high = np.where(open_ & ~below, middle, high)
    return low


def _unit(documents: Ints, values: npt.NDArray[np.float64], n: int) -> npt.NDArray[np.float64]:
    """The values of each document scaled to length 1."""
    squares = np.bincount(documents, weights=values**2, minlength=n)
    return np.divide(values, np.sqrt(squares[documents]), out=np.zeros_like(values), where=values != 0)
