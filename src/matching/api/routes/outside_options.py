"""Options that the catalogue does not have: proposed to a person in words, withdrawn by a later word."""

from typing import Annotated

from fastapi import APIRouter, Path

from matching.api.bodies import Strict
from matching.api.once import Once
from matching.api.who import GuardedRoute, requires
from matching.domain.permission import Permission
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.domain.word import IDENTIFIER_PATTERN, Name, Text, Word, about
from matching.entrance.asked import At, ProfileId, TheService
from matching.use_cases.kept.proposed_outside import ProposedOutside
from matching.use_cases.sign_in.signed_in import SignedIn

router = APIRouter(route_class=GuardedRoute, tags=["outside options"])

_Reading = Annotated[SignedIn, requires(Permission.READ_PROFILES)]
_Keeping = Annotated[SignedIn, requires(Permission.KEEP_OPTIONS)]
_OutsideId = Annotated[
    str,
    Path(
        description="What was proposed.",
        examples=["outside_options-1f2e"],
        min_length=1,
        max_length=160,
        pattern=IDENTIFIER_PATTERN,
    ),
]


class OutsideSaid(Word):
    """What is proposed beside the catalogue."""

    kind: Annotated[OpportunityKind, about("What it is.", "measure")]
    title: Annotated[Name, about("Short title.", "Atelier de réparation de vélos")]
    offered_by: Annotated[Name, about("Who offers it.", "Association du quartier")]
    need: Annotated[Barrier, about("Need that it answers.", "mobility")]
    payer: Annotated[Payer | None, about("Who would pay; absent is unknown.", "as_commune")] = None
    words: Annotated[Text | None, about("Note, in words.", "Une place dès janvier")] = None


@router.get("/profiles/{profile}/outside-options")
def list_outside_options(
    profile: ProfileId, service: TheService, at: At, signed: _Reading
) -> tuple[ProposedOutside, ...]:
    """What was proposed to a person beside the catalogue, the latest first, what was withdrawn too."""
    return service.outside_options(profile, viewer=signed.viewer, at=at)


@router.post("/profiles/{profile}/outside-options", status_code=201)
def propose_outside_option(
    profile: ProfileId,
    sent: Annotated[OutsideSaid, Strict()],
    service: TheService,
    at: At,
    signed: _Keeping,
    once: Once,
) -> ProposedOutside:
    """Write down a proposal; it is never ranked, and counts in what the catalogue lacks by need and kind alone."""
    said = {name: getattr(sent, name) for name in OutsideSaid.model_fields}
    return service.propose_outside(profile, **said, viewer=signed.viewer, at=at, once=once.of(sent))


@router.post("/profiles/{profile}/outside-options/{outside}/withdrawal")
def withdraw_outside_option(
    profile: ProfileId, outside: _OutsideId, service: TheService, at: At, signed: _Keeping
) -> ProposedOutside:
    """Withdraw it: it stays in the history and counts no more."""
    return service.withdraw_outside(profile, outside, viewer=signed.viewer, at=at)
