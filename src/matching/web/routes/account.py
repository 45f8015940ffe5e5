"""One's own access: who one is here, what one may do, sessions, tokens of programs, and the password."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import SecretStr

from matching.bootstrap import Service
from matching.domain.permission import NEVER_BY_TOKEN, Permission
from matching.entrance.asked import At, EntryId, TheService
from matching.entrance.cookies import keep_session, session_token
from matching.errors import InvalidInputError, MatchingError, NotFoundError
from matching.use_cases.sign_in.api_tokens import NewApiToken
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, page, sentence_of
from matching.web.typed import day_needed
from matching.working_days.swiss_time import SWISS_TIME

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Own = Annotated[SignedIn, opens(Permission.MANAGE_OWN_ACCESS)]
_Secret = Annotated[str, Form(max_length=1_000)]


@router.get("/account")
def own_account(
    request: Request, service: TheService, at: At, signed: _Own, done: Annotated[str, Query(max_length=10)] = ""
) -> Response:
    """Who one is, and every way in."""
    return _page(request, service, signed, at, done=done)


@router.post("/account/sessions/others")
def end_others(request: Request, service: TheService, at: At, signed: _Own) -> Response:
    """End every session but this one; sent twice it is done once."""
    token = session_token(request)
    if token is None:
        raise InvalidInputError("Cette demande ne vient pas d'une session de navigateur ; se connecter.")
    service.revoke_other_sessions(token, viewer=signed.viewer, at=at)
    return go("/account?done=sessions#sessions")


@router.post("/account/sessions/{session}/end")
def end_session(session: EntryId, service: TheService, at: At, signed: _Own) -> Response:
    """End one of one's own sessions; one that is over already stays so."""
    try:
        service.revoke_session(signed.viewer.account, session, viewer=signed.viewer, at=at)
    except NotFoundError:
        return go("/account#sessions")
    return go("/account?done=session#sessions")


@router.post("/account/tokens")
def create_token(
    request: Request,
    service: TheService,
    at: At,
    signed: _Own,
    name: Annotated[str, Form(max_length=200)] = "",
    until: Annotated[str, Form(max_length=40)] = "",
    scope: Annotated[list[Permission] | None, Form()] = None,
) -> Response:
    """Make a token and show it, this once; refused, the form comes back as it was filled in."""
    try:
        made = service.create_api_token(
            signed.viewer.account,
            name=name,
            scope=scope or (),
            expires_at=datetime.combine(day_needed(until), time.max, SWISS_TIME),
            viewer=signed.viewer,
            at=at,
        )
    except MatchingError as refusal:
        typed = {
            "form": "token",
            "name": name,
            "until": until,
            "scope": scope or (),
            "sentence": sentence_of(request, refusal),
        }
        return _page(request, service, signed, at, typed=typed, status=refusal.status)
    return _page(request, service, signed, at, made=made)


@router.post("/account/tokens/{token}/revoke")
def revoke_token(token: EntryId, service: TheService, at: At, signed: _Own) -> Response:
    """Revoke one of one's own tokens; one that is gone already stays so."""
    try:
        service.revoke_api_token(signed.viewer.account, token, viewer=signed.viewer, at=at)
    except NotFoundError:
        return go("/account#tokens")
    return go("/account?done=token#tokens")


@router.post("/account/password")
def change_password(
    request: Request,
    service: TheService,
    at: At,
    signed: _Own,
    current: _Secret = "",
    new: _Secret = "",
    again: _Secret = "",
) -> Response:
    """Another password, proven by the present one: every session ends, and a new one begins here."""
    request.app.state.rates.count_sign_in(request.client.host if request.client else "unknown")
    try:
        if new != again:
            raise InvalidInputError("Le nouveau mot de passe n'est pas deux fois le même ; le saisir à nouveau.")
        begun = service.change_password(signed.viewer.account, current=SecretStr(current), new=SecretStr(new), at=at)
    except MatchingError as refusal:
        typed = {"form": "password", "sentence": sentence_of(request, refusal)}
        return _page(request, service, signed, at, typed=typed, status=refusal.status)
    answer = go("/account?done=password#password")
    keep_session(request, answer, begun.token)
    return answer


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    *,
    status: int = 200,
    typed: Mapping[str, object] | None = None,
    made: NewApiToken | None = None,
    done: str = "",
) -> Response:
    account, token = signed.viewer.account, session_token(request)
    names = {unit.id: unit.name for unit in service.units()}
    granted = [each for each in Permission if each in signed.permissions]
    return page(
        request,
        "account.html",
        status=status,
        units=[names.get(each, each) for each in signed.viewer.units or ()],
        granted=granted,
        offered=[each for each in granted if each not in NEVER_BY_TOKEN],
        sessions=service.sessions(account, viewer=signed.viewer, at=at),
        this_one=None if token is None else service.session_under(token),
        tokens=service.api_tokens(account, viewer=signed.viewer),
        typed=typed,
        made=made,
        done=done,
        at=at,
    )
