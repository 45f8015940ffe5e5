"""Coming in and going out, the language of the pages, and where one begins."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import SecretStr

from matching.entrance.asked import At, TheService
from matching.entrance.cookies import forget_session, keep_session, session_token
from matching.entrance.signed import signed_of
from matching.errors import MatchingError, NotFoundError, NotSignedInError
from matching.messages.say import LANGUAGES
from matching.web.guard import PageRoute
from matching.web.navigation import first_place
from matching.web.pages import LANGUAGE_COOKIE, go, own_path, page, sentence_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Next = Annotated[str, Query(alias="next", max_length=2_000)]
_YEAR_S = 365 * 24 * 3600


@router.get("/")
def begin(request: Request) -> Response:
    """To where somebody begins, by what they may do."""
    return go(first_place(signed_of(request).permissions))


@router.get("/signin")
def sign_in_page(request: Request, next_: _Next = "/") -> Response:
    """The form to sign in; `next` is the page to come back to."""
    return page(request, "signin.html", back=own_path(next_) or "/", account="", sentence=None)


@router.post("/signin")
def sign_in(
    request: Request,
    service: TheService,
    at: At,
    account: Annotated[str, Form(max_length=160)] = "",
    password: Annotated[str, Form(max_length=1_000)] = "",
    back: Annotated[str, Form(max_length=2_000)] = "/",
) -> Response:
    """Begin a session and go on; what was typed stays, but for the password."""
    request.app.state.rates.count_sign_in(request.client.host if request.client else "unknown")
    try:
        begun = service.sign_in(account.strip(), SecretStr(password), at=at, replaces=session_token(request))
    except MatchingError as refusal:
        typed = {"back": own_path(back) or "/", "account": account, "sentence": sentence_of(request, refusal)}
        return page(request, "signin.html", status=refusal.status, **typed)
    answer = go(own_path(back) or "/")
    keep_session(request, answer, begun.token)
    return answer


@router.post("/signout")
def sign_out(request: Request, service: TheService, at: At) -> Response:
    """End the session here, whatever the browser keeps."""
    token = session_token(request)
    answer = go("/signin")
    if token is not None:
        with suppress(NotSignedInError):
            service.sign_out(token, at=at)
    forget_session(request, answer)
    return answer


@router.get("/language")
def choose_language(
    request: Request, lang: Annotated[str, Query(max_length=5)], back: Annotated[str, Query(max_length=2_000)] = "/"
) -> Response:
    """Keep a language for this browser and go back; NotFoundError for one that we do not speak."""
    if lang not in LANGUAGES:
        raise NotFoundError(
            "Les pages ne parlent pas « {lang} » ; langues : {languages}.", lang=lang, languages=LANGUAGES
        )
    answer = go(own_path(back) or "/")
    secure = request.url.scheme == "https"
    answer.set_cookie(LANGUAGE_COOKIE, lang, max_age=_YEAR_S, path="/", httponly=True, samesite="lax", secure=secure)
    return answer
