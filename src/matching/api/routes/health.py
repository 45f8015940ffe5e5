"""Whether the process lives, whether it can answer, and how it fares: for whoever runs it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from matching.api.who import Requires
from matching.domain.permission import Permission
from matching.domain.word import Word, about
from matching.entrance.asked import At, TheService

router = APIRouter(tags=["health"])


class Alive(Word):
    """The process lives."""

    alive: Annotated[bool, about("Always true.", True)] = True


class Ready(Word):
    """Whether the process can answer, part by part."""

    ready: Annotated[bool, about("It can answer.", True)]
    degraded: Annotated[
        bool, about("It answers by the rules alone, or by the shipped ranker in place of another.", False)
    ]
    parts: Annotated[dict[str, bool], about("Each part.", {"store": True})]


@router.get("/healthz")
def healthz() -> Alive:
    """The process lives; nothing else is asked."""
    return Alive()


@router.get("/readyz", responses={503: {"model": Ready, "description": "It cannot answer."}})
def readyz(service: TheService, at: At, response: Response) -> Ready:
    """Whether store, snapshot, encoder and ranker can be read."""
    parts = service.readiness(at=at)
    ready = parts["store"] and parts["snapshot"]
    response.status_code = 200 if ready else 503
    return Ready(ready=ready, degraded=ready and not all(parts.values()), parts=parts)


guard = Requires((Permission.MANAGE_ACCOUNTS,))
metrics_router = APIRouter(tags=["health"])


@metrics_router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def metrics(request: Request) -> Response:
    """Counts and times by route, for Prometheus: no account, no id."""
    return Response(generate_latest(request.app.state.request_counts.registry), media_type=CONTENT_TYPE_LATEST)


guarded = [Depends(guard)]
