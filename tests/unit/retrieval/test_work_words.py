"""Which clauses name work."""

import re

import pytest

from matching.retrieval import work_words
from matching.retrieval.sensitive import without_sensitive_sentences
from matching.retrieval.work_words import names_work


@pytest.mark.parametrize(
    "clause",
    [
        "j'ai conduit un chariot elevateur avec mes caces",
        "j'ai fait deux ans de coffrage",
        "ich habe mit dem gabelstapler paletten geladen",
        "ho lavorato con i bancali",
        "i have laid bricks for years",
    ],
)
def test_a_clause_with_a_tool_a_task_or_a_trade_names_work(clause: str) -> None:
    assert names_work(clause)


@pytest.mark.parametrize(
    "clause", ["", "je suis toute seule", "ich bin oft muede", "ho paura", "i am on my own", "..."]
)
def test_a_clause_without_any_does_not(clause: str) -> None:
    assert not names_work(clause)


def test_a_word_marked_as_whole_is_no_beginning() -> None:
    assert names_work("deux caces")
    assert not names_work("caceserie")


def test_every_entry_is_one_word_in_the_form_that_clauses_have() -> None:
    assert all(re.fullmatch(r"[a-z]{3,}[$]?", word) for word in work_words._LISTED)
    assert len(work_words._LISTED) == len(set(work_words._LISTED)) > 2_000


@pytest.mark.parametrize("word", sorted(word.rstrip("$") for word in work_words._LISTED)[::97])
def test_a_word_of_work_hides_no_illness(word: str) -> None:
    assert without_sensitive_sentences(f"Je suis malade, {word}.") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Je dors dans la camionnette et je commence à six heures.",
        "Ich schlafe bei Bekannten und arbeite im Lager.",
        "Mon ancien chef m'a menacé devant la caisse.",
        "Sie haben mir an der Kasse Gewalt angetan.",
        "Mes papiers ne sont pas prêts pour le contrat.",
        "Ich bin geflohen und habe dann als Koch gearbeitet.",
        "Ich kann keine schweren Kisten mehr heben.",
        "Ma peau ne plaît pas aux clients.",
        "Mit zweiundfünfzig stellt mich keine Firma ein.",
        "J'ai une allergie à la farine de la boulangerie.",
        "Je loge à l'hôtel.",
        "J'ai soudain peur de tout.",
    ],
)
def test_what_speaks_of_work_too_does_not_pass_for_it(sentence: str) -> None:
    assert without_sensitive_sentences(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "J'ai livré des colis en camionnette tous les matins.",
        "J'ai ramassé des légumes trois hivers de suite.",
        "Ich habe im Skilift gearbeitet und Pakete sortiert.",
        "Ho guidato il furgone per la ditta.",
        "I have stacked shelves and pallets.",
        "Je suis soudeur et je fais de l'entretien de chauffage.",
        "Je renvoie les colis abîmés et je classe des papiers.",
        "Ich berate gerne Kunden über Weine.",
        "J'ai passé deux couches de peinture.",
        "Je travaille avec des jeunes en animation.",
        "J'ai une bonne vitesse de frappe à l'ordinateur.",
        "Je connais les allergènes en cuisine.",
        "Je monte des vis sans fin sur la machine.",
        "I clean for a hotel company.",
    ],
)
def test_work_in_everyday_words_stays(sentence: str) -> None:
    assert without_sensitive_sentences(sentence) == sentence
