"""Budgets and priorities: stated by a named authority, kept by version, and never by age, origin or family."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.integration.use_cases.allocation.conftest import MANAGER, MORNING, NIGHT, Office, person

from matching.domain.payer_budget import PayerBudget
from matching.domain.priority import NEVER_A_PRIORITY, Priority
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, InvalidInputError
from matching.storage.price_lists import PAYER_BUDGETS, PRIORITIES
from matching.storage.scope import NOBODY
from matching.use_cases.allocation.stated import budgets_of, priorities_on
from matching.use_cases.allocation.weights import weight_of

_BY = {"authority": "Service de l'emploi (exemple)", "reference": "Décision inventée"}


def budget(**changes: Any) -> PayerBudget:
    known = {"payer": "as_canton", "year": 2027, "starts": 40, "stated_on": "2027-01-05"} | _BY
    return PayerBudget.model_validate(known | changes)


def priority(*conditions: dict[str, Any], **changes: Any) -> Priority:
    known = {"id": "long", "label": "Exemple", "weight": 2, "valid_from": "2026-01-01", "valid_to": "2026-12-31"} | _BY
    listed = conditions or ({"kind": "months_without_work", "at_least": 24},)
    return Priority.model_validate(known | {"conditions": listed} | changes)


def test_a_later_statement_is_a_new_version_and_the_same_one_is_none(office: Office) -> None:
    for each in (budget(), budget(), budget(granted=12)):
        office.service.set_budget(each, viewer=MANAGER, at=NIGHT)
    for weight in (2, 2, 3):
        office.service.set_priority(priority(weight=weight), viewer=MANAGER, at=NIGHT)
    with office.service.workplace.database.read(NOBODY) as connection:
        assert [entry.version for entry in PAYER_BUDGETS.current(connection)] == [2]
        assert [(entry.version, entry.author) for entry in PRIORITIES.current(connection)] == [(2, "max")]
    assert [each.left for each in budgets_of(office.service.workplace, 2027)] == [28]
    assert budgets_of(office.service.workplace, 2026) == []
    assert [each.weight for each in priorities_on(office.service.workplace, date(2026, 12, 31))] == [3]
    assert priorities_on(office.service.workplace, date(2027, 1, 1)) == []


def test_money_left_may_pay_for_fewer_starts() -> None:
    assert budget(amount=9_999, cost_per_start=1_000).left == 9
    assert budget(granted=50).left == 0


def test_what_contradicts_itself_is_one_sentence_and_nothing_is_kept(office: Office) -> None:
    with pytest.raises(InvalidInputError, match="coût d'une entrée"):
        office.service.set_budget(budget(amount=9_999), viewer=MANAGER, at=NIGHT)
    with pytest.raises(InvalidInputError, match="finit avant"):
        office.service.set_priority(priority(valid_to="2025-01-01"), viewer=MANAGER, at=NIGHT)
    with office.service.workplace.database.read(NOBODY) as connection:
        assert not PAYER_BUDGETS.current(connection)
        assert not PRIORITIES.current(connection)


@pytest.mark.parametrize("status", sorted(NEVER_A_PRIORITY))
def test_age_origin_and_family_are_no_priority(office: Office, status: str) -> None:
    asked = priority({"kind": "status", "any_of": ["pes_registered", status]})
    with pytest.raises(InvalidInputError, match="ni sur l'âge, ni sur l'origine"):
        office.service.set_priority(asked, viewer=MANAGER, at=NIGHT)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROGRAMME_MANAGER, Role.LOCAL}))
def test_others_state_nothing(office: Office, role: Role) -> None:
    viewer = Viewer(account="x", role=role)
    with pytest.raises(ForbiddenError):
        office.service.set_budget(budget(), viewer=viewer, at=NIGHT)
    with pytest.raises(ForbiddenError):
        office.service.set_priority(priority(), viewer=viewer, at=NIGHT)


def test_without_an_account_only_where_there_are_none(office: Office) -> None:
    office.service.set_budget(budget(), viewer=LOCAL_VIEWER, at=NIGHT)
    office.service.add_account("max", role="programme_manager", viewer=LOCAL_VIEWER, at=NIGHT)
    with pytest.raises(ForbiddenError):
        office.service.set_budget(budget(granted=1), viewer=LOCAL_VIEWER, at=NIGHT)


ON = date(2026, 11, 19)


def test_who_belongs_to_several_has_the_greatest_weight_and_unknown_is_no_belonging() -> None:
    several = [priority(), priority({"kind": "need", "any_of": ["housing"]}, id="b", weight=3)]
    need = {"barrier": "housing", "level": "high", "confirmed": True, "author": "as", "stated_on": "2026-10-01"}
    assert weight_of(person(1, months_without_work=30), several, ON) == 2
    assert weight_of(person(1, months_without_work=30, needs=[need]), several, ON) == 3
    assert weight_of(person(1, months_without_work=None), several, ON) == 1
    for otherwise in ({"level": "low"}, {"confirmed": False}, {"barrier": "digital"}):
        assert weight_of(person(1, needs=[need | otherwise]), several, ON) == 1


def test_all_conditions_must_hold() -> None:
    both = [priority({"kind": "months_without_work", "at_least": 24}, {"kind": "confirmed_needs", "at_least": 2})]
    assert weight_of(person(1, months_without_work=30), both, ON) == 1


def test_a_priority_pays_the_price_divided_by_its_weight(office: Office) -> None:
    """In the programme their gain counts twice, so twice the price would have to be paid to keep them from a place."""
    office.service.set_priority(priority(), viewer=MANAGER, at=NIGHT)
    prices = office.prices()
    assert office.paid(7, "own:job") == pytest.approx(prices["own:job"] / 2)  # 27 months
    assert office.paid(5, "own:job") == pytest.approx(prices["own:job"])  # 21 months


def test_a_priority_that_is_over_gives_nothing_any_more(office: Office) -> None:
    office.service.set_priority(priority(valid_to=MORNING.date().isoformat()), viewer=MANAGER, at=NIGHT)
    assert [each.id for each in office.night().priorities] == ["long"]
    held, over = (office.paid(7, "own:job", at=MORNING + timedelta(days=days)) for days in (0, 1))
    assert over is not None
    assert held == pytest.approx(over / 2)
