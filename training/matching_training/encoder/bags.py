"""Texts as bags of pieces: what one training step reads, as sparse matrices."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from matching_training.encoder.corpus import Item, Part
from matching_training.encoder.noise import noisy
from matching_training.encoder.vocabulary import Splitter

Pieces = npt.NDArray[np.int32]

_LONG, _WINDOW = 45, 30
"""Texts of more pieces than the first are read in windows of the second, every other time."""
_SHORTEST_WINDOW = 20


class Bags:
    """The pieces of each item, plain, split otherwise and written badly; draws one of them each time."""

    def __init__(self, items: Sequence[Item], tokenizer: Any, seed: int) -> None:
        """Tokenise all items three ways; the same seed gives the same bags in the same order."""
        self._draw = random.Random(seed)  # noqa: S311 - no secret
        self._random = np.random.default_rng(seed)
        splitter = Splitter(tokenizer, seed)
        self.n_pieces: int = tokenizer.get_vocab_size()
        self._parts = [item.part for item in items]
        self.plain = _pieces(tokenizer, [item.words for item in items])
        self._split: dict[int, list[Pieces]] = {}
        self._noisy: dict[int, Pieces] = {}
        short = [row for row, item in enumerate(items) if item.part in {Part.LABEL, Part.TITLE}]
        for row in short:
            ways = [splitter.split(items[row].words) for _ in range(2)]
            self._split[row] = [np.array(way, dtype=np.int32) for way in ways]
        written = [noisy(items[row].words, self._draw) for row in short]
        self._noisy = dict(zip(short, _pieces(tokenizer, written), strict=True))

    def frequencies(self) -> npt.NDArray[np.float64]:
        """(n_pieces,) share of each piece among all pieces of all items; none is zero."""
        counts = np.bincount(np.concatenate(self.plain), minlength=self.n_pieces) + 0.5
        return np.asarray(counts / counts.sum())

    def draw(self, rows: Sequence[int], *, dropped: float, split: float, slips: float) -> csr_matrix:
        """(n_rows, n_pieces) float32: the mean over the pieces of each item, some of them left out.

        `dropped` is the share of pieces left out, `split` and `slips` the shares of short texts read in other pieces
        and with slips of the keyboard.
        """
        chosen = [self._one(row, split, slips) for row in rows]
        lengths = np.array([len(pieces) for pieces in chosen])
        pieces = np.concatenate(chosen)
        owner = np.repeat(np.arange(len(rows)), lengths)
        kept = (self._random.random(len(pieces)) >= dropped) | (lengths[owner] <= 2)
        owner, pieces = owner[kept], pieces[kept]
        counts = np.bincount(owner, minlength=len(rows))
        values = (1 / np.maximum(counts, 1)).astype(np.float32)[owner]
        starts = np.concatenate(([0], np.cumsum(counts)))
        return csr_matrix((values, pieces, starts), shape=(len(rows), self.n_pieces))

    def _one(self, row: int, split: float, slips: float) -> Pieces:
        pieces = self.plain[row]
        drawn = self._draw.random()
        if row in self._noisy and drawn < slips:
            pieces = self._noisy[row]
        elif row in self._split and drawn < slips + split:
            pieces = self._draw.choice(self._split[row])
        length = len(pieces)
        if length > _LONG and self._draw.random() < 0.5:
            window = self._draw.randrange(_SHORTEST_WINDOW, length) if self._parts[row] is Part.ADVERT else _WINDOW
            start = self._draw.randrange(length - window + 1)
            pieces = pieces[start : start + window]
        return pieces


def _pieces(tokenizer: Any, texts: list[str]) -> list[Pieces]:
    return [np.array(each.ids, dtype=np.int32) for each in tokenizer.encode_batch(texts, add_special_tokens=False)]
