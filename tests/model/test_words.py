"""No score moves with the form of a title, on either side, nor with a name, an origin or a word of family."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pytest

from matching.bootstrap import Service
from matching.domain.criteria import Criteria, SkillDemand
from matching.domain.opportunity import Measure, Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.retrieval.encoder import open_encoder
from matching.retrieval.neutral import RULES
from matching.retrieval.search import SearchIndex
from matching.settings import Settings, shipped

Scores = Callable[[Profile], list[bytes]]

TITLES = [
    ("Vendeur en boulangerie", "Vendeuse en boulangerie", "Vendeur/-euse en boulangerie (H/F)"),
    ("Cuisinier", "Cuisinière", "Cuisinier·ère"),
    ("Directeur commercial", "Directrice commerciale", "Directeur commercial / Directrice commerciale"),
    ("Employé de commerce", "Employée de commerce", "Employé(e) de commerce"),
    ("Homme de ménage", "Femme de ménage", "Personne de ménage"),
    ("Verkäufer Detailhandel", "Verkäuferin Detailhandel", "Verkäufer*in Detailhandel (m/w/d)"),
    ("Fachmann Betreuung", "Fachfrau Betreuung", "Fachperson Betreuung"),
    ("Koch", "Köchin", "Koch/Köchin"),
    ("Commesso di negozio", "Commessa di negozio", "Commesso/a di negozio"),
    ("Infermiere", "Infermiera", "Infermiere/a"),
    ("Waiter", "Waitress", "Waiter/Waitress"),
    ("Salesman", "Saleswoman", "Salesperson"),
]

SAID_OF_THE_PERSON = [
    "Je m'appelle Amina Haile.",
    "Mme Dupont est mariée et a deux filles.",
    "Je suis de nationalité érythréenne.",
    "Ressortissant portugais.",
    "Je suis célibataire.",
    "Ma compagne garde les enfants.",
    "Mein Name ist Yusuf Demir.",
    "Herr Keller ist ledig.",
    "Syrer, verheiratet.",
    "Ich komme aus dem Kosovo.",
    "Mi chiamo Giulia Rossi.",
    "Sono albanese e divorziata.",
    "Di nazionalità marocchina.",
    "My name is Tom Brown.",
    "I am a married Turkish citizen.",
    "Originally from Eritrea.",
]


def seeker(**told: Any) -> Profile:
    home = {"country": "fr", "region": "07", "latitude": 44.62, "longitude": 4.39}
    return Profile.model_validate({"id": "seeker", "residence": home, "project": "Vente en magasin.", **told})


def index_of(titles: Sequence[str]) -> list[bytes]:
    """All arrays of the index of some options that differ in nothing but their titles."""
    options: list[Vacancy | Measure] = [
        Vacancy(
            id=f"own:{number}",
            title=title,
            description=f"Nous cherchons : {title}, à 80-100 %.",
            criteria=Criteria(skills=(SkillDemand(label=f"Expérience : {title}"),)),
        )
        for number, title in enumerate(titles)
    ]
    options += [
        Measure.model_validate({"id": f"own:m{number}", "title": title, "form": "activity", "type": "language_course"})
        for number, title in enumerate(titles)
    ]
    counted = np.ones(len(options), dtype=np.bool_)
    groups = SearchIndex.build(options, open_encoder(Settings()), None, counted).groups()
    return [array.tobytes() for arrays in groups.values() for array in arrays.values()]


def test_the_form_of_an_option_s_title_changes_no_bit_of_the_index() -> None:
    men, women, both = (index_of([forms[place] for forms in TITLES]) for place in range(3))
    assert men == women
    assert men == both


@pytest.mark.parametrize(("man", "woman", "both"), TITLES)
@pytest.mark.parametrize("target", [False, True])
def test_the_form_of_a_person_s_occupation_changes_no_score(
    scores: Scores, man: str, woman: str, both: str, *, target: bool
) -> None:
    first, *others = (scores(seeker(occupations=[{"title": title, "target": target}])) for title in (man, woman, both))
    assert all(other == first for other in others)
    assert first != scores(seeker())


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Un poste de vendeur, je suis motivé et organisé.", "Un poste de vendeuse, je suis motivée et organisée."),
        ("Il cherche un poste de serveur.", "Elle cherche un poste de serveuse."),
        ("Er sucht eine Stelle als Verkäufer.", "Sie sucht eine Stelle als Verkäuferin."),
        ("Cerco un posto di cameriere, sono motivato.", "Cerco un posto di cameriera, sono motivata."),
        ("He wants to work as a waiter.", "She wants to work as a waitress."),
    ],
)
def test_the_form_of_a_project_changes_no_score(scores: Scores, man: str, woman: str) -> None:
    assert scores(seeker(project=man)) == scores(seeker(project=woman))
    assert scores(seeker(project=man)) != scores(seeker(project=None))


@pytest.mark.parametrize("sentence", SAID_OF_THE_PERSON)
def test_a_name_an_origin_or_a_family_in_the_project_changes_no_score(scores: Scores, sentence: str) -> None:
    silent = scores(seeker())
    assert scores(seeker(project=f"{sentence} Vente en magasin.")) == silent
    assert scores(seeker(project=f"Vente en magasin. {sentence}")) == silent
    assert scores(seeker(wishes=sentence)) == silent
    assert scores(seeker(skills={"items": [{"label": sentence}]})) == silent


@pytest.mark.parametrize(
    "beginning",
    [
        "Je m'appelle Amina et ",
        "Je suis portugais et ",
        "Je suis suisse et ",
        "Albanaise, ",
        "Suissesse, ",
        "De nationalité serbe, ",
        "Mon nom est Dupont, ",
    ],
)
def test_who_says_it_changes_no_score(scores: Scores, beginning: str) -> None:
    wish = "je cherche un poste de vente dans un magasin"
    assert scores(seeker(project=f"{beginning}{wish}")) == scores(seeker(project=wish))


@pytest.mark.parametrize("name", ["Mme Dupont", "M. Haile", "Monsieur K. Demir", "Amina", "Jean-Pierre Almeida"])
def test_whose_wish_is_told_changes_no_score(scores: Scores, name: str) -> None:
    wish = "cherche un poste de vente dans un magasin"
    assert scores(seeker(project=f"{name} {wish}")) == scores(seeker(project=wish))


def test_a_slate_is_the_same_for_both_forms(demo: Service, at: datetime) -> None:
    """Through `recommend`, rules and all: cards, ranks and figures."""
    man, woman = (
        demo.recommend(seeker(occupations=[{"title": title, "years": 3}]), viewer=LOCAL_VIEWER, at=at)
        for title in ("Vendeur en arts de la table", "Vendeuse en arts de la table")
    )
    assert man.cards
    assert [(card.opportunity, card.score) for card in man.cards] == [
        (card.opportunity, card.score) for card in woman.cards
    ]


def test_the_tokenizer_of_the_encoder_has_the_same_rules() -> None:
    """Else text would be read in two ways: after a change of the rules the encoder is trained again."""
    tokenizer = json.loads((shipped("models", "encoder") / "tokenizer.json").read_text("utf-8"))
    steps = tokenizer["normalizer"]["normalizers"]
    replaced = [(step["pattern"].get("Regex"), step["content"]) for step in steps if step["type"] == "Replace"]
    assert replaced[: len(RULES)] == list(RULES)


def test_an_encoder_with_these_rules_is_blind_by_itself() -> None:
    encoder = open_encoder(Settings())
    for forms in TITLES:
        vectors = encoder.encode(list(forms), "passage")
        assert all(vector.tobytes() == vectors[0].tobytes() for vector in vectors), forms
