"""Passwords: what is refused as one, how one is kept, how one is checked."""

from functools import cached_property
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from pydantic import SecretStr

from matching.errors import InvalidInputError

MIN_LENGTH = 12
MAX_LENGTH = 1_000  # a longer one only keeps the processor busy
_NAME_COUNTS_FROM = 3  # a shorter name of an account stands in every other sentence


def owasp_hasher() -> PasswordHasher:
    """Argon2id with 19 MiB, two passes, one lane. Source: OWASP, Password Storage Cheat Sheet."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


class Passwords:
    """Hashes and checks passwords with one hasher; what it is given stands in none of its errors."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or owasp_hasher()

    def hash(self, password: SecretStr) -> str:
        """The argon2 hash with its salt and parameters."""
        return self._hasher.hash(_bytes_of(password))

    def matches(self, password: SecretStr, hashed: str | None) -> bool:
        """Whether it is the password of a hash; without one the same work is done, and the answer is no."""
        decoy = self._decoy
        try:
            self._hasher.verify(hashed or decoy, _bytes_of(password))
        except VerifyMismatchError:
            return False
        return hashed is not None

    def is_outdated(self, hashed: str) -> bool:
        """Whether the hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(hashed)

    @cached_property
    def _decoy(self) -> str:
        return self._hasher.hash("nobody's")


def refuse_weak(password: SecretStr, account: str) -> None:
    """InvalidInputError for a password that is too short, too long, or holds the name of its account."""
    text = normalize("NFC", password.get_secret_value())
    if len(text) < MIN_LENGTH:
        raise InvalidInputError(
            f"Mot de passe refusé : il a moins de {MIN_LENGTH} caractères ; en prendre un plus long."
        )
    if len(text) > MAX_LENGTH:
        raise InvalidInputError(
            f"Mot de passe refusé : il a plus de {MAX_LENGTH} caractères ; en prendre un plus court."
        )
    folded, name = text.casefold(), account.casefold()
    if not folded.replace(name, "") or (len(name) >= _NAME_COUNTS_FROM and name in folded):
        raise InvalidInputError("Mot de passe refusé : il contient le nom du compte ; en prendre un autre.")


def _bytes_of(password: SecretStr) -> bytes:
    """One form for letters that can be typed in two ways; whatever was sent is bytes, be it no text at all."""
    return normalize("NFC", password.get_secret_value()).encode("utf-8", "surrogatepass")
