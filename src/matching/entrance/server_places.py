"""What is told to others says nothing of where the server keeps its data."""

from typing import Any

from fastapi import Request


def without_places(request: Request, sentence: str) -> str:
    """A sentence without the folders and the store of this server."""
    hidden: list[Any] = [*request.app.state.places]
    for place in sorted(map(str, hidden), key=len, reverse=True):
        sentence = sentence.replace(place, "…")
    return sentence
