"""Progress of long work, on stderr and only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STEPS = {
    "columns": "Critères mis en colonnes",
    "vectors": "Textes encodés",
    "files": "Fichiers écrits",
}


@contextmanager
def working(title: str) -> Iterator[Callable[[str], None]]:
    """A bar while something takes time; the function given says which step has begun."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=len(_STEPS))

        def step(name: str) -> None:
            progress.update(task, description=f"{title} : {_STEPS.get(name, name)}", advance=1)

        yield step
