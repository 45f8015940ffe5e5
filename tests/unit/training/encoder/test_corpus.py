"""What the encoder reads: ESCO and our own texts, flat."""

import json
import re

import pytest

from matching_training.encoder.corpus import TEXTS, Corpus, Own, Part, gather, read_own, sentences
from matching_training.encoder.esco import Concept


@pytest.fixture(scope="module")
def own() -> Own:
    return read_own()


def test_names_join_the_labels_of_their_occupation_and_of_no_other(corpus: Corpus) -> None:
    names = [item for item in corpus.items if item.words == "ouvrier du fournil"]
    assert [(item.part, item.concept) for item in names] == [(Part.LABEL, 0)]
    assert not any(item.words == "inconnu" for item in corpus.items)


def test_an_advert_is_title_text_then_sentences(corpus: Corpus) -> None:
    first = [item for item in corpus.items if item.source == 0]
    assert [item.part for item in first] == [Part.TITLE, Part.ADVERT, Part.SENTENCE]
    assert len({item.concept for item in first}) == 1


def test_a_need_is_a_concept_of_its_own(corpus: Corpus) -> None:
    need = [item for item in corpus.items if item.source == 12]
    assert [item.words for item in need][:2] == ["Aide au budget", "Ne sait plus comment payer son loyer."]
    assert corpus.concepts[need[0].concept].uri == "need:12"


def test_both_halves_of_a_double_label_are_labels_once() -> None:
    concept = Concept("http://x", "occupation")
    concept.add("fr", "preferred", "vendeur/vendeuse")
    concept.add("fr", "alternative", "vendeuse")
    words = [item.words for item in gather([concept], Own()).items]
    assert sorted(words) == ["vendeur", "vendeur/vendeuse", "vendeuse"]


def test_short_sentences_are_left_out() -> None:
    text = "CDI. Vous conduisez un camion de 12 tonnes. - Vous chargez et déchargez la marchandise ;"
    assert sentences(text) == ["Vous conduisez un camion de 12 tonnes.", "Vous chargez et déchargez la marchandise ;"]


def test_our_own_texts_are_there_in_every_form(own: Own) -> None:
    assert len(own.names) > 10_000
    assert len(own.adverts) > 700
    assert len(own.needs) > 400
    assert {language for _, language, _ in own.names} == {"fr", "de", "it", "en"}


def test_our_own_texts_hold_no_way_to_reach_anybody() -> None:
    reach = re.compile(
        r"[\w.]+@[\w.]+|https?://(?!data\.europa\.eu)|\bwww\.|(?:\+|00)\d\d[ .\d]{8,}|\b0\d([ .]\d\d){4}\b"
    )
    for file in sorted(TEXTS.iterdir()):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            assert not reach.search(line), f"{file.name}, line {number}"


def test_adverts_are_whole(own: Own) -> None:
    for advert in own.adverts:
        assert advert.uri.startswith("http://data.europa.eu/esco/occupation/"), advert.title
        assert 0 < len(advert.title) < 120, advert.title
        assert 200 < len(advert.text) < 1500, advert.title


def test_needs_name_a_theme() -> None:
    rows = [json.loads(line) for line in (TEXTS / "needs.jsonl").read_text("utf-8").splitlines()]
    assert all(row["theme"] for row in rows)
