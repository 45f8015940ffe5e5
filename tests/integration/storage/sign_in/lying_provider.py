"""An identity provider that lies as told: a small server in this process, with keys of its own."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from joserfc.jws import JWSRegistry

from matching.identity.oidc import OidcProvider

ISSUER = "https://idp.example"
CLIENT = "matching"
REDIRECT = "https://matching.example/sign-in/callback"


class LyingProvider:
    """Answers honestly, but for what a test changes: `claims`, `header`, `metadata`, `key`, or a whole answer;
    `slow` is what it waits for before each."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.key = self.published = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
        self.claims: dict[str, Any] = {}
        self.without: set[str] = set()
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "one"}
        self.metadata: dict[str, Any] = {}
        self.answers: dict[str, httpx2.Response] = {}
        self.asked: list[str] = []
        self.token_request: dict[str, str] = {}
        self.nonce = ""
        self.slow: Callable[[], None] = lambda: None

    def opened(self, secret: Any = None) -> OidcProvider:
        """The provider as the service sees it."""
        return OidcProvider(ISSUER, CLIENT, secret, transport=httpx2.MockTransport(self._answer))

    def authorize(self, url: str, **changed: str) -> str:
        """What the browser is sent back to, after somebody has signed in at `url`."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        self.nonce = asked["nonce"]
        answer = {"code": "c0de", "state": asked["state"]} | changed
        return str(httpx2.URL(REDIRECT, params={name: value for name, value in answer.items() if value}))

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        path = request.url.path
        self.asked.append(path)
        self.slow()
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return httpx2.Response(200, json=self._described())
        if path == "/keys":
            return httpx2.Response(200, json=KeySet([self.published]).as_dict())
        self.token_request = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        self.token_request["authorization"] = request.headers.get("authorization", "")
        tokens = {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": self._signed()}
        return httpx2.Response(200, json={name: value for name, value in tokens.items() if name not in self.without})

    def _described(self) -> dict[str, Any]:
        return {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        } | self.metadata

    def _signed(self) -> str:
        now = int(self.at.timestamp())
        honest = {"iss": ISSUER, "aud": CLIENT, "sub": "s-1", "nonce": self.nonce, "iat": now, "exp": now + 300}
        claims = {name: value for name, value in (honest | self.claims).items() if name not in self.without}
        if self.header["alg"] == "HS256":
            return _signed_with_the_public_key(self.header, claims, self.published)
        registry = JWSRegistry(algorithms=[self.header["alg"]])
        return jwt.encode(self.header, claims, self.key, registry=registry)


def _signed_with_the_public_key(header: dict[str, Any], claims: dict[str, Any], published: RSAKey) -> str:
    """The old trick: a key that everybody can read as a shared secret. No library lends a hand for it."""
    parts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims)]
    mac = hmac.digest(published.as_pem(private=False), b".".join(parts), "sha256")
    return b".".join([*parts, urlsafe_b64encode(mac).rstrip(b"=")]).decode()
