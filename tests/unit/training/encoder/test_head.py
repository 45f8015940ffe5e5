"""The teacher's head: vectors that share a great part, as those of the teacher do, are told apart by their concepts."""

import numpy as np
import numpy.typing as npt
import pytest
from rich.progress import Progress

from matching_training.encoder.corpus import Corpus, Part
from matching_training.encoder.head import Head, learn_head
from matching_training.encoder.pairs import Mixture, Pairs

Floats = npt.NDArray[np.float32]

_LABELS = Mixture(description=0, adverts=0, neighbours=0, skill=0)


@pytest.fixture(scope="module")
def vectors(corpus: Corpus) -> Floats:
    """(n_items, 32) unit vectors, none of adverts: most of each is shared, the rest lies in few directions."""
    draw = np.random.default_rng(0)
    spread = 0.8 ** np.arange(32)
    languages = {language: draw.normal(size=32) for language in ("fr", "de", "it", "en")}
    concepts = draw.normal(size=(len(corpus.concepts), 32)) * 0.6
    own = [languages[item.language] + concepts[item.concept] + draw.normal(size=32) * 0.3 for item in corpus.items]
    made = draw.normal(size=32) + spread * np.array(own)
    labels = np.array([item.part is Part.LABEL for item in corpus.items])[:, np.newaxis]
    return np.asarray(labels * made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


def _learn(corpus: Corpus, vectors: Floats, steps: int) -> Head:
    with Progress(disable=True) as progress:
        return learn_head(Pairs(corpus, _LABELS, 0), vectors, progress, dimension=32, steps=steps, seed=0)


def _share_right(corpus: Corpus, vectors: Floats) -> float:
    """The share of French labels whose nearest German label is of the same concept."""
    rows = {
        language: [
            row for row, item in enumerate(corpus.items) if item.language == language and item.part is Part.LABEL
        ]
        for language in ("fr", "de")
    }
    nearest = np.argmax(vectors[rows["fr"]] @ vectors[rows["de"]].T, axis=1)
    pairs = zip(rows["fr"], nearest, strict=True)
    return float(np.mean([corpus.items[row].concept == corpus.items[rows["de"][best]].concept for row, best in pairs]))


def test_learning_brings_languages_together_and_keeps_concepts_apart(corpus: Corpus, vectors: Floats) -> None:
    learned = _learn(corpus, vectors, 300)(vectors)
    assert _share_right(corpus, learned) > _share_right(corpus, vectors)
    known = learned[np.any(learned, axis=1)]
    cosines = (known @ known.T)[np.triu_indices(len(known), 1)]
    assert abs(cosines.mean()) < 0.05
    assert cosines.std() > 0.25


def test_what_has_no_vector_gets_none(corpus: Corpus, vectors: Floats) -> None:
    learned = _learn(corpus, vectors, 2)(vectors)
    np.testing.assert_array_equal(np.any(learned, axis=1), np.any(vectors, axis=1))
    np.testing.assert_allclose(np.linalg.norm(learned[np.any(learned, axis=1)], axis=1), 1, atol=1e-5)


def test_the_same_seed_gives_the_same_head(corpus: Corpus, vectors: Floats) -> None:
    one, other = (_learn(corpus, vectors, 3) for _ in range(2))
    np.testing.assert_array_equal(one.weights, other.weights)
