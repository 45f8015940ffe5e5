"""A corpus as the channels see it: passages of long texts count, equal texts are equal, each channel does its part."""

import numpy as np
import pytest

from matching.retrieval.encoder import Encoder
from matching.retrieval.encoders.embedding import Role, Vectors, unit
from matching.retrieval.fusion import BEST_PASSAGE, LEXICAL_POWER, WEIGHTS, Channel
from matching.retrieval.text_corpus import TextCorpus

WORDS = ("pain", "toit", "autre")
HOUSE = "Autre chose que cela se dit encore ici, autre maison, autre région, autre cadre, autre horaire. " * 3
LONG = f"{HOUSE}Vous faites le pain. {HOUSE}"


def embed(texts: list[str], _role: Role) -> Vectors:
    """Counts of three words, at unit length."""
    counts = [[text.lower().count(word) for word in WORDS] for text in texts]
    return unit(np.array(counts, dtype=np.float32))


ENCODER = Encoder("words", 3, embed)


def scores(texts: list[str], query: str, *channels: Channel) -> list[float]:
    return list(map(float, TextCorpus(texts, ENCODER, channels, None).scores([query])[0]))


def test_the_best_passage_of_a_long_text_counts_beside_the_whole() -> None:
    whole = float((embed([LONG], "passage") @ embed(["pain"], "query").T)[0, 0])
    (long, short) = scores([LONG, "pain"], "pain", "dense")
    best = (long - (1 - BEST_PASSAGE) * whole) / BEST_PASSAGE
    assert best > 3 * whole
    assert long < short == pytest.approx(1)


def test_equal_texts_have_equal_scores_wherever_they_stand() -> None:
    texts = ["toit", "pain et toit", LONG, "", "pain et toit"] * 9
    found = np.array(scores(texts, "du pain sur le toit", "dense", "lexical")).reshape(9, 5)
    assert (found == found[0]).all()
    assert (found[:, 1] == found[:, 4]).all()


def test_each_channel_adds_its_part() -> None:
    texts = ["pain", "toit", "brioches"]
    dense, lexical = scores(texts, "pain brioche", "dense"), scores(texts, "pain brioche", "lexical")
    assert dense[2] == 0 < lexical[2]
    together = scores(texts, "pain brioche", "dense", "lexical")
    assert together == pytest.approx(np.add(dense, WEIGHTS["lexical"] * np.power(lexical, LEXICAL_POWER)))


def test_nothing_is_a_corpus_too() -> None:
    assert TextCorpus([], ENCODER, ("dense", "lexical"), None).scores(["pain", ""]).shape == (2, 0)
    assert TextCorpus(["pain"], ENCODER, ("dense", "lexical"), None).scores([]).shape == (0, 1)
