"""Reader of ESCO as the European Commission publishes it: one folder of CSV files per language."""

import re
from pathlib import Path

from matching.errors import InvalidInputError
from matching.retrieval.occupations.source import LANGUAGES, Source, read_rows


def read_esco(folder: Path) -> Source:
    """ESCO occupations with their ISCO-08 group, and ISCO groups, with labels in the languages that are there.

    `folder` holds `occupations_<language>.csv` (and `ISCOGroups_<language>.csv`) itself or in direct subfolders. Where
    releases differ, a subfolder named like a language comes before all others, and those from last to first by name:
    the first to state a group or a preferred label wins, further labels are added. Obsolete concepts are left out.
    """
    subfolders = sorted((path for path in folder.glob("*/") if path.is_dir()), key=lambda path: path.name, reverse=True)
    subfolders.sort(key=lambda path: path.name not in LANGUAGES)
    source = Source()
    found = False
    for place in (folder, *subfolders):
        for language in LANGUAGES:
            if (place / f"occupations_{language}.csv").is_file():
                _read_occupations(source, place / f"occupations_{language}.csv", language)
                found = True
            if (place / f"ISCOGroups_{language}.csv").is_file():
                _read_groups(source, place / f"ISCOGroups_{language}.csv", language)
    if not found:
        raise InvalidInputError(
            f"{folder} ne contient pas ESCO ; y mettre, au besoin dans des sous-dossiers, occupations_fr.csv, "
            "occupations_de.csv, occupations_it.csv ou occupations_en.csv."
        )
    return source


def _read_occupations(source: Source, file: Path, language: str) -> None:
    for row in read_rows(file, ("conceptUri", "preferredLabel", "altLabels")):
        if row.get("status", "") not in {"", "released"}:
            continue
        concept, group = row["conceptUri"], row.get("iscoGroup", "")
        if re.fullmatch(r"\d{1,4}", group) and not source.links.get(concept):
            source.links[concept] = {group: 1}
        source.add_labels("esco", concept, language, [row["preferredLabel"], *re.split(r"[\n|]", row["altLabels"])])


def _read_groups(source: Source, file: Path, language: str) -> None:
    for row in read_rows(file, ("code", "preferredLabel")):
        source.add_labels("isco", row["code"], language, [row["preferredLabel"]])
