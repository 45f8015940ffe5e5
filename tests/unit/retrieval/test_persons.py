"""Names, addresses and stated nationality go; the rest of the sentence, and trades, stay word for word."""

import pytest

from matching.retrieval.sensitive import without_sensitive_sentences

CUT = {
    "Mme Dupont cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "Madame Amina Haile-Keller souhaite travailler en cuisine.": "souhaite travailler en cuisine.",
    "Monsieur K. Haile cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "M. DUPONT cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "mme dupont cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "Amina cherche un poste dans la vente.": "cherche un poste dans la vente.",
    "Jean-Pierre de Almeida souhaite devenir cuisinier.": "souhaite devenir cuisinier.",
    "Je m'appelle Amina Haile et je cherche un poste dans la vente.": "je cherche un poste dans la vente.",
    "Je m'appelle Amina. Je cherche un poste dans la vente.": "Je cherche un poste dans la vente.",
    "Nom : Haile, prénom : Amina, vendeuse.": "vendeuse.",
    "Un poste dans la vente. Cordialement, Amina Haile": "Un poste dans la vente.",
    "Poste en cuisine, écrire à amina.haile@example.org.": "Poste en cuisine, écrire à .",
    "Poste en cuisine, appeler le +41 79 123 45 67.": "Poste en cuisine, appeler le .",
    "Frau Keller sucht eine Stelle im Verkauf.": "sucht eine Stelle im Verkauf.",
    "Herr Dr. Meier sucht eine Stelle im Verkauf.": "sucht eine Stelle im Verkauf.",
    "Ich heisse Yusuf und ich suche eine Stelle im Verkauf.": "ich suche eine Stelle im Verkauf.",
    "Mein Name ist Anna Meier, ich suche eine Stelle.": "ich suche eine Stelle.",
    "La signora Rossi cerca un posto in cucina.": "cerca un posto in cucina.",
    "Il signor Bianchi cerca un posto in cucina.": "cerca un posto in cucina.",
    "Mi chiamo Giulia e cerco un posto in cucina.": "cerco un posto in cucina.",
    "Mrs Brown wants to work in a kitchen.": "wants to work in a kitchen.",
    "My name is Tom and I want to work in a kitchen.": "I want to work in a kitchen.",
}


@pytest.mark.parametrize(("text", "left"), CUT.items())
def test_a_name_is_cut_and_the_rest_stays(text: str, left: str) -> None:
    assert without_sensitive_sentences(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Boulangère cherche un poste.",
        "Aide-soignante cherche un emploi.",
        "Elle cherche un poste dans la vente.",
        "Verkäuferin sucht Stelle.",
        "Koch sucht Stelle im Restaurant.",
        "Cuoco cerca lavoro.",
        "Je cherche à Grandson.",
        "Taille M. Travail en magasin.",
        "Nommer les plantes du jardin.",
        "Travailler chez Migros à Renens.",
        "Fr. 20.- par heure au magasin.",
        "Kauffrau EFZ im Verkauf.",
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    assert without_sensitive_sentences(text) == text
