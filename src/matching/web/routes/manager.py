"""The programme manager's pages: what the catalogue lacks, what is scarce, what became of it. Never a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Form, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.steering import CATEGORIES, PlaceKind
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.needs import Barrier
from matching.entrance.asked import At, TheService
from matching.errors import MatchingError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.gaps.dimensions import HELD_IN
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.use_cases.steering.cells import cell
from matching.web.guard import PageRoute, opens
from matching.web.manager.capacity import capacity_part
from matching.web.manager.forms import RemedyTyped, StateTyped, Typed, WrongFieldError, remedy_of, statement_of
from matching.web.manager.gaps import gaps_part
from matching.web.manager.overlaps import overlaps_part
from matching.web.manager.part import PARTS, Asked, Part, table_sent
from matching.web.manager.places import places_part
from matching.web.manager.portfolios import portfolios_part
from matching.web.manager.rejections import rejections_part
from matching.web.manager.remedies import remedies_part
from matching.web.manager.results import USUAL, results_part
from matching.web.pages import go, language, page, sentence_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.READ_GAPS)]
_Steering = Annotated[SignedIn, opens(Permission.STEER)]
_Format = Annotated[Literal["csv"] | None, Query(alias="format")]
_Table = Annotated[str, Query(max_length=40)]
_Code = Annotated[str | None, Query(max_length=310)]
_ENTERED = "entered"


@router.get("/manager", dependencies=[opens(Permission.READ_GAPS)])
def begin() -> Response:
    """To what the catalogue lacks."""
    return go("/manager/gaps")


@router.get("/manager/gaps")
def gaps(
    request: Request,
    service: TheService,
    at: At,
    signed: _Reading,
    by: GapDimension = GapDimension.NEED,
    need: _Code = None,
    district: _Code = None,
    lang: Annotated[str | None, Query(alias="language", max_length=310)] = None,
    payer: _Code = None,
    kind: _Code = None,
    how: _Format = None,
    table: _Table = "",
) -> Response:
    """Gaps by one dimension; with codes of some dimensions, by each of the others."""
    codes = {"need": need, "district": district, "language": lang, "payer": payer, "kind": kind}
    of = {dimension: code for dimension in GapDimension if (code := codes[dimension.value])}
    return _answer(request, gaps_part(_asked(request, service, signed, at), of, by), at, how, table)


@router.get("/manager/capacity")
def capacity(
    request: Request, service: TheService, at: At, signed: _Reading, how: _Format = None, table: _Table = ""
) -> Response:
    """The plan of the last night."""
    return _answer(request, capacity_part(_asked(request, service, signed, at)), at, how, table)


@router.get("/manager/overlaps")
def overlaps(
    request: Request, service: TheService, at: At, signed: _Reading, how: _Format = None, table: _Table = ""
) -> Response:
    """Alike offers of different payers."""
    return _answer(request, overlaps_part(_asked(request, service, signed, at)), at, how, table)


@router.get("/manager/results")
def results(
    request: Request,
    service: TheService,
    at: At,
    signed: _Reading,
    months: int = USUAL,
    how: _Format = None,
    table: _Table = "",
) -> Response:
    """Results per provider at some months from the start."""
    return _answer(request, results_part(_asked(request, service, signed, at), months), at, how, table)


@router.get("/manager/rejections")
def rejections(
    request: Request,
    service: TheService,
    at: At,
    signed: _Reading,
    quarter: Annotated[str | None, Query(max_length=20)] = None,
    how: _Format = None,
    table: _Table = "",
) -> Response:
    """Reasons by quarter; an empty quarter is ever."""
    return _answer(request, rejections_part(_asked(request, service, signed, at), quarter or None), at, how, table)


@router.get("/manager/portfolios")
def portfolios(
    request: Request,
    service: TheService,
    at: At,
    signed: _Reading,
    unit: Annotated[str | None, Query(max_length=160)] = None,
    how: _Format = None,
    table: _Table = "",
) -> Response:
    """Portfolios in counts; an empty unit is all of them."""
    return _answer(request, portfolios_part(_asked(request, service, signed, at), unit or None), at, how, table)


@router.get("/manager/places")
def places(
    request: Request, service: TheService, at: At, signed: _Reading, how: _Format = None, table: _Table = ""
) -> Response:
    """Places by category over time; what the address names stands in the form already."""
    if how is not None:
        return table_sent(places_part(_asked(request, service, signed, at)), table, at)
    return _places(request, service, signed, at, StateTyped.of(request.query_params))


@router.post("/manager/places")
def state_places(
    request: Request, service: TheService, at: At, signed: _Steering, sent: Annotated[StateTyped, Form()]
) -> Response:
    """A count or a target; the same again is no other, refused it comes back as it was typed."""
    try:
        service.state_places(statement_of(sent, language(request)), viewer=signed.viewer, at=at)
    except MatchingError as refusal:
        return _places(request, service, signed, at, sent, refusal=refusal)
    return go(f"/manager/places?{_ENTERED}=yes")


@router.get("/manager/remedies")
def remedies(
    request: Request, service: TheService, at: At, signed: _Reading, how: _Format = None, table: _Table = ""
) -> Response:
    """What was done about gaps; what the address names stands in the form already."""
    if how is not None:
        return table_sent(remedies_part(_asked(request, service, signed, at)), table, at)
    return _remedies(request, service, signed, at, RemedyTyped.of(request.query_params))


@router.post("/manager/remedies")
def enter_remedy(
    request: Request, service: TheService, at: At, signed: _Steering, sent: Annotated[RemedyTyped, Form()]
) -> Response:
    """A remedy, once however often it is sent; refused it comes back as it was typed."""
    key = IdempotencyKey.of(sent.once, {"path": request.url.path, **sent.told()}) if sent.once else None
    try:
        service.enter_remedy(remedy_of(sent, language(request)), viewer=signed.viewer, at=at, once=key)
    except MatchingError as refusal:
        return _remedies(request, service, signed, at, sent, refusal=refusal)
    return go(f"/manager/remedies?{_ENTERED}=yes")


@router.get("/manager/report")
def report(request: Request, service: TheService, at: At, signed: _Reading) -> Response:
    """All of it on one page, to print."""
    asked = _asked(request, service, signed, at)
    parts = (
        gaps_part(asked, {}),
        remedies_part(asked),
        capacity_part(asked),
        places_part(asked),
        overlaps_part(asked),
        results_part(asked),
        rejections_part(asked),
        portfolios_part(asked),
    )
    return page(request, "manager/report.html", parts=parts, at=at, **_shared(request))


def _asked(request: Request, service: Service, signed: SignedIn, at: datetime) -> Asked:
    return Asked(service, signed.viewer, at, language(request))


def _places(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    typed: StateTyped,
    refusal: MatchingError | None = None,
) -> Response:
    part = places_part(_asked(request, service, signed, at))
    facts = {"categories": CATEGORIES, "kinds": get_args(PlaceKind)}
    return _with_form(request, part, typed, refusal, **facts)


def _remedies(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    typed: RemedyTyped,
    refusal: MatchingError | None = None,
) -> Response:
    asked = _asked(request, service, signed, at)
    part = remedies_part(asked)
    lists: dict[str, Sequence[ClosedList]] = {"needs": tuple(Barrier), "payers": tuple(Payer), "held_in": HELD_IN}
    facts = {name: [(each.value, each.label(asked.lang)) for each in listed] for name, listed in lists.items()}
    return _with_form(request, part, typed, refusal, **facts)


def _with_form(request: Request, part: Part, typed: Typed, refusal: MatchingError | None, **facts: Any) -> Response:
    """A part and its form, with what was typed and why that is not taken."""
    told = {
        "typed": typed,
        "sentence": None if refusal is None else sentence_of(request, refusal),
        "wrong": refusal.field if isinstance(refusal, WrongFieldError) else None,
        "entered": refusal is None and _ENTERED in request.query_params,
    }
    status = 200 if refusal is None else refusal.status
    return page(request, "manager/page.html", status=status, part=part, **_shared(request), **told, **facts)


def _answer(request: Request, part: Part, at: datetime, how: str | None, table: str) -> Response:
    """The part as a page, or one of its tables as a file, the first where none is named."""
    if how is not None:
        return table_sent(part, table, at)
    return page(request, "manager/page.html", part=part, **_shared(request))


def _shared(request: Request) -> Mapping[str, Any]:
    signed: SignedIn = request.state.signed
    return {
        "names": PARTS,
        "cell": partial(cell, lang=language(request)),
        "may_steer": Permission.STEER in signed.permissions,
    }
