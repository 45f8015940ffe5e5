"""Who did what with whose file, page by page, and whether the chain of entries is whole. Nothing is changed here."""

from typing import Annotated
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
from matching.web.guard import PageRoute, opens
from matching.web.pages import page, sentence_of
from matching.web.typed import day_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Auditing = Annotated[SignedIn, opens(Permission.READ_AUDIT)]
_Short = Annotated[str, Query(max_length=80)]
_After = Annotated[int, Query(ge=0, le=10**9)]
_Upto = Annotated[int | None, Query(ge=0, le=10**9)]

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
    after: _After = 0,
    upto: _Upto = None,
) -> Response:
    """Entries in their order, those asked for; refused, the page comes back with what was typed."""
    typed = {"actor": actor, "act": act, "first": first, "last": last}
    return _page(request, service, signed, at, typed, after=after, upto=upto)


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
    after: int = 0,
    upto: int | None = None,
    verified: Verified | None = None,
) -> Response:
    refusal, entries, end = None, [], upto or 0
    try:
        found = service.read_audit(
            viewer=signed.viewer, at=at, after=after, upto=upto, limit=ON_A_PAGE + 1, only=_only(typed)
        )
        entries, end = list(found.entries), found.upto
    except MatchingError as error:
        refusal = error
    kept = {name: text for name, text in typed.items() if text}
    shown = entries[:ON_A_PAGE]
    return page(
        request,
        "audit.html",
        status=refusal.status if refusal else 200,
        typed=typed,
        entries=shown,
        end=end,
        acts=list(Act),
        act_of={act.value: act for act in Act},
        verified=verified,
        sentence=sentence_of(request, refusal),
        first_page=f"/audit?{urlencode(kept)}" if after else None,
        next_page=_address(kept, shown[-1].seq, end) if len(entries) > ON_A_PAGE else None,
        latest_page=_address({}, end - ON_A_PAGE, end) if not kept and end > after + ON_A_PAGE else None,
    )


def _address(kept: dict[str, str], after: int, upto: int) -> str:
    return "/audit?" + urlencode(kept | {"after": str(after), "upto": str(upto)})


def _only(typed: dict[str, str]) -> Only:
    act = next((each for each in Act if each.value == typed["act"]), None)
    if typed["act"] and act is None:
        raise InvalidInputError("« {act} » n'est pas un acte du journal ; en choisir un de la liste.", act=typed["act"])
    return Only(actor=words_of(typed["actor"]), act=act, first=day_of(typed["first"]), last=day_of(typed["last"]))
