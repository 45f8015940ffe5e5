"""What is left between masculine, feminine and neutral forms: cosines of the encoder, and scores over the demo.

    python tests/benchmarks/words.py

With the encoder that the settings name (`MATCHING_ENCODER`). Where `MATCHING_TEST_DATA` names a folder of published
files, titles of JobTitleSim and the double labels of ESCO are measured too. Prints a small table: 1 - cosine between
two forms of one title, as the encoder reads them by itself and as the text builder gives them to it; then how many
people of the demo have any score that moves when every word of their file takes the other form, or when names and
origins are told.
"""

import csv
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.retrieval.encoder import Encoder, open_encoder
from matching.retrieval.text import text_of_skill
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases.situation import look_at

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
Pairs = list[tuple[str, str]]

OWN = """
Vendeur | Vendeuse | Vendeur/-euse (H/F)
Vendeur en boulangerie | Vendeuse en boulangerie | Vendeur·euse en boulangerie
Cuisinier | Cuisinière | Cuisinier/ère
Serveur | Serveuse | Serveur·se
Infirmier | Infirmière | Infirmier/Infirmière
Employé de commerce | Employée de commerce | Employé(e) de commerce
Assistant social | Assistante sociale | Assistant-e social-e
Directeur commercial | Directrice commerciale | Directeur commercial/Directrice commerciale
Technicien de surface | Technicienne de surface | Technicien/-ne de surface
Agent administratif | Agente administrative | Agent·e administratif·ve
Homme de ménage | Femme de ménage | Personne de ménage
Boulanger | Boulangère | Boulanger (f/m)
Chef d'équipe | Cheffe d'équipe | Chef·fe d'équipe
Éducateur de l'enfance | Éducatrice de l'enfance | Éducateur/trice de l'enfance
Verkäufer | Verkäuferin | Verkäufer/in
Koch | Köchin | Koch/Köchin (m/w/d)
Kaufmann EFZ | Kauffrau EFZ | Kaufmann/-frau EFZ
Fachmann Betreuung | Fachfrau Betreuung | Fachperson Betreuung
Krankenpfleger | Krankenschwester | Krankenpfleger:in
Reinigungsmitarbeiter | Reinigungsmitarbeiterin | Reinigungsmitarbeitende
Arzt | Ärztin | Arzt/Ärztin
Polymechaniker | Polymechanikerin | Polymechaniker*in
Sozialpädagoge | Sozialpädagogin | Sozialpädagoge/-in
Commesso | Commessa | Commesso/a
Cuoco | Cuoca | Cuoco/a
Cameriere | Cameriera | Cameriere/a
Operaio | Operaia | Operaio/a
Impiegato di commercio | Impiegata di commercio | Impiegato/a di commercio
Educatore | Educatrice | Educatore/trice
Waiter | Waitress | Waiter/Waitress
Salesman | Saleswoman | Salesperson
Steward | Stewardess | Steward(ess)
"""

ENDINGS = [
    (r"(ach|port|mon|por|ret|jet|lut|met)eur\b", r"\1euse"),
    (r"teur\b", "trice"),
    (r"eur\b", "euse"),
    (r"ier\b", "ière"),
    (r"(g|ch|ll)er\b", r"\1ère"),
    (r"ien\b", "ienne"),
    (r"(?<=\w\w)(ant|ent|al|é)\b", r"\1e"),
    (r"(?<=\w\w)(i|n)el\b", r"\1elle"),
    (r"if\b", "ive"),
]
"""How a French masculine becomes a feminine; read in this order, the first that fits a word."""

NO_MASCULINES = "bien rien combien chien lien peur fleur heur cœur valeur couleur chaleur douleur secteur moteur hier"

TOLD = [
    "Je m'appelle Amina Haile. {}",
    "Je suis de nationalité érythréenne. {}",
    "{} Mme Dupont est mariée.",
    "Ich bin Portugiesin, ledig. {}",
    "Mi chiamo Giulia, sono albanese. {}",
]


def main() -> None:
    """Measure and print."""
    settings = Settings()
    encoder = open_encoder(settings)
    print(f"encoder {encoder.version}; 1 - cosine x 1000: mean / 95th percentile / max")  # noqa: T201
    for name, pairs in _all_pairs():
        alone, built = (_residual(encoder, pairs, as_built) for as_built in (False, True))
        print(f"{name:32} {len(pairs):5} pairs   encoder alone {alone}   text builder {built}")  # noqa: T201
    with TemporaryDirectory() as folder:
        service = open_service(settings.model_copy(update={"data_dir": Path(folder)}))
        service.run_demo(at=AT)
        for line in _moved(service):
            print(line)  # noqa: T201
        service.close()


def _all_pairs() -> Iterable[tuple[str, Pairs]]:
    triples = [line.split(" | ") for line in OWN.strip().splitlines()]
    yield "own: masculine, feminine", [(man, woman) for man, woman, _ in triples]
    yield "own: masculine, both or neutral", [(man, both) for man, _, both in triples]
    if folder := os.environ.get("MATCHING_TEST_DATA"):
        data = Path(folder)
        lines = (data / "jobtitlesim" / "fr" / "corpus_documents.tsv").read_text("utf-8").splitlines()
        titles = [line.split("\t")[1] for line in lines]
        yield "JobTitleSim fr", [(title, other) for title in titles if (other := _other_form(title)) != title]
        for language in ("fr", "de"):
            with (data / "esco" / language / f"occupations_{language}.csv").open(encoding="utf-8") as rows:
                yield f"ESCO {language}", _halves(row["preferredLabel"] for row in csv.DictReader(rows))
        with (data / "esco" / "occupation_labels_fr_de_it_en.csv").open(encoding="utf-8") as rows:
            yield "ESCO it", _halves(row[2] for row in csv.reader(rows) if row[1] == "it")


def _halves(labels: Iterable[str]) -> Pairs:
    doubles = (label.split("/") for label in labels if label.count("/") == 1)
    return [(left.strip(), right.strip()) for left, right in doubles if left.strip() and right.strip()]


def _other_form(text: str) -> str:
    """Every French masculine word of a text in the feminine."""
    return re.sub(r"\w+", lambda word: _feminine(word[0]), text)


def _feminine(word: str) -> str:
    if word.lower() in NO_MASCULINES.split():
        return word
    return next((re.sub(end, other, word) for end, other in ENDINGS if re.search(end, word)), word)


def _residual(encoder: Encoder, pairs: Pairs, as_built: bool) -> str:
    left, right = (
        encoder.encode([text_of_skill(text) if as_built else text for text in side], "passage")
        for side in zip(*pairs, strict=True)
    )
    lost = 1000 * np.maximum(1 - np.sum(left * right, axis=1), 0)
    return f"{lost.mean():6.1f} /{np.quantile(lost, 0.95):6.1f} /{lost.max():7.1f}"


def _moved(service: Service) -> Iterable[str]:
    with service.workplace.database.read(EVERYTHING) as connection:
        people = list(profiles.all_visible(connection))
    yield _line("demo: every word in the other form", service, [(person, _in_other_form(person)) for person in people])
    for told in TOLD:
        pairs = [(person, person.model_copy(update={"wishes": told.format(person.wishes or "")})) for person in people]
        yield _line(f"demo: {told.format('')}", service, pairs)


def _in_other_form(person: Profile) -> Profile:
    skills = [item.model_copy(update={"label": _other_form(item.label)}) for item in person.skills.items]
    return person.model_copy(
        update={
            "project": person.project and _other_form(person.project),
            "wishes": person.wishes and _other_form(person.wishes),
            "occupations": person.occupations
            and tuple(job.model_copy(update={"title": _other_form(job.title)}) for job in person.occupations),
            "skills": person.skills.model_copy(update={"items": tuple(skills)}),
        }
    )


def _line(name: str, service: Service, pairs: list[tuple[Profile, Profile]]) -> str:
    told, moved, furthest = 0, 0, 0.0
    live = service.workplace.live(AT)
    for before, after in pairs:
        told += before != after
        seen = [look_at(service.workplace, live, person, viewer=LOCAL_VIEWER, at=AT) for person in (before, after)]
        first, second = (dict(zip(s.candidates.rows.tolist(), s.ranked.scores.tolist(), strict=True)) for s in seen)
        change = max((abs(first[row] - second.get(row, np.inf)) for row in first), default=0.0)
        moved += change > 0
        furthest = max(furthest, change)
    return f"{name:60} {told} people told otherwise, scores of {moved} moved, by {furthest:.3f} points at most"


if __name__ == "__main__":
    main()
