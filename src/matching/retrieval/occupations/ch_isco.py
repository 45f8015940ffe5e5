"""Reader of CH-ISCO-19 as the Federal Statistical Office publishes it: one CSV file per level."""

from pathlib import Path

from matching.errors import InvalidInputError
from matching.retrieval.occupations.source import LANGUAGES, Source, read_rows

_FILES = tuple(
    f"DV_CH_ISCO_19_{level}.csv" for level in ("MAJORGROUP", "SUBMAJORGROUP", "MINORGROUP", "UNITGROUP", "TYP")
)
_UNSPECIFIED = ("onA", "sip", "s.a.i.")
"""How German, French and Italian labels end that stand for "somewhere in the group above"."""


def read_ch_isco(folder: Path) -> Source:
    """CH-ISCO-19 codes of all five levels with labels, linked to the ISCO-08 digits that they specify.

    The first four digits are those of ISCO-08, except that codes such as 5220 or 52200, "not specified", say no more
    than the group above, here 522.
    """
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise InvalidInputError(f"{folder} ne contient pas CH-ISCO-19 ; y mettre {', '.join(missing)}.")
    source = Source()
    unspecified = set()
    for name in _FILES:
        for row in read_rows(folder / name, ("code", "de", "fr", "it")):
            for language in LANGUAGES:
                if row.get(language):
                    source.add_labels("ch_isco", row["code"], language, [row[language]])
            if any(row[language].endswith(_UNSPECIFIED) for language in ("de", "fr", "it")):
                unspecified.add(row["code"])
    for code in source.labels["ch_isco"]:
        digits = code[:4]
        while len(digits) > 1 and digits in unspecified:
            digits = digits[:-1]
        source.links[code] = {digits: 1}
    return source
