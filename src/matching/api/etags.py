"""ETag and If-Match: who writes says which state they have read, so that nobody's change is overwritten unseen."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Header

from matching.errors import InvalidInputError, PreconditionFailedError, PreconditionRequiredError

_STRONG = re.compile(r'"([0-9]{1,9})"')

TAGGED: Mapping[str, Any] = {"ETag": {"description": "The version, for If-Match.", "schema": {"type": "string"}}}
"""The header of an answer that has a version, for the document."""

WITH_TAG: dict[int | str, dict[str, Any]] = {200: {"headers": TAGGED}}
MADE_WITH_TAG: dict[int | str, dict[str, Any]] = {201: {"headers": TAGGED}}


def etag(revision: int) -> str:
    """The ETag of a revision."""
    return f'"{revision}"'


def revision_to_write(if_match: str | None, if_none_match: str | None) -> int | None:
    """The revision that was read, None where a new thing is to be made.

    PreconditionRequiredError without a condition, PreconditionFailedError for a tag that is none of ours.
    """
    if if_match is not None and if_none_match is not None:
        raise InvalidInputError("Indiquer If-Match pour modifier, ou If-None-Match: * pour créer, pas les deux.")
    if if_none_match is not None:
        if if_none_match.strip() != "*":
            raise InvalidInputError("If-None-Match n'a de sens ici qu'avec * : créer ce qui n'existe pas encore.")
        return None
    if if_match is None:
        raise PreconditionRequiredError(
            "Indiquer la version lue avec If-Match (l'ETag), ou If-None-Match: * pour créer."
        )
    found = _STRONG.fullmatch(if_match.strip())
    if found is None:
        raise PreconditionFailedError("If-Match ne porte pas l'ETag d'une lecture ; relire avant d'écrire.")
    return int(found[1])


def _read_version(
    if_match: Annotated[str | None, Header(description="The ETag that was read.", examples=['"3"'])] = None,
) -> int | None:
    found = _STRONG.fullmatch((if_match or "").strip())
    if found is None:
        return None if if_match is None else _NONE_OF_OURS
    return int(found[1])


_NONE_OF_OURS = -1
"""What a tag stands for that no reading gave: a version that nothing has, so that nothing is changed on it."""

ReadVersion = Annotated[int | None, Depends(_read_version)]
"""The version that whoever changes something has read; the use case says where one is needed."""
