"""Signing in at an identity provider: OpenID Connect, authorization code with PKCE. It says who somebody is, no more.

No roles, units or names are taken from the provider, and nothing but `openid` is asked of it. What it sends is checked
by Authlib and joserfc: signature, issuer, audience, authorised party, nonce, times.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from matching.errors import DamagedError, InvalidInputError, NotSignedInError, SlowProviderError
from matching.identity.kept import Kept
from matching.identity.tokens import derived, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from httpx2 import BaseTransport

CLOCK_SKEW_S = 60
_TIMEOUT_S = 10.0
AT_ONCE = 3
"""Sign-ins that may be with the provider at a time: a slow one holds so many of the service's few threads, no more."""
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}

_SIGNED_BY_THE_PROVIDER = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Algorithms with a key of the provider's own: `none` proves nothing, HS256 could be signed with the public key."""

_REFUSED = "Le service d'identité n'a pas confirmé la connexion ; recommencer depuis la page de connexion."
_SLOW = "Le service d'identité tarde à répondre à d'autres ; recommencer dans un instant depuis la page de connexion."
_OUT_OF_REACH = "Le service d'identité ne répond pas comme prévu ; réessayer, puis prévenir l'administration."


_NOT_KNOWN_THERE = (
    "Le service d'identité ne reconnaît pas ce service ; "
    "corriger MATCHING_OIDC_CLIENT_ID et MATCHING_OIDC_CLIENT_SECRET."
)
_OUR_OWN_FAULT = {"invalid_client", "unauthorized_client"}


@dataclass(frozen=True)
class Subject:
    """Who somebody is at an identity provider."""

    issuer: str
    subject: str


def is_subject(text: str) -> bool:
    """Whether a text can name somebody at a provider. Source: OpenID Connect Core 1.0, 2, `sub`: 255 letters, ASCII."""
    return 0 < len(text) <= 255 and text.isascii() and text.isprintable()


class OidcProvider:
    """One identity provider; what it publishes of itself is read when first needed and kept for an hour."""

    def __init__(
        self,
        issuer: str,
        client_id: str,
        client_secret: SecretStr | None = None,
        *,
        transport: "BaseTransport | None" = None,
    ) -> None:
        if not _is_private(issuer):
            raise InvalidInputError("MATCHING_OIDC_ISSUER doit commencer par https:// ; corriger cette adresse.")
        self.issuer = issuer
        self._client_id, self._client_secret, self._transport = client_id, client_secret, transport
        self._turns = BoundedSemaphore(AT_ONCE)
        self._description, self._keys = Kept[dict[str, Any]](), Kept[dict[str, Any]]()

    def authorization_url(self, token: str, *, redirect_uri: str, at: datetime) -> str:
        """Where to send the browser that was given `token`; state, nonce and PKCE verifier are derived from it.

        DamagedError when the provider does not answer as it should, SlowProviderError while it keeps others waiting.
        """
        with self._turn(), _told_plainly(), self._client(at, redirect_uri) as client:
            address, _ = client.create_authorization_url(
                self._described(at)["authorization_endpoint"],
                state=derived(token, "state"),
                nonce=derived(token, "nonce"),
                code_verifier=derived(token, "verifier"),
            )
        return str(address)

    def subject(self, token: str, callback: str, *, redirect_uri: str, at: datetime) -> Subject:
        """Who came back at the address `callback` to the browser that holds `token`, at an aware moment.

        NotSignedInError when that is not proven; other errors as in `authorization_url`.
        """
        answer = {name: values[0] for name, values in parse_qs(urlsplit(callback).query).items() if len(values) == 1}
        if not is_same(answer.get("state", ""), derived(token, "state")):
            raise NotSignedInError(_REFUSED)
        with self._turn(), _told_plainly():
            return self._proven(token, answer, redirect_uri, at)

    @contextmanager
    def _turn(self) -> "Iterator[None]":
        """One of the few turns with the provider; nobody waits for one, as that would hold a thread as well."""
        if not self._turns.acquire(blocking=False):
            raise SlowProviderError(_SLOW)
        try:
            yield
        finally:
            self._turns.release()

    def _proven(self, token: str, answer: dict[str, str], redirect_uri: str, at: datetime) -> Subject:
        metadata = self._described(at)
        # RFC 9207: an answer that names its issuer, or comes from one that always does, must name this one.
        names_issuer = metadata.get("authorization_response_iss_parameter_supported") is True
        if (names_issuer or "iss" in answer) and answer.get("iss") != self.issuer:
            raise NotSignedInError(_REFUSED)
        if "error" in answer or "code" not in answer:
            raise NotSignedInError(_REFUSED)
        with self._client(at, redirect_uri) as client:
            received = client.fetch_token(
                metadata["token_endpoint"],
                grant_type="authorization_code",
                code=answer["code"],
                redirect_uri=redirect_uri,
                code_verifier=derived(token, "verifier"),
            )
        claims = self._checked(received, derived(token, "nonce"), at)
        subject = claims["sub"]
        if not isinstance(subject, str) or not is_subject(subject):
            raise NotSignedInError(_REFUSED)
        return Subject(self.issuer, subject)

    def _checked(self, received: dict[str, Any], nonce: str, at: datetime) -> dict[str, Any]:
        from authlib.oidc.core import CodeIDToken
        from joserfc.errors import InvalidKeyIdError

        try:
            signed = self._decoded(received["id_token"], self._published_keys(at), at)
        except InvalidKeyIdError:  # the provider has changed its keys
            signed = self._decoded(received["id_token"], self._published_keys(at, anew=True), at)
        expected = {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self._client_id},
        }
        proof = {"nonce": nonce, "client_id": self._client_id, "access_token": received.get("access_token")}
        claims = CodeIDToken(signed.claims, signed.header, expected, proof)
        claims.validate(now=int(at.timestamp()), leeway=CLOCK_SKEW_S)
        return dict(claims)

    def _decoded(self, id_token: str, keys: dict[str, Any], at: datetime) -> Any:
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet
        from joserfc.jws import JWSRegistry

        try:
            published = KeySet.import_key_set(keys)  # type: ignore[arg-type]
        except JoseError as unusable:
            raise DamagedError(_OUT_OF_REACH) from unusable
        offered = self._described(at).get("id_token_signing_alg_values_supported", ["RS256"])
        allowed = [name for name in _SIGNED_BY_THE_PROVIDER if name in offered]
        registry = JWSRegistry(algorithms=allowed, strict_check_header=False)
        return jwt.decode(id_token, published, registry=registry)

    def _described(self, at: datetime) -> dict[str, Any]:
        return self._description.get(at, self._read_description)

    def _read_description(self) -> dict[str, Any]:
        """What the provider says of itself; its name must be the one that was set, letter by letter."""
        described = self._fetched(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        endpoints = [described[name] for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
        if described["issuer"] != self.issuer or not all(_is_private(address) for address in endpoints):
            raise DamagedError(_OUT_OF_REACH)
        return described

    def _published_keys(self, at: datetime, *, anew: bool = False) -> dict[str, Any]:
        address = self._described(at)["jwks_uri"]
        return self._keys.get(at, lambda: self._fetched(address), anew=anew)

    def _fetched(self, address: str) -> dict[str, Any]:
        from httpx2 import Client

        with Client(transport=self._transport, timeout=_TIMEOUT_S) as client:
            document = client.get(address).raise_for_status().json()
        if not isinstance(document, dict):
            raise DamagedError(_OUT_OF_REACH)
        return document

    def _client(self, at: datetime, redirect_uri: str) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client

        offered = self._described(at).get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        by_post = "client_secret_basic" not in offered and "client_secret_post" in offered
        secret = self._client_secret.get_secret_value() if self._client_secret else None
        return OAuth2Client(
            client_id=self._client_id,
            client_secret=secret,
            token_endpoint_auth_method=("client_secret_post" if by_post else "client_secret_basic")
            if secret
            else "none",
            scope="openid",
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
            transport=self._transport,
            timeout=_TIMEOUT_S,
        )


@contextmanager
def _told_plainly() -> "Iterator[None]":
    """Turns what the libraries raise into one sentence: an answer that proves nothing, or a provider that fails."""
    from authlib.common.errors import AuthlibBaseError
    from httpx2 import HTTPError, InvalidURL
    from joserfc.errors import JoseError

    try:
        yield
    except AuthlibBaseError as refused:
        if refused.error in _OUR_OWN_FAULT:
            raise DamagedError(_NOT_KNOWN_THERE) from refused
        raise NotSignedInError(_REFUSED) from refused
    except JoseError as unproven:
        raise NotSignedInError(_REFUSED) from unproven
    except (HTTPError, InvalidURL, KeyError, TypeError, ValueError, AttributeError) as failed:
        raise DamagedError(_OUT_OF_REACH) from failed


def _is_private(address: str) -> bool:
    """Whether nobody on the way reads along: https, or this very machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
