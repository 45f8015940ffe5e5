"""The tables of the plan of a night, each as a sheet to write: codes as they are, what is hidden says so."""

from collections.abc import Sequence

from matching.domain.allocation_plan import AllocationPlan, PlannedGroup, PlannedOption, PlannedPayer
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.word import Word
from matching.use_cases.steering.sheet import HIDDEN, Sheet, sheet_of


class PlanTable(ClosedList):
    """Which table of the plan is written."""

    OPTIONS = (
        "options",
        "les options rares et leur prix",
        "die knappen Angebote und ihr Preis",
        "le opzioni rare e il loro prezzo",
        "scarce options and their price",
    )
    PAYERS = "payers", "les budgets", "die Budgets", "i budget", "the budgets"
    GROUPS = "groups", "les personnes par groupe", "die Personen je Gruppe", "le persone per gruppo", "people by group"


def plan_sheet(plan: AllocationPlan, table: PlanTable) -> Sheet:
    """One of the tables of a plan. Places that nobody counts stay empty: they are unknown, not hidden."""
    match table:
        case PlanTable.OPTIONS:
            return _marked(PlannedOption, plan.options, ("wanted", "planned"))
        case PlanTable.PAYERS:
            return _marked(PlannedPayer, plan.payers, ("planned",))
        case PlanTable.GROUPS:
            counts = ("people", "never_shown", "lost_to_prices", "no_room_without", "no_room_with")
            return _marked(PlannedGroup, plan.groups, counts)


def _marked(kind: type[Word], rows: Sequence[Word], counts: Sequence[str]) -> Sheet:
    """A sheet in which what would tell of too few people says that it is hidden."""
    sheet = sheet_of(kind, rows)
    return Sheet(
        sheet.columns,
        tuple({**row, **{name: HIDDEN for name in counts if row[name] is None}} for row in sheet.rows),
    )
