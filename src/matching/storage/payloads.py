"""How a word of the domain is kept: as JSON text that says it completely, and its digest to detect a change."""

import hashlib

from matching.domain.word import Word


def payload_of(word: Word) -> tuple[str, str]:
    """(JSON text, sha256 of it in hex). Fields that are None are left out: in options and profiles None is the default.

    A test holds that default, so that reading back gives the same word.
    """
    text = word.model_dump_json(exclude_none=True)
    return text, hashlib.sha256(text.encode()).hexdigest()
