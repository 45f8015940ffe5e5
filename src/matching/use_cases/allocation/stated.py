"""What a named authority states about scarce places: budgets of payers and priorities, dated; nothing is lost."""

from datetime import date, datetime

from matching.domain.detection import StatusHolds
from matching.domain.payer_budget import PayerBudget
from matching.domain.permission import Permission
from matching.domain.priority import NEVER_A_PRIORITY, Priority
from matching.domain.role_permissions import roles_with
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import Role
from matching.errors import InvalidInputError
from matching.storage import accounts
from matching.storage.ledger import Ledger, W
from matching.storage.price_lists import PAYER_BUDGETS, PRIORITIES
from matching.storage.scope import NOBODY
from matching.use_cases.roles import refuse_other_roles, refuse_role_without
from matching.use_cases.workplace import Workplace


def set_budget(workplace: Workplace, budget: PayerBudget, *, viewer: Viewer, at: datetime) -> PayerBudget:
    """Write down what a payer may still grant in a year; a later statement is a new version.

    ForbiddenError for whoever does not steer programmes; InvalidInputError when it is older than what is known, or when
    an amount stands without the cost of a start.
    """
    if (budget.amount is None) is not (budget.cost_per_start is None):
        raise InvalidInputError("Un montant demande le coût d'une entrée, et l'inverse : amount et cost_per_start.")
    return _keep(workplace, PAYER_BUDGETS, budget, subject=budget.id, viewer=viewer, at=at)


def set_priority(workplace: Workplace, priority: Priority, *, viewer: Viewer, at: datetime) -> Priority:
    """Write down who goes first to scarce places and by whose decision; the same identifier is a new version.

    ForbiddenError for whoever does not steer programmes; InvalidInputError when it ends before it begins, or reads a
    status that is an age, an origin or a family.
    """
    if priority.valid_to < priority.valid_from:
        raise InvalidInputError("La priorité finit avant de commencer : corriger valid_from ou valid_to.")
    asked = {status for each in priority.conditions if isinstance(each, StatusHolds) for status in each.any_of}
    if never := sorted(asked & NEVER_A_PRIORITY):
        raise InvalidInputError(
            f"Une priorité ne se fonde ni sur l'âge, ni sur l'origine, ni sur la famille : retirer « {never[0]} »."
        )
    return _keep(workplace, PRIORITIES, priority, subject=priority.id, viewer=viewer, at=at)


def budgets_of(workplace: Workplace, year: int) -> list[PayerBudget]:
    """The budgets of a year as last stated, by payer."""
    with workplace.database.read(NOBODY) as connection:
        known = [entry.word for entry in PAYER_BUDGETS.current(connection)]
    return sorted((each for each in known if each.year == year), key=lambda each: each.id)


def priorities_on(workplace: Workplace, day: date) -> list[Priority]:
    """The priorities that hold on a day, by identifier."""
    with workplace.database.read(NOBODY) as connection:
        known = [entry.word for entry in PRIORITIES.current(connection)]
    return sorted((each for each in known if each.holds_on(day)), key=lambda each: each.id)


def _keep(workplace: Workplace, ledger: Ledger[W], word: W, *, subject: str, viewer: Viewer, at: datetime) -> W:
    with workplace.acting(viewer, Act.STEER, at=at, about=subject) as connection:
        refuse_role_without(viewer, Permission.STEER)
        if viewer.role is Role.LOCAL and accounts.all_viewers(connection):
            others = [role for role in roles_with(Permission.STEER) if role is not Role.LOCAL]
            refuse_other_roles(viewer, others, "de fixer un budget ou une priorité")
        known = ledger.current(connection, subjects=[subject])
        if not known:
            ledger.add(connection, word, subject=subject, unit=None, author=viewer.account, at=at)
        elif known[-1].word != word:
            ledger.revise(connection, known[-1], word, author=viewer.account, at=at)
    return word
