from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching.errors import DamagedError
from matching.retrieval import lexical, ngrams
from matching.retrieval.folding import fold
from matching.retrieval.lexical import LexicalIndex

TEXTS = [
    "Vendeuse en boulangerie",
    "Vendeur en boucherie à Yverdon",
    "Verkäuferin Detailhandel",
    "Aide de cuisine, restauration collective",
    "",
    "a",
]


def test_the_same_word_is_found_and_the_same_text_scores_one() -> None:
    scores = LexicalIndex.build(TEXTS).scores("vendeuse EN boulangèrie")
    assert scores.dtype == np.float32
    assert scores[0] == pytest.approx(1)
    assert scores[0] > scores[1] > scores[3]
    assert scores[4] == 0


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30))
def test_scores_lie_between_zero_and_one(texts: list[str], query: str) -> None:
    index = LexicalIndex.build(texts)
    scores = index.scores(query)
    assert scores.shape == (len(texts),)
    assert np.all((scores >= 0) & (scores <= 1))
    for place, text in enumerate(texts):
        expected = 1 if fold(text) else 0
        assert index.scores(text)[place] == pytest.approx(expected, abs=1e-5)


WORDS = st.lists(st.sampled_from(" ".join(TEXTS).split()), max_size=12).map(" ".join)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8), WORDS, st.data())
def test_some_documents_alone_score_bit_for_bit_as_among_all(texts: list[str], query: str, data: st.DataObject) -> None:
    index = LexicalIndex.build(texts)
    rows = np.array(data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=3)), dtype=np.intp)
    np.testing.assert_array_equal(index.scores_of(query, rows), index.scores(query)[rows])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text("abcé -", min_size=1, max_size=20), min_size=2, max_size=6))
def test_scores_are_those_of_scikit_learn(texts: list[str]) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer

    folded = [fold(text) for text in texts]
    if not any(folded[1:]):
        return
    oracle = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    documents = oracle.fit_transform(folded[1:])
    known = set(oracle.vocabulary_)
    _, buckets, _ = ngrams.ngrams(texts[1:])
    assume(len(set(buckets.tolist())) == len(known))  # two n-grams in one bucket are rare and change the figures
    query = folded[0] if set(oracle.build_analyzer()(folded[0])) <= known else folded[1]
    expected = (documents @ oracle.transform([query]).T).toarray()[:, 0]
    np.testing.assert_allclose(LexicalIndex.build(texts[1:]).scores(query), expected, atol=1e-5)


def test_words_that_are_everywhere_count_for_nothing_in_large_collections() -> None:
    texts = [f"formation numéro{place}" for place in range(1_100)]
    scores = LexicalIndex.build(texts).scores("formation")
    assert not scores.any()
    assert LexicalIndex.build(texts[:900]).scores("formation").all()


def test_building_in_batches_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = LexicalIndex.build(TEXTS).arrays()
    monkeypatch.setattr(ngrams, "_CHARACTERS_PER_BATCH", 30)
    for name, array in LexicalIndex.build(TEXTS).arrays().items():
        np.testing.assert_array_equal(array, whole[name])


def test_long_look_ups_keep_to_the_rarest(monkeypatch: pytest.MonkeyPatch) -> None:
    index = LexicalIndex.build(["boulangerie", *["boucherie"] * 50])
    full = index.scores("boulangerie boucherie")
    monkeypatch.setattr(lexical, "_POSTINGS_PER_DOCUMENT", 1e-4)
    short = index.scores("boulangerie boucherie")
    assert 0 < short[0] <= full[0]
    assert not short[1:].any()


def test_arrays_can_be_saved_and_mapped(tmp_path: Path) -> None:
    index = LexicalIndex.build(TEXTS)
    for name, array in index.arrays().items():
        np.save(tmp_path / f"{name}.npy", array)
    mapped = {name: np.load(tmp_path / f"{name}.npy", mmap_mode="r") for name in index.arrays()}
    again = LexicalIndex.from_arrays(mapped)
    np.testing.assert_array_equal(again.scores("cuisine"), index.scores("cuisine"))
    assert {name: str(array.dtype) for name, array in mapped.items()} == {
        "data": "float32",
        "indices": "int32",
        "indptr": "int64",
        "idf": "float32",
        "n_documents": "int64",
    }


def test_arrays_that_do_not_fit_are_damage() -> None:
    arrays = LexicalIndex.build(TEXTS).arrays()
    with pytest.raises(DamagedError, match="ne vont pas ensemble"):
        LexicalIndex.from_arrays({**arrays, "data": arrays["data"][:-1]})
    del arrays["idf"]
    with pytest.raises(DamagedError, match="n'a pas 'idf'"):
        LexicalIndex.from_arrays(arrays)
