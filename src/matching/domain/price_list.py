"""The prices of scarce places that a night found, and for how long they are taken off scores."""

from datetime import date
from typing import Annotated

from matching.domain.allocation_plan import AllocationPlan
from matching.domain.priority import Priority
from matching.domain.word import Identifier, Moment, Word, about


class OptionPrice(Word):
    """What is taken off the score of one option, in points."""

    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    points: Annotated[float, about("Points.", 1.25, gt=0, allow_inf_nan=False)]


class PriceList(Word):
    """Prices in the points of one model, from the day after the night on; once over, or under another model, all are 0.

    No person stands in it. Whoever belongs to a priority pays the price divided by its weight.
    """

    night: Annotated[date, about("Day of the run.", "2026-11-20")]
    made_at: Annotated[Moment, about("When it was made.", "2026-11-20T21:00:00+01:00")]
    valid_from: Annotated[date, about("First day of the prices.", "2026-11-21")]
    valid_to: Annotated[date, about("Last day of the prices, inclusive.", "2026-11-23")]
    catalogue: Annotated[Identifier, about("Version of the options that were counted.", "c-1f2e3d4c5b6a7988")]
    model: Annotated[Identifier, about("Model whose points these are.", "baseline-2")]
    per_person: Annotated[int, about("Proposals per person at most.", 10, ge=1)]
    per_place: Annotated[float, about("Proposals that one place stands for.", 15.0, gt=0)]
    share: Annotated[float, about("Share of what one more proposal would bring that is a price.", 0.5, gt=0, le=1)]
    session_weeks: Annotated[
        int | None, about("Weeks ahead within which starts count; absent: those of the next start alone.", 26, ge=1)
    ] = None
    wait_per_week: Annotated[
        float | None, about("Points that a week of waiting for a later start loses.", 0.02, ge=0, allow_inf_nan=False)
    ] = None
    priorities: Annotated[tuple[Priority, ...], about("Priorities in force.", [])] = ()
    prices: Annotated[tuple[OptionPrice, ...], about("Options that have a price.", [])] = ()
    plan: Annotated[
        AllocationPlan, about("What the night found, in counts.", {"places_unknown": 0, "full": 0, "gap": 0})
    ]
