"""Refusals in the language of whoever reads them: an error carries its French sentence, here are the others.

A sentence that has no translation is said in French, with its facts in French as well.
"""

from collections.abc import Mapping
from functools import cache

from matching.errors import MatchingError
from matching.messages import refusals_answering, refusals_deciding, refusals_doors, refusals_following

_PARTS = tuple(part.SENTENCES for part in (refusals_doors, refusals_deciding, refusals_following, refusals_answering))
_PLACE = {"de": 0, "it": 1, "en": 2}


@cache
def translations(lang: str) -> Mapping[str, str]:
    """By the French sentence the one of a language; nothing for French and for languages that are not written."""
    place = _PLACE.get(lang)
    if place is None:
        return {}
    return {french: others[place] for part in _PARTS for french, others in part.items()}


def refused_in(lang: str, refusal: MatchingError) -> str:
    """The one sentence of a refusal."""
    return refusal.said.spoken(lang, translations(lang))
