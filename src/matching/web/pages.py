"""A page out of a template: its words in the reader's language, who reads it, and headers that let nothing else in."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from asgi_correlation_id import correlation_id
from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from matching.domain.vocabulary.closed_list import ClosedList
from matching.entrance.asked import language_of
from matching.entrance.server_places import without_places
from matching.errors import DamagedError, MatchingError
from matching.messages.figures import amount, written
from matching.messages.refusals import refused_in
from matching.messages.say import LANGUAGES, say
from matching.messages.typeset import typeset
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.navigation import places_of
from matching.web.static_files import address_of
from matching.working_days.swiss_time import SWISS_TIME, swiss_day

LANGUAGE_COOKIE = "matching-lang"
_PROBLEMS: Mapping[str, str] = {
    "not-found": "web.problem.nothing_here",
    "method-not-allowed": "web.problem.nothing_here",
    "content-too-large": "web.problem.too_long",
    "too-many-requests": "web.problem.too_many",
    "damaged": "web.problem.unreadable",
    "internal": "web.problem.fault",
}
"""What a page says of a problem, by its slug; of others their own sentence."""

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",  # a form sent too late leads back to its page
}


def page(request: Request, template: str, *, status: int = 200, **facts: Any) -> Response:
    """The page of a template with its facts; `signed` among them, if somebody is."""
    signed: SignedIn | None = getattr(request.state, "signed", None)
    lang = language(request)
    context = {
        "lang": lang,
        "t": partial(say, lang),
        "languages": LANGUAGES,
        "signed": signed,
        "places": places_of(signed.permissions, request.url.path) if signed else (),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "static": address_of,
        "once": lambda: uuid4().hex,
        "degraded": signed is not None and not request.app.state.service.ranks_as_usual,
    }
    return HTMLResponse(rendered(template, **context | facts), status, _HEADERS)


def rendered(template: str, **facts: Any) -> str:
    """The text of a template with its facts."""
    return _templates().get_template(template).render(facts)


def go(path: str) -> Response:
    """On to another page, after something was done."""
    return RedirectResponse(path, 303)


def to_sign_in(request: Request) -> Response:
    """To the page of signing in, and back to where one was: after a form, to the page it stood on."""
    place = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method not in {"GET", "HEAD"}:
        place = own_path(request.headers.get("Referer", "")) or "/"
    return go(f"/signin?next={quote(place, safe='/')}")


def refused(request: Request, refusal: MatchingError) -> Response:
    """The page that says why something is not done."""
    if isinstance(refusal, DamagedError):  # its sentence names files of the server
        return problem_page(request, refusal.status, refusal.slug, "")
    return page(request, "refused.html", status=refusal.status, sentence=sentence_of(request, refusal))


def problem_page(request: Request, status: int, slug: str, sentence: str) -> Response:
    """The page of what no page answered for: by its slug in the reader's language, else the sentence it came with.

    Of a fault the number is told under which it is in the log. It is as whoever is signed out sees it: what went wrong
    may be whatever the head of a page needs.
    """
    request.state.signed = None
    key = _PROBLEMS.get(slug)
    told = say(language(request), key, number=correlation_id.get() or "") if key else sentence
    return page(request, "refused.html", status=status, sentence=told)


def sentence_of(request: Request, refusal: MatchingError | None) -> str:
    """The one sentence of a refusal, in the language of the page; nothing where nothing is refused."""
    return without_places(request, refused_in(language(request), refusal)) if refusal else ""


def own_path(address: str) -> str | None:
    """The path and query of an address, whatever site it names; None for what is no path of a page."""
    _, _, rest = address.partition("://") if "://" in address else ("", "", f"host{address}")
    _, slash, path = rest.partition("/")
    path = slash + path
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else None


def language(request: Request) -> str:
    """The language chosen before, else what the browser likes best."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return chosen if chosen in LANGUAGES else language_of(request.headers.get("Accept-Language", ""))


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("matching.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "day": _day,
        "clock": _clock,
        "label_in": _label_in,
        "points": _points,
        "number": _number,
        "amount": _amount,
        "typeset": typeset,
    }
    return found


def _day(value: date | None) -> str:
    """A day as it is read here; a moment by its Swiss day."""
    if value is None:
        return "–"
    return f"{swiss_day(value) if isinstance(value, datetime) else value:%d.%m.%Y}"


def _clock(value: datetime) -> str:
    return f"{value.astimezone(SWISS_TIME):%d.%m.%Y %H:%M}"


def _label_in(value: ClosedList, lang: str) -> str:
    return value.label(lang)


@pass_context
def _number(context: Context, value: float, spec: str) -> str:
    return written(value, spec, context["lang"])


@pass_context
def _amount(context: Context, value: int) -> str:
    return amount(value, context["lang"])


@pass_context
def _points(context: Context, value: float) -> str:
    """Points with their sign, and nothing without one: a rounded zero is no minus."""
    return written(round(value, 2) + 0.0, "+.2f", context["lang"])
