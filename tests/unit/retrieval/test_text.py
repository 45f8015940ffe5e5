"""What text stands for a person and for an option: wishes, occupations, skills, and nothing a score must not know."""

from datetime import date
from typing import Any

import pytest

from matching.domain.opportunity import Measure, Placement, Vacancy
from matching.domain.profile import Profile
from matching.retrieval.text import (
    DESCRIPTION_CHARACTERS,
    PersonText,
    text_of_option,
    text_of_person,
    text_of_skill,
)


def person(**facts: Any) -> Profile:
    return Profile.model_validate({"id": "p-1", **facts})


def test_a_blank_file_has_no_text() -> None:
    text = text_of_person(person())
    assert text == PersonText(project="", experience="", skills=())
    assert text.whole == ""


def test_project_and_experience_are_told_apart() -> None:
    text = text_of_person(
        person(
            project="Travailler au contact de la clientèle.",
            wishes="Horaires du matin.",
            occupations=[{"title": "Boulangère"}, {"title": "Vendeuse", "target": True}],
            skills={"items": [{"label": "Encaisser"}, {"label": "Mise en rayon"}]},
        )
    )
    assert text.project == "vendeur. travailler contact clientèle. horaires matin"
    assert text.experience == "boulanger. encaisser. mise en rayon"
    assert text.skills == ("encaisser", "mise en rayon")
    assert text.whole == f"{text.project} {text.experience}"


def test_sensitive_sentences_are_left_out_wherever_they_stand() -> None:
    text = text_of_person(
        person(
            project="Un poste dans la vente. J'ai deux enfants.",
            wishes="Je touche une rente AI.",
            occupations=[
                {"title": "Mère au foyer"},
                {"title": "Caissière"},
                {"title": "Poste adapté à mon handicap", "target": True},
            ],
            skills={"items": [{"label": "Gérer mes dettes"}, {"label": "Encaisser"}]},
        )
    )
    assert text.project == "poste dans vente"
    assert text.experience == "caissier. encaisser"
    assert text.skills == ("encaisser",)


def test_a_wish_to_work_in_care_or_with_children_stays() -> None:
    text = text_of_person(
        person(
            project="Je cherche un poste dans la petite enfance.",
            occupations=[{"title": "Aide-soignante"}, {"title": "Assistante médicale", "target": True}],
        )
    )
    assert text.project == "assistant médical. je cherche poste dans petit enfance"
    assert text.experience == "aide-soignant"


def test_nothing_but_project_wishes_occupations_and_skills_is_read() -> None:
    told = {
        "project": "Vendre du pain.",
        "occupations": [{"title": "Vendeuse", "codes": [{"scheme": "isco", "code": "5223"}], "years": 3}],
        "skills": {"items": [{"label": "Encaisser", "code": "100341"}]},
    }
    more = {
        "birth_date": date(1970, 1, 1),
        "unit": "vd-uc-lausanne",
        "household": {"adults": 1, "children": 3, "childcare_solved": False},
        "residence": {"country": "ch", "region": "VD", "municipality": "Lausanne"},
        "permit": {"kind": "f", "may_work": True},
        "languages": {"items": [{"language": "ar", "level": "c2"}]},
        "education": {"level": "compulsory", "field": "Médecine"},
        "restrictions": [
            {"strain": "heavy_lifting", "source": "self_declared", "author": "la personne", "stated_on": "2026-01-01"}
        ],
        "insurances": {"assistance": {"kind": "ri", "since": "2020-01-01"}},
        "in_debt_enforcement": True,
        "months_without_work": 60,
    }
    assert text_of_person(person(**told, **more)) == text_of_person(person(**told))


def test_an_option_is_its_title_and_skills_then_its_description() -> None:
    skills = [{"label": f"Compétence {number}"} for number in range(8)]
    vacancy = Vacancy.model_validate(
        {"id": "own:1", "title": "Vendeuse.", "description": "Servir.", "criteria": {"skills": skills}}
    )
    text = text_of_option(vacancy)
    assert text.role == "vendeur. " + ". ".join(f"compétence {number}" for number in range(6))
    assert text.body == "vendeur. servir"


def test_a_measure_says_its_type_and_an_allowance_does_not() -> None:
    common = {"id": "own:1", "title": "Aide", "form": "activity"}
    course = Measure.model_validate({**common, "type": "language_course"})
    allowance = Measure.model_validate({**common, "type": "allowance"})
    assert text_of_option(course).body == "aide. cours langue"
    assert text_of_option(allowance).body == "aide"
    assert text_of_option(Placement(id="own:2", title="Atelier")).body == "atelier"


def test_a_long_description_is_cut() -> None:
    text = text_of_option(Vacancy(id="own:1", title="V", description="x" * 20_000))
    assert len(text.body) == len("V. ") + DESCRIPTION_CHARACTERS


@pytest.mark.parametrize(
    ("man", "woman", "both"),
    [
        ("Vendeur en boulangerie", "Vendeuse en boulangerie", "Vendeur / Vendeuse en boulangerie (H/F)"),
        ("Technicien de surface", "Technicienne de surface", "Technicien·ne de surface"),
        ("Verkäufer Detailhandel", "Verkäuferin Detailhandel", "Verkäufer:in Detailhandel (m/w/d)"),
        ("Operatore sociosanitario", "Operatrice sociosanitaria", "Operatore/trice sociosanitario/a"),
        ("Waiter", "Waitress", "Waiter/Waitress (all genders)"),
    ],
)
def test_all_forms_of_a_title_have_one_text(man: str, woman: str, both: str) -> None:
    of_a_person = {text_of_person(person(occupations=[{"title": title}])) for title in (man, woman, both)}
    texts = {text_of_option(Vacancy(id="own:1", title=title, description=f"{title}.")) for title in (man, woman, both)}
    skills = {text_of_skill(title) for title in (man, woman, both)}
    assert len(of_a_person) == len(texts) == len(skills) == 1


def test_a_long_description_is_cut_at_the_same_word_for_both_forms() -> None:
    man, woman = (
        text_of_option(Vacancy(id="own:1", title="V", description=f"{title} en boulangerie, " * 200))
        for title in ("Vendeur", "Vendeuse")
    )
    assert man == woman
