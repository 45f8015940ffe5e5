"""What can be exported, each with its word and its rows: what the viewer may see, of it what may leave."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from matching.contracts.wall import allowed_fields, leaving
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.receivers import Receiver
from matching.errors import ForbiddenError
from matching.storage.changed_rows import changed_at
from matching.storage.ledger import Entry
from matching.storage.tables import opportunities as option_rows
from matching.storage.tables import profiles as file_rows
from matching.use_cases.export.gate import KINDS, Gate, told_of
from matching.use_cases.export.taking import Taking
from matching.use_cases.export.told import Told
from matching.use_cases.person_file import PersonFile, read_file, read_files
from matching.use_cases.row_for import is_flagged
from matching.use_cases.shown import shown_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, is_pes_staff, may_see
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

Rows = Iterator[dict[str, Any]]


class What(ClosedList):
    """What can be exported."""

    PROFILES = "profiles", "dossiers", "Dossiers", "dossier", "files"
    RECOMMENDATIONS = (
        "recommendations",
        "propositions montrées",
        "gezeigte Vorschläge",
        "proposte mostrate",
        "proposals shown",
    )
    DECISIONS = (
        "decisions",
        "décisions et leurs suites",
        "Entscheide und ihr Verlauf",
        "decisioni e loro seguito",
        "decisions and what followed",
    )
    OUTCOMES = (
        "outcomes",
        "faits constatés plus tard",
        "später festgestellte Tatsachen",
        "fatti constatati in seguito",
        "facts established later",
    )
    GUARANTEES = (
        "guarantees",
        "garanties de paiement",
        "Kostengutsprachen",
        "garanzie di pagamento",
        "payment guarantees",
    )
    PLANS = "plans", "plans convenus", "vereinbarte Pläne", "piani convenuti", "agreed plans"
    LEADS = "leads", "conduites de suivi", "Fallführungen", "conduzione dei casi", "case leads"
    OUTSIDE_OPTIONS = (
        "outside_options",
        "propositions hors catalogue",
        "Vorschläge ausserhalb des Katalogs",
        "proposte fuori catalogo",
        "proposals outside the catalogue",
    )
    OPPORTUNITIES = "opportunities", "offres", "Angebote", "offerte", "offers"


_KIND_OF: Mapping[What, str] = MappingProxyType(
    {
        What.DECISIONS: "proposal",
        What.OUTCOMES: "outcome",
        What.GUARANTEES: "guarantee",
        What.PLANS: "plan",
        What.LEADS: "lead",
        What.OUTSIDE_OPTIONS: "outside_option",
    }
)
WORD_OF: Mapping[What, str] = MappingProxyType(
    {
        What.PROFILES: "profile",
        What.RECOMMENDATIONS: "recommendation",
        What.OPPORTUNITIES: "opportunity",
        **{what: KINDS[kind].word for what, kind in _KIND_OF.items()},
    }
)
WITH_ENTRY = frozenset(_KIND_OF)
"""Whose word has no id and no moment of its own: those of the entry stand before its fields."""

ENTRY_COLUMNS = ("entry", "changed_at")


def refuse_what(what: What, receiver: Receiver) -> None:
    """ForbiddenError for a kind of thing of which nothing is on the list of a receiver."""
    leaves = [one.fr for one in What if allowed_fields(WORD_OF[one], receiver)]
    if what.fr not in leaves:
        raise ForbiddenError(
            f"Rien ne sort des {what.fr} pour {receiver.fr} ; ce qui sort : {', '.join(leaves) or 'rien'}."
        )


def rows_of(workplace: Workplace, connection: Connection, what: What, taking: Taking) -> Rows:
    """The rows of one kind, one by one; NotFoundError when a person is named who does not exist for the viewer."""
    if what in _KIND_OF:
        return _entries(connection, what, taking)
    return _SOURCES[what](workplace, connection, taking)


def _files(connection: Connection, taking: Taking) -> list[PersonFile]:
    """The files that the viewer may open, whole."""
    if taking.profile is not None:
        return [read_file(connection, taking.profile)]
    return read_files(connection)


def _profiles(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    changed = changed_at(connection, file_rows)
    for file in _files(connection, taking):
        if taking.is_new(changed[file.profile.id]):
            yield leaving(redact(file.profile, taking.seen_by, taking.at), taking.receiver)


def _recommendations(_: Workplace, connection: Connection, taking: Taking) -> Rows:
    for file in _files(connection, taking):
        for slate in reversed(shown_of(connection, file.profile, viewer=taking.seen_by, at=taking.at)):
            if taking.is_new(slate.at):
                yield leaving(slate, taking.receiver)


def _entries(connection: Connection, what: What, taking: Taking) -> Rows:
    """One row per entry, its last version that exists for the receiver."""
    gate, kind, today = Gate(connection, taking), KINDS[_KIND_OF[what]], swiss_day(taking.at)
    for entry in _begun(gate, kind.ledger.current, taking):
        told = told_of(gate, kind, entry.id, on=today)
        if told and taking.is_new(told[-1].at):
            yield entry_row(told[-1])


def entry_row(told: Told[Any]) -> dict[str, Any]:
    """A version of an entry as a row."""
    return {"entry": told.id, "changed_at": told.at.isoformat()} | told.kept


def _begun(gate: Gate, current: Callable[..., list[Entry[Any]]], taking: Taking) -> Iterator[Entry[Any]]:
    """The entries there are, person by person; for a payer, whom no file is open to, all of them, before the gate."""
    if not gate.is_office:
        about = None if taking.profile is None else [taking.profile]
        yield from current(gate.connection, subjects=about)
        return
    for file in _files(gate.connection, taking):
        gate.open(file)
        yield from current(gate.connection, subjects=[file.profile.id])


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
        What.OPPORTUNITIES: _opportunities,
    }
)
