"""Long texts in passages: the mean over a whole advert says little, one or two of its sentences say what the job is."""

import re
from collections.abc import Iterator

WHOLE = 200
"""Characters up to which a text is one passage: a title with dashes and colons is not parted."""

SHORTEST = 80
"""Characters below which a sentence is joined with the next one."""

LONGEST = 320
"""Characters above which a sentence is cut between words."""

MOST = 32
"""Passages of one text at most; those of a longer text are longer."""

_ENDS = re.compile(
    r"[\r\n\v\f\u2028\u2029]+"  # lines
    r"|\s*[•▪●◦■►➢✓✔·]\s*"  # bullets
    r"|\s+[-–—*]+\s+"  # bullets whose line breaks are lost, and parentheses between dashes
    r"|(?<=[.!?…;:])\s+(?=[^\W\d_a-zß-öø-ÿ]|[\d«\"(])"  # the end of a sentence, when what follows begins one
)


def passages(text: str) -> list[str]:
    """The text in passages of one to three sentences, 32 at most, in their order; every word of it is in one of them.

    A text of up to 200 characters is one. Empty for an empty text.
    """
    if len(text) <= WHOLE:
        return [text.strip()] if text.strip() else []
    size = max(SHORTEST, len(text) // MOST)
    joined: list[str] = []
    for sentence in _sentences(text, max(LONGEST, size)):
        if joined and len(joined[-1]) < size:
            joined[-1] = f"{joined[-1]} {sentence}"
        else:
            joined.append(sentence)
    if len(joined) > 1 and len(joined[-1]) < size:
        last = joined.pop()
        joined[-1] = f"{joined[-1]} {last}"
    return joined


def _sentences(text: str, longest: int) -> Iterator[str]:
    for part in _ENDS.split(text):
        sentence = part.strip()
        while len(sentence) > longest:
            cut = sentence.rfind(" ", longest // 2, longest)
            cut = cut if cut > 0 else longest
            yield sentence[:cut].strip()
            sentence = sentence[cut:].strip()
        if sentence:
            yield sentence
