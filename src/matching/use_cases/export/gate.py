"""The gate to entries about people: what of an entry's history exists for whoever takes something out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.vocabulary.process import Role
from matching.errors import NotFoundError
from matching.storage.agreements import CASE_LEADS, GUARANTEES, PLANS
from matching.storage.kept import OUTSIDE_OPTIONS
from matching.storage.ledger import Entry
from matching.storage.person_ledger import PersonLedger
from matching.storage.proposals import CORRECTIONS, OBSERVATIONS, OUTCOMES, PROPOSALS, REASON_FEEDBACK
from matching.use_cases.export.taking import Taking
from matching.use_cases.export.told import Told, told_versions
from matching.use_cases.funding import may_be_told
from matching.use_cases.paying import answers_for, territories
from matching.use_cases.person_file import PersonFile, read_file
from matching.use_cases.proposals.held import Held, known_among
from matching.use_cases.proposals.readers import Seat, seat_of, told_history
from matching.visibility.people import redact

History = Sequence[Entry[Any]]


class Gate:
    """What one taking may reach in one transaction; a person's file is read once in a row."""

    def __init__(self, connection: Connection, taking: Taking) -> None:
        self.connection, self.taking = connection, taking
        self._territories: Mapping[str, str] | None = None
        self._subject: str | None = None
        self._file: PersonFile | None = None

    @property
    def is_office(self) -> bool:
        """Whether people are reached through the files of units."""
        return seat_of(self.taking.viewer) is Seat.OFFICE

    def open(self, file: PersonFile) -> None:
        """Remember a file that was read already."""
        self._subject, self._file = file.profile.id, file

    def file(self, subject: str) -> PersonFile | None:
        """The file of a person, if the viewer may open it."""
        if subject != self._subject:
            self._subject = subject
            try:
                self._file = read_file(self.connection, subject)
            except NotFoundError:
                self._file = None
        return self._file

    def person(self, subject: str) -> Profile | None:
        """The person as the viewer may use the file."""
        file = self.file(subject)
        return None if file is None else redact(file.profile, self.taking.seen_by, self.taking.at)

    def pays(self, entry: Entry[Any]) -> bool:
        """Whether a payer's account answers for the institution of a guarantee."""
        if self._territories is None:
            self._territories = territories(self.connection)
        return answers_for(self.taking.viewer, entry.word.payer, entry.unit, self._territories)

    def proposal(self, id_: str, subject: str) -> Held | None:
        """A proposal that exists for the viewer."""
        file = self.file(subject) if self.is_office else None
        entries = [entry for entry in PROPOSALS.history(self.connection, id_) if entry.subject == subject]
        known = known_among(self.connection, entries[-1:], self.taking.seen_by, self.taking.at, file)
        return known[0] if known else None


@dataclass(frozen=True)
class Kind:
    """One kind of entry: its word's contract, its ledger, and the versions of a history that exist for a taking."""

    word: str
    ledger: PersonLedger[Any]
    known: Callable[[Gate, History], History]


def told_of(gate: Gate, kind: Kind, id_: str, *, on: date | None = None) -> list[Told[Any]]:
    """The versions of an entry that exist for whoever takes it out and for the receiver; the last one as of a day."""
    history = kind.ledger.history(gate.connection, id_)
    known = list(kind.known(gate, history)) if history else []
    if known and on is not None and kind.ledger is GUARANTEES:  # a last day passes by itself
        last = known[-1]
        known[-1] = replace(last, word=last.word.model_copy(update={"status": last.word.status_on(on)}))
    return told_versions(known, gate.taking.receiver)


def _proposal(gate: Gate, history: History) -> History:
    held = gate.proposal(history[-1].id, history[-1].subject)
    return told_history(held.steps, held.viewer, held.person, held.at) if held else ()


def _outcome(gate: Gate, history: History) -> History:
    """With its proposal, where nothing of the person is withheld: an outcome may tell of benefits, health or prison."""
    last = history[-1]
    held = gate.proposal(last.word.proposal, last.subject)
    return history if held and held.person is not None and not held.person.withheld else ()


def _of_an_open_file(gate: Gate, history: History) -> History:
    """Where nothing of the person is withheld."""
    person = gate.person(history[-1].subject) if gate.is_office else None
    return history if person is not None and not person.withheld else ()


def _plan(gate: Gate, history: History) -> History:
    return history if gate.is_office and gate.file(history[-1].subject) else ()


def _guarantee(gate: Gate, history: History) -> History:
    if gate.taking.viewer.role is Role.PAYER:
        return history if gate.pays(history[-1]) else ()
    return _agreed(gate, history)


def _agreed(gate: Gate, history: History) -> History:
    """A lead or a guarantee, whose institutions may tell what is withheld."""
    person = gate.person(history[-1].subject) if gate.is_office else None
    if person is None:
        return ()
    return [entry for entry in history if may_be_told(person, gate.taking.seen_by, entry.word)]


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "proposal": Kind("proposal", PROPOSALS, _proposal),
        "outcome": Kind("outcome", OUTCOMES, _outcome),
        "guarantee": Kind("payment_guarantee", GUARANTEES, _guarantee),
        "plan": Kind("plan", PLANS, _plan),
        "lead": Kind("case_lead", CASE_LEADS, _agreed),
        "observation": Kind("observation", OBSERVATIONS, _of_an_open_file),
        "correction": Kind("correction", CORRECTIONS, _of_an_open_file),
        "reason_feedback": Kind("reason_feedback", REASON_FEEDBACK, _of_an_open_file),
        "outside_option": Kind("outside_option", OUTSIDE_OPTIONS, _of_an_open_file),
    }
)
"""By the name of the kind in the outbox."""
