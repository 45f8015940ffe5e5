"""Cursors of pages: opaque, checked, and good for the list they come from alone."""

import base64
import binascii
import json
from hashlib import blake2b

from matching.errors import InvalidInputError


def cursor_after(last: str, of: str) -> str:
    """The cursor to what comes after an entry in the list described by `of`."""
    return base64.urlsafe_b64encode(json.dumps([last, _check(last, of)]).encode()).decode().rstrip("=")


def read_cursor(cursor: str, of: str) -> str:
    """The entry after which to go on; InvalidInputError for what is no cursor of this list."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        last, check = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if isinstance(last, str) and check == _check(last, of):
            return last
    except (ValueError, TypeError, RecursionError, binascii.Error):
        pass
    raise InvalidInputError("Ce curseur n'est pas de cette liste ; la reprendre depuis le début.")


def _check(last: str, of: str) -> str:
    return blake2b(f"{of}\n{last}".encode(), digest_size=8).hexdigest()
