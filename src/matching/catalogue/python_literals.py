"""Lists written as Python writes them, as in tables exported from data frames: read without running anything."""

import ast
import re
from typing import Any

MAX_LENGTH = 100_000  # characters
MAX_DEPTH = 10  # brackets within brackets

# Only texts, numbers, constants and brackets; possessive, so that a long text that does not fit costs one pass.
_TOKENS = re.compile(
    r"""(?:\s++
      | '(?:[^'\\\n]|\\[nrt'"\\])*+' | "(?:[^"\\\n]|\\[nrt'"\\])*+"
      | -?\d{1,30}+(?:\.\d{1,30}+)? | True | False | None | nan
      | [\[\]{}:,]
    )*+""",
    re.VERBOSE,
)
_TEXT = re.compile(r"""'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+\"""")


def read_literal(text: str) -> Any:
    """The list or object a text stands for; ValueError when it is anything but texts, numbers, constants, brackets.

    Source: `ast.literal_eval`, which is safe against code but not against size and depth; both are checked before.
    """
    if len(text) > MAX_LENGTH:
        raise ValueError(f"more than {MAX_LENGTH} characters")
    if not _TOKENS.fullmatch(text):
        raise ValueError("not a list of texts and numbers")
    bare = _TEXT.sub("''", text)
    if _depth(bare) > MAX_DEPTH:
        raise ValueError(f"more than {MAX_DEPTH} levels")
    if "nan" in bare:  # what a data frame writes for an empty cell
        raise ValueError("an empty cell")
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError("not a list of texts and numbers") from error


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in text:
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest
