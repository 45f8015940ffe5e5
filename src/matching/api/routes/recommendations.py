"""Recommendations: made, and read again as they were shown."""

from typing import Annotated

from fastapi import APIRouter

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.sought import FARTHEST_KM
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Identifier, Word, about
from matching.entrance.asked import At, Lang, RecommendationId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["recommendations"])


class ToRecommend(Word):
    """For whom, and what."""

    profile: Annotated[Identifier | Profile, about("A person's id, or a profile handed over.", "p-0001")]
    kinds: Annotated[tuple[OpportunityKind, ...], about("Kinds of option.", ["vacancy", "measure"], min_length=1)] = (
        tuple(OpportunityKind)
    )
    within_km: Annotated[
        int | None, about("At most so far from home; what is not known stays.", 20, ge=1, le=FARTHEST_KM)
    ] = None
    certain: Annotated[bool, about("Only options whose every condition is met.", False)] = False
    limit: Annotated[int, about("Options at most.", 10, ge=1, le=100)] = 10
    start: Annotated[int, about("Place of the first, in a list that is not ranked.", 1, ge=1, le=1_000_000)] = 1


@router.post("/recommendations")
def make_recommendation(
    wanted: Annotated[ToRecommend, Strict()],
    service: TheService,
    at: At,
    lang: Lang,
    signed: Annotated[SignedIn, requires(Permission.RECOMMEND)],
) -> Recommendation:
    """Options for one person, ranked and explained; of a person of the store a copy is kept before it leaves."""
    return service.recommend(
        wanted.profile,
        viewer=signed.viewer,
        at=at,
        kinds=wanted.kinds,
        limit=wanted.limit,
        start=wanted.start,
        lang=lang,
        within_km=wanted.within_km,
        certain=wanted.certain,
    )


@router.get("/recommendations/{recommendation}")
def read_recommendation(
    recommendation: RecommendationId,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, requires(Permission.RECOMMEND)],
) -> Recommendation:
    """A recommendation as it was shown, masked anew for whoever reads it."""
    return service.shown_again(recommendation, viewer=signed.viewer, at=at)
