"""Which texts a step brings together."""

from collections import Counter

from matching_training.encoder.corpus import Corpus, Part
from matching_training.encoder.pairs import Mixture, Pairs


def test_both_texts_of_a_pair_are_of_one_concept(corpus: Corpus) -> None:
    pairs = Pairs(corpus, Mixture(skill=0), seed=1)
    for _ in range(50):
        batch = pairs.batch(8)
        for first, second, concept in zip(batch.first, batch.second, batch.concept, strict=True):
            assert first != second
            assert corpus.items[first].concept == corpus.items[second].concept == concept


def test_the_same_seed_draws_the_same_pairs(corpus: Corpus) -> None:
    one, other = (Pairs(corpus, Mixture(), seed=5) for _ in range(2))
    for _ in range(10):
        a, b = one.batch(8), other.batch(8)
        assert (a.first, a.second) == (b.first, b.second)


def test_a_batch_of_adverts_pairs_titles_with_texts(corpus: Corpus) -> None:
    batch = Pairs(corpus, Mixture(adverts=1), seed=0).batch(100)
    assert batch.adverts
    assert len(batch.first) == 13
    assert {corpus.items[row].part for row in batch.second} <= {Part.ADVERT, Part.SENTENCE}


def test_neighbours_of_an_isco_group_come_together(corpus: Corpus) -> None:
    pairs = Pairs(corpus, Mixture(adverts=0, everything=0, neighbours=1), seed=0)
    for _ in range(20):
        drawn = {corpus.concepts[concept].isco for concept in pairs.batch(2).concept}
        assert drawn == {"7512"}


def test_languages_are_mixed(corpus: Corpus) -> None:
    pairs = Pairs(corpus, Mixture(adverts=0, description=0), seed=0)
    crossed: Counter[bool] = Counter()
    for _ in range(100):
        batch = pairs.batch(8)
        items = [(corpus.items[a], corpus.items[b]) for a, b in zip(batch.first, batch.second, strict=True)]
        crossed.update(a.language != b.language for a, b in items)
    assert 0.5 < crossed[True] / crossed.total() < 0.7


def test_an_occupation_meets_the_skills_it_asks_for(corpus: Corpus, asked: dict[str, list[str]]) -> None:
    pairs = Pairs(corpus, Mixture(adverts=0, everything=0, skill=1), seed=0)
    for _ in range(50):
        batch = pairs.batch(12)
        for first, second in zip(batch.first, batch.second, strict=True):
            occupation, other = (corpus.concepts[corpus.items[row].concept] for row in (first, second))
            assert [other.uri] == asked.get(occupation.uri, [occupation.uri])


def test_who_asks_for_a_skill_is_no_negative_of_it(corpus: Corpus) -> None:
    pairs = Pairs(corpus, Mixture(adverts=0, everything=1, skill=1), seed=0)
    batch = pairs.batch(100)
    skill_of = {row: corpus.concepts[corpus.items[second].concept].uri for row, second in enumerate(batch.second)}
    meant = {
        (row, column)
        for row, concept in enumerate(batch.concept)
        for column, skill in skill_of.items()
        if row != column and skill in {corpus.concepts[concept].uri, *corpus.concepts[concept].skills}
    }
    assert len(meant) == 2 * 6
    negatives = batch.negatives()
    assert {(int(row), int(column)) for row, column in zip(*(~negatives).nonzero(), strict=True)} == meant
