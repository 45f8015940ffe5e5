"""The figures of a version, beside its card and no finer than it: what the card does not tell stands here neither.

Counts are to the nearest five, shares are those of such counts, and cells that would tell of a few people are absent:
the training writes card and figures from the same tables. A version that nobody trained here may have none.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

FIGURES: Final = "figures.json"

Count = Annotated[int, Field(ge=0, multiple_of=5)]
"""To the nearest five; anything else is refused, so that no exact count is ever read from here."""
Share = Annotated[float, Field(ge=0, le=1)]


class Row(BaseModel):
    """What every row is: fixed once written, nothing beside its fields, every figure finite."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Worth(Row):
    """What the challenger's order of the slates served is worth over the champion's, in points, with its interval."""

    by: Annotated[Literal["accepted", "outcomes"], Field(description="By what was accepted, or what came of it.")]
    points: float | None = None
    low: float | None = None
    high: float | None = None
    effective: Annotated[Count | None, Field(description="Effective number of cases behind it.")] = None


class StillShown(Row):
    """Of what was accepted of a kind, the share that each ranker finds worth showing."""

    kind: str
    accepted: Count
    challenger: Share | None
    champion: Share | None


class Foretelling(Row):
    """How well one learned part foretells, out of fold: area under the curve beside the yardstick, calibration."""

    part: str
    learned: Share | None = None
    yardstick: Share | None = None
    base: Share | None = None
    error: Annotated[float | None, Field(ge=0, description="Mean distance of foretold and true.")] = None


class Foretold(Row):
    """Rows foretold alike: the mean chance, how many, and the share that came true."""

    part: str
    foretold: Share
    n: Count
    came_true: Share


class Slice(Row):
    """One comparison of one group that was judged; shares in [0, 1], effects in points."""

    subject: str
    group: str
    kind: str
    people: Count
    value: float | None
    other: float | None
    difference: float | None
    low: float | None
    high: float | None
    adjusted: Annotated[float | None, Field(description="p-value over all comparisons together, in steps.")]
    failed: bool


class GroupRate(Row):
    """Of what was decided for a group, the share accepted."""

    attribute: str
    level: str
    kind: str
    people: Count
    decided: Count
    accepted: Share | None


class UseCounted(Row):
    """What became of lists within thirty days; without unit and month: of all. None is not told."""

    unit: str = ""
    month: str = ""
    opened: Count
    followed_first: Count | None
    followed_lower: Count | None
    overridden: Count | None
    deferred: Count | None
    ignored: Count | None
    median_rank: float | None


class ContestedReason(Row):
    """How often counsellors contested the reasons of one feature, of how many verdicts on it."""

    feature: str
    against: Count
    verdicts: Count


class GateCondition(Row):
    """One condition of the gate; None is unknown, which does not pass."""

    name: str
    passed: bool | None
    sentence: str


class Figures(Row):
    """All figures of one version; `champion` is what ranked when it was trained."""

    format: Literal[1] = 1
    champion: str | None
    worth: tuple[Worth, ...] = ()
    still_shown: tuple[StillShown, ...] = ()
    foretelling: tuple[Foretelling, ...] = ()
    calibration: tuple[Foretold, ...] = ()
    findings: tuple[str, ...] = ()
    slices: tuple[Slice, ...] = ()
    rates: tuple[GroupRate, ...] = ()
    use: tuple[UseCounted, ...] = ()
    contested: tuple[ContestedReason, ...] = ()
    gate: tuple[GateCondition, ...] = ()
