"""A proposal as one reader may know it: the office, the payer it was put to, the provider whose participant it makes.

A payer reads its own request and its answer, a provider what happened with it. That the person, the counsellor or
another payer said no is told to neither: to them it was withdrawn.
"""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from matching.domain.decision import Decision, PayerDecision, PayerRequest, PersonAnswer
from matching.domain.participation import End, ProviderMove, Start
from matching.domain.profile import Profile
from matching.domain.proposal import AnyStep, Proposal
from matching.domain.proposal_states import OF_THE_PARTICIPANT, OF_THE_PROVIDER
from matching.domain.telling import INSTITUTION_CATEGORIES, MEASURE_CATEGORIES, NOTHING, TELLING_REASONS
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ProposalStatus, Role
from matching.storage.ledger import Entry
from matching.visibility.options import is_pes_staff

_CLOSED = frozenset({ProposalStatus.CLIENT_DECLINED, ProposalStatus.WITHDRAWN, ProposalStatus.EXPIRED})

Steps = tuple[Entry[Proposal], ...]


class Seat(StrEnum):
    """Where a reader sits."""

    OFFICE = "office"
    PAYER = "payer"
    PROVIDER = "provider"


def seat_of(viewer: Viewer) -> Seat:
    """By the role: everybody who is neither payer nor provider reads through the files of their units."""
    return {Role.PAYER: Seat.PAYER, Role.PROVIDER: Seat.PROVIDER}.get(viewer.role, Seat.OFFICE)


def may_know(proposal: Proposal, steps: Steps, person: Profile, viewer: Viewer, at: datetime) -> bool:
    """Whether it exists for an office that sees the redacted `person`.

    A posting of the head start is for the employment service; a measure that tells of an insurance whose data are
    withheld is for whoever took a step in it.
    """
    if "posting" in proposal.mandate_only and not is_pes_staff(viewer, at):
        return False
    tells = MEASURE_CATEGORIES[proposal.code] if proposal.code else NOTHING
    return not tells & set(person.withheld) or any(entry.author == viewer.account for entry in steps)


def asked_payers(steps: Steps) -> list[Institution]:
    """The institutions that were asked to pay, the last one last."""
    requests = [entry.word.step for entry in steps if isinstance(entry.word.step, PayerRequest)]
    return [request.institution for request in requests if request.institution]


def is_participant_of(proposal: Proposal, steps: Steps, viewer: Viewer) -> bool:
    """Whether the viewer is the provider that was asked; the units of its account name providers of the catalogue."""
    asked = any(isinstance(entry.word.step, ProviderMove) for entry in steps)
    return asked and proposal.provider_id is not None and proposal.provider_id in (viewer.units or ())


def told_status(steps: Steps, viewer: Viewer) -> ProposalStatus:
    """The state as this reader may know it."""
    now = steps[-1].word.status
    if seat_of(viewer) is not Seat.OFFICE and now in _CLOSED:
        return ProposalStatus.WITHDRAWN
    return _own(steps, viewer)[-1].word.status


def told(entry: Entry[Proposal], steps: Steps, viewer: Viewer, person: Profile | None, at: datetime) -> Entry[Proposal]:
    """One version of a proposal as this reader may read it; `steps` are all up to then, itself included."""
    word = entry.word
    if seat_of(viewer) is not Seat.OFFICE:
        last = _own(steps, viewer)[-1]
        shown = {"status": told_status(steps, viewer), "mandate_only": ()}
        return replace(last, version=entry.version, word=last.word.model_copy(update=shown))
    changes: dict[str, object] = {}
    if "employer" in word.mandate_only and not is_pes_staff(viewer, at):
        changes |= {"provider_id": None}
    if person is not None and word.step is not None:
        changes |= {"step": _without_telling(word.step, person, viewer)}
    return replace(entry, word=word.model_copy(update=changes))


def told_history(steps: Steps, viewer: Viewer, person: Profile | None, at: datetime) -> list[Entry[Proposal]]:
    """The steps that this reader may know of, oldest first."""
    known = {entry.version for entry in _own(steps, viewer)}
    return [
        told(entry, steps[: place + 1], viewer, person, at)
        for place, entry in enumerate(steps)
        if entry.version in known
    ]


def _own(steps: Steps, viewer: Viewer) -> list[Entry[Proposal]]:
    """The steps of the reader's own side."""
    seat = seat_of(viewer)
    return [entry for entry in steps if seat is Seat.OFFICE or _is_for(entry.word, seat, viewer)]


def _is_for(word: Proposal, seat: Seat, viewer: Viewer) -> bool:
    if seat is Seat.PAYER:
        step = word.step
        return isinstance(step, PayerRequest | PayerDecision) and step.institution is viewer.institution
    return word.status in OF_THE_PROVIDER | OF_THE_PARTICIPANT


def _without_telling(step: AnyStep, person: Profile, viewer: Viewer) -> AnyStep:
    """The step without reasons, words and institutions that would tell what is withheld from an office.

    All reasons, not the telling ones alone: one that is missing would tell which it is.
    """
    hidden = set(person.withheld)
    hides_reasons = bool(hidden & set(TELLING_REASONS.values()))
    changes: dict[str, object] = {}
    match step:
        case Decision() if hides_reasons:
            changes = {"reject_reasons": (), "accept_reasons": (), "rule": None, "text": None, "until": None}
        case PersonAnswer() if hides_reasons:
            changes = {"reasons": (), "text": None, "until": None}
        case ProviderMove() if hides_reasons:
            changes = {"reason": None, "text": None, "sendable_text": None}
        case End() if hidden:
            changes = {"reason": None, "text": None}
        case Start() if hidden:
            changes = {"guarantee": None}
        case PayerRequest() | PayerDecision():
            payer = step.institution
            if payer is not viewer.institution and payer and INSTITUTION_CATEGORIES[payer] & hidden:
                changes = {"institution": None, "text": None}
    return step.model_copy(update=changes)
