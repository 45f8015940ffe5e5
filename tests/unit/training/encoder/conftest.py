"""A small invented nomenclature in the form of ESCO's files, and what the training makes of it."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from matching_training.encoder.corpus import Advert, Corpus, Need, Own, gather
from matching_training.encoder.esco import Concept, read_concepts
from matching_training.encoder.vocabulary import train_tokenizer

_TRADES = (
    ("boulanger", "Bäcker", "panettiere", "baker", "7512", "pain", "Brot"),
    ("pâtissier", "Konditor", "pasticciere", "pastry cook", "7512", "gâteau", "Kuchen"),
    ("vendeur", "Verkäufer", "venditore", "shop assistant", "5223", "magasin", "Laden"),
    ("caissier", "Kassierer", "cassiere", "cashier", "5230", "caisse", "Kasse"),
    ("jardinier", "Gärtner", "giardiniere", "gardener", "6113", "jardin", "Garten"),
    ("peintre", "Maler", "pittore", "painter", "7131", "peinture", "Farbe"),
    ("maçon", "Maurer", "muratore", "bricklayer", "7112", "mur", "Mauer"),
    ("cuisinier", "Koch", "cuoco", "cook", "5120", "repas", "Essen"),
    ("coiffeur", "Coiffeur", "parrucchiere", "hairdresser", "5141", "cheveux", "Haare"),
    ("menuisier", "Schreiner", "falegname", "joiner", "7115", "bois", "Holz"),
    ("chauffeur", "Fahrer", "autista", "driver", "8322", "camion", "Lastwagen"),
    ("comptable", "Buchhalter", "contabile", "accountant", "2411", "comptes", "Konten"),
)


def _uri(number: int) -> str:
    return f"http://data.europa.eu/esco/occupation/invented-{number:02d}"


def _skill(number: int) -> str:
    return f"http://data.europa.eu/esco/skill/invented-{number:02d}"


_SKILLS = (
    ("pétrir la pâte", "knead dough"),
    ("tenir la caisse", "operate cash register"),
    ("jamais demandé", "unused"),
)
"""Bakers and pastry cooks knead, shop assistants and cashiers operate the cash register."""
_ASKED = ((0, 0), (1, 0), (2, 1), (3, 1))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _write_objects(file: Path, objects: list[dict[str, Any]]) -> None:
    with gzip.open(file, "wt", encoding="utf-8") as content:
        json.dump(objects, content)


@pytest.fixture(scope="session")
def asked() -> dict[str, list[str]]:
    """The skills that each occupation asks for, by URI."""
    return {_uri(trade): [_skill(skill)] for trade, skill in _ASKED}


@pytest.fixture(scope="session")
def esco(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve invented occupations in four languages, one obsolete concept, two releases of the French labels.

    And three skills; what asks for which of them is told once in the Commission's form and once by labels.
    """
    folder = tmp_path_factory.mktemp("esco")
    for column, language in enumerate(("fr", "de", "it", "en")):
        rows = []
        for number, trade in enumerate(_TRADES):
            thing = trade[6 if language == "de" else 5]
            rows.append(
                {
                    "conceptUri": _uri(number),
                    "iscoGroup": trade[4],
                    "preferredLabel": trade[column],
                    "altLabels": f"{trade[column]} {thing}\n{thing} {language}-pro",
                    "status": "released",
                    "description": f"{trade[column]} : {thing}, {thing}." if language in {"de", "en"} else "",
                }
            )
        rows.append({**rows[0], "conceptUri": _uri(99), "preferredLabel": "disparu", "status": "obsolete"})
        _write(folder / language / f"occupations_{language}.csv", rows)
    older = [{"conceptUri": _uri(0), "iscoGroup": "", "preferredLabel": "mitron", "altLabels": "boulanger|fournier"}]
    _write(folder / "fr_v1.0" / "occupations_fr.csv", older)
    for column, language in enumerate(("fr", "en")):
        skills = [
            {"conceptUri": _skill(number), "preferredLabel": labels[column], "status": "released"}
            for number, labels in enumerate(_SKILLS)
        ]
        _write(folder / language / f"skills_{language}.csv", skills)
    asked = [{"occupationUri": _uri(trade), "relationType": "essential", "skillUri": _skill(0)} for trade in (0, 1)]
    asked.append({"occupationUri": _uri(99), "relationType": "optional", "skillUri": _skill(0)})
    _write(folder / "en" / "occupationSkillRelations_en.csv", asked)
    named = folder / "by_name"
    named.mkdir()
    _write_objects(named / "esco.json.gz", [{"uri": _skill(1), "label": "operate cash register"}])
    labels = ["operate cash register", "never heard of"]
    _write_objects(named / "esco_o.json.gz", [{"uri": _uri(trade), "skill": labels} for trade in (2, 3)])
    return folder


@pytest.fixture(scope="session")
def concepts(esco: Path) -> list[Concept]:
    """The concepts of the invented files."""
    return read_concepts(esco)


@pytest.fixture(scope="session")
def corpus(concepts: list[Concept]) -> Corpus:
    """The concepts with a few texts of our own."""
    own = Own(
        names=[(_uri(0), "fr", "ouvrier du fournil"), ("http://elsewhere", "fr", "inconnu")],
        adverts=[
            Advert("fr", _uri(number), f"{trade[0]} (h/f)", f"Vous aimez le {trade[5]} depuis toujours. Oui ?")
            for number, trade in enumerate(_TRADES)
        ],
        needs=[Need("fr", "Ne sait plus comment payer son loyer.", "Aide au budget", "Conseils sur les dettes.")],
    )
    return gather(concepts, own)


@pytest.fixture(scope="session")
def tokenizer(corpus: Corpus) -> Any:
    """The tokenizer of the invented corpus."""
    return train_tokenizer([item.words for item in corpus.items])
