"""Words that must not reach the text that stands for a person: sentences that hold one are left out whole.

Names of persons go first (`persons.py`). Words of origin alone are cut out of a sentence of work that stays: "vendeuse
albanaise" is a saleswoman's sentence, and a mention must not cost her more than silence.

Rules may use family, health, debt, permit, origin, age, sex, belief, justice and assistance; texts and scores never do.
High recall is wanted: a sentence too many left out costs a little likeness, one too few would let a score learn what it
may not. A wish to work in health, with children or with old people is a project and stays. A sentence is read without
accents, in four languages (the order of the lists: fr, de, it, en), and goes when any of these says so:

1. What names work is set aside: names of occupations and trades (`NAMES`), and a word of work that governs a word of
   the field through small words alone, as in "stage en crèche", "lavoro con bambini" (`WORK`, `SMALL`, `FIELD`).
   Possessives are no small words, and a sentence of difficulty sets nothing aside: "travailler avec mes enfants" and
   "difficile de travailler avec des enfants" are the person's own. A language next to a word of speech or a level is
   set aside too (`_LANGUAGE`): "je parle albanais", "français B1".
2. What is left must hold no sensitive word (`SENSITIVE`, `MORE`), no abbreviation in capitals (`_CAPITALS`: AI, IV),
   and no country or people (`origins.py`) in what a person says to be or to have come through.
3. A clause that says what I am, have, live or come from (`SELF`) must speak of work (`WORK_TALK`, `work_words.py`):
   what no list knows ("je suis toute seule") goes as well.
"""

import re
import unicodedata

from matching.retrieval.origins import LANGUAGE, MIGRATED, NEIGHBOUR, ORIGIN, ORIGIN_FIRST
from matching.retrieval.persons import without_persons
from matching.retrieval.sensitive_words import (
    CLAUSES,
    FIELD,
    MORE,
    NAMES,
    OWN_AFTER,
    SELF,
    SENSITIVE,
    SMALL,
    WORK,
    WORK_TALK,
)
from matching.retrieval.work_words import names_work

_LETTERS = str.maketrans({"œ": "oe", "Œ": "OE", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "’": "'", "ʼ": "'"})


def _folded(text: str) -> str:
    """Without accents, ligatures and invisible characters, so that "sante" and "santé" are one word."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})


def _read(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(_folded(pattern), flags)


def _by_first_letter(pattern: str) -> str:
    """The same alternatives, those of one first letter behind it: read ten times faster."""
    groups: dict[str, list[str]] = {}
    depth, word = 0, ""
    for sign in _folded(pattern) + "|":
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            head = found.group() if (found := re.match(r"(?:\\b)?[a-z](?![?*+{])", word)) else ""
            groups.setdefault(head, []).append(word[len(head) :])
            word = ""
        else:
            word += sign
    return "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in groups.items())


_NAMED = _read(
    rf"(?<!\w)(?:{NAMES})(?!\w)|(?<!\w)(?:{WORK})(?:[\s'-]+(?:{SMALL}))*[\s'-]+(?:{FIELD})(?!\w){OWN_AFTER}",
    re.IGNORECASE,
)
_LANGUAGE = _read(LANGUAGE, re.IGNORECASE)
_FORBIDDEN = _read(rf"\b(?:{_by_first_letter(MORE)})|{_by_first_letter(SENSITIVE)}")
_WATCHED = _read(rf"\b(?:{_by_first_letter(f'{MORE}|{ORIGIN}|{NEIGHBOUR}')})|{_by_first_letter(SENSITIVE)}")
_FAR = _read(rf"\b(?:{_by_first_letter(ORIGIN)})")
_NEAR = _read(rf"\b(?:{NEIGHBOUR})\b")
_MIGRATED = _read(MIGRATED)
_ORIGIN_FIRST = _read(ORIGIN_FIRST)
_CAPITALS = _read(r"\b(?:K(?:ind(?:es)?|IND)|AI|IV|RI|CSR)\b|(?<=[a-z,] )Sucht\b")
_AT_WORK = _read(
    rf"\b(?:{_by_first_letter(WORK_TALK)})|arbeit|angestellt|fahrer(?:in)?\b|verkäufer|mechaniker|monteur"
    rf"|führerausweis"
)
_ABOUT_ME = [(_read(rf"\b(?:{who})\b"), _read(rf"\b(?:{what})\b")) for who, what in SELF]
_CLAUSE_ENDS = _read(CLAUSES)
_STRUGGLE = _read(r"difficil|impossible|compliqué|besoin|schwierig|unmöglich|difficult|hard to|need", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+|\n+")


def without_sensitive_sentences(text: str) -> str:
    """The text without every sentence that speaks of what a score must not know, and without names and origins."""
    parts = (_told(part) for part in _SENTENCES.split(without_persons(text, _speaks_of_work)) if part.strip(" ."))
    return " ".join(part for part in parts if part).strip()


def _speaks_of_work(words: str) -> bool:
    return _AT_WORK.search(_folded(words).lower()) is not None


def _told(sentence: str) -> str:
    """What may be told of a sentence: all, all but words of origin, or nothing."""
    words = sentence.split()
    folded = " ".join(_folded(sentence).split()).split(" ")
    if len(words) != len(folded):  # a word of invisible signs alone
        words = folded
    if found := _ORIGIN_FIRST.match(" ".join(folded).lower()):
        before = found.group().count(" ")
        words, folded = words[before:], folded[before:]
        sentence = " ".join(words)
    said = " ".join(folded)
    left = _LANGUAGE.sub(" ", said if _STRUGGLE.search(said) else _NAMED.sub(" ", said))
    watched = _WATCHED.search(left.lower())
    if _CAPITALS.search(left) or (watched and _FORBIDDEN.search(left.lower())):
        return ""
    clauses = (part.strip() for part in _CLAUSE_ENDS.split(said.lower()))
    about_me = [part for part in clauses if any(who.search(part) and what.search(part) for who, what in _ABOUT_ME)]
    if not all(_AT_WORK.search(part) or names_work(part) for part in about_me):
        return ""
    if not watched:
        return sentence
    if _MIGRATED.search(said.lower()) or any(_FAR.search(part) for part in about_me):
        return ""
    return _without_origins(words, folded, needs_work=_FAR.search(left.lower()) is not None)


def _without_origins(words: list[str], folded: list[str], *, needs_work: bool) -> str:
    """A sentence of work without its words of origin; nothing where more than single words would have to go."""
    said = " ".join(folded)
    apart = {place for found in (*_LANGUAGE.finditer(said), *_NAMED.finditer(said)) for place in range(*found.span())}
    kept, place = [], 0
    for word, read in zip(words, folded, strict=True):
        if place in apart or not (_FAR.search(read.lower()) or _NEAR.search(read.lower())):
            kept.append((word, read))
        place += len(read) + 1
    left = " ".join(read for _, read in kept)
    still = _LANGUAGE.sub(" ", _NAMED.sub(" ", left)).lower()
    if _FAR.search(still) or _NEAR.search(still) or (needs_work and not _AT_WORK.search(left.lower())):
        return ""
    return " ".join(word for word, _ in kept).strip(" ,;")
