"""Who may take something out, for whom and for what: by the role of whoever asks, denied where nothing is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.receivers import PURPOSES, LeavingPurpose, Receiver
from matching.errors import ForbiddenError, InvalidInputError

_OF_AN_OFFICE = frozenset({Receiver.UNIT, Receiver.CASE_SYSTEM, Receiver.PERSON})

MAY_TAKE: Mapping[Role, frozenset[Receiver]] = MappingProxyType(
    {
        Role.COUNSELLOR: _OF_AN_OFFICE,
        Role.SOCIAL_WORKER: _OF_AN_OFFICE,
        Role.LOCAL: _OF_AN_OFFICE,
        Role.PAYER: frozenset({Receiver.PAYER}),
        Role.PROVIDER: frozenset(),
        Role.PROGRAMME_MANAGER: frozenset({Receiver.STATISTICS}),
        Role.DATA_SCIENTIST: frozenset(),  # learning reads the log where it lies
        Role.ADMINISTRATOR: frozenset(),
        Role.AUDITOR: frozenset(),  # the audit is read where it lies
    }
)
"""Offices involved, providers and employers get nothing in bulk: a dossier, or their own account, with consent."""


@dataclass(frozen=True)
class Taking:
    """Who takes something out for whom, when, of what since when, and of one person alone or of all they may see."""

    viewer: Viewer
    receiver: Receiver
    at: datetime
    since: datetime | None = None
    profile: str | None = None

    @property
    def seen_by(self) -> Viewer:
        """Whose eyes count: a mandate is for work in the unit, and passes to nobody else."""
        return self.viewer if self.receiver is Receiver.UNIT else self.viewer.model_copy(update={"mandates": ()})

    def is_new(self, moment: datetime) -> bool:
        """Whether something of that moment is to be told."""
        return self.since is None or moment >= self.since


def refuse_receiver(viewer: Viewer, receiver: Receiver, purpose: LeavingPurpose) -> None:
    """ForbiddenError for a receiver whom the viewer takes nothing out for, InvalidInputError for a wrong purpose."""
    if receiver not in MAY_TAKE[viewer.role]:
        allowed = ", ".join(one.value for one in Receiver if one in MAY_TAKE[viewer.role]) or "aucun"
        raise ForbiddenError(
            f"Le rôle « {viewer.role.fr} » ne peut rien sortir pour {receiver.fr} ; destinataires permis : {allowed}."
        )
    if purpose not in PURPOSES[receiver]:
        allowed = ", ".join(sorted(PURPOSES[receiver]))
        raise InvalidInputError(
            f"Rien ne sort pour {receiver.fr} dans le but « {purpose.fr} » ; but permis : {allowed}."
        )
