"""Why an option is not proposed to somebody, looked for by words; and which measures would open what."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.entrance.asked import At, ProfileId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import language, page
from matching.web.reasons import OWN_REASONS

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Reading = Annotated[SignedIn, opens(Permission.RECOMMEND)]
_HITS = 12


@router.get("/files/{profile}/why-not")
def why_not_page(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Reading,
    q: Annotated[str, Query(max_length=200)] = "",
    option: Annotated[str | None, Query(alias="o", max_length=160)] = None,
) -> Response:
    """The search, what it found, and where one option stands; one that is not there is one sentence."""
    told: dict[str, Any] = {"viewer": signed.viewer, "at": at}
    found = service.find_options(profile, q, limit=_HITS, **told) if q.strip() else []
    answer = service.why_not(profile, option, lang=language(request), **told) if option else None
    if answer is None and not found:
        service.show_profile(profile, **told)  # a file that is not theirs has no page either
    return page(
        request,
        "why_not.html",
        profile=profile,
        q=q.strip(),
        options=found,
        kinds={kind.value: kind for kind in OpportunityKind},
        answer=answer,
        rest=service.rest_of(profile, option, **told) if option else None,
        may_note=Permission.RECORD_VOICE in signed.permissions,
        own_reasons=OWN_REASONS,
    )


@router.get("/files/{profile}/pathways")
def pathways_page(request: Request, profile: ProfileId, service: TheService, at: At, signed: _Reading) -> Response:
    """Which measures would open what for the person."""
    found = service.pathways(profile, viewer=signed.viewer, at=at, lang=language(request))
    return page(request, "pathways.html", profile=profile, found=found)
