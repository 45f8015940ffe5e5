"""Reader of ROME 4.0 as France Travail publishes it, and of the crosswalk ROME -> ESCO."""

import re
from pathlib import Path

from matching.errors import InvalidInputError
from matching.retrieval.occupations.source import Source, read_rows

_CODES = "unix_referentiel_code_rome_*_utf8.csv"
_TITLES = "unix_referentiel_appellation_*_utf8.csv"
_CROSSWALK = "rome_to_esco*.csv"
_WEIGHTS = {"skos:exactMatch": 3, "skos:closeMatch": 2}
"""What a link of a title to an ESCO concept weighs in favour of that concept; broader and narrower ones weigh 1."""


def read_rome(folder: Path) -> Source:
    """ROME codes with their titles (appellations), linked to ESCO concepts where the crosswalk is there as well.

    The crosswalk links titles; a code gets the links of its titles, one without any those of its parent code.
    Of several versions in the folder the last by name is read.
    """
    codes, titles, crosswalk = (_latest(folder, pattern) for pattern in (_CODES, _TITLES, _CROSSWALK))
    if codes is None or titles is None:
        raise InvalidInputError(f"{folder} ne contient pas ROME ; y mettre {_CODES} et {_TITLES}.")
    source = Source()
    parents = {}
    for row in read_rows(codes, ("code_rome", "libelle_rome")):
        source.add_labels("rome", row["code_rome"], "fr", [row["libelle_rome"]])
        source.links[row["code_rome"]] = {}
        parents[row["code_rome"]] = row.get("code_rome_parent", "")
    code_of_title = {}
    for row in read_rows(titles, ("code_ogr", "libelle_appellation_long", "libelle_appellation_court", "code_rome")):
        code_of_title[row["code_ogr"]] = row["code_rome"]
        labels = [row["libelle_appellation_long"], row["libelle_appellation_court"]]
        source.add_labels("rome", row["code_rome"], "fr", labels)
    if crosswalk is not None:
        _read_crosswalk(source, crosswalk, code_of_title)
    for code, parent in parents.items():
        if not source.links[code]:
            source.links[code] = dict(source.links.get(parent, {}))
    return source


def _read_crosswalk(source: Source, file: Path, code_of_title: dict[str, str]) -> None:
    for row in read_rows(file, ("classification 1 ID", "classification 2 ID", "mapping relation")):
        ends = (row["classification 1 ID"], row["classification 2 ID"])
        concept, title = sorted(ends, key=lambda end: not end.startswith("http"))
        code = code_of_title.get(title)
        if code is not None:
            links = source.links.setdefault(code, {})
            links[concept] = links.get(concept, 0) + _WEIGHTS.get(row["mapping relation"], 1)


def _latest(folder: Path, pattern: str) -> Path | None:
    def version(file: Path) -> list[int]:
        return [int(digits) for digits in re.findall(r"\d+", file.name)]

    return max(folder.glob(pattern), key=version, default=None)
