"""Whether this process can answer: does the store answer, is there a snapshot, can encoder and ranker be read."""

from collections.abc import Callable
from datetime import datetime

from matching.errors import MatchingError
from matching.storage.scope import NOBODY
from matching.use_cases.workplace import Workplace


def readiness(workplace: Workplace, *, at: datetime) -> dict[str, bool]:
    """Each part by name; the store alone is indispensable, a snapshot is built anew and a ranking can wait."""
    return {
        "store": _works(lambda: _ask_store(workplace)),
        "snapshot": _works(lambda: workplace.live(at)),
        "encoder": _works(lambda: workplace.encoder),
        "model": _works(lambda: workplace.ranker) and not workplace.ranker.stands_in,
    }


def _ask_store(workplace: Workplace) -> None:
    with workplace.database.read(NOBODY) as connection:
        connection.exec_driver_sql("SELECT 1")


def _works(part: Callable[[], object]) -> bool:
    try:
        part()
    except MatchingError:
        return False
    return True
