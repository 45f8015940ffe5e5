"""What a route is given besides who asks: the service, the moment, the language of its sentences."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Header, Path, Request

from matching.bootstrap import Service
from matching.domain.profile import PERSON_ID_PATTERN
from matching.domain.word import IDENTIFIER_PATTERN
from matching.messages.say import DEFAULT, LANGUAGES


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _moment(request: Request) -> datetime:
    at: datetime = request.app.state.clock()
    return at


def language_of(accepted: str) -> str:
    """The language of ours that a reader likes best, by the weights of Accept-Language; French where none is."""
    liked: list[tuple[float, int, str]] = []
    for place, item in enumerate(accepted.split(",")):
        name, _, rest = item.strip().partition(";")
        code = name.strip().casefold().partition("-")[0]
        _, _, weight = rest.replace(" ", "").partition("q=")
        try:
            liked.append((-float(weight or 1), place, DEFAULT if code == "*" else code))
        except ValueError:
            continue
    return next((code for weight, _, code in sorted(liked) if weight < 0 and code in LANGUAGES), DEFAULT)


def _language(
    accept_language: Annotated[
        str | None, Header(description="Language of the sentences: fr, de, it or en.", examples=["de-CH, fr;q=0.8"])
    ] = None,
) -> str:
    return language_of(accept_language or "")


TheService = Annotated[Service, Depends(_service)]
At = Annotated[datetime, Depends(_moment)]
Lang = Annotated[str, Depends(_language)]

_ID = {"min_length": 1, "max_length": 160, "pattern": IDENTIFIER_PATTERN}
_PERSON_ID = _ID | {"pattern": PERSON_ID_PATTERN}
ProfileId = Annotated[str, Path(description="Person.", examples=["p-0001"], **_PERSON_ID)]
OpportunityId = Annotated[str, Path(description="Option.", examples=["own:mip-atelier-velo"], **_ID)]
EntryId = Annotated[str, Path(description="What was written down.", examples=["guarantees-1f2e"], **_ID)]
RecommendationId = Annotated[str, Path(description="Recommendation.", examples=["r-01J"], **_ID)]
