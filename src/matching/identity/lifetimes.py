"""How long what was opened stays open."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SEEN_EVERY = timedelta(minutes=1)
"""How often the use of a session is written down: a session may be idle for that much less than was set."""

LONGEST_TOKEN = timedelta(days=366)
"""The latest end of a token of a program, from the day it was made."""

ATTEMPT = timedelta(minutes=10)
"""How long somebody may take at the identity provider."""


@dataclass(frozen=True)
class Lifetimes:
    """The lives of a session: without use, and whatever its use."""

    idle: timedelta = timedelta(minutes=30)
    absolute: timedelta = timedelta(hours=12)

    def is_over(self, begun_at: datetime, last_seen_at: datetime, at: datetime) -> bool:
        """Whether a session is over at an aware moment; the last moment of either life no longer counts."""
        return at >= begun_at + self.absolute or at >= last_seen_at + self.idle
