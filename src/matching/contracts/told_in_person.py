"""What the words of an option may give away to whoever opens a letter at home: told in person, in no discreet letter.

Health, disability, debt and social assistance, and the insurances that stand for them. Hand-made, in four languages,
and meant to find too much rather than too little: what is left out is said when people meet. Names of work in care are
set aside, they tell nothing of whoever learns it.
"""

import re
import unicodedata

_WORDS = re.compile(
    r"sante\b|malad|handicap|invalid|infirm|psych|therap|addict|dependance|depress|troubles?\b|rechute"
    r"|dett|endett|poursuite|saisie|insolvab|faillite|aide sociale|assistance|minimum vital"
    r"|gesund|krank|behinder|\bsucht|belast(?:bar|ung)|schuld|betreib|pfand|sozialhilfe|sozialdienst"
    r"|salute|malatt|disab|dipendenz|debit[io]|esecuzion|pignor|assistenza"
    r"|health|sick|illness|disorder|\bdebts?\b|bankrupt|social aid|welfare"
)
_CAPITALS = re.compile(r"\b(?:AI|OAI|IV|RI|RSA|AAH|RQTH|ASS|CSR|SSR)\b")
"""Abbreviations of insurances and of assistance, as they are written."""
_WORK_IN_CARE = re.compile(
    r"(?:auxiliaire|aide|assistante?|metiers?|secteur|professions?) (?:de |en |du |de la )*sante"
    r"|gesundheitswesen|(?:fachfrau|fachmann|assistent(?:in)?|pflegehelfer(?:in)?) gesundheit|gesundheitsberuf\w*"
    r"|(?:operatore|operatrice|ausiliari[ao]) (?:della |di )?salute|health ?care (?:assistant|worker)"
)


def is_told_in_person(text: str) -> bool:
    """Whether a text holds a word that tells of health, disability, debt or assistance."""
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return _CAPITALS.search(plain) is not None or _WORDS.search(_WORK_IN_CARE.sub(" ", plain.casefold())) is not None
