"""Texts as hashed character n-grams, and sparse columns of what weighs in them: one spelling for all lexical channels.

The n-grams are those of scikit-learn's `char_wb` analyser, three to five characters inside words.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from matching.retrieval.folding import fold

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Counted = tuple[Ints, Ints, Ints]
"""Documents, buckets and counts (n_entries,) each, ordered by document, then bucket."""

BUCKETS_LOG2 = 18
BUCKETS = 2**BUCKETS_LOG2
_SHORTEST, _LONGEST = 3, 5
_CHARACTERS_PER_BATCH = 1_000_000
_FNV_PRIME = np.uint64(0x100000001B3)
_MIXER = np.uint64(0x9E3779B97F4A7C15)


def batches(texts: Sequence[str]) -> Iterator[Counted]:
    """`ngrams` of all texts in pieces that fit into memory, with documents counted through."""
    start = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _CHARACTERS_PER_BATCH or end == len(texts):
            documents, buckets, counts = ngrams(texts[start:end])
            yield documents + np.int32(start), buckets, counts
            start, size = end, 0


def ngrams(texts: Sequence[str]) -> Counted:
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


def in_columns(
    frequency: Longs, parts: Iterable[tuple[Ints, Ints, npt.NDArray[np.float64]]]
) -> tuple[Floats, Ints, Longs]:
    """Entries (documents, buckets, values) as a sparse matrix in columns (CSC), one column per bucket.

    `frequency` (BUCKETS,) is how many entries with a value other than 0 each bucket has. Gives data, indices
    (documents, ascending inside a column) and indptr (BUCKETS + 1).
    """
    indptr = np.concatenate(([0], np.cumsum(frequency)))
    data = np.empty(indptr[-1], dtype=np.float32)
    indices = np.empty(indptr[-1], dtype=np.int32)
    filled = indptr[:-1].copy()
    for documents, buckets, values in parts:
        kept = np.flatnonzero(values)
        order = kept[np.argsort(buckets[kept], kind="stable")]
        here = np.bincount(buckets[order], minlength=BUCKETS)
        starts = np.cumsum(here) - here
        target = (filled - starts)[buckets[order]] + np.arange(len(order))
        data[target] = values[order]
        indices[target] = documents[order]
        filled += here
    return data, indices, indptr
