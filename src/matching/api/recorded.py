"""What was written down, under the id by which it is dealt with later."""

from typing import Annotated, Generic

from fastapi import Response

from matching.api.etags import etag
from matching.domain.word import Identifier, Moment, Word, about
from matching.storage.ledger import Entry, W


class Recorded(Word, Generic[W]):
    """One entry: its id, how often it was revised, when it was last written, and what it says."""

    id: Annotated[Identifier, about("Id.", "guarantees-1f2e")]
    version: Annotated[int, about("Version, from 1.", 1, ge=1)]
    at: Annotated[Moment, about("When this version was written down.", "2026-11-23T10:00:00+01:00")]
    entry: Annotated[W, about("What it says.", {})]


def tagged(response: Response, entry: Entry[W]) -> Recorded[W]:
    """The same, with its version as the ETag of the answer."""
    response.headers["ETag"] = etag(entry.version)
    return recorded(entry)


def recorded(entry: Entry[W]) -> Recorded[W]:
    """An entry of a ledger as it leaves; author and unit stay inside."""
    return Recorded(id=entry.id, version=entry.version, at=entry.at, entry=entry.word)
