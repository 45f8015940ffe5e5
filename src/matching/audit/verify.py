"""Whether the audit is what was written: every entry, their order, their number, and every row that they tell of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from matching.audit.anchor import Anchor
from matching.domain.vocabulary.acts import Act
from matching.storage import audit_entries, audited_rows
from matching.storage.audit_entries import BEGINNING, chained


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was written, in words; `seq` is the entry concerned, where it is one."""

    text: str
    seq: int | None = None


@dataclass(frozen=True)
class Verified:
    """What came of it: entries and rows read, and what is wrong, first things first.

    `unanchored` entries were not noted in the anchor: one whenever a process dies between the store and the note.
    """

    entries: int
    rows: int
    unanchored: int
    findings: Sequence[Finding]


def verify(connection: Connection, anchor: Anchor, noted: Sequence[tuple[int, str]]) -> Verified:
    """Read the whole audit and all that it tells of; the connection must reach everything.

    `noted` are the lines of the anchor from before the transaction began, so that each must be in the chain.

    An edit, a deletion, a reordering, an addition by hand and a truncation are each a finding. Accounts, tokens,
    the outbox, keys of requests and the catalogue are no part of it.
    """
    told = _Told()
    findings = [*told.read(connection), *told.against(anchor, noted)]
    rows = 0
    for row in audited_rows.all_rows(connection):
        rows += 1
        findings += told.about(row)
    findings += told.missing()
    findings += told.closed(connection)
    return Verified(told.last, rows, told.unanchored(anchor), findings)


class _Told:
    """What the entries say, read once in order."""

    def __init__(self) -> None:
        self.last = 0
        self._hashes: dict[int, str] = {}
        self._erased: set[str] = set()
        self._rows: dict[tuple[str, str, int], str] = {}
        self._files: dict[str, int] = {}
        """The last version of each file, by the number of its person: older ones are replaced."""
        self._seen: set[tuple[str, str, int]] = set()

    def read(self, connection: Connection) -> Iterator[Finding]:
        """The chain itself."""
        previous = BEGINNING
        for entry in audit_entries.entries(connection):
            expected = self.last + 1
            if entry.seq != expected:
                yield Finding(f"L'entrée {expected} manque.", expected)
            if entry.previous != previous:
                yield Finding(f"L'entrée {entry.seq} ne suit pas celle d'avant.", entry.seq)
            if chained(entry.previous, entry.content) != entry.hash:
                yield Finding(f"L'entrée {entry.seq} a été modifiée.", entry.seq)
            self.last, previous = entry.seq, entry.hash
            self._hashes[entry.seq] = entry.hash
            try:
                told = entry.told
                same = told["seq"] == entry.seq and bool(told["under_mandate"]) == entry.under_mandate
                if told["act"] == Act.ERASE:
                    self._erased.update(told["people"])
                for row in told["written"]:
                    if (row["table"], row["id"], row["version"]) in self._rows:
                        yield Finding(f"L'entrée {entry.seq} redit une ligne qui ne s'écrit qu'une fois.", entry.seq)
                    self._note(row["table"], row["id"], row["version"], row["digest"])
            except (ValueError, KeyError, TypeError):
                same = False
            if not same:
                yield Finding(f"L'entrée {entry.seq} ne dit pas ce que disent ses colonnes.", entry.seq)
        if audit_entries.head(connection) != (self.last, previous):
            yield Finding(f"La dernière entrée n'est pas celle que la base a notée ; {self.last} sont lues.", self.last)

    def _note(self, table: str, id_: str, version: int, digest: str) -> None:
        self._rows[table, id_, version] = digest
        if table == audited_rows.FILES:
            self._files[id_] = version

    def against(self, anchor: Anchor, noted: Sequence[tuple[int, str]]) -> Iterator[Finding]:
        """The chain against its anchor: what was noted there must be in the chain."""
        if self.last and not noted:
            yield Finding(f"L'ancre {anchor.file} est vide ou a disparu : rien ne dit si la fin du journal manque.")
        for seq, hash_ in noted:
            if seq > self.last:
                yield Finding(f"L'entrée {seq} est dans l'ancre et n'est plus dans le journal.", seq)
            elif self._hashes.get(seq) != hash_:
                yield Finding(f"L'entrée {seq} n'est pas celle de l'ancre.", seq)

    def unanchored(self, anchor: Anchor) -> int:
        """How many entries the anchor does not know."""
        return len(self._hashes.keys() - {seq for seq, _ in anchor.lines()})

    def about(self, row: audited_rows.AuditedRow) -> Iterator[Finding]:
        """One row of the store against what was told of it."""
        place = row.table, row.id, row.version
        self._seen.add(place)
        digest = self._rows.get(place)
        if digest is None:
            yield Finding(f"{row.table} {row.id}, version {row.version} : aucune entrée n'en parle.")
        elif digest != row.digest:
            yield Finding(f"{row.table} {row.id}, version {row.version} : modifiée après coup.")
        if row.table == audited_rows.FILES and row.id in self._erased:
            yield Finding(f"{row.table} {row.id} : effacé selon le journal, et pourtant là.")

    def closed(self, connection: Connection) -> Iterator[Finding]:
        """What is about people and cannot be opened, though nobody was erased: a key is gone, or another's."""
        for row in audited_rows.unopened_rows(connection):
            if row.person not in self._erased:
                yield Finding(
                    f"{row.table} {row.id}, version {row.version} : ne s'ouvre pas avec la clé de sa personne."
                )

    def missing(self) -> Iterator[Finding]:
        """Rows that were written and are gone; of a file the last version counts, of an erased one none."""
        for place in self._rows.keys() - self._seen:
            table, id_, version = place
            if table != audited_rows.FILES:
                yield Finding(f"{table} {id_}, version {version} : supprimée.")
            elif version == self._files[id_] and id_ not in self._erased:
                yield Finding(f"{table} {id_}, version {version} : supprimé sans effacement.")
