"""Passwords: what is refused, how they are kept, and the same work for nobody's."""

from unicodedata import normalize

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from matching.errors import InvalidInputError
from matching.identity.passwords import MAX_LENGTH, MIN_LENGTH, Passwords, owasp_hasher, refuse_weak

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def test_owasp_parameters() -> None:
    assert owasp_hasher().hash("x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(
    ("password", "account", "mention"),
    [
        ("onze signes", "mila", "moins de 12"),
        ("é" * (MAX_LENGTH + 1), "mila", "plus de 1000"),
        ("quelques mots de Mila", "mila", "nom du compte"),
        ("conseillere-renens", "conseillere-renens", "nom du compte"),
        ("aaaaaaaaaaaa", "a", "nom du compte"),
    ],
)
def test_refused(password: str, account: str, mention: str) -> None:
    with pytest.raises(InvalidInputError, match=mention) as refused:
        refuse_weak(SecretStr(password), account)
    assert password not in str(refused.value)


@pytest.mark.parametrize("password", ["douze signes", "phrase de passe avec un a", "🦉" * MIN_LENGTH, "x" * MAX_LENGTH])
def test_accepted(password: str) -> None:
    refuse_weak(SecretStr(password), "a")


@given(st.text(st.characters(), max_size=40))
def test_whatever_was_typed_matches_itself_and_nothing_else(text: str) -> None:
    passwords = Passwords(CHEAP)
    hashed = passwords.hash(SecretStr(text))
    assert passwords.matches(SecretStr(text), hashed)
    assert passwords.matches(SecretStr(normalize("NFD", text)), hashed)
    assert not passwords.matches(SecretStr(text + "x"), hashed)


def test_nobodys_password_matches_nothing_not_even_the_decoy() -> None:
    assert not Passwords(CHEAP).matches(SecretStr("nobody's"), None)


def test_other_parameters_are_noticed() -> None:
    hashed = Passwords(CHEAP).hash(SecretStr("quelque chose"))
    assert not Passwords(CHEAP).is_outdated(hashed)
    assert Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1)).is_outdated(hashed)
