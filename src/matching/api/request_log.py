"""What is written down of a request: its route, its account, its status, how long it took. Never what it was about."""

import json
import logging
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from asgi_correlation_id import correlation_id
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matching.api.problems import of_status

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_NO_ROUTE = "(none)"


class RequestCounts:
    """The counts of one app; a registry of its own, so that two apps in one process do not add up."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "matching_http_requests",
            "Requests answered, by route, method and class of status.",
            ["route", "method", "status"],
            registry=self.registry,
        )
        self._seconds = Histogram(
            "matching_http_request_seconds",
            "How long answers took, by route and method.",
            ["route", "method"],
            registry=self.registry,
        )

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self._requests.labels(route, method, f"{status // 100}xx").inc()
        self._seconds.labels(route, method).observe(seconds)


class RequestLog:
    """Writes one line of JSON on stderr for each request, counts it, and answers for what nobody else caught.

    A fault is told by its type and place: what it says may repeat what it stumbled on.
    """

    def __init__(self, app: ASGIApp, counts: RequestCounts) -> None:
        self._app, self._counts = app, counts
        self._log = json_log()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass and write down what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status: int | None = None
        fault: Exception | None = None

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, told)
        except Exception as caught:  # noqa: BLE001 - the last one that can answer; nothing of it may leave
            fault = caught
            if status is None:
                await of_status(500)(scope, receive, told)
        self._note(scope, status or 500, time.perf_counter() - began, fault)

    def _note(self, scope: Scope, status: int, seconds: float, fault: Exception | None) -> None:
        state: dict[str, Any] = scope.get("state", {})
        route = template_of(scope)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._counts.count(route, method, status, seconds)
        line = {"route": route, "method": method, "status": status, "milliseconds": round(seconds * 1000, 1)}
        line |= {"account": state.get("account"), "correlation_id": correlation_id.get()}
        refusal = fault or state.get("refusal")
        if refusal is not None:
            line |= {"refusal": type(refusal).__name__, "raised_at": places_of(refusal)[-1:]}
        if fault is not None:
            self._log.error("fault", **line | {"raised_at": places_of(fault)})
        else:
            self._log.info("answered", **line)


class _Stderr:
    """Writes to stderr, wherever that is when a line is written."""

    def info(self, line: str) -> None:
        """Write one line."""
        sys.stderr.write(f"{line}\n")

    error = info


def json_log() -> Any:
    """A log of JSON lines on stderr."""
    return structlog.wrap_logger(
        _Stderr(),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.BoundLogger,
    )


class ServerLines(logging.Formatter):
    """What the server and the libraries log, as lines of JSON; of a fault its type and place."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, Any] = {"event": record.getMessage(), "logger": record.name, "level": record.levelname.lower()}
        line["timestamp"] = datetime.fromtimestamp(record.created, UTC).isoformat()
        fault = record.exc_info[1] if record.exc_info else None
        if fault is not None:
            line |= {"fault": type(fault).__name__, "raised_at": places_of(fault)}
        return json.dumps(line, ensure_ascii=False)


def template_of(scope: Scope) -> str:
    """The template of the route that a request came to, "(none)" where there is no such route."""
    context = scope.get("fastapi", {}).get("effective_route_context")
    path = getattr(context, "path", None) or getattr(scope.get("route"), "path", None)
    return str(path or _NO_ROUTE)


def places_of(fault: BaseException) -> list[str]:
    """Where a fault went through, as file and line, without the data it stumbled on."""
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(fault.__traceback__)]
