"""JSON as people can read it and every reader takes it: accents as they are, what cannot be printed written out."""

import json
from typing import Any

_WRITTEN_OUT = {
    sign: f"\\u{sign:04x}" for sign in (*range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
}
"""Control signs, ends of lines beside the line feed, halves of a sign: JSON itself writes out only those below 32."""


def json_text(value: Any) -> str:
    """A value as JSON on one line, which reads back as the same value."""
    return json.dumps(value, ensure_ascii=False).translate(_WRITTEN_OUT)
