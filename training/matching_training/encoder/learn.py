"""From a corpus to a token table: tokenizer, teacher, head and steps of learning, all from one seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.progress import Progress

from matching_training.encoder.bags import Bags
from matching_training.encoder.corpus import Corpus, Item, Part
from matching_training.encoder.head import Head, learn_head
from matching_training.encoder.pairs import Batch, Mixture, Pairs
from matching_training.encoder.table import Table
from matching_training.encoder.teacher import DIMENSION, known_vectors
from matching_training.encoder.vocabulary import WITHOUT_MEANING, train_tokenizer

Floats = npt.NDArray[np.float32]

_TIMES = {"fr": 4, "de": 2, "it": 6, "en": 1}
"""How often a label is shown to the tokenizer: ESCO has few French and Italian words, and most of our users' are."""


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what the encoder becomes, beside the corpus."""

    dimension: int = 256
    steps: int = 4000
    batch: int = 1024
    rate: float = 2e-3
    scale: float = 20.0
    pull: float = 1.0
    """Weight of the cosine to the teacher."""
    keep: float = 1e-3
    rare: float = 1e-3
    """Smooth inverse frequency (Arora et al., 2017): a piece of frequency p starts with weight rare / (rare + p)."""
    dropped: float = 0.1
    split: float = 0.3
    slips: float = 0.1
    head_steps: int = 1500
    full_steps: int = 300
    """Steps of the transformer of the full tier."""
    mixture: Mixture = field(default_factory=Mixture)
    seed: int = 0


@dataclass(frozen=True)
class Learned:
    """The tokenizer (of the library tokenizers) and its table (n_pieces, d) float32."""

    tokenizer: Any
    table: Floats


@dataclass(frozen=True)
class Taught:
    """The teacher's unit vectors through its head: (n_items, d), zero where there is none, and (n_pieces, d)."""

    items: Floats
    pieces: Floats


def learn(corpus: Corpus, recipe: Recipe, cache: Path, progress: Progress) -> Learned:
    """The static encoder of a corpus; `cache` keeps the teacher's vectors from one run to the next."""
    tokenizer = train_tokenizer(_shown(corpus.items))
    pieces = [piece for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])]
    written = [piece.replace("▁", " ").strip() or "x" for piece in pieces]
    items = teach(corpus, cache, progress)
    head = teachers_head(corpus, items, recipe, progress)
    taught = Taught(head(items), head(known_vectors(written, cache, progress)))
    return Learned(tokenizer, learn_table(corpus, tokenizer, taught, recipe, progress))


def teach(corpus: Corpus, cache: Path, progress: Progress) -> Floats:
    """The teacher's vectors of all items (n_items, 384); zero for descriptions, which would take hours."""
    known = [row for row, item in enumerate(corpus.items) if item.part is not Part.DESCRIPTION]
    vectors = np.zeros((len(corpus.items), DIMENSION), dtype=np.float32)
    vectors[known] = known_vectors([corpus.items[row].words for row in known], cache, progress)
    return vectors


def teachers_head(corpus: Corpus, vectors: Floats, recipe: Recipe, progress: Progress) -> Head:
    """The teacher's head, learned on the labels of the corpus."""
    labels = Pairs(corpus, Mixture(description=0, adverts=0, neighbours=0), recipe.seed)
    return learn_head(labels, vectors, progress, dimension=recipe.dimension, steps=recipe.head_steps, seed=recipe.seed)


def learn_table(corpus: Corpus, tokenizer: Any, taught: Taught, recipe: Recipe, progress: Progress) -> Floats:
    """The table (n_pieces, d) of a tokenizer, given what the teacher says.

    Pieces that mean nothing get zero rows.
    """
    pairs = Pairs(corpus, recipe.mixture, recipe.seed)
    bags = Bags(corpus.items, tokenizer, recipe.seed)
    weights = recipe.rare / (recipe.rare + bags.frequencies())
    table = Table((taught.pieces * weights[:, np.newaxis]).astype(np.float32))
    forms = _numbers([item.words.casefold() for item in corpus.items])
    task = progress.add_task("Apprentissage", total=recipe.steps)
    for step in range(recipe.steps):
        batch = pairs.batch(recipe.batch)
        sides = [
            bags.draw(rows, dropped=recipe.dropped, split=recipe.split, slips=recipe.slips)
            for rows in (batch.first, batch.second)
        ]
        loss = table.step(
            (sides[0], sides[1]),
            (taught.items[batch.first], taught.items[batch.second]),
            _negatives(batch, forms),
            rate=recipe.rate * max(0.02, 1 - step / recipe.steps),
            scale=recipe.scale,
            pull=recipe.pull,
            keep=recipe.keep,
        )
        progress.update(task, advance=1, description=f"Apprentissage (perte {loss:.2f})")
    learned = table.vectors()
    learned[[number for piece in WITHOUT_MEANING if (number := tokenizer.token_to_id(piece)) is not None]] = 0
    return learned


def _negatives(batch: Batch, forms: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """(n, n): False where two pairs may mean the same, or hold the same words."""
    first, second = forms[batch.first], forms[batch.second]
    same = ~batch.negatives()
    for one, other in ((first, first), (second, second), (first, second)):
        same |= one[:, np.newaxis] == other
    np.fill_diagonal(same, val=False)
    return np.asarray(~same)


def _numbers(forms: Sequence[str]) -> npt.NDArray[np.int64]:
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(form, len(seen)) for form in forms], dtype=np.int64)


def _shown(items: Sequence[Item]) -> list[str]:
    """What the tokenizer learns from: labels several times where there are few of a language."""
    repeated = {part: part in {Part.LABEL, Part.TITLE} for part in Part}
    return [item.words for item in items for _ in range(_TIMES[item.language] if repeated[item.part] else 1)]
