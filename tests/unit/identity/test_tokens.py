"""Random tokens and what is derived from them."""

from hypothesis import given
from hypothesis import strategies as st

from matching.identity.tokens import API_TOKEN_PREFIX, csrf_of, derived, digest_of, is_same, new_token


def test_a_token_holds_256_bits_and_says_what_it_is() -> None:
    tokens = {new_token(API_TOKEN_PREFIX) for _ in range(100)}
    assert len(tokens) == 100
    assert all(token.startswith("matching_") and len(token) == len("matching_") + 43 for token in tokens)


@given(st.text(), st.text())
def test_what_is_derived_changes_with_token_and_purpose(token: str, other: str) -> None:
    secrets = {digest_of(token), csrf_of(token), derived(token, "state"), derived(token, "nonce")}
    assert len(secrets) == 4
    assert all(len(secret) == 64 for secret in secrets)
    assert (csrf_of(token) == csrf_of(other)) == (token == other)
    assert is_same(token, other) == (token == other)


def test_whatever_a_browser_sends_has_a_digest() -> None:
    assert digest_of("\ud800") != digest_of("")
    assert not is_same("\ud800", "")
