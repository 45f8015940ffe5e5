"""The lexical channel between texts against BM25 in plain Python."""

from collections import Counter
from math import log, log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval import ngrams
from matching.retrieval.coverage import CoverageIndex
from matching.retrieval.folding import fold

TEXTS = ["Vendeuse en boulangerie", "Vendeur en boucherie à Yverdon", "Verkäuferin Detailhandel", "", "caisse caisse"]
WORDS = st.lists(st.sampled_from(" ".join(TEXTS).split()), max_size=8).map(" ".join)


def grams(text: str) -> Counter[str]:
    words = [f" {word} " for word in fold(text).split()]
    return Counter(word[i : i + n] for word in words for n in (3, 4, 5) for i in range(len(word) - n + 1))


def by_hand(texts: list[str], query: str) -> list[float]:
    counted = [grams(text) for text in texts]
    mean = max(sum(each.total() for each in counted) / len(texts), 1)
    seen = Counter(gram for each in counted for gram in each)

    def weight(gram: str, count: int) -> float:
        return (1 + log(count)) * log1p((len(texts) - seen[gram] + 0.5) / (seen[gram] + 0.5))

    asked = {gram: weight(gram, count) for gram, count in grams(query).items()}
    total = sum(asked.values()) or 1
    return [
        sum(
            part / total * each[gram] / (each[gram] + 0.6 * (0.5 + 0.5 * each.total() / mean))
            for gram, part in asked.items()
            if each[gram]
        )
        for each in counted
    ]


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=4))
def test_shares_are_those_of_the_formula(texts: list[str], queries: list[str]) -> None:
    shares = CoverageIndex.build(texts).shares(queries)
    assert shares.dtype == np.float32
    expected = [by_hand(texts, query) for query in queries]
    np.testing.assert_allclose(shares, np.array(expected).reshape(len(queries), len(texts)), atol=1e-5)


@given(st.lists(st.text(max_size=30), max_size=6), st.lists(st.text(max_size=30), max_size=3))
def test_shares_of_any_text_lie_between_zero_and_one(texts: list[str], queries: list[str]) -> None:
    shares = CoverageIndex.build(texts).shares(queries)
    assert shares.shape == (len(queries), len(texts))
    assert np.all((shares >= 0) & (shares < 1))


def test_what_a_text_says_besides_costs_it_little() -> None:
    long = "Vendeuse en boulangerie. " + "Nous offrons un cadre agréable, un horaire fixe et des collègues. " * 3
    (shares,) = CoverageIndex.build([long, *TEXTS[1:]]).shares(["vendeuse en boulangerie"])
    assert shares[0] > 1.5 * max(shares[1:])


def test_a_query_without_words_is_like_nothing() -> None:
    assert not CoverageIndex.build(TEXTS).shares(["", " !"]).any()


def test_building_in_batches_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = CoverageIndex.build(TEXTS).shares(TEXTS)
    monkeypatch.setattr(ngrams, "_CHARACTERS_PER_BATCH", 30)
    np.testing.assert_array_equal(CoverageIndex.build(TEXTS).shares(TEXTS), whole)
