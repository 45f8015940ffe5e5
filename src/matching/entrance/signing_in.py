"""Who asks, read from a request: a program by the token it sends, a browser by the session of its cookie."""

from datetime import datetime

from fastapi import Request

from matching.bootstrap import Service
from matching.entrance.cookies import session_token
from matching.identity.tokens import API_TOKEN_PREFIX
from matching.use_cases.sign_in.signed_in import SignedIn


def signed_in(request: Request) -> SignedIn | None:
    """The account behind the token or the session of a request; NotSignedInError for one that is no longer valid.

    A token that is sent counts, and no cookie besides; a token in a cookie is none, a session that is sent neither.
    """
    service: Service = request.app.state.service
    at: datetime = request.app.state.clock()
    sent = request.headers.get("Authorization")
    if sent is not None:
        scheme, _, token = sent.partition(" ")
        if scheme.casefold() != "bearer" or not token.startswith(API_TOKEN_PREFIX):
            return None
        return service.who_is_by_token(token.strip(), at=at)
    session = session_token(request)
    return None if session is None else service.who_is(session, at=at)
