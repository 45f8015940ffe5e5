"""Something that is slow to read: read when first needed, then kept for an hour."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")

_FOR = timedelta(hours=1)


class Kept(Generic[T]):
    """One value; one thread reads it while the others wait, and a reading that fails keeps nothing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[T, datetime] | None = None

    def get(self, at: datetime, read: Callable[[], T], *, anew: bool = False) -> T:
        """The value, at an aware moment; `anew` reads it again whatever its age."""
        with self._lock:
            if self._kept is None or anew or not self._kept[1] <= at < self._kept[1] + _FOR:
                self._kept = (read(), at)
            return self._kept[0]
