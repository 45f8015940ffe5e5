"""Random tokens, of which the store keeps a digest only, and what is derived from one without being stored."""

import hmac
from hashlib import sha256
from secrets import token_urlsafe

_BYTES = 32  # 256 bits
API_TOKEN_PREFIX = "matching_"  # noqa: S105 - so that a token is recognised where it should not lie, in a file or a log


def new_token(prefix: str = "") -> str:
    """A random token of 256 bits, of letters, figures, `-` and `_`, after a prefix that tells what it is."""
    return prefix + token_urlsafe(_BYTES)


def digest_of(token: str) -> str:
    """What the store keeps of a token: enough to find it, useless to guess it. 64 hexadecimal digits."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def derived(token: str, purpose: str) -> str:
    """Another secret for one purpose, which whoever holds the token can compute anew. 64 hexadecimal digits."""
    return hmac.new(token.encode("utf-8", "surrogatepass"), purpose.encode(), sha256).hexdigest()


def csrf_of(session_token: str) -> str:
    """What a page must send back to prove that it was made for this session; it changes with the session."""
    return derived(session_token, "csrf")


def is_same(given: str, expected: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how far they agree."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode("utf-8", "surrogatepass"))
