"""ESCO as the encoder learns from it: concepts with all their texts in four languages."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from matching.errors import InvalidInputError
from matching_training.encoder.relations import read_relations
from matching_training.encoder.tables import rows

Language = Literal["fr", "de", "it", "en"]
Kind = Literal["occupation", "skill", "group"]
Role = Literal["preferred", "alternative", "description"]

LANGUAGES: tuple[Language, ...] = ("fr", "de", "it", "en")
_FILES: tuple[tuple[str, Kind], ...] = (
    (r"occupations_([a-z]{2})(?:-[a-z]{2})?\.csv", "occupation"),
    (r"ISCOGroups_([a-z]{2})(?:-[a-z]{2})?\.csv", "group"),
    (r"skillGroups_([a-z]{2})(?:-[a-z]{2})?\.csv", "group"),
    (r"skills_([a-z]{2})(?:-[a-z]{2})?\.csv", "skill"),
    (r"(?:digital|language|transversal)SkillsCollection_([a-z]{2})\.csv", "skill"),
)
_LABELS = "occupation_labels_fr_de_it_en.csv"


@dataclass(frozen=True)
class Text:
    """One text of a concept."""

    language: Language
    role: Role
    words: str


@dataclass
class Concept:
    """An occupation, a skill or a group (of ISCO or of skills) with its texts.

    Of an occupation `isco` is its group, `skills` the URIs of the skills that it asks for, where a file says so.
    """

    uri: str
    kind: Kind
    isco: str = ""
    texts: dict[tuple[Language, str], Text] = field(default_factory=dict)
    skills: list[str] = field(default_factory=list)

    def add(self, language: Language, role: Role, words: str) -> None:
        """Add a text unless it is empty or there already; the first preferred label of a language stays preferred."""
        words = re.sub(r"\s+", " ", words.replace("’", "'")).strip()
        taken = any(text.language == language and text.role == "preferred" for text in self.texts.values())
        if role == "preferred" and taken:
            role = "alternative"
        if words:
            self.texts.setdefault((language, words.casefold()), Text(language, role, words))


def read_concepts(folder: Path) -> list[Concept]:
    """All released concepts of the ESCO files in a folder and its direct subfolders, ordered by URI.

    Files are named as the Commission names them (occupations_fr.csv, skills_en.csv, ...); the newest release, told by
    the folder's name, comes first. A file of Italian and other labels (uri, lang, label) beside them is read as well,
    and what says which occupation asks for which skills (`relations.py`).
    Raises `InvalidInputError` when there is no file of occupations, or one cannot be read.
    """
    concepts: dict[str, Concept] = {}
    folders = [folder, *sorted((path for path in folder.glob("*/")), key=lambda path: ("v1.0" in path.name, path.name))]
    files = [file for place in folders for file in sorted(place.glob("*.csv"))]
    for file in files:
        for pattern, kind in _FILES:
            if (match := re.fullmatch(pattern, file.name)) and match[1] in LANGUAGES:
                _read_file(file, kind, match[1], concepts)
    for file in files:
        if file.name == _LABELS:
            _read_labels(file, concepts)
    for occupation, skill in read_relations(folders):
        if occupation in concepts and skill in concepts and skill not in concepts[occupation].skills:
            concepts[occupation].skills.append(skill)
    if not any(concept.kind == "occupation" for concept in concepts.values()):
        raise InvalidInputError(
            f"{folder} ne contient pas ESCO ; y mettre, au besoin dans des sous-dossiers, occupations_fr.csv et les "
            "autres fichiers."
        )
    return [concepts[uri] for uri in sorted(concepts)]


def _read_file(file: Path, kind: Kind, language: Language, concepts: dict[str, Concept]) -> None:
    for row in rows(file):
        uri, label = row.get("conceptUri", ""), row.get("preferredLabel", "")
        if not uri or not label or row.get("status", "released") not in {"", "released"}:
            continue
        if kind == "skill" and "/skill/" not in uri:
            continue
        concept = concepts.setdefault(uri, Concept(uri, kind))
        concept.isco = concept.isco or row.get("iscoGroup", "")
        concept.add(language, "preferred", label)
        for alternative in re.split(r"\n|\|", f"{row.get('altLabels') or ''}|{row.get('hiddenLabels') or ''}"):
            concept.add(language, "alternative", alternative)
        concept.add(language, "description", row.get("description") or "")


def _read_labels(file: Path, concepts: dict[str, Concept]) -> None:
    for row in rows(file):
        kind: Kind = "occupation" if "/occupation/" in row["uri"] else "group"
        if row["lang"] in LANGUAGES:
            concept = concepts.setdefault(row["uri"], Concept(row["uri"], kind))
            concept.add(row["lang"], "preferred", row["label"])
