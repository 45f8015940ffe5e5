"""Lines of text as other programs write them to a pipe or a file."""

from collections.abc import Iterable, Iterator


def lines_of(stream: Iterable[bytes]) -> Iterator[str]:
    """The lines as they come, without their ends; only a line feed ends one, and what is no UTF-8 is replaced."""
    return (line.rstrip(b"\r\n").decode("utf-8", "replace") for line in stream)
