"""The external anchor: a file beside the store, or on another disk, that each entry of the audit is noted in.

Whoever shortens the audit, or writes all of it anew, would have to do the same there.
"""

import os
from pathlib import Path

from matching.errors import DamagedError
from matching.storage.audit_entries import AuditEntry

_HASH = 64
"""Characters of a hash."""


class Anchor:
    """One line per entry: its number and its hash. Only ever appended to; readable by its owner only."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def prepare(self) -> None:
        """DamagedError when it could not be written later."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(self._open())
        except OSError as error:
            raise self._damaged(error, "") from error

    def note(self, entry: AuditEntry) -> None:
        """Append the line of an entry that is in the store."""
        line = f"{entry.seq} {entry.hash}\n".encode("ascii")
        try:
            file = self._open()
            try:
                os.write(file, line)  # one write of a short line: lines of two processes do not mix
            finally:
                os.close(file)
        except OSError as error:
            raise self._damaged(error, "ce qui a été demandé est enregistré, mais ") from error

    def lines(self) -> list[tuple[int, str]]:
        """Number and hash of every entry noted, in the order of notes; a line cut short by a crash is left out."""
        try:
            noted = self.file.read_text("ascii").splitlines()
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise self._damaged(error, "") from error
        parts = [line.split(" ") for line in noted]
        return [
            (int(part[0]), part[1]) for part in parts if len(part) == 2 and part[0].isdigit() and len(part[1]) == _HASH
        ]

    def _open(self) -> int:
        return os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def _damaged(self, error: Exception, before: str) -> DamagedError:
        return DamagedError(
            f"Ancre du journal : {before}{self.file} ne peut pas être lu ou écrit ({type(error).__name__}) ; vérifier "
            "MATCHING_AUDIT_ANCHOR, le disque et les droits."
        )
