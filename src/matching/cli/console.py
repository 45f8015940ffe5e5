"""Where people read: data are printed as they are, and a reader who has left is no error."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

WIDTH = 110  # columns where nobody watches: in a file, on a pipe

# A posting's title may hold what a terminal would obey: everything below the blank but line break and tab, and C1.
_OBEYED: dict[int, str | None] = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class PlainConsole(Console):
    """Stdout without markup, emoji codes or control characters; silent once its reader has left."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, emoji=False)
        if not self.is_terminal:
            self.width = WIDTH

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Segments of something to print, harmless for a terminal."""
        return _harmless(super().render(renderable, options))

    def on_broken_pipe(self) -> None:
        """Say nothing more; the command goes on, and its exit code stays true."""
        self.quiet = True
        silence()


def silence() -> None:
    """Send what is still to come on stdout nowhere: its reader has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def prepare_streams() -> None:
    """Streams that can be used whatever the shell has closed, and whatever letters the terminal knows."""
    for name in ("stdin", "stdout", "stderr"):
        stream: Any = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open
        elif name == "stdout" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def print_json(document: object) -> None:
    """One JSON document on stdout."""
    knows_every_letter = (sys.stdout.encoding or "").casefold().startswith("utf")
    try:
        sys.stdout.write(json.dumps(document, ensure_ascii=not knows_every_letter, indent=2) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        silence()  # the reader has left: the exit code still says what happened


def one_line(sentence: str) -> str:
    """A sentence without line breaks and control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in sentence).split())


def _harmless(segments: Iterable[Segment]) -> Iterator[Segment]:
    for text, style, control in segments:
        yield Segment(text, style, control) if control else Segment(text.translate(_OBEYED), style)
