"""Sentences by key and language: a language is its catalogues `<part>_<language>.py`; French stands in for gaps."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from matching.errors import as_read

PARTS = (
    "criteria",
    "swiss_law",
    "cantonal_law",
    "french_law",
    "features",
    "cards",
    "payers",
    "pages",
    "detection",
    "steering",
    "pathways",
    "allocation",
    "gaps",
    "shortlist",
    "voice",
    "slates",
    "fields",
    "letter",
    "web",
    "web_manager",
    "web_inbox",
    "web_letter",
    "web_pins",
    "web_outside",
    "web_audit",
    "web_models",
    "web_account",
    "web_searches",
)
LANGUAGES = ("fr", "de", "it", "en")
DEFAULT = "fr"

Catalogue = Mapping[str, str]


@cache
def catalogue(lang: str) -> Catalogue:
    """All sentences of one language; empty for a language whose catalogues are not written yet."""
    sentences: dict[str, str] = {}
    for part in PARTS:
        name = f"matching.messages.{part}_{lang}"
        if find_spec(name) is not None:
            sentences.update(import_module(name).MESSAGES)
    return sentences


@cache
def spoken(lang: str) -> str:
    """The language in which sentences come when `lang` is asked for: French where some catalogue is not written."""
    written = all(find_spec(f"matching.messages.{part}_{lang}") is not None for part in PARTS)
    return lang if written else DEFAULT


def say(lang: str, key: str, **facts: object) -> str:
    """The sentence of a key with its facts filled in, in `lang`, else in French; an unknown key is a KeyError."""
    template = catalogue(lang).get(key) or catalogue(DEFAULT)[key]
    return template.format(**{name: as_read(fact, lang) for name, fact in facts.items()})
