"""The keys of people: what is stored about somebody is sealed with a key of their own, which can be destroyed.

AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. A person's key is itself sealed with the master key, which
lies outside the database: a copy of the tables alone tells nothing.
"""

import hmac
import os
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from matching.errors import DamagedError, InvalidInputError

_BYTES = 32
_NONCE = 12


class SealBrokenError(Exception):
    """What was sealed was changed, or sealed with another key or about something else."""


class PersonKey:
    """Seals and opens what is stored about one person."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, words: str, about: str) -> str:
        """The words as text that only this key opens, and only as what they are about."""
        return _seal(self._cipher, words.encode(), about)

    def open(self, sealed: str, about: str) -> str:
        """The words; SealBrokenError when they are not what was sealed."""
        return _open(self._cipher, sealed, about).decode()


class Vault:
    """Makes, wraps and unwraps the keys of people with one master key of 32 bytes."""

    def __init__(self, master: bytes) -> None:
        if len(master) != _BYTES:
            raise InvalidInputError("La clé maîtresse doit compter 32 octets ; vérifier MATCHING_MASTER_KEY.")
        self._cipher = AESGCM(master)
        self.mark = sha256(b"matching master key" + master).hexdigest()
        """Tells one master key from another; says nothing of it."""
        self._numbering = hmac.digest(master, b"matching numbers outside the store", "sha256")

    def number_of(self, name: str) -> int:
        """What stands for a name outside the store: sixty bits, always the same, that only this master key tells."""
        return int(hmac.digest(self._numbering, name.encode(), "sha256").hex()[:15], 16)

    def new_key(self, person: str) -> tuple[str, PersonKey]:
        """A new key: as it is stored, and ready for use."""
        key = AESGCM.generate_key(8 * _BYTES)
        return _seal(self._cipher, key, person), PersonKey(key)

    def key(self, person: str, wrapped: str) -> PersonKey:
        """A stored key, ready for use; DamagedError when it is not what was stored under this master key."""
        try:
            return PersonKey(_open(self._cipher, wrapped, person))
        except SealBrokenError as error:
            raise DamagedError(
                "La clé d'un dossier ne s'ouvre pas avec cette clé maîtresse ; rétablir MATCHING_MASTER_KEY ou le "
                "fichier master.key de cette base."
            ) from error


def open_vault(master_key: str | None, file: Path) -> Vault:
    """The vault of a store: with the master key handed over (base64), else that of a file, made when there is none.

    The file is readable by its owner only. InvalidInputError for a key that is none, DamagedError when the file
    cannot be read or written.
    """
    if master_key is not None:
        try:
            return Vault(b64decode(master_key, validate=True))
        except ValueError as error:
            raise InvalidInputError("MATCHING_MASTER_KEY n'est pas du base64 de 32 octets ; la vérifier.") from error
    try:
        _make_key_file(file)
        return Vault(b64decode(file.read_text("ascii").strip(), validate=True))
    except (OSError, ValueError, InvalidInputError) as error:
        raise DamagedError(
            f"La clé maîtresse {file} ne peut pas être lue ou écrite ; la reprendre d'une sauvegarde."
        ) from error


def _make_key_file(file: Path) -> None:
    if file.exists():
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as content:
        content.write(b64encode(os.urandom(_BYTES)).decode() + "\n")
        content.flush()
        os.fsync(content.fileno())
    try:
        os.link(aside, file)  # of two processes that begin at once, the first one's key counts
    except FileExistsError:
        pass
    finally:
        aside.unlink()


def _seal(cipher: AESGCM, content: bytes, about: str) -> str:
    nonce = os.urandom(_NONCE)
    return b64encode(nonce + cipher.encrypt(nonce, content, about.encode())).decode()


def _open(cipher: AESGCM, sealed: str, about: str) -> bytes:
    try:
        content = b64decode(sealed, validate=True)
        return cipher.decrypt(content[:_NONCE], content[_NONCE:], about.encode())
    except (ValueError, InvalidTag) as error:
        raise SealBrokenError from error
