"""A catalogue and people of any size, made from small lists with a seed: for speed only, never for quality."""

import random
from datetime import date

from matching.domain.opportunity import Measure, Opportunity, Placement, Vacancy
from matching.domain.profile import Profile

OCCUPATIONS = [
    ("Vendeuse en boulangerie", "52231"), ("Aide de cuisine", "94120"), ("Magasinier", "43210"),
    ("Employé de nettoyage", "91120"), ("Assistante administrative", "41100"), ("Manoeuvre du bâtiment", "93130"),
    ("Aide-soignant", "53210"), ("Couturière", "75310"), ("Archiviste", "26210"), ("Testeur logiciel", "25190"),
    ("Chauffeur-livreur", "83220"), ("Serveur", "51310"), ("Opératrice en horlogerie", "73110"),
    ("Jardinier paysagiste", "61130"), ("Réceptionniste", "42260"), ("Mécanicien vélo", "72340"),
    ("Éducateur de l'enfance", "53110"), ("Peintre en bâtiment", "71310"), ("Cariste", "83440"), ("Comptable", "33130"),
]  # fmt: skip
PLACES = [
    ("VD", 46.52, 6.63), ("VD", 46.78, 6.64), ("VD", 46.46, 6.84), ("NE", 46.99, 6.93), ("NE", 47.10, 6.83),
    ("LU", 47.05, 8.31), ("GE", 46.20, 6.14), ("FR", 46.80, 7.15), ("BE", 46.95, 7.45), ("VS", 46.23, 7.36),
]  # fmt: skip
WORDS = [
    "accueil",
    "clientèle",
    "équipe",
    "stock",
    "caisse",
    "machine",
    "atelier",
    "bureau",
    "cuisine",
    "entretien",
    "livraison",
    "commande",
    "qualité",
    "sécurité",
    "planning",
    "conseil",
    "contrôle",
    "montage",
    "réparation",
    "propreté",
    "service",
    "vente",
    "logistique",
    "dossier",
    "formation",
    "horaire",
    "contact",
]
CODES = ["ac_course_coll", "ac_tep", "ac_ait", "ac_prof_internship", "vd_mip", "vd_mis", "vd_acit", "ch_as_social",
         "ch_as_language", "di_reinsertion", "other"]  # fmt: skip
TYPES = ["basic_course", "employment_programme", "wage_subsidy", "internship", "coaching", "obstacle_removal"]
NEEDS = ["mobility", "communication_language", "digital", "family_childcare", "confidence", "skills"]

EFFECTS = [
    {"kind": "language", "language": "fr", "level": "b1"},
    {"kind": "certificate", "name": "Permis de conduire", "licence": "b"},
    {"kind": "availability", "percent": 100},
    {"kind": "skill", "label": "Encaisser"},
    {"kind": "barrier", "barrier": "mobility"},
    {"kind": "language", "language": "fr", "level": "b2"},
]


def make_options(vacancies: int, measures: int, placements: int, seed: int = 1) -> list[Opportunity]:
    """That many options of each kind, the same for the same seed."""
    chance = random.Random(seed)
    made: list[Opportunity] = [_vacancy(chance, number) for number in range(vacancies)]
    made += [_measure(chance, number) for number in range(measures)]
    made += [_placement(chance, number) for number in range(placements)]
    return made


def make_people(count: int, seed: int = 2) -> list[Profile]:
    """That many people of the canton of Vaud and around."""
    chance = random.Random(seed)
    return [_person(chance, number) for number in range(count)]


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def _place(chance: random.Random) -> dict[str, object]:
    region, latitude, longitude = chance.choice(PLACES)
    return {
        "country": "ch",
        "region": region,
        "latitude": latitude + chance.uniform(-0.2, 0.2),
        "longitude": longitude + chance.uniform(-0.2, 0.2),
    }


def _vacancy(chance: random.Random, number: int) -> Vacancy:
    title, code = chance.choice(OCCUPATIONS)
    workload = chance.choice([50, 60, 80, 100, 100, 100])
    return Vacancy.model_validate(
        {
            "id": f"own:v{number}",
            "title": f"{title} {_text(chance, 2)}",
            "description": _text(chance, 60),
            "provider": f"Entreprise {number % 900}",
            "place": _place(chance),
            "occupations": [{"scheme": "ch_isco", "code": code}],
            "criteria": {
                "min_availability_percent": workload,
                "languages": [{"language": "fr", "level": chance.choice(["a2", "b1", "b2"])}],
                "licences": ["b"] if chance.random() < 0.2 else [],
                "strains": ["heavy_lifting"] if chance.random() < 0.2 else [],
                "right_to_work": True,
                "skills": [{"label": _text(chance, 2), "required": True} for _ in range(3)],
            },
            "timing": {"workload_min_percent": workload, "workload_max_percent": workload, "rolling": True},
            "publication": {"status": "published_public", "reporting_obligation": False},
        }
    )


def _measure(chance: random.Random, number: int) -> Measure:
    return Measure.model_validate(
        {
            "id": f"own:m{number}",
            "title": f"Mesure {_text(chance, 3)}",
            "description": _text(chance, 40),
            "provider": f"Organisateur {number % 60}",
            "place": _place(chance),
            "form": "activity",
            "code": chance.choice(CODES),
            "type": chance.choice(TYPES),
            "effects": [EFFECTS[number % len(EFFECTS)]],
            "payer": "as_canton",
            "objectives": [chance.choice(["job", "training", "stabilisation"])],
            "criteria": {
                "min_age": 18,
                "min_availability_percent": chance.choice([20, 50, 80]),
                "residence": [f"CH-{chance.choice(PLACES)[0]}"],
                "needs": [chance.choice(NEEDS)] if chance.random() < 0.4 else [],
            },
            "timing": {"rolling": True, "min_weeks": 4, "max_weeks": 26, "workload_max_percent": 80},
        }
    )


def _placement(chance: random.Random, number: int) -> Placement:
    title, code = chance.choice(OCCUPATIONS)
    return Placement.model_validate(
        {
            "id": f"own:p{number}",
            "title": f"Place : {title}",
            "description": _text(chance, 30),
            "provider": f"Entreprise sociale {number % 40}",
            "place": _place(chance),
            "occupations": [{"scheme": "ch_isco", "code": code}],
            "objectives": ["lasting_adapted_work"],
            "criteria": {"min_age": 18, "max_age": 65},
        }
    )


def _person(chance: random.Random, number: int) -> Profile:
    held, aimed = chance.choice(OCCUPATIONS), chance.choice(OCCUPATIONS)
    return Profile.model_validate(
        {
            "id": f"s{number}",
            "birth_date": date(chance.randint(1962, 2006), chance.randint(1, 12), 15),
            "residence": _place(chance),
            "permit": {"kind": "c", "may_work": True, "may_change_employer": True},
            "languages": {"items": [{"language": "fr", "level": chance.choice(["a2", "b1", "b2", "c2"])}]},
            "education": {"level": chance.choice(["compulsory", "vocational", "university"])},
            "occupations": [
                {"title": held[0], "codes": [{"scheme": "ch_isco", "code": held[1]}], "years": chance.randint(0, 20)},
                {"title": aimed[0], "codes": [{"scheme": "ch_isco", "code": aimed[1]}], "target": True},
            ],
            "skills": {"items": [{"label": _text(chance, 2)} for _ in range(6)]},
            "availability": {"percent": chance.choice([50, 80, 100])},
            "mobility": {"licences": chance.choice([[], ["b"]]), "radius_km": chance.choice([20, 40, 60])},
            "restrictions": [],
            "insurances": {"assistance": {"kind": "ri"}, "unemployment": {"status": "none"}},
            "needs": [],
            "objective": "job",
            "project": f"Je cherche un poste : {aimed[0]}, {_text(chance, 12)}",
            "months_without_work": chance.randint(0, 60),
        }
    )
