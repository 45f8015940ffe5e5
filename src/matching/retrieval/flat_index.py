"""Exact search with faiss among given rows, never an approximate search filtered afterwards."""

from typing import Any, Self

import faiss as untyped_faiss
import numpy as np
import numpy.typing as npt

faiss: Any = untyped_faiss  # its stubs do not know the Python wrapper's arguments

Vectors = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]

_GATHER_BELOW = 0.12
"""Share of rows below which copying them out and searching the copy beats a selector over everything (measured)."""


class FlatIndex:
    """Unit vectors in a flat faiss index: exact top-k among given rows only. `vectors` (n, d) are its own."""

    def __init__(self, index: Any) -> None:
        """Wrap a faiss `IndexFlatIP`.

        One thread per search: for one person's two vectors more threads wait for each other longer than they save
        (100,000 rows: 9 ms with one thread, 13 to 19 ms with two, beside numpy's own).
        """
        faiss.omp_set_num_threads(1)
        self._index = index
        self.vectors: Vectors = faiss.rev_swig_ptr(index.get_xb(), index.ntotal * index.d).reshape(
            index.ntotal, index.d
        )

    @classmethod
    def build(cls, vectors: Vectors) -> Self:
        """The index of (n, d) float32 unit vectors."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @classmethod
    def from_array(cls, array: npt.NDArray[np.uint8]) -> Self:
        """The index from its saved bytes; the snapshot has verified them before, faiss itself does not."""
        return cls(faiss.deserialize_index(np.asarray(array)))

    def array(self) -> npt.NDArray[np.uint8]:
        """The bytes to save, (n_bytes,) uint8."""
        return np.asarray(faiss.serialize_index(self._index))

    def top(self, rows: Rows, queries: Vectors, k: int) -> Rows:
        """The k nearest of the given rows to each query, exactly: row ids (n_queries, min(k, n_rows)), best first."""
        k = min(k, len(rows))
        if k == 0:
            return np.empty((len(queries), 0), dtype=np.int64)
        if len(rows) < _GATHER_BELOW * len(self.vectors):
            _, found = faiss.knn(queries, self.vectors[rows], k, metric=faiss.METRIC_INNER_PRODUCT)
            return np.asarray(rows[found])
        chosen = np.zeros(len(self.vectors), dtype=np.bool_)
        chosen[rows] = True
        selector = faiss.IDSelectorBitmap(np.packbits(chosen, bitorder="little"))
        _, found = self._index.search(queries, k, params=faiss.SearchParameters(sel=selector))
        return np.asarray(found)
