"""What was shown, proposed and decided for one person, why and by whom."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from matching.bootstrap import Service
from matching.domain.offered_reasons import offered
from matching.domain.outcome import HORIZONS
from matching.domain.permission import Permission
from matching.domain.vocabulary.process import OutcomeKind, ProposalStatus
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.entrance.asked import At, ProfileId, TheService
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import page
from matching.web.routes.person import anchor
from matching.web.steps import PROVIDER_SAYS, forms_of, goes_on, may_decide_again, told

router = APIRouter(route_class=PageRoute, include_in_schema=False)

SLATES = 10


@router.get("/files/{profile}/history")
def history_page(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: Annotated[SignedIn, opens(Permission.READ_PROFILES)],
    skip: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> Response:
    """The history; `skip` leafs through the lists that were shown."""
    return history_of(request, service, signed, at, profile, skip=skip)


def history_of(
    request: Request,
    service: Service,
    signed: SignedIn,
    at: datetime,
    profile: str,
    *,
    skip: int = 0,
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """The page; `typed` is what a step was sent with when it was refused, and the sentence that says why."""
    followed = service.follow(profile, viewer=signed.viewer, at=at)
    slates = service.shown(profile, viewer=signed.viewer, at=at, most=SLATES, after=skip)
    titles = {one.now.word.opportunity: one.now.word.title for one in followed}
    for slate in slates:
        titles |= {card.opportunity: card.title for card in slate.cards}
        titles |= {rest.opportunity: rest.title for rest in slate.resting}
    return page(
        request,
        "history.html",
        status=status,
        profile=profile,
        groups={
            "open": [one for one in followed if goes_on(one)],
            "closed": [one for one in followed if not goes_on(one)],
        },
        slates=slates,
        refusals=sorted(service.refusals(profile, viewer=signed.viewer, at=at), key=lambda no: no.at, reverse=True),
        outside_options=service.outside_options(profile, viewer=signed.viewer, at=at),
        titles=titles,
        decided_of=Counter(one.now.word.recommendation for one in followed),
        skip=skip,
        page_size=SLATES,
        typed=typed,
        told=told,
        forms_of=forms_of,
        may_decide_again=may_decide_again,
        anchor=anchor,
        offered=offered,
        reason_steps=ReasonStep,
        provider_says=PROVIDER_SAYS,
        states=ProposalStatus,
        outcome_kinds=tuple(OutcomeKind),
        horizons=HORIZONS,
    )
