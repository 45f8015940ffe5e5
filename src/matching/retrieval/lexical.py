"""The lexical channel: cosine of tf-idf over character n-grams; it finds the same word where meaning is not known.

The n-grams are those of scikit-learn's `char_wb` analyser and the weights those of its `TfidfTransformer` (smooth idf,
sublinear tf); a test holds them against it. The code is our own because importing
that package took 1.0 to 2.5 s when measured, more than all else an answer needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import DamagedError
from matching.retrieval.folding import fold

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]

BUCKETS_LOG2 = 18
BUCKETS = 2**BUCKETS_LOG2
_SHORTEST, _LONGEST = 3, 5
_CHARACTERS_PER_BATCH = 1_000_000
_PRUNED_FROM = 1_000
_PRUNED_SHARE = 0.1
_POSTINGS_PER_DOCUMENT = 10
_FNV_PRIME = np.uint64(0x100000001B3)
_MIXER = np.uint64(0x9E3779B97F4A7C15)


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
        batches = list(_batches(texts))
        n = len(texts)
        frequency, seen = np.zeros(BUCKETS, dtype=np.int64), np.zeros(BUCKETS, dtype=np.int64)
        for documents, buckets, _ in batches:
            frequency += np.bincount(buckets, minlength=BUCKETS)
            told = buckets if counted is None else buckets[counted[documents]]
            seen += np.bincount(told, minlength=BUCKETS)
        n_counted = n if counted is None else int(counted.sum())
        idf = np.log((1 + n_counted) / (1 + seen)) + 1
        if n_counted > _PRUNED_FROM:
            idf[seen > _PRUNED_SHARE * n_counted] = 0
        frequency[idf == 0] = 0
        indptr = np.concatenate(([0], np.cumsum(frequency)))
        data = np.empty(indptr[-1], dtype=np.float32)
        indices = np.empty(indptr[-1], dtype=np.int32)
        filled = indptr[:-1].copy()
        for documents, buckets, counts in batches:
            values = (1 + np.log(counts)) * idf[buckets]
            squares = np.bincount(documents, weights=values**2, minlength=n)
            kept = np.flatnonzero(values)
            order = kept[np.argsort(buckets[kept], kind="stable")]
            here = np.bincount(buckets[order], minlength=BUCKETS)
            starts = np.cumsum(here) - here
            target = (filled - starts)[buckets[order]] + np.arange(len(order))
            data[target] = values[order] / np.sqrt(squares[documents[order]])
            indices[target] = documents[order]
            filled += here
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
        _, buckets, counts = _ngrams([text])
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


def _batches(texts: Sequence[str]) -> Iterator[tuple[Ints, Ints, Ints]]:
    """`_ngrams` of all texts in pieces that fit into memory, with documents counted through."""
    start = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _CHARACTERS_PER_BATCH or end == len(texts):
            documents, buckets, counts = _ngrams(texts[start:end])
            yield documents + np.int32(start), buckets, counts
            start, size = end, 0


def _ngrams(texts: Sequence[str]) -> tuple[Ints, Ints, Ints]:
    """The distinct hashed n-grams of each text: documents, buckets and counts, ordered by document, then bucket.

    N-grams stay inside words; a word has a blank on each side. " de " gives " de", "de " and " de ".
    """
    signs = np.frombuffer("\n".join(f" {fold(text)} " for text in texts).encode("utf-32-le"), dtype=np.uint32)
    newline = signs == ord("\n")
    document = np.cumsum(newline)
    blanks = np.concatenate(([0], np.cumsum(newline | (signs == ord(" ")))))
    keys = []
    hashes = np.full(len(signs), 0xCBF29CE484222325, dtype=np.uint64)
    for length in range(1, min(_LONGEST, len(signs)) + 1):
        windows = len(signs) - length + 1
        hashes = (hashes[:windows] ^ signs[length - 1 :]) * _FNV_PRIME
        if length >= _SHORTEST:
            inside = np.flatnonzero(blanks[length - 1 : length - 1 + windows] == blanks[1 : windows + 1])
            mixed = hashes[inside]
            buckets = ((mixed ^ (mixed >> np.uint64(32))) * _MIXER) >> np.uint64(64 - BUCKETS_LOG2)
            keys.append(document[inside] * BUCKETS + buckets.astype(np.int64))
    distinct, counts = np.unique(np.concatenate(keys) if keys else np.empty(0, np.int64), return_counts=True)
    return (distinct // BUCKETS).astype(np.int32), (distinct % BUCKETS).astype(np.int32), counts.astype(np.int32)
