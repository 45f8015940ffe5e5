"""What a night found, in counts alone: no person stands in it, and counts under five are left out."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.word import Identifier, Name, Word, about

Share = Annotated[float | None, about("Mean chance; absent: too few people to say.", 0.25, ge=0, le=1)]
Count = Annotated[int | None, about("People; absent: fewer than five.", 12, ge=0)]


class PlannedSession(Word):
    """One start of such an option; early ones fill first."""

    starts_on: Annotated[date, about("The start.", "2027-01-11")]
    places: Annotated[int, about("Its places.", 4, ge=1)]
    proposals: Annotated[int, about("Proposals that they stand for.", 60, ge=0)]
    planned: Annotated[int | None, about("Proposals in the best plan.", 60, ge=0)] = None
    waiting: Annotated[float, about("Points that waiting for it loses.", 0.32, ge=0)]
    one_more: Annotated[float, about("Points that the proposals of one more place would bring.", 37.5, ge=0)]


class PlannedOption(Word):
    """One option whose places are scarce, or that a budget makes scarce."""

    opportunity: Annotated[Identifier, about("Option.", "own:mip-atelier-velo")]
    kind: Annotated[OpportunityKind, about("Kind.", "measure")]
    title: Annotated[Name, about("Title.", "Atelier vélo")]
    places: Annotated[int | None, about("Places of all its sessions; absent: nobody counts them.", 8, ge=0)] = None
    starts_on: Annotated[date | None, about("The start that these places are for, or the first.", "2027-01-11")] = None
    proposals: Annotated[int | None, about("Proposals that these places stand for.", 120, ge=0)] = None
    wanted: Annotated[int | None, about("People who have it among their first options.", 310, ge=0)] = None
    planned: Annotated[int | None, about("Proposals in the best plan.", 120, ge=0)] = None
    price: Annotated[float, about("Points taken off its score, for nobody in particular.", 1.25, ge=0)]
    one_more: Annotated[
        float, about("Points that the proposals of one more place, at its first session, would bring.", 37.5, ge=0)
    ]
    sessions: Annotated[
        tuple[PlannedSession, ...], about("Starts whose places are stated, the earliest first.", [])
    ] = ()


class PlannedPayer(Word):
    """What the plan would take of a budget."""

    payer: Annotated[Payer, about("Who pays.", "as_canton")]
    year: Annotated[int, about("Year.", 2027)]
    left: Annotated[int, about("Starts left.", 280, ge=0)]
    planned: Annotated[int | None, about("Starts that the plan may lead to.", 64, ge=0)] = None
    one_more: Annotated[float, about("Points that one more start would bring.", 0.0, ge=0)]


UNKNOWN = "unknown"
"""The group of those whose canton or objective is not known."""


class PlannedGroup(Word):
    """How people of a group fare without prices and with them; one whose files are too few tells nothing.

    No room: the mean chance that none of a person's first options has a proposal left for them, these going by lot.
    """

    by: Annotated[Literal["all", "own_chance", "canton", "objective"], about("What parts the groups.", "own_chance")]
    group: Annotated[Name, about("Which group; of own chance the quarter, 1 the lowest.", "1")]
    people: Count = None
    never_shown: Annotated[int | None, about("Nothing is worth showing to them, prices or not.", 9, ge=0)] = None
    lost_to_prices: Annotated[int | None, about("Something would be, but for the prices.", None, ge=0)] = None
    no_room_without: Share = None
    no_room_with: Share = None


class AllocationPlan(Word):
    """The plan of one night: what is scarce, what budgets would take, and who would be left without."""

    options: Annotated[tuple[PlannedOption, ...], about("Options that have a price, the dearest first.", [])] = ()
    payers: Annotated[tuple[PlannedPayer, ...], about("Budgets.", [])] = ()
    groups: Annotated[tuple[PlannedGroup, ...], about("All, and by group.", [])] = ()
    people: Count = None
    people_counted_on: Annotated[
        date | None,
        about("Day of the counts of people: they stand for a week, so that nobody is followed.", "2027-03-29"),
    ] = None
    places_unknown: Annotated[int, about("Options worth showing to somebody whose places nobody counts.", 40, ge=0)]
    full: Annotated[int, about("Options with a waiting list or no free place: they have no price.", 3, ge=0)]
    gap: Annotated[float, about("What the plan may lack to the best one, as a part of it.", 0.0, allow_inf_nan=False)]
