"""Texts as hands write them: slips of the keyboard, missing accents, the short forms of counsellors' notes."""

import random
import re
import unicodedata

_SHORT: tuple[tuple[str, str], ...] = (
    # French
    (r"aide-soignante?\b", "AS"),
    (r"assistante? en soins et santé communautaire", "ASSC"),
    (r"auxiliaire de vie", "aux. de vie"),
    (r"auxiliaire de santé", "aux. santé"),
    (r"employée? de commerce", "empl. com."),
    (r"employée?\b", "empl."),
    (r"assistante?\b", "ass."),
    (r"responsable\b", "resp."),
    (r"technicien(?:ne)?\b", "tech."),
    (r"magasini(?:er|ère)\b", "mag."),
    (r"opérat(?:eur|rice)\b", "op."),
    (r"conduct(?:eur|rice)\b", "cond."),
    (r"informatique\b", "info"),
    (r"comptable\b", "compta"),
    (r"maintenance\b", "maint."),
    (r"restauration\b", "resto"),
    (r"secrétaire\b", "secr."),
    (r"mécanicien(?:ne)?\b", "méca"),
    (r"poids lourds?\b", "PL"),
    (r"agente?\b", "agt"),
    # German
    (r"fachfrau gesundheit|fachmann gesundheit", "FaGe"),
    (r"fachfrau betreuung|fachmann betreuung", "FaBe"),
    (r"mitarbeiter(?:in)?\b", "MA"),
    (r"kauffrau\b|kaufmann\b", "KV"),
    (r"verkäufer(?:in)?\b", "Verk."),
    (r"techniker(?:in)?\b", "Techn."),
    (r"mechaniker(?:in)?\b", "Mech."),
    (r"assistent(?:in)?\b", "Ass."),
    (r"sachbearbeiter(?:in)?\b", "SB"),
    (r"buchhalter(?:in)?\b", "Buchh."),
    # Italian
    (r"operat(?:ore|rice) sociosanitari[oa]", "OSS"),
    (r"impiegat[oa]\b", "imp."),
    (r"addett[oa]\b", "add."),
    (r"operai[oa]\b", "op."),
    (r"magazzinier[ea]\b", "magazz."),
    (r"assistente\b", "ass."),
    (r"tecnic[oa]\b", "tecn."),
    # English
    (r"manager\b", "mgr"),
    (r"assistant\b", "asst"),
    (r"engineer\b", "eng."),
    (r"technician\b", "tech"),
    (r"operator\b", "op."),
)
_ABBREVIATIONS = tuple((re.compile(pattern, re.IGNORECASE), short) for pattern, short in _SHORT)
_NEIGHBOURS = "aeiourstnlc"
_SHORTEST = 5


def noisy(text: str, draw: random.Random) -> str:
    """The text with one or two slips, at times without accents or with words shortened; another each time."""
    if draw.random() < 0.3:
        for pattern, short in _ABBREVIATIONS:
            text = pattern.sub(short, text)
    for _ in range(1 + (len(text) > 20)):
        if len(text) >= _SHORTEST:
            text = _slip(text, draw)
    if draw.random() < 0.4:
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return text


def _slip(text: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(text) - 1)
    before, sign, after = text[:at], text[at], text[at + 1 :]
    kind = draw.choice(("drop", "double", "swap", "replace"))
    if kind == "drop":
        return before + after
    if kind == "double":
        return before + sign + sign + after
    if kind == "swap":
        return before[:-1] + sign + before[-1] + after
    return before + draw.choice(_NEIGHBOURS) + after
