"""The decision log as the house reads it to count: proposals with all their steps, and their options as told to all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind, SiaeKind
from matching.domain.vocabulary.process import Role
from matching.storage.ledger import Entry
from matching.storage.opportunities import as_last_told
from matching.storage.proposals import PROPOSALS
from matching.use_cases.live import Live
from matching.use_cases.row_for import is_flagged
from matching.visibility.options import disclose, open_to_all

NO_MANDATE = Viewer(account="house", role=Role.PROGRAMME_MANAGER)
"""What is counted is the same for whoever asks: what somebody without any mandate may know of."""

KINDS: Mapping[str, OpportunityKind] = {kind.value: kind for kind in OpportunityKind}

SOCIAL_ENTERPRISE, ORGANISER, FIRM = "social_enterprise", "organiser", "firm"
"""Types of employer beside the French structures, which are told by their own code."""


@dataclass(frozen=True)
class Logged:
    """One proposal with its steps, oldest first; `person` is the house's own number, for counting alone."""

    id: str
    person: str
    steps: tuple[Entry[Proposal], ...]

    @property
    def last(self) -> Proposal:
        """As it stands."""
        return self.steps[-1].word


@dataclass(frozen=True)
class ToldOption:
    """An option as everybody may know it; `employer` is the type of who employs or organises, None unknown."""

    id: str
    title: str
    kind: OpportunityKind
    provider_id: str | None
    provider: str | None
    employer: str | None


def proposals_logged(connection: Connection, until: datetime) -> list[Logged]:
    """Every proposal in the scope of the transaction, with its steps up to an aware moment."""
    entries = PROPOSALS.written_until(connection, until)
    logged = [(id_, tuple(steps)) for id_, steps in groupby(entries, key=lambda entry: entry.id)]
    return [Logged(id_, steps[0].person or "", steps) for id_, steps in logged]


def told_options(
    connection: Connection, live: Live, logged: Iterable[Logged], at: datetime
) -> dict[str, ToldOption | None]:
    """By the id of the proposal, its option as everybody may know it, also once it has left the catalogue.

    None, and no trace in what is counted, for a posting in its head start now or when it was proposed, and for one
    whose employer is flagged; who hides from others than the employment service is not named.
    """
    proposals = {each.id: each.last for each in logged}
    options = {
        option.id: option for option in as_last_told(connection, {one.opportunity for one in proposals.values()})
    }
    shown = open_to_all(live.publication, at)
    known = {id_: _told(option, at) for id_, option in options.items() if _is_open(live, shown, id_, at)}
    return {id_: as_proposed(word, known.get(word.opportunity)) for id_, word in proposals.items()}


def may_be_told(live: Live, opportunity: str, at: datetime) -> bool:
    """Whether everybody may know of an option now, by its id; one that has left the catalogue was known before."""
    return _is_open(live, open_to_all(live.publication, at), opportunity, at)


def _is_open(live: Live, shown: NDArray[np.bool_], id_: str, at: datetime) -> bool:
    row = live.snapshot.row_of(id_)
    return row is None or (bool(shown[row]) and not is_flagged(live, row, at))


def _told(option: AnyOpportunity, at: datetime) -> ToldOption:
    option = disclose(option, NO_MANDATE, at)
    named = option.provider_id or option.provider, option.provider or option.provider_id
    return ToldOption(option.id, option.title, KINDS[option.kind], *named, employer_type(option))


def as_proposed(proposal: Proposal, option: ToldOption | None) -> ToldOption | None:
    """The option of a proposal as everybody might know it when it was made; None where nobody else might."""
    if option is None or "posting" in proposal.mandate_only:
        return None
    return replace(option, provider_id=None, provider=None) if "employer" in proposal.mandate_only else option


def employer_type(option: AnyOpportunity) -> str:
    """The type of who employs or organises: the French structure by its kind, else by what the option is."""
    kind: SiaeKind | None = option.siae_kind
    if kind is not None:
        return kind.value
    match option:
        case Placement():
            return SOCIAL_ENTERPRISE
        case Measure():
            return ORGANISER
    return FIRM
