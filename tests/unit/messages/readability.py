"""How hard a text is to read, by the published formula of each language; the higher the easier, 100 very easy.

French: L. Kandel and A. Moles, Application de l'indice de Flesch à la langue française, 1958.
German: T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978. English: R. Flesch, A new readability yardstick, 1948.
Italian: P. Lucisano and M. E. Piemontese, GULPEASE, 1988, which counts letters instead of syllables.

Flesch, and so Kandel and Moles and Amstad, call 70 to 80 fairly easy and 80 to 90 easy. GULPEASE calls 80 the least
for whoever went to primary school, 60 for lower secondary school. None of them is a CEFR level: that these texts are of
A2 to B1 was written for, not measured.
"""

import re

LEAST = 80.0
"""What the sentences of a letter must reach in every language: easy, by each of these scales."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?](?:\s|$)|\n")
_VOWELS = {
    "fr": re.compile(r"[aeiouyàâéèêëîïôùûüœ]+"),
    "de": re.compile(r"[aeiouyäöü]+"),
    "en": re.compile(r"[aeiouy]+"),
}
_ONE_SOUND = re.compile(r"ie|ei|eu|äu|au|ai|aa|ee|oo")


def ease(text: str, lang: str) -> float:
    """The score of a text; a sentence ends at a full stop, a question or exclamation mark or a new line."""
    words: list[str] = [word.casefold() for word in _WORD.findall(text)]
    sentences = max(1, len([part for part in _END.split(text) if _WORD.search(part)]))
    length = len(words) / sentences
    if lang == "it":
        letters = sum(sign.isalpha() for word in words for sign in word)
        return 89 + (300 * sentences - 10 * letters) / len(words)
    weight = sum(syllables(word, lang) for word in words) / len(words)
    match lang:
        case "fr":
            return 207 - 1.015 * length - 73.6 * weight
        case "de":
            return 180 - length - 58.5 * weight
    return 206.835 - 1.015 * length - 84.6 * weight


def syllables(word: str, lang: str) -> int:
    """About how many syllables a word has: its groups of vowels, without an e that is not heard at its end."""
    groups = [_parts(found.group(), lang) for found in _VOWELS[lang].finditer(word)]
    count = sum(groups)
    silent = (lang == "fr" and re.search(r"[^aeiouyàâéèêëîïôùûü](?:e|es|ent)$", word) and count > 1) or (
        lang == "en" and re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$", word) and count > 1
    )
    return max(1, count - bool(silent))


def _parts(vowels: str, lang: str) -> int:
    """Of a group of vowels in German each pair that is one sound counts once, what is left one by one."""
    if lang != "de":
        return 1
    return len(_ONE_SOUND.findall(vowels)) + len(_ONE_SOUND.sub("", vowels))
