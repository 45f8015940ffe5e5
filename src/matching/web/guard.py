"""Who may open a page, and that a form was sent from one of our own pages. Refusals come back as pages."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from matching.domain.permission import Permission
from matching.entrance.signed import signed_of
from matching.errors import ForbiddenError, InvalidInputError, MatchingError, NotSignedInError
from matching.use_cases.sign_in.signed_in import SignedIn, refuse_without
from matching.web.pages import refused, to_sign_in

PUBLIC_PAGES = frozenset(
    {
        *(("GET", path) for path in ("/", "/signin", "/language", "/about", "/glossary", "/keys", "/styleguide")),
        *(("POST", "/signin"), ("POST", "/signout"), ("GET", "/static/{version}/{name}")),
    }
)
"""What answers to anybody, by method and path; every other page names its permission."""

_CHANGES_NOTHING = frozenset({"GET", "HEAD"})


@dataclass(frozen=True)
class Opens:
    """The dependency behind `opens`; any one of its permissions will do."""

    permissions: tuple[Permission, ...]

    def __call__(self, request: Request) -> SignedIn:
        """The one who asks; NotSignedInError for nobody, ForbiddenError without any of the permissions."""
        signed = signed_of(request)
        if not signed.permissions.intersection(self.permissions):
            refuse_without(signed, self.permissions[0])
        return signed


def opens(*permissions: Permission) -> Any:
    """The signed-in viewer, for a page that asks for a permission; with several, for any one of them."""
    return Depends(Opens(permissions))


class PageRoute(APIRoute):
    """A route that answers with a page, also when it refuses; nobody makes it read a form of another site.

    Its name says the file that it stands in, so that no page has the name of another or of an operation of the API.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **facts: Any) -> None:
        room = endpoint.__module__.rpartition(".")[2]
        super().__init__(path, endpoint, **facts | {"name": f"{room}.{endpoint.__name__}"})

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the guards that the route names."""
        handler = super().get_route_handler()
        guards = [each.call for each in self.dependant.dependencies if isinstance(each.call, Opens)]

        async def guarded(request: Request) -> Response:
            try:
                refuse_other_sites(request)
                for guard in guards:
                    await run_in_threadpool(guard, request)
                return await handler(request)
            except NotSignedInError:
                return to_sign_in(request)
            except MatchingError as refusal:
                request.state.refusal = refusal
                return refused(request, refusal)
            except RequestValidationError:
                return refused(request, InvalidInputError("Cette adresse ou ce formulaire n'est pas complet."))

        return guarded


def refuse_other_sites(request: Request) -> None:
    """ForbiddenError for a change that was not sent from a page of this very site (CSRF).

    Browsers say where a form comes from, in Sec-Fetch-Site or in Origin; one that says neither is refused.
    """
    if request.method in _CHANGES_NOTHING:
        return
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        if fetched == "same-origin":
            return
    elif (origin := request.headers.get("Origin")) and urlsplit(origin).netloc == request.headers.get("Host"):
        return
    raise ForbiddenError("Ce formulaire ne vient pas d'une page de ce service ; rouvrir la page et recommencer.")
