"""Headers of every answer, and problems where the framework answers in plain text."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matching.api.problems import MEDIA_TYPE, of_status

_ALWAYS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Unless the answer says otherwise: nothing is kept, framed, guessed at or told to another site."""


class Headers:
    """Puts the headers on every answer; what is too long is refused as a problem.

    The framework's own guard of lengths answers in plain text, whatever the app wanted to say.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass and dress its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        replaced = False

        async def dress(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers.add_vary_header("Accept-Language, Authorization, Cookie")
            await send(message)

        async def guarded(message: Message) -> None:
            nonlocal replaced
            if replaced:
                return  # the rest of the plain text
            if message["type"] == "http.response.start" and message["status"] == 413:
                replaced = MutableHeaders(scope=message).get("Content-Type") != MEDIA_TYPE
            await (of_status(413)(scope, receive, dress) if replaced else dress(message))

        await self._app(scope, receive, guarded)
