"""Signing in and out, who one is, and one's own tokens."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import SecretStr

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.entrance.asked import At, EntryId, TheService
from matching.entrance.cookies import (
    attempt_token,
    forget_attempt,
    forget_session,
    keep_attempt,
    keep_session,
    session_token,
)
from matching.errors import NotSignedInError
from matching.storage.api_tokens import NAME_LENGTH, ApiToken
from matching.use_cases.sign_in.signed_in import SignedIn

public_router = APIRouter(tags=["session"])
router = APIRouter(route_class=GuardedRoute, tags=["session"])

_Own = Annotated[SignedIn, requires(Permission.MANAGE_OWN_ACCESS)]
_NOT_BEGUN = "Cette connexion n'a pas été commencée dans ce navigateur ; recommencer depuis la page de connexion."
_SET = {"Set-Cookie": {"description": "The session, for the browser alone.", "schema": {"type": "string"}}}
_SENT_ON: dict[int | str, dict[str, Any]] = {303: {"description": "On to another address.", "headers": _SET}}


class SignInSent(Word):
    """An account and its password."""

    account: Annotated[Identifier, about("Account.", "demo")]
    password: Annotated[SecretStr, about("Password.", "quatre mots tirés au sort", min_length=1, max_length=1_000)]


class SessionRead(Word):
    """Who is signed in, and what they may do."""

    account: Annotated[Identifier, about("Account.", "demo")]
    role: Annotated[Role, about("Role.", "counsellor")]
    institution: Annotated[Institution | None, about("Institution.", "orp")] = None
    units: Annotated[tuple[Identifier, ...] | None, about("Units; of a provider its offers.", ["vd-uc-lausanne"])] = ()
    permissions: Annotated[tuple[Permission, ...], about("What they may do.", ["recommend"])] = ()
    csrf: Annotated[
        str | None, about("What a page sends as X-CSRF-Token with every change; it changes with the session.", "3f9c")
    ] = None


class TokenWanted(Word):
    """A token for a program, with some of what the account may do, until a day not too far away."""

    name: Annotated[str, about("Name.", "dossiers", min_length=1, max_length=NAME_LENGTH)]
    scope: Annotated[tuple[Permission, ...], about("What it may do.", ["read_changes"], min_length=1)]
    expires_at: Annotated[Moment, about("Valid until.", "2027-06-30T18:00:00+02:00")]


class TokenRead(Word):
    """A token as it is remembered: what it is for, never the token itself."""

    id: Annotated[Identifier, about("Id, by which it is revoked.", "6c7e2f0d3d1b4f6e9a550f4f3c1d2e3f")]
    name: Annotated[Name, about("Name.", "dossiers")]
    scope: Annotated[tuple[Permission, ...], about("What it may do.", ["read_changes"])]
    created_at: Annotated[Moment, about("Made at.", "2026-11-21T08:00:00+01:00")]
    expires_at: Annotated[Moment, about("Valid until.", "2027-06-30T18:00:00+02:00")]
    last_used_on: Annotated[date | None, about("Day it was last used.", "2026-11-22")] = None


class TokenMade(TokenRead):
    """A token just made."""

    secret: Annotated[str, about("The token: shown now and never again.", "matching_xxxx")]


@public_router.post("/session", status_code=201, responses={201: {"headers": _SET}})
def sign_in(
    sent: Annotated[SignInSent, Strict()], request: Request, response: Response, service: TheService, at: At
) -> SessionRead:
    """Sign in with a password. A new session takes the place of the one that the browser had."""
    _count(request)
    begun = service.sign_in(sent.account, sent.password, at=at, replaces=session_token(request))
    keep_session(request, response, begun.token)
    return _told(begun.who)


@public_router.get("/session/oidc", status_code=303, response_class=RedirectResponse, responses=_SENT_ON)
def begin_oidc(request: Request, service: TheService, at: At) -> RedirectResponse:
    """Sign in at the identity provider of the institution: sends the browser there."""
    _count(request)
    begun = service.begin_oidc(redirect_uri=_callback(request), at=at)
    answer = RedirectResponse(begun.url, status_code=303)
    keep_attempt(request, answer, begun.token)
    return answer


@public_router.get("/session/oidc/callback", status_code=303, response_class=RedirectResponse, responses=_SENT_ON)
def finish_oidc(
    request: Request,
    service: TheService,
    at: At,
    code: Annotated[str | None, Query(description="What the provider gives to prove it.", max_length=4_000)] = None,
    state: Annotated[str | None, Query(description="As it was sent there.", max_length=200)] = None,
    iss: Annotated[str | None, Query(description="Which provider answers.", max_length=2_000)] = None,
    error: Annotated[str | None, Query(description="Why it refuses.", max_length=200)] = None,
) -> RedirectResponse:
    """Where the identity provider sends the browser back: begins the session of the account that is linked."""
    del code, state, iss, error  # read from the address itself, each once or not at all
    token = attempt_token(request)
    if token is None:
        raise NotSignedInError(_NOT_BEGUN)
    begun = service.finish_oidc(
        token, str(request.url), redirect_uri=_callback(request), at=at, replaces=session_token(request)
    )
    answer = RedirectResponse(request.app.url_path_for("read_session"), status_code=303)
    forget_attempt(request, answer)
    keep_session(request, answer, begun.token)
    return answer


@router.get("/session")
def read_session(signed: _Own) -> SessionRead:
    """Who is signed in, what they may do, and what their pages send back with every change."""
    return _told(signed)


@router.delete("/session", status_code=204)
def sign_out(request: Request, response: Response, service: TheService, at: At, signed: _Own) -> None:
    """Sign out: the session ends here, whatever the browser keeps."""
    del signed
    token = session_token(request)
    if token is not None:
        service.sign_out(token, at=at)
    forget_session(request, response)


@router.get("/tokens")
def list_tokens(service: TheService, signed: _Own) -> list[TokenRead]:
    """One's own tokens, those that have ended included."""
    account = signed.viewer.account
    return [TokenRead(**_remembered(token)) for token in service.api_tokens(account, viewer=signed.viewer)]


@router.post("/tokens", status_code=201)
def make_token(sent: Annotated[TokenWanted, Strict()], service: TheService, at: At, signed: _Own) -> TokenMade:
    """Make a token for a program. It can do no more than one's role, and never what takes a person."""
    made = service.create_api_token(
        signed.viewer.account,
        name=sent.name,
        scope=sent.scope,
        expires_at=sent.expires_at,
        viewer=signed.viewer,
        at=at,
    )
    return TokenMade(**_remembered(made.token), secret=made.secret)


@router.delete("/tokens/{token}", status_code=204)
def revoke_token(
    token: EntryId,
    service: TheService,
    at: At,
    signed: _Own,
) -> None:
    """End one of one's own tokens at once."""
    service.revoke_api_token(signed.viewer.account, token, viewer=signed.viewer, at=at)


def _count(request: Request) -> None:
    """TooManyRequestsError once an address has tried to sign in too often, under whatever name."""
    request.app.state.rates.count_sign_in(request.client.host if request.client else "unknown")


def _callback(request: Request) -> str:
    """Where the provider sends the browser back: it knows that address, and sends nobody anywhere else."""
    path: str = request.app.url_path_for("finish_oidc")
    public: str | None = request.app.state.public_url
    return public.rstrip("/") + path if public else str(request.base_url).rstrip("/") + path


def _told(who: SignedIn) -> SessionRead:
    viewer = who.viewer
    return SessionRead(
        account=viewer.account,
        role=viewer.role,
        institution=viewer.institution,
        units=viewer.units,
        permissions=_in_order(who.permissions),
        csrf=who.csrf,
    )


def _remembered(token: ApiToken) -> dict[str, object]:
    shown = {name: getattr(token, name) for name in ("id", "name", "created_at", "expires_at", "last_used_on")}
    return shown | {"scope": _in_order(token.scope)}


def _in_order(permissions: frozenset[Permission]) -> tuple[Permission, ...]:
    return tuple(each for each in Permission if each in permissions)
