"""Titles, providers and links of adverts."""

import pytest

from matching.catalogue.postings import clean_title, provider_key, web_link


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Vendeur (H/F)", "Vendeur"),
        ("Data Engineer Cloud / IA (F/H) (H/F)", "Data Engineer Cloud / IA"),
        ("ALTERNANCE - Comptable H/F", "ALTERNANCE - Comptable"),
        ("Boulanger f/h - Renens", "Boulanger - Renens"),
        ("Küchenhilfe (m/w/d)", "Küchenhilfe"),
        ("Magaziniere m/f", "Magaziniere"),
        ("Préparateur / Préparatrice de commandes", "Préparateur / Préparatrice de commandes"),
        ("Agent de TH/F", "Agent de TH/F"),
        ("H/F", "H/F"),
    ],
)
def test_titles(title: str, clean: str) -> None:
    assert clean_title(title) == clean


def test_one_key_per_provider() -> None:
    assert provider_key("Café de l'Étoile SA") == provider_key("CAFE DE L ETOILE, SA") == "cafe-de-l-etoile-sa"
    assert provider_key(None) is None
    assert provider_key("***") is None


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "mailto:a@b.ch", "//x", "http://", "http://a b", "x" * 3_000, "http://["]
)
def test_links_that_lead_nowhere(link: str) -> None:
    assert web_link(link) is None


def test_links() -> None:
    assert web_link("https://example.org/1?x=2") == "https://example.org/1?x=2"
