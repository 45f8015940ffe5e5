"""The lexical channel between texts against BM25 in plain Python."""

from collections import Counter
from collections.abc import Callable
from math import log, log1p

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.errors import DamagedError
from matching.retrieval import ngrams as reading_of_words
from matching.retrieval.coverage import CoverageIndex
from matching.retrieval.folding import fold
from matching.retrieval.ngrams import beginnings, ngrams

TEXTS = ["Vendeuse en boulangerie", "Vendeur en boucherie à Yverdon", "Verkäuferin Detailhandel", "", "caisse caisse"]
WORDS = st.lists(st.sampled_from(" ".join(TEXTS).split()), max_size=8).map(" ".join)


def grams(text: str) -> Counter[str]:
    words = [f" {word} " for word in fold(text).split()]
    return Counter(word[i : i + n] for word in words for n in (3, 4, 5) for i in range(len(word) - n + 1))


def beginnings_of(text: str) -> Counter[str]:
    return Counter(word[:5] for word in fold(text).split() if len(word) >= 3)


def by_hand(texts: list[str], query: str, read: Callable[[str], Counter[str]] = grams) -> list[float]:
    counted = [read(text) for text in texts]
    mean = max(sum(each.total() for each in counted) / len(texts), 1)
    seen = Counter(gram for each in counted for gram in each)

    def weight(gram: str, count: int) -> float:
        return (1 + log(count)) * log1p((len(texts) - seen[gram] + 0.5) / (seen[gram] + 0.5))

    asked = {gram: weight(gram, count) for gram, count in read(query).items()}
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


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=4))
def test_shares_of_beginnings_of_words_are_too(texts: list[str], queries: list[str]) -> None:
    shares = CoverageIndex.build(texts, beginnings).shares(queries)
    expected = [by_hand(texts, query, beginnings_of) for query in queries]
    np.testing.assert_allclose(shares, np.array(expected).reshape(len(queries), len(texts)), atol=1e-5)


@given(st.lists(st.text(max_size=20), max_size=5))
def test_beginnings_are_those_of_the_words(texts: list[str]) -> None:
    documents, buckets, counts = beginnings(texts)
    found = [sorted(counts[documents == row].tolist()) for row in range(len(texts))]
    assert found == [sorted(beginnings_of(text).values()) for text in texts]
    assert np.array_equal(np.lexsort((buckets, documents)), np.arange(len(documents)))


def test_words_of_one_beginning_are_one_word() -> None:
    (shares,) = CoverageIndex.build(["Livreuse de colis", "Vendeur"], beginnings).shares(["livrer"])
    assert shares[0] > 0
    assert shares[1] == 0


def test_what_not_everybody_may_see_does_not_move_the_others() -> None:
    counted = np.array([True, True, True, True, False])
    for reading in (ngrams, beginnings):
        hidden = [
            CoverageIndex.build([*TEXTS[:4], text], reading, counted) for text in ("", "vendeur vendeur en boucherie")
        ]
        one, other = (index.shares(TEXTS)[:, :4] for index in hidden)
        np.testing.assert_array_equal(one, other)


def test_a_word_of_nearly_all_texts_counts_for_nothing() -> None:
    texts = [f"notre équipe {number:05d}" for number in range(1_200)]
    index = CoverageIndex.build(texts, beginnings)
    assert not index.shares(["notre équipe"]).any()
    assert index.shares(["00007"])[0].argmax() == 7
    assert len(index.data) == len(texts)


def test_what_was_saved_answers_alike() -> None:
    index = CoverageIndex.build(TEXTS, beginnings)
    again = CoverageIndex.from_arrays(index.arrays(), beginnings)
    np.testing.assert_array_equal(again.shares(TEXTS), index.shares(TEXTS))


@pytest.mark.parametrize("name", ["data", "indptr", "idf", "n_texts"])
def test_damaged_arrays_are_refused(name: str) -> None:
    arrays = CoverageIndex.build(TEXTS, beginnings).arrays()
    for damaged in ({key: each for key, each in arrays.items() if key != name}, {**arrays, name: arrays[name][:0]}):
        with pytest.raises(DamagedError, match="index des mots"):
            CoverageIndex.from_arrays(damaged, beginnings)


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
    monkeypatch.setattr(reading_of_words, "_CHARACTERS_PER_BATCH", 30)
    np.testing.assert_array_equal(CoverageIndex.build(TEXTS).shares(TEXTS), whole)
