"""What measures would open for one person."""

from typing import Annotated

from fastapi import APIRouter

from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.entrance.asked import At, Lang, ProfileId, TheService
from matching.use_cases.pathways.answer import Pathways
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["profiles"])


@router.get("/profiles/{profile}/pathways")
def pathways(
    profile: ProfileId,
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.RECOMMEND)],
) -> Pathways:
    """Which measures would open what for one person, alone or two in a row: each count from running the rules again."""
    return service.pathways(profile, viewer=signed.viewer, at=at, lang=lang)
