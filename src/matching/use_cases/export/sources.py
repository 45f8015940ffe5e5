"""What can be exported, each with its word and its rows: what the viewer may see, of it what may leave."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from matching.contracts.wall import leaving
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.receivers import WITHIN_COUNSELLING, Receiver
from matching.storage.agreements import CASE_LEADS, GUARANTEES, PLANS
from matching.storage.changed_rows import changed_at
from matching.storage.ledger import Entry, Ledger, W
from matching.storage.tables import opportunities as option_rows
from matching.storage.tables import profiles as file_rows
from matching.use_cases.export.told import Told, told_versions
from matching.use_cases.funding import may_be_told
from matching.use_cases.guarantees import list_guarantees
from matching.use_cases.person_file import read_file, read_files
from matching.use_cases.row_for import is_flagged
from matching.use_cases.voice.shown import shown_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, is_pes_staff, may_see
from matching.visibility.people import redact

Rows = Iterator[dict[str, Any]]


class What(ClosedList):
    """What can be exported."""

    PROFILES = "profiles", "dossiers", "Dossiers"
    RECOMMENDATIONS = "recommendations", "propositions montrées", "gezeigte Vorschläge"
    GUARANTEES = "guarantees", "garanties de paiement", "Kostengutsprachen"
    PLANS = "plans", "plans convenus", "vereinbarte Pläne"
    LEADS = "leads", "conduites de suivi", "Fallführungen"
    OPPORTUNITIES = "opportunities", "offres", "Angebote"


WORD_OF: Mapping[What, str] = MappingProxyType(
    {
        What.PROFILES: "profile",
        What.RECOMMENDATIONS: "recommendation",
        What.GUARANTEES: "payment_guarantee",
        What.PLANS: "plan",
        What.LEADS: "case_lead",
        What.OPPORTUNITIES: "opportunity",
    }
)
WITH_ENTRY = frozenset({What.GUARANTEES, What.PLANS, What.LEADS})
"""Whose word has no id and no moment of its own: those of the entry stand before its fields."""

ENTRY_COLUMNS = ("entry", "changed_at")


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


def rows_of(workplace: Workplace, connection: Connection, what: What, taking: Taking) -> Rows:
    """The rows of one kind, one by one; NotFoundError when a person is named who does not exist for the viewer."""
    return _SOURCES[what](workplace, connection, taking)


def entry_row(told: Told[W], receiver: Receiver) -> dict[str, Any]:
    """A version of an entry as a row; to statistics without what could join it to a person."""
    named = {"entry": told.id, "changed_at": told.at.isoformat()}
    return told.kept if receiver is Receiver.STATISTICS else named | told.kept


def last_told(connection: Connection, ledger: Ledger[W], entry: Entry[W], receiver: Receiver) -> Told[W] | None:
    """The last version of an entry that exists for a receiver, its present state being the one given."""
    if receiver in WITHIN_COUNSELLING:
        kept = leaving(entry.word, receiver)
        return Told(entry.id, entry.version, entry.at, kept) if kept else None
    history = [
        replace(each, word=entry.word) if each.version == entry.version else each
        for each in ledger.history(connection, entry.id, units=None)
        if each.version <= entry.version
    ]
    told = told_versions(history, receiver)
    return told[-1] if told else None


def _people(connection: Connection, taking: Taking) -> list[Profile]:
    """The files that the viewer may open, whole."""
    if taking.profile is not None:
        return [read_file(connection, taking.profile, taking.viewer).profile]
    return [file.profile for file in read_files(connection, taking.viewer)]


def _profiles(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    changed = changed_at(connection, file_rows)
    for person in _people(connection, taking):
        if taking.is_new(changed[person.id]):
            yield leaving(redact(person, taking.seen_by, taking.at), taking.receiver)


def _recommendations(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    for person in _people(connection, taking):
        for slate in reversed(shown_of(connection, person, viewer=taking.seen_by, at=taking.at)):
            if taking.is_new(slate.at):
                yield leaving(slate, taking.receiver)


def _guarantees(workplace: Workplace, connection: Connection, taking: Taking) -> Rows:
    entries: list[Entry[PaymentGuarantee]] = list_guarantees(
        workplace, viewer=taking.seen_by, at=taking.at, profile=taking.profile
    )
    yield from _told(connection, GUARANTEES, entries, taking)


def _plans(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    people = [person.id for person in _people(connection, taking)]
    yield from _told(connection, PLANS, PLANS.current(connection, units=None, subjects=people), taking)


def _leads(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    people = {person.id: redact(person, taking.seen_by, taking.at) for person in _people(connection, taking)}
    entries = CASE_LEADS.current(connection, units=None, subjects=list(people))
    known = [entry for entry in entries if may_be_told(people[entry.subject], taking.seen_by, entry.word)]
    yield from _told(connection, CASE_LEADS, known, taking)


def _told(connection: Connection, ledger: Ledger[W], entries: list[Entry[W]], taking: Taking) -> Rows:
    for entry in entries:
        told = last_told(connection, ledger, entry, taking.receiver)
        if told is not None and taking.is_new(told.at):
            yield entry_row(told, taking.receiver)


def _opportunities(workplace: Workplace, connection: Connection, taking: Taking) -> Rows:
    live = workplace.live(taking.at)
    viewer, at = taking.seen_by, taking.at
    changed = changed_at(connection, option_rows) if taking.since else {}
    staff = is_pes_staff(viewer, at)
    for row in may_see(viewer, None, live.publication, at).nonzero()[0].tolist():
        if not staff and is_flagged(live, row, at):
            continue
        id_ = live.snapshot.ids[row]
        if taking.since is None or (id_ in changed and taking.is_new(changed[id_])):
            yield leaving(disclose(live.snapshot.option(row), viewer, at), taking.receiver)


_SOURCES: Mapping[What, Callable[[Workplace, Connection, Taking], Rows]] = MappingProxyType(
    {
        What.PROFILES: _profiles,
        What.RECOMMENDATIONS: _recommendations,
        What.GUARANTEES: _guarantees,
        What.PLANS: _plans,
        What.LEADS: _leads,
        What.OPPORTUNITIES: _opportunities,
    }
)
