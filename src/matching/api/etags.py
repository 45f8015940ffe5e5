"""ETag and If-Match: who writes says which state they have read, so that nobody's change is overwritten unseen."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Header

from matching.errors import InvalidInputError, PreconditionRequiredError

_STRONG = re.compile(r'"([0-9]{1,9})"')

TAGGED: Mapping[str, Any] = {"ETag": {"description": "The version, for If-Match.", "schema": {"type": "string"}}}
"""The header of an answer that has a version, for the document."""

WITH_TAG: dict[int | str, dict[str, Any]] = {200: {"headers": TAGGED}}
MADE_WITH_TAG: dict[int | str, dict[str, Any]] = {201: {"headers": TAGGED}}


def etag(revision: int) -> str:
    """The ETag of a revision."""
    return f'"{revision}"'


def _read_version(
    if_match: Annotated[str | None, Header(description="The ETag that was read.", examples=['"3"'])] = None,
) -> int | None:
    if if_match is None:
        return None
    found = _STRONG.fullmatch(if_match.strip())
    return int(found[1]) if found else _NONE_OF_OURS


_NONE_OF_OURS = -1
"""What a tag stands for that no reading gave: a version that nothing has, so that nothing is changed on it."""

ReadVersion = Annotated[int | None, Depends(_read_version)]
"""The version that whoever changes something has read; the use case says where one is needed."""


def _is_new(
    if_none_match: Annotated[str | None, Header(description="`*`: the file is new.", examples=["*"])] = None,
) -> bool:
    if if_none_match is not None and if_none_match.strip() != "*":
        raise InvalidInputError("If-None-Match n'a de sens ici qu'avec * : créer ce qui n'existe pas encore.")
    return if_none_match is not None


IsNew = Annotated[bool, Depends(_is_new)]
"""Whether whoever writes something whole says that it does not exist yet."""


def version_to_write(read: int | None, *, is_new: bool) -> int | None:
    """The version that was read of what is written whole, None where it is to be made.

    PreconditionRequiredError without a condition.
    """
    if is_new and read is not None:
        raise InvalidInputError("Indiquer If-Match pour modifier, ou If-None-Match: * pour créer, pas les deux.")
    if not is_new and read is None:
        raise PreconditionRequiredError(
            "Indiquer la version lue avec If-Match (l'ETag), ou If-None-Match: * pour créer."
        )
    return read
