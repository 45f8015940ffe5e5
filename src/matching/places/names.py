"""How place names are compared: one key per name, whatever the accents, hyphens, case or abbreviation."""

import re
import unicodedata

# The 26 cantons by their official two letters (also the admin1 codes of GeoNames).
_CANTONS = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"
CANTONS = frozenset(_CANTONS.split())

_SAINTS = {"st": "saint", "ste": "sainte", "sankt": "saint", "sts": "saints"}
_UPON = re.compile(r"\bs/\s*")
_WORD = re.compile(r"[a-z0-9]+")
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_SIDES = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})")
_DISTRICT = re.compile(r" \d{1,2}(?:e|er|eme)?(?: arrondissement)?$")


def name_key(name: str) -> str:
    """What two spellings of one place share: "St-Étienne" and "SAINT ETIENNE" give "saint etienne".

    Returns lower-case Latin words joined by single spaces, "" when none is left; a trailing CEDEX is dropped.
    """
    text = name.casefold().replace("œ", "oe").replace("æ", "ae")
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    words = [_SAINTS.get(word, word) for word in _WORD.findall(_UPON.sub("sur ", text))]
    if "cedex" in words[1:]:
        words = words[: words.index("cedex")]
    return " ".join(words)


def without_canton(key: str) -> tuple[str, str | None]:
    """A key and the canton that ended it: "renens vd" gives ("renens", "VD"), "renens" gives ("renens", None)."""
    head, _, last = key.rpartition(" ")
    return (head, last.upper()) if head and last.upper() in CANTONS else (key, None)


def without_district(key: str) -> str:
    """A key without the number of a district or of a post office: "lyon 3e" and "lausanne 25" lose theirs."""
    return _DISTRICT.sub("", key)


def other_keys(name: str) -> set[str]:
    """Keys a name also answers to: without its parentheses, and each side of a slash ("Biel/Bienne")."""
    bare = _IN_PARENTHESES.sub(" ", name)
    keys = {name_key(part) for part in (bare, *_SIDES.split(bare))}
    return keys - {"", name_key(name)}
