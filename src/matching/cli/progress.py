"""Progress of long work, on stderr and only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

_STEPS = {
    "columns": "Critères mis en colonnes",
    "vectors": "Textes encodés",
    "files": "Fichiers écrits",
}


@contextmanager
def reading(title: str) -> Iterator[Callable[[int], None]]:
    """A count while a file is read; the function given is told how many rows have been read so far."""
    with _bar(title, None, "{task.completed:.0f} lignes lues") as show:
        yield lambda rows: show(completed=rows)


@contextmanager
def working(title: str) -> Iterator[Callable[[str], None]]:
    """A bar while something takes time; the function given is told which step begins: the one before it has ended."""
    with _bar(title, len(_STEPS), "{task.completed:.0f}/{task.total:.0f}") as show:
        ended = count()
        yield lambda name: show(description=f"{title} : {_STEPS.get(name, name)}", completed=next(ended), refresh=True)
        show(completed=len(_STEPS))


@contextmanager
def counting(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar over something counted; the function given is told how many of how many are done."""
    with _bar(title, None, "{task.completed:.0f}/{task.total:.0f}") as show:
        yield lambda done, of: show(completed=done, total=of)


@contextmanager
def _bar(title: str, total: int | None, figures: str) -> Iterator[Callable[..., None]]:
    """A bar of so many parts, None where nobody knows; the function given takes what rich's `update` takes."""
    if not sys.stderr.isatty():
        yield lambda **_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    said = TextColumn("{task.description}", markup=False)
    columns = (SpinnerColumn(), said, BarColumn(), TextColumn(figures), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total)

        def show(**changed: object) -> None:
            progress.update(task, **changed)  # type: ignore[arg-type]

        yield show
