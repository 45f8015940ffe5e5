"""Whoever reads pages is told of a problem on a page: a fault, an address with nothing behind it, too many requests."""

import json

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matching.web.pages import problem_page

_PROBLEM = "application/problem+json"
_FOR_PROGRAMS = ("/v1/", "/healthz", "/readyz", "/metrics")


class ProblemPages:
    """Turns a problem into a page where a browser asks for one; programs get it as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass and look at what is answered."""
        if scope["type"] != "http" or not _reads_pages(scope):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def looked_at(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    await _as_page(scope, start, body)(scope, receive, send)

        await self._app(scope, receive, looked_at)


def _reads_pages(scope: Scope) -> bool:
    return not scope["path"].startswith(_FOR_PROGRAMS) and "text/html" in Headers(scope=scope).get("Accept", "")


def _is_problem(start: Message) -> bool:
    return MutableHeaders(scope=start).get("Content-Type") == _PROBLEM


def _as_page(scope: Scope, start: Message, body: bytes) -> ASGIApp:
    said = json.loads(body)
    answer = problem_page(Request(scope), start["status"], said["type"].rpartition(":")[2], said["detail"])
    if wait := MutableHeaders(scope=start).get("Retry-After"):
        answer.headers["Retry-After"] = wait
    return answer
