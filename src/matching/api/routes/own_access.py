"""One's own access: another password, and the sessions that are open under one's account."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import SecretStr

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.word import Identifier, Moment, Word, about
from matching.entrance.asked import At, EntryId, TheService
from matching.entrance.cookies import keep_session
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["session"])

_Own = Annotated[SignedIn, requires(Permission.MANAGE_OWN_ACCESS)]
_SET = {"Set-Cookie": {"description": "The new session.", "schema": {"type": "string"}}}


class PasswordChanged(Word):
    """Another password, proven by the present one."""

    current: Annotated[
        SecretStr, about("The present one.", "quatre mots tirés au sort", min_length=1, max_length=1_000)
    ]
    new: Annotated[SecretStr, about("The new one.", "cinq autres mots tirés au sort", min_length=1, max_length=1_000)]


class OpenSession(Word):
    """A session as it may be ended: when it began, when it was last used."""

    id: Annotated[Identifier, about("Id, by which it is ended.", "6c7e2f0d3d1b4f6e9a550f4f3c1d2e3f")]
    begun_at: Annotated[Moment, about("Begun at.", "2026-11-21T08:00:00+01:00")]
    last_seen_at: Annotated[Moment, about("Last used at.", "2026-11-21T11:40:00+01:00")]


@router.put("/session/password", status_code=204, responses={204: {"headers": _SET}})
def change_password(
    sent: Annotated[PasswordChanged, Strict()],
    request: Request,
    response: Response,
    service: TheService,
    at: At,
    signed: _Own,
) -> None:
    """Change one's own password: every session of the account ends, and a new one begins here."""
    request.app.state.rates.count_sign_in(request.client.host if request.client else "unknown")
    begun = service.change_password(signed.viewer.account, current=sent.current, new=sent.new, at=at)
    keep_session(request, response, begun.token)


@router.get("/sessions")
def list_sessions(service: TheService, at: At, signed: _Own) -> list[OpenSession]:
    """The sessions that are open under one's account."""
    found = service.sessions(signed.viewer.account, viewer=signed.viewer, at=at)
    return [OpenSession(id=one.id, begun_at=one.begun_at, last_seen_at=one.last_seen_at) for one in found]


@router.delete("/sessions/{session}", status_code=204)
def revoke_session(
    session: EntryId,
    service: TheService,
    at: At,
    signed: _Own,
) -> None:
    """End one of one's own sessions at once, wherever its browser is."""
    service.revoke_session(signed.viewer.account, session, viewer=signed.viewer, at=at)
