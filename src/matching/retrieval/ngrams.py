"""Texts as hashed pieces of words, and sparse columns of what weighs in them, for all lexical channels.

Two readings: the n-grams of scikit-learn's `char_wb` analyser, three to five characters inside words, which find parts
of compounds and slips of the pen; and the beginnings of words, a tenth as many, for texts of pages.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from matching.retrieval.folding import fold

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Counted = tuple[Ints, Ints, Ints]
"""Documents, buckets and counts (n_entries,) each, ordered by document, then bucket."""
Reading = Callable[[Sequence[str]], Counted]

BUCKETS_LOG2 = 18
BUCKETS = 2**BUCKETS_LOG2
_SHORTEST, _LONGEST = 3, 5
_BEGINNING = 5
"""Letters that tell words apart: enough for "livrer" and "livreuse" to be one."""
_SHORTEST_WORD = 3
_COMMON_FROM, _COMMON_SHARE = 1_000, 0.1
_CHARACTERS_PER_BATCH = 1_000_000
_FNV_PRIME = np.uint64(0x100000001B3)
_MIXER = np.uint64(0x9E3779B97F4A7C15)


def batches(texts: Sequence[str], read: Reading) -> Iterator[Counted]:
    """All texts, read in portions that fit into memory; documents are counted through."""
    start = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _CHARACTERS_PER_BATCH or end == len(texts):
            documents, buckets, counts = read(texts[start:end])
            yield documents + np.int32(start), buckets, counts
            start, size = end, 0


def ngrams(texts: Sequence[str]) -> Counted:
    """The distinct hashed n-grams of each text: documents, buckets and counts, ordered by document, then bucket.

    N-grams stay inside words; a word has a blank on each side. " de " gives " de", "de " and " de ".
    """
    signs = _signs(texts)
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
            keys.append(_keys(document[inside], hashes[inside]))
    return _counted(np.concatenate(keys) if keys else np.empty(0, np.int64))


def beginnings(texts: Sequence[str]) -> Counted:
    """The distinct hashed beginnings, of five letters, of each text's words of three letters and more; as `ngrams`."""
    signs = _signs(texts)
    inside = (signs != ord(" ")) & (signs != ord("\n"))
    starts = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    within = np.ones(len(starts), dtype=np.bool_)
    hashes = np.full(len(starts), 0xCBF29CE484222325, dtype=np.uint64)
    long_enough = within
    for place in range(_BEGINNING):
        at = np.minimum(starts + place, max(len(signs) - 1, 0))
        within = within & inside[at]
        hashes = np.where(within, (hashes ^ signs[at]) * _FNV_PRIME, hashes)
        if place == _SHORTEST_WORD - 1:
            long_enough = within
    document = np.cumsum(signs == ord("\n"))[starts]
    return _counted(_keys(document[long_enough], hashes[long_enough]))


def common(seen: Longs, n: int) -> npt.NDArray[np.bool_]:
    """Which buckets say nothing, being in more than a tenth of more than 1,000 texts; `seen` (BUCKETS,) of n texts."""
    return seen > (_COMMON_SHARE * n if n > _COMMON_FROM else n)


def _signs(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    return np.frombuffer("\n".join(f" {fold(text)} " for text in texts).encode("utf-32-le"), dtype=np.uint32)


def _keys(document: npt.NDArray[np.intp], hashes: npt.NDArray[np.uint64]) -> Longs:
    buckets = ((hashes ^ (hashes >> np.uint64(32))) * _MIXER) >> np.uint64(64 - BUCKETS_LOG2)
    return np.asarray(document * BUCKETS + buckets.astype(np.int64))


def _counted(keys: Longs) -> Counted:
    distinct, counts = np.unique(keys, return_counts=True)
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
