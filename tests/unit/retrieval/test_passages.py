"""Passages hold every word of a text, in its order, and are few."""

from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.passages import LONGEST, MOST, SHORTEST, WHOLE, passages

ADVERT = (
    "Notre maison existe depuis trente ans et livre dans toute la région. Vous préparez les commandes du matin ! "
    "• Tenue de la caisse • Mise en rayon • Accueil de la clientèle, conseil et vente des produits de la boulangerie\n"
    "Profil : une première expérience est un atout. Nous offrons un horaire fixe et un cadre agréable."
)


def test_a_short_text_is_one_passage() -> None:
    assert passages("Vendeur / Vendeuse - boulangerie ; pâtisserie. Yverdon") == [
        "Vendeur / Vendeuse - boulangerie ; pâtisserie. Yverdon"
    ]
    assert passages(" \n ") == passages("") == []


def test_an_advert_is_parted_at_sentences_bullets_and_lines() -> None:
    assert passages(ADVERT) == [
        "Notre maison existe depuis trente ans et livre dans toute la région. Vous préparez les commandes du matin !",
        "Tenue de la caisse Mise en rayon Accueil de la clientèle, conseil et vente des produits de la boulangerie",
        "Profil : une première expérience est un atout. Nous offrons un horaire fixe et un cadre agréable.",
    ]


def test_a_point_inside_a_word_or_before_a_small_letter_ends_nothing() -> None:
    text = f"Env. 80 % selon entente, c.-à-d. quatre jours, p. ex. du lundi au jeudi, {'et encore ' * 20}"
    assert passages(text) == [text.strip()]


@given(st.text(st.sampled_from("abcÉ é.!•-\n;:1 "), min_size=WHOLE + 1, max_size=3_000))
def test_every_word_is_kept_in_its_order(text: str) -> None:
    parts = passages(text)
    marks = str.maketrans("", "", "•- \n")
    assert "".join(parts).translate(marks) == text.translate(marks)
    assert all(part == part.strip() != "" for part in parts)


@given(st.integers(1, 400), st.integers(1, 400))
def test_passages_are_few_and_none_is_tiny(words: int, sentences: int) -> None:
    parts = passages(f"{'Mot ' * words}. " * sentences)
    assert len(parts) <= MOST + 1
    assert len(parts) == 1 or min(map(len, parts)) >= SHORTEST
    assert words * sentences > 2_000 or max(map(len, parts)) <= 2 * LONGEST
