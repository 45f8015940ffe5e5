"""Styles, script and icon: served by us alone, under an address that changes with their content."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter, Response

from matching.errors import NotFoundError

router = APIRouter()

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_FOREVER = "public, max-age=31536000, immutable"


class _File(NamedTuple):
    content: bytes
    media_type: str
    version: str


@router.get("/static/{version}/{name}", include_in_schema=False)
def static_file(version: str, name: str) -> Response:
    """One file; NotFoundError for any other name. An old version gets the present one, not to be kept."""
    found = _files().get(name)
    if found is None:
        raise NotFoundError("Rien ne se trouve à cette adresse.")
    headers = {"Cache-Control": _FOREVER} if version == found.version else {}
    return Response(found.content, media_type=found.media_type, headers=headers)


def address_of(name: str) -> str:
    """The address of a file, as its content is now; KeyError for one that there is not."""
    return f"/static/{_files()[name].version}/{name}"


def content_of(name: str) -> str:
    """The text of a file, for what is made of it here; KeyError for one that there is not."""
    return _files()[name].content.decode()


@cache
def _files() -> dict[str, _File]:
    found = {}
    for each in files("matching.web").joinpath("static").iterdir():
        kind = _TYPES.get(each.name.rpartition(".")[2])
        if kind is not None:
            content = each.read_bytes()
            found[each.name] = _File(content, kind, blake2b(content, digest_size=6).hexdigest())
    return found
