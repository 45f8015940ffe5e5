"""What a version of the ranker says of itself: what it reads, with which encoder, and what its figures rest on."""

import re
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from matching.domain.vocabulary.process import Evidence

FORMAT: Final = 1  # raise it whenever the files of a version change their layout
NAME = "manifest.json"
MODEL = "model.json"
CARD: Final = "CARD.md"

SHIPPED = "shipped"
"""Stands for the baseline that ships, whatever its version; no version may be called so."""
_VERSION = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_TAKEN = frozenset({SHIPPED, "current"})


def is_version(name: str) -> bool:
    """Whether a version may be called so: small letters, digits, `.`, `_` and `-`; no such name is another place."""
    return _VERSION.fullmatch(name) is not None and name not in _TAKEN and not name.startswith("building-")


class Basis(BaseModel):
    """What the figures rest on; with local evidence how many decided or followed options, from which day to which."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    evidence: Evidence
    n: Annotated[int | None, Field(ge=1)] = None
    since: Annotated[date | None, Field(alias="from")] = None
    until: Annotated[date | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        told = (self.n, self.since, self.until)
        if self.evidence is Evidence.LOCAL and None in told:
            raise ValueError("local evidence says n, from and to")
        if self.evidence is Evidence.NONE and told != (None, None, None):
            raise ValueError("no evidence has no n, from and to")
        if self.since and self.until and self.since > self.until:
            raise ValueError("from lies after to")
        return self


class Manifest(BaseModel):
    """Beside the tables of one version; `features` are those it reads, in the order of the list they come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1]
    version: Annotated[str, Field(pattern=f"^{_VERSION.pattern}$")]
    made_at: AwareDatetime
    features: tuple[str, ...]
    encoder: Annotated[str, Field(min_length=1, description="Version of the encoder that the likenesses came from.")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="Of the model's file, in hex.")]
    basis: Basis
    refused: Annotated[tuple[str, ...], Field(description="Why the gate lets nobody promote it; none: it passed.")] = ()
    learned_from: Annotated[
        str | None, Field(pattern=r"^[0-9a-f]{16}$", description="Digest of the log that taught it; absent: unknown.")
    ] = None
    card: Literal["CARD.md"] = CARD
    figures: Annotated[
        str | None, Field(pattern=r"^[0-9a-f]{64}$", description="Of the file of its figures, in hex; absent: none.")
    ] = None
    run: Annotated[
        str | None, Field(pattern=r"^[0-9a-zA-Z_-]{1,64}$", description="Its run in MLflow; absent: unknown.")
    ] = None
