"""Who did what with whose file, page by page, and whether the chain of entries is whole. Nothing is changed here."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from matching.audit.verify import Verified
from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.vocabulary.acts import Act
from matching.entrance.asked import At, TheService
from matching.errors import InvalidInputError, MatchingError
from matching.use_cases.audit import Only
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.audited import MOST, audit_part
from matching.web.guard import PageRoute, opens
from matching.web.manager.part import table_sent
from matching.web.pages import language, page, sentence_of
from matching.web.typed import day_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Auditing = Annotated[SignedIn, opens(Permission.READ_AUDIT)]
_Short = Annotated[str, Query(max_length=80)]
_Number = Annotated[int | None, Query(ge=0, le=10**9)]

ON_A_PAGE = 50
_NOTHING_TYPED = {"actor": "", "act": "", "first": "", "last": ""}


@router.get("/audit")
def audit_page(
    request: Request,
    service: TheService,
    at: At,
    signed: _Auditing,
    actor: _Short = "",
    act: _Short = "",
    first: _Short = "",
    last: _Short = "",
    upto: _Number = None,
    of: _Number = None,
    how: Annotated[Literal["csv"] | None, Query(alias="format")] = None,
    table: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The entries asked for, latest first, `of` so many; refused, the page comes back with what was typed.

    As a file all of them at once, up to the most that a file holds.
    """
    typed = {"actor": actor, "act": act, "first": first, "last": last}
    if how is not None:
        found = service.read_audit(viewer=signed.viewer, at=at, limit=MOST + 1, only=_only(typed), latest_first=True)
        return table_sent(audit_part(typed, found.entries, language(request)), table, at)
    return _page(request, service, signed, at, typed, upto=upto, of=of)


@router.post("/audit/verify")
def verify(request: Request, service: TheService, at: At, signed: _Auditing) -> Response:
    """The whole chain read again, and what is wrong in it; nothing is changed."""
    verified = service.verify_audit(viewer=signed.viewer, at=at)
    return _page(request, service, signed, at, _NOTHING_TYPED, verified=verified)


def _page(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: At,
    typed: dict[str, str],
    *,
    upto: int | None = None,
    of: int | None = None,
    verified: Verified | None = None,
) -> Response:
    refusal, entries, count = None, [], of or 0
    try:
        found = service.read_audit(
            viewer=signed.viewer, at=at, upto=upto, limit=ON_A_PAGE + 1, only=_only(typed), latest_first=True
        )
        entries, count = list(found.entries), found.upto if of is None else of
    except MatchingError as error:
        refusal = error
    kept = {name: text for name, text in typed.items() if text}
    return page(
        request,
        "audit.html",
        status=refusal.status if refusal else 200,
        typed=typed,
        entries=entries[:ON_A_PAGE],
        count=count,
        acts=list(Act),
        act_of={act.value: act for act in Act},
        verified=verified,
        sentence=sentence_of(request, refusal),
        part=audit_part(kept, (), language(request)),
        most=MOST,
        latest_page=None if upto is None else f"/audit?{urlencode(kept)}",
        earlier_page=_address(kept, entries[-1].seq, count) if len(entries) > ON_A_PAGE else None,
    )


def _address(kept: dict[str, str], upto: int, of: int) -> str:
    return "/audit?" + urlencode(kept | {"upto": str(upto), "of": str(of)})


def _only(typed: dict[str, str]) -> Only:
    typed_act = typed["act"]
    act = next((each for each in Act if each.value == typed_act), None)
    if typed_act and act is None:
        raise InvalidInputError("« {act} » n'est pas un acte du journal ; en choisir un de la liste.", act=typed_act)
    first, last = day_of(typed["first"]), day_of(typed["last"])
    if first and last and last < first:
        raise InvalidInputError(
            "Le dernier jour, {last}, précède le premier, {first} ; corriger l'un des deux.", first=first, last=last
        )
    return Only(actor=words_of(typed["actor"]), act=act, first=first, last=last)
