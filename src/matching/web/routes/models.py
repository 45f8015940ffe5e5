"""The rankers there are, each with its figures and card; a person puts one into service, or takes the step back."""

from functools import partial
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Path, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.word import IDENTIFIER_PATTERN
from matching.entrance.asked import At, TheService
from matching.errors import ConflictError, DamagedError, MatchingError, NotFoundError
from matching.messages.say import say
from matching.use_cases.models import ModelsShown, RankerShown
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.manager.part import table_sent
from matching.web.markdown import html_of
from matching.web.model_cells import cell
from matching.web.model_figures import figures_part
from matching.web.pages import go, language, page, sentence_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.READ_MODELS)]
_Promoting = Annotated[SignedIn, opens(Permission.PROMOTE_MODELS)]
_Version = Annotated[str, Path(min_length=1, max_length=160, pattern=IDENTIFIER_PATTERN)]
_Seen = Annotated[str, Form(min_length=1, max_length=160)]
_CARD_BELOW = 2


@router.get("/models")
def models(
    request: Request,
    service: TheService,
    signed: _Reading,
    done: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """What ranks, what might and what cannot."""
    drift, damage = _drift(request, service, signed)
    return page(
        request,
        "models.html",
        found=service.models(),
        drift=drift,
        drift_damage=damage,
        may_promote=_may_promote(signed),
        done=done == "yes",
    )


@router.get("/models/{version}")
def model(
    request: Request,
    version: _Version,
    service: TheService,
    at: At,
    signed: _Reading,
    how: Annotated[Literal["csv"] | None, Query(alias="format")] = None,
    table: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """One version: its state, its figures, its card; one table as a file."""
    ranker, lang = _ranker(service.models(), version), language(request)
    beside = service.model_figures(version, viewer=signed.viewer)
    part = None if beside.figures is None else figures_part(version, beside.figures, lang)
    if how is not None:
        if part is None:
            raise NotFoundError("Le modèle {version} n'a pas de chiffres.", version=version)
        return table_sent(part, table, at)
    drift, damage = _drift(request, service, signed)
    return page(
        request,
        "model.html",
        ranker=ranker,
        part=part,
        run=beside.run,
        run_address=_run_address(request, beside.run),
        drift=drift,
        drift_damage=damage,
        card=html_of(service.model_card(version).card, below=_CARD_BELOW),
        cell=partial(cell, lang=lang),
        may_promote=_may_promote(signed),
    )


@router.get("/models/{version}/promote")
def confirm_promotion(request: Request, version: _Version, service: TheService, signed: _Promoting) -> Response:
    """What putting it into service will change; nothing happens yet."""
    found = service.models()
    return _to_confirm(request, service, signed, found, _ranker(found, version), "promote")


@router.post("/models/{version}/promote")
def promote(
    request: Request, version: _Version, service: TheService, at: At, signed: _Promoting, seen: _Seen
) -> Response:
    """Put it into service; sent twice it is done once."""
    try:
        service.promote(version, viewer=signed.viewer, at=at, seen=seen)
    except MatchingError as refusal:
        return _unless_done(request, service, signed, version, refusal, "promote")
    return go("/models?done=yes")


@router.get("/rollback")
def confirm_rollback(request: Request, service: TheService, signed: _Promoting) -> Response:
    """What the step back will change; nothing happens yet."""
    found = service.models()
    if found.before is None:
        raise ConflictError("Rien n'a précédé le modèle en service : il n'y a pas où revenir.")
    return _to_confirm(request, service, signed, found, _ranker(found, found.before), "rollback")


@router.post("/rollback")
def roll_back(
    request: Request,
    service: TheService,
    at: At,
    signed: _Promoting,
    seen: _Seen,
    to: Annotated[str, Form(min_length=1, max_length=160)],
) -> Response:
    """Take the step back; sent twice it is done once."""
    try:
        service.rollback(viewer=signed.viewer, at=at, seen=seen, to=to)
    except MatchingError as refusal:
        return _unless_done(request, service, signed, to, refusal, "rollback")
    return go("/models?done=yes")


def _unless_done(
    request: Request, service: Service, signed: SignedIn, version: str, refusal: MatchingError, step: str
) -> Response:
    """On, where a form sent twice finds it done; else why not, beside what would have changed."""
    found = service.models()
    if isinstance(refusal, ConflictError) and not found.degraded and found.rankers[0].version == version:
        return go("/models?done=yes")
    ranker = next((each for each in found.rankers if each.version == version), None)
    if ranker is None:
        raise refusal
    return _to_confirm(request, service, signed, found, ranker, step, refusal)


def _to_confirm(
    request: Request,
    service: Service,
    signed: SignedIn,
    found: ModelsShown,
    ranker: RankerShown,
    step: str,
    refusal: MatchingError | None = None,
) -> Response:
    """What is known of a version before a person decides: its gate, where it is unfair, drift; then what changes."""
    current = found.rankers[0]
    figures = service.model_figures(ranker.version, viewer=signed.viewer).figures
    drift, damage = _drift(request, service, signed)
    return page(
        request,
        "model_step.html",
        status=refusal.status if refusal else 200,
        step=step,
        ranker=ranker,
        current=current,
        figures=figures,
        unfair=[each for each in figures.slices if each.failed] if figures else [],
        drift=drift,
        drift_damage=damage,
        cell=partial(cell, lang=language(request)),
        address=f"/models/{quote(ranker.version, safe='')}/promote" if step == "promote" else "/rollback",
        obstacle=sentence_of(request, refusal) if refusal else ranker.obstacle,
        refused=refusal is not None,
    )


def _ranker(found: ModelsShown, version: str) -> RankerShown:
    """The one of a version; NotFoundError where there is none, DamagedError for one that cannot be used."""
    for damaged in found.unusable:
        if damaged.version == version:
            raise DamagedError(damaged.because)
    for each in found.rankers:
        if each.version == version:
            return each
    raise NotFoundError("Aucun modèle {version} ici ; revenir à la liste des modèles.", version=version)


def _drift(request: Request, service: Service, signed: SignedIn) -> tuple[object, str | None]:
    """The last report, or that it cannot be read."""
    try:
        return service.drift_found(viewer=signed.viewer), None
    except DamagedError:
        return None, say(language(request), "web.models.drift.unreadable")


def _run_address(request: Request, run: str | None) -> str | None:
    base: str | None = request.app.state.tracking_url
    return None if base is None or run is None else f"{base.rstrip('/')}/#/runs/{quote(run, safe='')}"


def _may_promote(signed: SignedIn) -> bool:
    return Permission.PROMOTE_MODELS in signed.permissions
