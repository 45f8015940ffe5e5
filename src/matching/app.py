"""The application: settings in, an app with its routes and its guards out; opened and closed with the server."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from uuid import UUID

from anyio import to_thread
from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI

from matching.api.document import document, operation_name, refuse_doubles
from matching.api.headers import Headers
from matching.api.problems import answer_problems
from matching.api.rates import AddressLimit, Rates
from matching.api.request_log import RequestCounts, RequestLog
from matching.api.routes import (
    agreements,
    allocation,
    audit,
    changes,
    corrections,
    decisions,
    gaps,
    health,
    imports,
    kept,
    models,
    opportunities,
    outside_options,
    own_access,
    pathways,
    profiles,
    recommendations,
    searches,
    session,
    steering,
    vacancies,
    voices,
)
from matching.api.who import Who
from matching.bootstrap import open_service
from matching.entrance.signing_in import signed_in
from matching.settings import Settings
from matching.use_cases.sweep import UPLOADS, sweep
from matching.web.problem_pages import ProblemPages
from matching.web.site import ROUTERS

VERSION = "1"
THREADS = 7
"""Requests worked on at once: each may need two connections of the store's pool of fifteen."""


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    settings: Settings,
    *,
    who: Who = signed_in,
    clock: Callable[[], datetime] = _now,
    after_loading: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The HTTP service; `who` reads a token or session of a request, `clock` tells the present aware moment.

    `after_loading` is called each time another index is in memory.

    ValueError when two routes have one name, or one method and path.
    """
    app = FastAPI(
        title="matching",
        version=VERSION,
        description="Ranked, explained options for people on social assistance. Errors are problems (RFC 9457).",
        docs_url=None,  # it loads scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=operation_name,
        lifespan=_open(settings, after_loading),
    )
    state = app.state
    state.who, state.clock = who, clock
    state.rates, state.request_counts = Rates(settings), RequestCounts()
    state.public_url, state.tracking_url = settings.public_url, settings.tracking_url
    state.places, state.uploads = [settings.data_dir], settings.data_dir / UPLOADS
    answer_problems(app)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]
    of_a_person = (profiles, pathways, kept, outside_options, searches, voices, agreements)
    people = (recommendations, *of_a_person, decisions, corrections, audit, changes)
    programmes = (gaps, allocation, steering)
    for router in (session, own_access, *people, opportunities, vacancies, models, *programmes):
        app.include_router(router.router, prefix="/v1", max_body_size=settings.max_body_bytes)
    app.include_router(session.public_router, prefix="/v1", max_body_size=settings.max_body_bytes)
    app.include_router(imports.router, prefix="/v1", max_body_size=settings.max_upload_bytes)
    for pages in ROUTERS:
        app.include_router(pages, max_body_size=settings.max_body_bytes)
    app.include_router(health.router)
    app.include_router(health.metrics_router, dependencies=[] if settings.open_metrics else health.guarded)
    refuse_doubles(app)
    app.add_middleware(AddressLimit, rates=state.rates)  # the last one added is the outermost
    app.add_middleware(RequestLog, counts=state.request_counts)
    app.add_middleware(ProblemPages)
    app.add_middleware(Headers)
    app.add_middleware(CorrelationIdMiddleware, transformer=lambda number: UUID(number).hex)
    return app


def app_of_environment() -> FastAPI:
    """The app of the environment's settings, as a server runs it for days."""
    return create_app(Settings(), after_loading=_set_apart)


def _set_apart() -> None:
    """Let the garbage collector look no more at what stays: through an index it takes 0.2 s, and everybody waits."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _open(
    settings: Settings, after_loading: Callable[[], None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        service = await to_thread.run_sync(open_service, settings)
        app.state.service = service
        service.workplace.after_loading = after_loading
        app.state.places = [settings.data_dir, service.workplace.database.name]
        app.state.uploads.mkdir(mode=0o700, exist_ok=True)
        await to_thread.run_sync(sweep, settings.data_dir)
        try:
            yield
        finally:
            app.state.rates.close()
            await to_thread.run_sync(service.close)

    return lifespan
