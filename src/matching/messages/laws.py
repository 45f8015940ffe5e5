"""Swiss laws under the names they have in each official language: references are stored in French."""

import re

_WORDS = {
    "de": {
        "LACI": "AVIG", "OACI": "AVIV", "LSE": "AVG", "OSE": "AVV", "LEI": "AIG", "LAI": "IVG", "RAI": "IVV",
        "LP": "SchKG", "ATF": "BGE", "art.": "Art.", "al.": "Abs.", "let.": "lit.", "ss": "ff.", "et": "und",
        "par analogie": "sinngemäss",
    },
    "it": {
        "LACI": "LADI", "OACI": "OADI", "LSE": "LC", "OSE": "OC", "LEI": "LStrI", "RAI": "OAI", "LP": "LEF",
        "ATF": "DTF", "al.": "cpv.", "let.": "lett.", "ss": "segg.", "et": "e", "par analogie": "per analogia",
    },
}  # fmt: skip
_TOKENS = {
    lang: re.compile("|".join(rf"(?<![\w]){re.escape(word)}(?![\w])" for word in sorted(words, key=len, reverse=True)))
    for lang, words in _WORDS.items()
}


def law_in(lang: str, reference: str) -> str:
    """A French reference such as "LACI art. 59 al. 3" in another language; as it is where there is no other name."""
    tokens = _TOKENS.get(lang)
    return tokens.sub(lambda found: _WORDS[lang][found[0]], reference) if tokens else reference
