"""How long a name must wait after failures in a row: longer each time, never for good, whether it exists or not."""

from datetime import timedelta

FREE_ATTEMPTS = 5
LONGEST = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)
_FIRST = timedelta(seconds=5)


def delay_after(failures: int) -> timedelta:
    """How long after the last of so many failures the next attempt is looked at."""
    if failures < FREE_ATTEMPTS:
        return timedelta(0)
    doublings = min(failures - FREE_ATTEMPTS, 20)  # beyond that the longest delay has been reached anyway
    return min(_FIRST * (1 << doublings), LONGEST)
