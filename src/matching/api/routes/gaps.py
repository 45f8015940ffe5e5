"""What the catalogue lacks, in counts: no person, no count of fewer than five."""

from typing import Annotated

from fastapi import APIRouter, Query

from matching.api.who import GuardedRoute, requires
from matching.domain.gap import Gaps
from matching.domain.permission import Permission
from matching.domain.vocabulary.gaps import GapDimension
from matching.entrance.asked import At, Lang, TheService
from matching.use_cases.gaps.gaps import BY, MOST
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["gaps"])

_By = Annotated[list[GapDimension], Query(description="Dimensions to count by.", examples=[["need", "district"]])]
_Many = Annotated[int, Query(description="How many to look for and run again; 0: none.", ge=0, le=MOST)]


@router.get("/gaps")
def read_gaps(
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.READ_GAPS)],
    by: _By = list(BY),  # noqa: B006 - read, never written
    offers: _Many = 3,
    criteria: _Many = 3,
) -> Gaps:
    """Weighty needs by what became of them, the rules that exclude most, the new offers that would reach most."""
    return service.gaps(viewer=signed.viewer, at=at, by=by, offers=offers, criteria=criteria, lang=lang)
