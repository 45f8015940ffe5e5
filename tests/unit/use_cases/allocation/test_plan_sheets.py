"""The tables of a night's plan as sheets: counts of too few say that they are hidden, unknown places stay empty."""

from matching.domain.allocation_plan import AllocationPlan, PlannedGroup, PlannedOption, PlannedPayer
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.use_cases.allocation.sheets import PlanTable, plan_sheet
from matching.use_cases.steering.sheet import HIDDEN

PLAN = AllocationPlan(
    options=(
        PlannedOption(
            opportunity="own:1", kind=OpportunityKind.MEASURE, title="Atelier", wanted=12, price=1.25, one_more=2.5
        ),
    ),
    payers=(PlannedPayer(payer=Payer.AS_CANTON, year=2027, left=3, one_more=0.0),),
    groups=(PlannedGroup(by="all", group="all", people=12, never_shown=None, no_room_with=0.5),),
    places_unknown=0,
    full=0,
    gap=0.0,
)


def test_what_is_hidden_is_marked_and_what_is_unknown_is_not() -> None:
    (option,) = plan_sheet(PLAN, PlanTable.OPTIONS).rows
    assert (option["places"], option["wanted"], option["planned"], option["kind"]) == (None, 12, HIDDEN, "measure")
    (payer,) = plan_sheet(PLAN, PlanTable.PAYERS).rows
    assert (payer["left"], payer["planned"]) == (3, HIDDEN)
    (group,) = plan_sheet(PLAN, PlanTable.GROUPS).rows
    assert (group["people"], group["never_shown"], group["lost_to_prices"]) == (12, HIDDEN, HIDDEN)
    assert (group["no_room_without"], group["no_room_with"]) == (HIDDEN, 0.5)
