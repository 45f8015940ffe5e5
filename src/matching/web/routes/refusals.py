"""The person's no to an option, noted with its reason; and an option that rests, brought back because they ask."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response

from matching.domain.permission import Permission
from matching.domain.vocabulary.reasons import RejectReason
from matching.entrance.asked import At, ProfileId, TheService
from matching.errors import InvalidInputError
from matching.storage.idempotency import IdempotencyKey
from matching.use_cases.sign_in.signed_in import SignedIn
from matching.web.guard import PageRoute, opens
from matching.web.pages import go, own_path, page, sentence_of
from matching.web.reasons import OWN_REASONS
from matching.web.typed import day_of, words_of

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_Noting = Annotated[SignedIn, opens(Permission.RECORD_VOICE)]
_Option = Annotated[str, Form(min_length=1, max_length=160)]
_Once = Annotated[str, Form(min_length=1, max_length=64)]
_Back = Annotated[str, Form(max_length=2_000)]


@router.post("/files/{profile}/refusals")
def refuse(
    request: Request,
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Noting,
    opportunity: _Option,
    reason: Annotated[RejectReason, Form()],
    once: _Once,
    words: Annotated[str, Form(max_length=20_000)] = "",
    until: Annotated[str, Form(max_length=10)] = "",
    back: _Back = "",
) -> Response:
    """Note the person's no; refused, the form comes back with what was typed."""
    typed = {"opportunity": opportunity, "reason": reason.value, "words": words, "until": until}
    try:
        service.refuse_option(
            profile,
            opportunity,
            reason=reason,
            viewer=signed.viewer,
            at=at,
            words=words_of(words),
            until=day_of(until),
            once=IdempotencyKey.of(once, {"profile": profile} | typed),
        )
    except InvalidInputError as refusal:
        option = service.show_option(opportunity, viewer=signed.viewer, at=at)
        return page(
            request,
            "refusal.html",
            status=refusal.status,
            profile=profile,
            options=((opportunity, option.title),),
            typed=typed | {"sentence": sentence_of(request, refusal)},
            back=back,
            own_reasons=OWN_REASONS,
        )
    return _back(back, profile)


@router.post("/files/{profile}/refusals/end")
def lift(
    profile: ProfileId,
    service: TheService,
    at: At,
    signed: _Noting,
    opportunity: _Option,
    once: _Once,
    back: _Back = "",
) -> Response:
    """The person asks for an option that rests: it stands again."""
    key = IdempotencyKey.of(once, {"profile": profile, "lift": opportunity})
    service.lift_refusal(profile, opportunity, viewer=signed.viewer, at=at, once=key)
    return _back(back, profile)


def _back(back: str, profile: str) -> Response:
    """To where the form stood; without the old list, which would still show what has changed."""
    return go(own_path(back) or f"/files/{quote(profile)}")
