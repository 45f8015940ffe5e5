"""The version of the text moves with the words: this fails when they change and the version does not."""

import hashlib
import json

from matching.domain.opportunity import Measure, Vacancy
from matching.domain.profile import Profile
from matching.retrieval.folding import fold
from matching.retrieval.text import text_of_option, text_of_person
from matching.retrieval.text_version import TEXT_VERSION

WORDS = ("2", "d43d3ffd6df5")
"""The version and the digest of the words it stands for: after a change of words raise one, write down the other."""

TITLES = ("Vendeur / Vendeuse en boulangerie (H/F)", "Köchin/Koch 80-100 %", "Addetta alle pulizie", "Infirmier·ère")
PROSE = "Je cherche un poste d'aide-soignante. J'ai deux enfants. Je suis étudiante à l'université ; père de famille."


def test_the_words_are_those_of_the_version() -> None:
    people = [person(title) for title in TITLES]
    options = [option(kind, title) for title in TITLES for kind in (Vacancy, Measure)]
    texts = [vars(text_of_person(each)) for each in people] + [vars(text_of_option(each)) for each in options]
    written = json.dumps([texts, fold(" ".join(TITLES))], sort_keys=True)
    assert (TEXT_VERSION, hashlib.sha256(written.encode()).hexdigest()[:12]) == WORDS


def person(title: str) -> Profile:
    occupations = [{"title": title}, {"title": title, "target": True}]
    skills = {"items": [{"label": "Encaisser"}, {"label": "Gérer mes dettes"}]}
    facts = {"id": "p-1", "project": PROSE, "wishes": "Nachtarbeit.", "occupations": occupations, "skills": skills}
    return Profile.model_validate(facts)


def option(kind: type[Vacancy] | type[Measure], title: str) -> Vacancy | Measure:
    facts = {"id": "own:1", "title": title, "description": f"{PROSE} {'Verkauf. ' * 300}"}
    return kind.model_validate(facts | ({"form": "activity", "type": "language_course"} if kind is Measure else {}))
