"""What the adverts of all sources share: clean titles, links, providers, and what a wage does."""

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from matching.domain.vocabulary.catalogue import AssistanceEffect, ContractKind, DebtEffect
from matching.domain.vocabulary.situation import Country

_SEXES = (
    r"h\s*/\s*f(?:\s*/\s*[xnd])?|f\s*/\s*h(?:\s*/\s*[xnd])?|m\s*/\s*[fw](?:\s*/\s*[xd])?|[fw]\s*/\s*m(?:\s*/\s*[xd])?|"
    r"homme\s*/\s*femme|femme\s*/\s*homme|männlich\s*/\s*weiblich"
)
_MARK = re.compile(
    rf"\s*(?:\(\s*(?:{_SEXES})\s*\)|\[\s*(?:{_SEXES})\s*\]|(?<![\w/])(?:{_SEXES})(?![\w/]))", re.IGNORECASE
)
_EDGES = re.compile(r"^[\s,;:|/–—-]+|[\s,;:|/–—-]+$")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_EMPLOYED = frozenset(
    {
        ContractKind.PERMANENT,
        ContractKind.FIXED_TERM,
        ContractKind.TEMPORARY_AGENCY,
        ContractKind.APPRENTICESHIP,
    }
)
_WAGED = _EMPLOYED | {ContractKind.SUBSIDISED, ContractKind.CDDI}


def clean_title(title: str) -> str:
    """A title without marks such as (H/F), m/w/d; the title itself where nothing else would be left."""
    bare = _EDGES.sub("", _MARK.sub("", title))
    return re.sub(r"\s{2,}", " ", bare) or title


def provider_key(name: str | None) -> str | None:
    """One key per provider whatever the accents, case or signs: "Café Exemple SA" -> "cafe-exemple-sa"."""
    letters = unicodedata.normalize("NFKD", name or "").casefold()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_KEY.sub("-", bare).strip("-")[:160].strip("-") or None


def web_link(link: str | None) -> str | None:
    """The link when it leads to the web, None for anything else (mail, script, half an address)."""
    if not link or len(link) > 2083 or any(sign.isspace() for sign in link):
        return None
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in {"http", "https"} and parts.netloc else None


def job_terms(country: Country, contract: ContractKind | None, pay: str | None) -> dict[str, Any]:
    """What is known of money for a job with that contract; what depends on the case stays unknown.

    A wage is deducted from assistance in Switzerland; in France RSA and wage add up at first, then the RSA is worked
    out anew. An ordinary contract of employment opens unemployment rights in both (LACI art. 8 and 13; Code du
    travail L5422-1).
    """
    terms: dict[str, Any] = {"pay": pay} if pay else {}
    if contract is None or contract in _WAGED:
        cumulated = country is Country.FR
        terms |= {
            "paid": True,
            "paid_by": "l'employeur",
            "assistance_effect": AssistanceEffect.CUMULATED_AT_FIRST if cumulated else AssistanceEffect.WAGE_DEDUCTED,
            "debt_effect": DebtEffect.WAGE_ATTACHABLE,
        }
    if contract in _EMPLOYED:
        terms["opens_unemployment_rights"] = True
    return terms


def present(**values: Any) -> dict[str, Any]:
    """Only what is known: what is None stays unsaid."""
    return {name: value for name, value in values.items() if value is not None}
