"""One way to make two spellings of the same words equal."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^\w+#]|_")


def fold(text: str) -> str:
    """Words in small letters without accents, parted by single spaces; letters, digits, `+` and `#` stay (C++, C#)."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(_NOT_A_WORD.sub(" ", text.casefold()).split())
