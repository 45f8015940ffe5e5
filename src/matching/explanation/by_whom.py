"""Who pays or advances something, from the words of the catalogue: "par l'ORP", "par vous", or none that fits.

The catalogue names institutions without an article and sometimes says a whole sentence. What is recognised is said
with article and case; for the rest the caller names it after a colon, where its own words are never wrong.
"""

import re

from matching.messages.say import say

_TELLS = re.compile(
    r"\b(?:paie|paient|rembourse|remboursent|verse|versent|prête|prend|couvre|continue|continuent|gratuite?s?"
    r"|zahlt|zahlen|bezahlt|bezahlen|läuft|laufen|übernimmt|trägt|erstattet|kostenlos|gratis"
    r"|paga|pagano|rimborsa|rimborsano|versa|copre|continuano"
    r"|pays|pay|continues|covers|reimburses|free)\b",
    re.IGNORECASE,
)
"""Verbs as they stand in a sentence, and words that say by themselves that nothing is paid."""

_NAMES = {
    "person": ("la personne", "die person", "la persona", "the person"),
    "orp": ("orp", "rav", "urc"),
    "csr": ("csr",),
    "ssr": ("ssr",),
    "uc": ("uc",),
    "social": ("sozialdienst", "service social", "servizio sociale"),
    "oai": ("office ai", "iv-stelle", "ufficio ai"),
    "canton": ("canton", "kanton", "cantone"),
    "department": ("département", "departement", "dipartimento"),
    "grants": ("office des bourses", "stipendienamt"),
    "france_travail": ("france travail",),
}
_WHO = {name: who for who, names in _NAMES.items() for name in names}
_NAME = "|".join(re.escape(name) for name in sorted(_WHO, key=len, reverse=True))
_ARTICLE = r"(?:l['’]|(?:le|der|die|das|il|the) )?"
_NAMED = re.compile(
    rf"{_ARTICLE}(?P<first>{_NAME})(?: (?:ou|oder|o|or) {_ARTICLE}(?P<second>{_NAME}))?(?P<rest>(?:[ ,].*)?)",
    re.IGNORECASE,
)
_WITH_ARTICLE = re.compile(r"(?:l['’]|le |la |les |un |une |votre )", re.IGNORECASE)
_IN_ADVANCE = re.compile(r", (?:à l'avance|im Voraus|in anticipo|in advance)$")


def tells_by_itself(words: str) -> bool:
    """Whether words of who pays are a sentence or say that it is free: they stand alone, without "paid by"."""
    return _TELLS.search(words) is not None


def by_whom(words: str, lang: str) -> str | None:
    """The institution, or the person written to, with its preposition and article; None where it is not recognised."""
    named = _NAMED.fullmatch(words)
    if named is None:
        return f"par {words}" if lang == "fr" and _WITH_ARTICLE.match(words) else None
    who = [say(lang, f"letter.by.{_WHO[name.casefold()]}") for name in named.group("first", "second") if name]
    said = who[0] if len(who) == 1 else say(lang, "letter.by.either", first=who[0], second=who[1])
    return said + _IN_ADVANCE.sub("", named["rest"])
