"""Occupation titles as people write them: both genders at once, with percentages and (m/w/d)."""

import re
from typing import TypedDict

from matching.retrieval.folding import fold
from matching.retrieval.occupations.source import Labels

_NOISE = re.compile(
    r"\(?(?<!\w)[hfmwdx](?:\s?[/|]\s?[hfmwdx]){1,3}(?!\w)\)?"  # (m/w/d), H/F
    r"|\d{1,3}\s?(?:(?:-|–|à|bis)\s?\d{1,3}\s?)?%",  # 80-100 %
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?<=\w\w)(?:\s?/\s?-?|[*:_·•]|\(-?)(innen|in|ienne|ière|ère|euse|trice|rice|esse|se|te|ne|e)\)?(?!\w)"
)
_SIGNS = re.compile(r"[/|%(*:_·•]")
_ADDED_TO_THE_STEM = {"in", "e", "ne", "te"}


class TitleIndex(TypedDict):
    """Codes as (scheme, code), and folded title -> their places in that list."""

    codes: list[tuple[str, str]]
    places: dict[str, list[int]]


def variants(title: str) -> tuple[str, ...]:
    """The folded forms under which a title may be found: the whole first, then each gender by itself.

    "Vendeur / Vendeuse en boulangerie" gives "vendeur vendeuse en boulangerie", "vendeur en boulangerie" and
    "vendeuse en boulangerie"; "Verkäufer/in (m/w/d)" gives "verkaufer in", "verkaufer" and "verkauferin".
    """
    if not _SIGNS.search(title):
        return (folded,) if (folded := fold(title)) else ()
    title = _NOISE.sub(" ", title)
    forms = [title]
    if _SUFFIX.search(title):
        forms.append(_SUFFIX.sub("", title))
        forms.append(_SUFFIX.sub(lambda end: end[1] if end[1] in _ADDED_TO_THE_STEM else "", title))
    elif "/" in title:
        forms += _halves(title)
    return tuple(form for form in dict.fromkeys(map(fold, forms)) if form)


def title_index(labels: Labels) -> TitleIndex:
    """Where every form of every label leads; of CH-ISCO only occupations (five digits), not groups of the same name."""
    codes: list[tuple[str, str]] = []
    places: dict[str, list[int]] = {}
    for scheme, by_code in labels.items():
        for code, by_language in by_code.items():
            if scheme == "ch_isco" and len(code) < 5:
                continue
            forms = {form: None for names in by_language.values() for name in names for form in variants(name)}
            for form in forms:
                places.setdefault(form, []).append(len(codes))
            codes.append((scheme, code))
    return {"codes": codes, "places": places}


def _halves(title: str) -> list[str]:
    """Both sides of a slash; the words that only the longer side has belong to both."""
    sides = [side.split() for side in title.split("/")]
    if len({len(side) for side in sides}) == 1:
        return [" ".join(side) for side in sides]
    if len(sides) != 2:
        return []
    left, right = sides
    return [" ".join(left + right[len(left) :]), " ".join(right + left[len(right) :])]
