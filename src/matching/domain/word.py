"""What every word of the house is: a frozen record whose fields say what they mean, with an example and limits."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field


class Word(BaseModel):
    """A frozen record; unknown fields are an error. `None` is unknown, an empty tuple is known-none."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def about(description: str, example: Any, **limits: Any) -> Any:
    """A field's meaning, one example and its limits: what the generated contract says of it."""
    return Field(description=description, examples=[example], **limits)


COMING_IN: Mapping[str, bool] = MappingProxyType({"coming_in": True})
"""The context in which a record from outside is read: a door may refuse what the store already holds."""


def _to_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_to_utc)]
"""An aware moment, stored in UTC; a naive one is an error."""

IDENTIFIER_LENGTH = 160
IDENTIFIER_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._:@/+-]*$"
Identifier = Annotated[str, Field(min_length=1, max_length=IDENTIFIER_LENGTH, pattern=IDENTIFIER_PATTERN)]
"""A name that machines and people can type."""


def is_identifier(text: str) -> bool:
    """Whether a text could be an identifier at all: what could not is nobody's, and no database need be asked."""
    return len(text) <= IDENTIFIER_LENGTH and re.match(IDENTIFIER_PATTERN, text) is not None and text.isprintable()


Name = Annotated[str, Field(min_length=1, max_length=300)]
Text = Annotated[str, Field(max_length=20_000)]
Percent = Annotated[int, Field(ge=0, le=100)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

TERRITORY_PATTERN = r"^(CH|FR)(-[A-Z0-9]{2,3})?(-[0-9A-Z]{4,6})?$"
Territory = Annotated[str, Field(pattern=TERRITORY_PATTERN)]
"""A country, canton or département, or municipality: CH, CH-VD, CH-VD-5586, FR-07, FR-07-07019."""
