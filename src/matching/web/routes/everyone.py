"""Pages for everybody, signed in or not: how options are sorted, the words, the keys; and the parts of every page."""

from fastapi import APIRouter, Request, Response

from matching.web.glossary import WORDS
from matching.web.guard import PageRoute
from matching.web.pages import page

router = APIRouter(route_class=PageRoute, include_in_schema=False)

KEYS = ("j", "k", "a", "r", "d", "?")


@router.get("/about")
def about(request: Request) -> Response:
    """How options are sorted, in plain words."""
    return page(request, "about.html")


@router.get("/glossary")
def glossary(request: Request) -> Response:
    """The words of the pages."""
    return page(request, "glossary.html", words=WORDS)


@router.get("/keys")
def keys(request: Request) -> Response:
    """What the keyboard does."""
    return page(request, "keys.html", keys=KEYS)


@router.get("/styleguide")
def styleguide(request: Request) -> Response:
    """Every part that pages are made of, to look at in one place."""
    return page(request, "styleguide.html")
