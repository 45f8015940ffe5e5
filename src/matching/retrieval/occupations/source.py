"""What a reader takes from one published nomenclature, and how its CSV files are read."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from matching.errors import InvalidInputError

Language = Literal["fr", "de", "it", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)

Links = dict[str, dict[str, int]]
Labels = dict[str, dict[str, dict[str, list[str]]]]


@dataclass(frozen=True)
class Source:
    """The tables of one nomenclature.

    `links`: code -> what it leads to, with a weight: ISCO-08 digits (ESCO, CH-ISCO) or ESCO concepts (ROME).
    `labels`: scheme -> code -> language -> labels, the preferred one first.
    """

    links: Links = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)

    def add_labels(self, scheme: str, code: str, language: str, labels: list[str]) -> None:
        """Add labels behind those that are there, without repeating any."""
        known = self.labels.setdefault(scheme, {}).setdefault(code, {}).setdefault(language, [])
        known.extend(label for label in dict.fromkeys(map(str.strip, labels)) if label and label not in known)

    def counts(self) -> dict[str, int]:
        """Codes, labels and linked codes by scheme, for the person who imported them."""
        found: dict[str, int] = {}
        for scheme, codes in self.labels.items():
            found[scheme] = len(codes)
            found[f"{scheme}_labels"] = sum(len(labels) for code in codes.values() for labels in code.values())
            if linked := sum(bool(self.links.get(code)) for code in codes):
                found[f"{scheme}_linked"] = linked
        return found


def read_rows(file: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a comma-separated UTF-8 file below the first line that holds all these columns.

    Lines before that one (the preamble of a crosswalk) are passed over. Raises `InvalidInputError` with file and line.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as content:
            lines = csv.reader(content, strict=True)
            header = next((line for line in lines if set(columns) <= set(line)), None)
            if header is None:
                raise InvalidInputError(
                    f"{file} n'a pas de ligne avec les colonnes {', '.join(columns)} ; choisir le bon fichier."
                )
            for line in lines:
                if line and len(line) != len(header):
                    raise InvalidInputError(
                        f"{file}, ligne {lines.line_num} : {len(line)} valeurs au lieu de {len(header)} ; la corriger."
                    )
                if line:
                    yield dict(zip(header, line, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InvalidInputError(
            f"{file} ne peut pas être lu comme CSV à virgules en UTF-8 ; le télécharger à nouveau ({error})."
        ) from error
