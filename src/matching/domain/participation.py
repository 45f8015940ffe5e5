"""What becomes of a proposal at the provider's: asked, invited, admitted or refused; begun, ended, or closed before."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.decision import Step
from matching.domain.vocabulary.process import ProposalStatus
from matching.domain.vocabulary.step_reasons import DropoutReason, ProviderRefusal
from matching.domain.word import Identifier, Text, about

ProviderState = Literal["requested", "waiting_list", "invited", "admitted", "provider_refused"]


_STATE = {status.value: status for status in ProposalStatus}


class ProviderMove(Step):
    """The provider is asked, or says where the person stands with them."""

    step: Annotated[Literal["provider"], about("Kind of step.", "provider")] = "provider"
    state: Annotated[ProviderState, about("Where it stands now.", "invited")]
    reason: Annotated[ProviderRefusal | None, about("Why refused.", "no_position")] = None
    on: Annotated[date | None, about("Day of the interview or of the entry.", "2026-12-01")] = None
    sendable_text: Annotated[
        Text | None, about("What may be sent to the person as it stands.", "Nous n'avons plus de place avant mars.")
    ] = None

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return _STATE[self.state]


class Start(Step):
    """The person began, or did not come. A fact to talk about; nothing follows from it here."""

    step: Annotated[Literal["start"], about("Kind of step.", "start")] = "start"
    came: Annotated[bool, about("The person came.", True)]
    on: Annotated[date, about("First day.", "2026-12-07")]
    guarantee: Annotated[Identifier | None, about("Guarantee it began under.", "guarantees-01J")] = None

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return ProposalStatus.STARTED if self.came else ProposalStatus.NO_SHOW


class End(Step):
    """The planned end was reached, or the person left before; finding a job is a success."""

    step: Annotated[Literal["end"], about("Kind of step.", "end")] = "end"
    completed: Annotated[bool, about("The planned end was reached.", False)]
    on: Annotated[date, about("Last day.", "2027-02-26")]
    reason: Annotated[DropoutReason | None, about("Why it was left early.", "found_job")] = None

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return ProposalStatus.COMPLETED if self.completed else ProposalStatus.DROPPED_OUT


class Closing(Step):
    """Closed before its start: withdrawn by whoever accompanies, or out of date."""

    step: Annotated[Literal["closing"], about("Kind of step.", "closing")] = "closing"
    state: Annotated[Literal["withdrawn", "expired"], about("How it was closed.", "withdrawn")]

    @property
    def leads_to(self) -> ProposalStatus:
        """The state after it."""
        return _STATE[self.state]
