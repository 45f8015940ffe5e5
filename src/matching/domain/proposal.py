"""A proposal: one option for one person out of one recommendation; its life is a list of steps that only grows."""

from typing import Annotated, Literal

from pydantic import Field

from matching.domain.decision import Decision, PayerDecision, PayerRequest, PersonAnswer
from matching.domain.participation import Closing, End, ProviderMove, Start
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import ProposalStatus
from matching.domain.word import Identifier, Name, Word, about

AnyStep = Annotated[
    Decision | PersonAnswer | PayerRequest | PayerDecision | ProviderMove | Start | End | Closing,
    Field(discriminator="step"),
]


class Proposal(Word):
    """One version of a proposal: what it is about, where it stands, and the step that led there."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    recommendation: Annotated[Identifier, about("Slate it was shown on.", "r-01J")]
    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    kind: Annotated[OpportunityKind, about("Kind of option.", "measure")]
    title: Annotated[Name, about("Title, as shown.", "Atelier vélo")]
    code: Annotated[MeasureCode | None, about("Code of the measure or place.", "vd_mip")] = None
    provider_id: Annotated[
        Identifier | None, about("Provider, whose participant the person may become.", "atelier-velo")
    ] = None
    mandate_only: Annotated[
        tuple[Literal["posting", "employer"], ...],
        about("What of it only the employment service might see when it was shown.", ["posting"]),
    ] = ()
    status: Annotated[ProposalStatus, about("Where it stands.", "accepted")]
    step: Annotated[
        AnyStep | None,
        about(
            "The step that led there; absent: not available to whoever asks.",
            {"step": "closing", "state": "withdrawn", "author": "demo", "at": "2026-11-21T08:05:00+01:00"},
        ),
    ]
