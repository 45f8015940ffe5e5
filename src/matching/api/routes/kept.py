"""What a counsellor keeps at hand for a person: pins, and the office's own blocks."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter

from matching.api.bodies import Strict
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Refusal
from matching.domain.word import Identifier, Text, Word, about
from matching.entrance.asked import At, Lang, OpportunityId, ProfileId, TheService
from matching.use_cases.kept.pinned import Pinned
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["kept"])

_Reading = Annotated[SignedIn, requires(Permission.READ_PROFILES)]
_Keeping = Annotated[SignedIn, requires(Permission.KEEP_OPTIONS)]


class PinSaid(Word):
    """Why an option is pinned, if that is said."""

    words: Annotated[Text | None, about("Why, in words.", "Quand le permis est là")] = None


class BlockSaid(Word):
    """The office's own no to an option for a person, to a day."""

    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    reason: Annotated[RejectReason, about("Why.", "needs_more_support_first")]
    until: Annotated[date, about("Last day of rest, within a year.", "2027-01-22")]
    words: Annotated[Text | None, about("In words; asked for with the reason `other`.", "Après le bilan")] = None


@router.get("/profiles/{profile}/pins")
def list_pins(profile: ProfileId, service: TheService, at: At, lang: Lang, signed: _Reading) -> tuple[Pinned, ...]:
    """What is pinned for a person, each with its present state by the rules."""
    return service.pins(profile, viewer=signed.viewer, at=at, lang=lang)


@router.put("/profiles/{profile}/pins/{opportunity:path}")
def pin_option(
    profile: ProfileId,
    opportunity: OpportunityId,
    sent: Annotated[PinSaid, Strict()],
    service: TheService,
    at: At,
    lang: Lang,
    signed: _Keeping,
) -> Pinned:
    """Keep an option at hand; sent twice it is one pin. It moves no rank and no score."""
    return service.pin_option(profile, opportunity, words=sent.words, viewer=signed.viewer, at=at, lang=lang)


@router.delete("/profiles/{profile}/pins/{opportunity:path}", status_code=204)
def unpin_option(profile: ProfileId, opportunity: OpportunityId, service: TheService, at: At, signed: _Keeping) -> None:
    """Take a pinned option off."""
    service.unpin_option(profile, opportunity, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/blocks", status_code=201)
def block_option(
    profile: ProfileId, sent: Annotated[BlockSaid, Strict()], service: TheService, at: At, signed: _Keeping
) -> Refusal:
    """Let an option rest for a person by the office's own word; it stands among the refusals, said by a counsellor."""
    return service.block_option(
        profile,
        sent.opportunity,
        reason=sent.reason,
        until=sent.until,
        words=sent.words,
        viewer=signed.viewer,
        at=at,
    )


@router.delete("/profiles/{profile}/blocks/{opportunity:path}", status_code=204)
def lift_block(profile: ProfileId, opportunity: OpportunityId, service: TheService, at: At, signed: _Keeping) -> None:
    """Bring back what rests for the office's no; what the person refused stays at rest."""
    service.lift_block(profile, opportunity, viewer=signed.viewer, at=at)
