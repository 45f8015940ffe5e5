"""The accounts of the house, for whoever manages them: who may ask, and how every way in is closed."""

from datetime import datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Path, Query, Request, Response
from pydantic import SecretStr

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.word import IDENTIFIER_PATTERN
from matching.entrance.asked import At, TheService
from matching.errors import ConflictError, InvalidInputError, MatchingError, NotFoundError
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, page, sentence_of
from matching.web.titles import unit_names

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Managing = Annotated[SignedIn, opens(Permission.MANAGE_ACCOUNTS)]
_Account = Annotated[str, Path(min_length=1, max_length=160, pattern=IDENTIFIER_PATTERN)]
_Done = Annotated[str, Query(max_length=10)]
_Secret = Annotated[str, Form(max_length=1_000)]


@router.get("/accounts")
def accounts(
    request: Request,
    service: TheService,
    at: At,
    signed: _Managing,
    closed: Annotated[str, Query(max_length=160)] = "",
) -> Response:
    """Every open account: role, units, mandates, and when it was last seen; `closed` is the one just closed."""
    found = service.accounts(viewer=signed.viewer)
    return page(
        request,
        "accounts.html",
        accounts=found,
        closed=None if closed in {each.account for each in found} else closed,
        seen=service.last_seen(viewer=signed.viewer),
        names=unit_names(service),
        at=at,
    )


@router.get("/accounts/{account}")
def account(
    request: Request, account: _Account, service: TheService, at: At, signed: _Managing, done: _Done = ""
) -> Response:
    """One account: its sessions and tokens, and what can be ended."""
    return _page(request, service, signed, at, account, done=done)


@router.post("/accounts/{account}/sessions/end")
def end_sessions(account: _Account, service: TheService, at: At, signed: _Managing) -> Response:
    """End every session of an account; sent twice it is done once."""
    service.revoke_sessions(account, viewer=signed.viewer, at=at)
    return go(f"{_address(account)}?done=sessions")


@router.get("/accounts/{account}/mandates/end")
def confirm_end_of_mandates(
    request: Request, account: _Account, service: TheService, at: At, signed: _Managing
) -> Response:
    """Which mandates end, and what that closes; nothing happens yet."""
    shown = _one(service, signed, account)
    return page(request, "account_mandates.html", shown=shown, running=_any_runs(shown, at), at=at)


@router.post("/accounts/{account}/mandates/end")
def end_mandates(account: _Account, service: TheService, at: At, signed: _Managing) -> Response:
    """End every mandate of an account; where none runs any more, it stays so."""
    try:
        service.end_mandates(account, viewer=signed.viewer, at=at)
    except ConflictError:
        return go(_address(account))
    return go(f"{_address(account)}?done=mandates")


@router.post("/accounts/{account}/password")
def set_password(
    request: Request,
    account: _Account,
    service: TheService,
    at: At,
    signed: _Managing,
    new: _Secret = "",
    again: _Secret = "",
) -> Response:
    """Give an account a password: it unlocks the account after failed attempts, and ends its sessions."""
    try:
        if new != again:
            raise InvalidInputError("Le mot de passe n'est pas deux fois le même ; le saisir à nouveau.")
        service.set_password(account, SecretStr(new), viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _page(request, service, signed, at, account, refusal=refusal)
    return go(f"{_address(account)}?done=password")


@router.get("/accounts/{account}/close")
def confirm_close(request: Request, account: _Account, service: TheService, signed: _Managing) -> Response:
    """What closing it ends; nothing happens yet."""
    return page(
        request, "account_close.html", shown=_one(service, signed, account), own=account == signed.viewer.account
    )


@router.post("/accounts/{account}/close")
def close(account: _Account, service: TheService, at: At, signed: _Managing) -> Response:
    """Close it; sent twice it is done once."""
    try:
        service.deactivate_account(account, viewer=signed.viewer, at=at)
    except NotFoundError:
        return go("/accounts")
    return go(f"/accounts?closed={quote(account, safe='')}")


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    account: str,
    *,
    done: str = "",
    refusal: MatchingError | None = None,
) -> Response:
    shown = _one(service, signed, account)
    return page(
        request,
        "account_of.html",
        status=refusal.status if refusal else 200,
        shown=shown,
        running=_any_runs(shown, at),
        names=unit_names(service),
        sessions=service.sessions(account, viewer=signed.viewer, at=at),
        tokens=service.api_tokens(account, viewer=signed.viewer),
        own=account == signed.viewer.account,
        sentence=None if refusal is None else sentence_of(request, refusal),
        done=done,
        at=at,
    )


def _any_runs(shown: Viewer, at: datetime) -> bool:
    """Whether a mandate runs, or is to begin."""
    return any(each.valid_to is None or each.valid_to > at for each in shown.mandates)


def _one(service: Service, signed: SignedIn, account: str) -> Viewer:
    for each in service.accounts(viewer=signed.viewer):
        if each.account == account:
            return each
    raise NotFoundError("Aucun compte {account} n'est ouvert ; revenir à la liste des comptes.", account=account)


def _address(account: str) -> str:
    return f"/accounts/{quote(account, safe='')}"
