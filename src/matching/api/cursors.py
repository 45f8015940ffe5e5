"""Cursors of pages: opaque, checked, and good for the list they come from alone."""

import base64
import binascii
import json
from hashlib import blake2b

from fastapi import Request

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
    raise not_of_this_list()


def not_of_this_list() -> InvalidInputError:
    """What is answered to a cursor of another list, or to one whose entry is not there any more."""
    return InvalidInputError("Ce curseur n'est pas de cette liste ; la reprendre depuis le début.")


def next_page(request: Request, last: str, of: str) -> str:
    """The address of the page after an entry: the one that was asked, with a cursor."""
    address = request.url.include_query_params(cursor=cursor_after(last, of))
    return f"{address.path}?{address.query}"


def _check(last: str, of: str) -> str:
    return blake2b(f"{of}\n{last}".encode(), digest_size=8).hexdigest()
