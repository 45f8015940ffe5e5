"""The methods an address accepts, whichever routes answer to them."""

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts


def methods_at(app: FastAPI, path: str) -> str:
    """As in the header Allow: the framework names those of the first route that it finds, and none of the others."""
    found: set[str] = set()
    for route in iter_route_contexts(app.routes):
        pattern = getattr(route, "path_regex", None)
        if pattern is not None and pattern.match(path):
            found |= route.methods or set()
    return ", ".join(sorted(found))
