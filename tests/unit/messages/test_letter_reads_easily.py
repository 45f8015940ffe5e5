"""The letter is in plain words: easy by a published formula in each language, in short sentences, no office words."""

import re

import pytest
from tests.unit.messages.readability import LEAST, ease, syllables

from matching.messages.say import LANGUAGES, catalogue

LONGEST = 16
"""Words in one sentence. Easy-to-read rules ask for short ones without naming a figure that holds in all languages."""

OFFICE = re.compile(
    r"bénéfici|assujett|prestation|dispositif|éligib|conformément|susmentionn|mise en œuvre|ayant droit|sanction"
    r"|gemäss|bezüglich|diesbezüglich|vorbehält|anspruchsberechtig|sanktion|berechtigt"
    r"|beneficiar|ai sensi|suddett|prestazion|sanzion|avente diritto"
    r"|pursuant|hereby|eligib|entitle|recipient|claimant",
    re.IGNORECASE,
)


def sentences(lang: str) -> dict[str, str]:
    """The sentences of the letter that run as text, a figure or two words for each fact."""
    found = {key: re.sub(r"\{[^}]*\}", "3", text) for key, text in catalogue(lang).items() if key.startswith("letter.")}
    return {key: text for key, text in found.items() if text.endswith((".", "?"))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sentences_of_the_letter_are_easy(lang: str) -> None:
    said = sentences(lang)
    assert len(said) > 50
    assert ease("\n".join(said.values()), lang) >= LEAST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short_and_without_words_of_the_office(lang: str) -> None:
    for key, text in sentences(lang).items():
        assert len(text.split()) <= LONGEST, key
        assert not OFFICE.search(text), key


@pytest.mark.parametrize(
    ("lang", "easy", "hard"),
    [
        (
            "fr",
            "Vous pouvez dire non. Rien n'est décidé.",
            (
                "Conformément aux dispositions cantonales applicables, la participation à la mesure susmentionnée est "
                "subordonnée à l'approbation préalable de l'autorité compétente."
            ),
        ),
        (
            "de",
            "Sie können Nein sagen. Noch ist nichts fest.",
            (
                "Gemäss den anwendbaren kantonalen Bestimmungen setzt die Teilnahme an der vorgenannten Massnahme die "
                "vorgängige Genehmigung der zuständigen Behörde voraus."
            ),
        ),
        (
            "it",
            "Può dire di no. Nulla è deciso.",
            (
                "Conformemente alle disposizioni cantonali applicabili, la partecipazione al provvedimento "
                "summenzionato è subordinata alla preventiva approvazione dell'autorità competente."
            ),
        ),
        (
            "en",
            "You can say no. Nothing is decided.",
            (
                "Pursuant to the applicable cantonal provisions, participation in the aforementioned measure is "
                "subject to prior authorisation by the competent administrative authority."
            ),
        ),
    ],
)
def test_the_formula_tells_plain_words_from_those_of_an_office(lang: str, easy: str, hard: str) -> None:
    assert ease(hard, lang) < 50 <= LEAST <= ease(easy, lang) + 10


@pytest.mark.parametrize(
    ("word", "lang", "count"),
    [
        ("possibilité", "fr", 5),
        ("autre", "fr", 1),
        ("peuvent", "fr", 1),
        ("oui", "fr", 1),
        ("vérifier", "fr", 3),
        ("möglich", "de", 2),
        ("bauen", "de", 2),
        ("zeugnis", "de", 2),
        ("familie", "de", 3),
        ("letter", "en", 2),
        ("decided", "en", 3),
        ("asked", "en", 1),
    ],
)
def test_syllables(word: str, lang: str, count: int) -> None:
    assert syllables(word, lang) == count
