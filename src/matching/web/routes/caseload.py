"""One's own files, those first that need something: what ends soon, who waits, and answers due to employers."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from matching.domain.permission import Permission
from matching.entrance.asked import At, TheService
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.attention import attention_of
from matching.web.guard import PageRoute, opens
from matching.web.pages import page
from matching.working_days.swiss_time import swiss_day

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/files")
def caseload(
    request: Request, service: TheService, at: At, signed: Annotated[SignedIn, opens(Permission.READ_PROFILES)]
) -> Response:
    """The caseload."""
    found = service.portfolio(viewer=signed.viewer, at=at)
    alerts = service.search_alerts(viewer=signed.viewer, at=at)
    files = attention_of(found, alerts, swiss_day(at))
    answers = service.postings_due(viewer=signed.viewer, at=at) if Permission.SHORTLIST in signed.permissions else []
    return page(request, "caseload.html", found=found, files=files, answers=answers)
