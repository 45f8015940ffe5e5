"""The cookies of a browser, and the one place that decides whether they may travel unsealed."""

import ipaddress
from collections.abc import Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from matching.identity.lifetimes import ATTEMPT

SESSION_COOKIE = "__Host-matching"
_AT_THE_PROVIDER = "__Host-matching-oidc"
_ON_THIS_MACHINE: Mapping[str, str] = MappingProxyType(
    {SESSION_COOKIE: "matching", _AT_THE_PROVIDER: "matching-oidc"},
)
"""The prefix demands `Secure`, which a browser keeps to on plain http. Source: RFC 6265bis, 4.1.3.2."""


def session_token(request: Request) -> str | None:
    """The token of the session that a browser brings."""
    return request.cookies.get(_name(request, SESSION_COOKIE))


def keep_session(request: Request, response: Response, token: str) -> None:
    """Let the browser keep a session's token until it is closed; no script reads it, no other site sends it."""
    _keep(request, response, SESSION_COOKIE, token)


def forget_session(request: Request, response: Response) -> None:
    """Let the browser forget the session."""
    _forget(request, response, SESSION_COOKIE)


def attempt_token(request: Request) -> str | None:
    """The token that a browser was given before it went to the identity provider."""
    return request.cookies.get(_name(request, _AT_THE_PROVIDER))


def keep_attempt(request: Request, response: Response, token: str) -> None:
    """Let the browser keep the token by which it is known when it comes back from the identity provider."""
    _keep(request, response, _AT_THE_PROVIDER, token, max_age=int(ATTEMPT.total_seconds()))


def forget_attempt(request: Request, response: Response) -> None:
    """Let the browser forget that it went to the identity provider."""
    _forget(request, response, _AT_THE_PROVIDER)


def _keep(request: Request, response: Response, cookie: str, token: str, *, max_age: int | None = None) -> None:
    response.set_cookie(
        _name(request, cookie),
        token,
        max_age=max_age,
        path="/",
        secure=not _stays_on_this_machine(request),
        httponly=True,
        samesite="lax",  # whoever comes back from the identity provider brings it
    )


def _forget(request: Request, response: Response, cookie: str) -> None:
    secure = not _stays_on_this_machine(request)
    response.delete_cookie(_name(request, cookie), path="/", secure=secure, httponly=True, samesite="lax")


def _name(request: Request, cookie: str) -> str:
    return _ON_THIS_MACHINE[cookie] if _stays_on_this_machine(request) else cookie


def _stays_on_this_machine(request: Request) -> bool:
    """Whether it is plain http, and both the address asked and whoever asks are this very machine."""
    asked, asking = request.url.hostname, request.client.host if request.client else None
    return request.url.scheme == "http" and _is_loopback(asked) and _is_loopback(asking)


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return host is not None and ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
