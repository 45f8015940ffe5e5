"""Texts to be ranked against queries, as the channels see them: built once, asked in blocks of queries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.retrieval.coverage import CoverageIndex
from matching.retrieval.encoder import Encoder
from matching.retrieval.fusion import Channel, Floats, dense_score, fused
from matching.retrieval.occupations.label_table import LabelTable
from matching.retrieval.occupations.links import LinkedTexts, linked
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.retrieval.passages import passages


@dataclass(frozen=True)
class Occupations:
    """What the occupation channel needs: the titles that are installed and the vectors of all labels."""

    taxonomy: Taxonomy
    table: LabelTable


class TextCorpus:
    """The distinct texts of a corpus; equal texts are scored once and have equal scores."""

    def __init__(
        self,
        texts: Sequence[str],
        encoder: Encoder,
        channels: Collection[Channel],
        occupations: Occupations | None,
    ) -> None:
        """Build what the channels need; `occupations` is needed for the channel of that name alone."""
        distinct = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        self._place = np.array([distinct[text] for text in texts], dtype=np.intp)
        self._encoder, self._channels, self._occupations = encoder, tuple(channels), occupations
        own = list(distinct)
        parted = [passages(text) for text in own]
        self._long = np.array([len(parts) > 1 for parts in parted], dtype=np.bool_)
        vectors = encoder.encode(own, "passage") if {"dense", "occupation"} & set(channels) else None
        self._dense = DenseTexts(parted, vectors, encoder) if "dense" in channels and vectors is not None else None
        self._lexical = CoverageIndex.build(own) if "lexical" in channels else None
        self._linked = None
        if occupations is not None and "occupation" in channels and vectors is not None:
            links = linked(own, vectors, occupations.taxonomy, occupations.table)
            self._linked = LinkedTexts(links, len(own), len(occupations.table.concepts))

    def scores(self, queries: Sequence[str]) -> Floats:
        """(n_queries, n_texts) float32: the channels together."""
        return fused(self._by_channel(queries), self._long)[:, self._place]

    def _by_channel(self, queries: Sequence[str]) -> Mapping[Channel, Floats]:
        scores: dict[Channel, Floats] = {}
        vectors = self._encoder.encode(queries, "query") if self._dense or self._linked else None
        if self._dense is not None and vectors is not None:
            scores["dense"] = self._dense.likeness(vectors)
        if self._lexical is not None:
            scores["lexical"] = self._lexical.shares(queries)
        if self._linked is not None and self._occupations is not None and vectors is not None:
            links = linked(queries, vectors, self._occupations.taxonomy, self._occupations.table)
            scores["occupation"] = self._linked.closeness(links, len(queries))
        return scores


class DenseTexts:
    """Texts by the vectors of the whole and, of long ones, of their passages."""

    def __init__(self, parted: Sequence[Sequence[str]], vectors: Floats, encoder: Encoder) -> None:
        """`parted` are the texts in passages, `vectors` (n, d) those of the whole texts."""
        long = [(row, parts) for row, parts in enumerate(parted) if len(parts) > 1]
        self._whole = vectors
        self._long = np.array([row for row, _ in long], dtype=np.intp)
        lengths = np.array([len(parts) for _, parts in long], dtype=np.intp)
        self._starts = np.cumsum(lengths) - lengths
        self._passages = encoder.encode([part for _, parts in long for part in parts], "passage")

    def likeness(self, queries: Floats) -> Floats:
        """(n_queries, n_texts) for the vectors of queries (n_queries, d): the dense channel."""
        likeness: npt.NDArray[np.float32] = queries @ self._whole.T
        if len(self._long):
            best = np.maximum.reduceat(queries @ self._passages.T, self._starts, axis=1)
            likeness[:, self._long] = dense_score(likeness[:, self._long], best)
        return likeness
