"""An occupation in words: held for how long and until when, or aimed for."""

from matching.domain.person import Occupation
from matching.messages.figures import written
from matching.messages.say import say


def occupation_said(held: Occupation, lang: str) -> str:
    """Its title and what is known of it, as on a dossier."""
    parts = [held.title]
    if held.target:
        parts.append(say(lang, "web.inbox.dossier.wanted"))
    if held.years is not None:
        parts.append(say(lang, "web.inbox.dossier.years", years=written(held.years, "g", lang)))
    if held.last_year is not None:
        parts.append(say(lang, "web.inbox.dossier.last_year", year=held.last_year))
    return ", ".join(parts)
