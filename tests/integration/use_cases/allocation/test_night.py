"""A night finds what scarce places cost, keeps prices and counts, and names nobody."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from tests.integration.use_cases.allocation.conftest import (
    MANAGER,
    MORNING,
    NEED,
    NIGHT,
    OPTIONS,
    RESTRICTED,
    Office,
    OpenOffice,
    person,
)

from matching.domain.allocation_plan import AllocationPlan, PlannedOption
from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.domain.payer_budget import PayerBudget
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, NotFoundError
from matching.storage import opportunities
from matching.storage.audit_entries import entries
from matching.storage.scope import EVERYTHING, NOBODY
from matching.storage.tables import price_lists


def test_what_more_people_would_have_than_there_are_places_costs_something_and_nothing_else_does(
    office: Office,
) -> None:
    found = office.night()
    assert {price.opportunity for price in found.prices} == {"own:scarce", "own:job"}
    plan = {option.opportunity: option for option in found.plan.options}
    assert (plan["own:scarce"].places, plan["own:scarce"].wanted) == (1, 8)
    assert (plan["own:job"].places, plan["own:job"].wanted) == (1, 8)  # no number of jobs: one
    assert plan["own:scarce"].planned is None  # fewer than five
    assert (found.plan.full, found.plan.places_unknown) == (1, 1)
    assert found.plan.gap < 1e-6


def test_restricted_postings_are_in_nobodys_night(office: Office) -> None:
    assert "own:secret" not in office.night().model_dump_json()


def test_a_posting_in_its_head_start_moves_nothing_that_is_told(office: Office) -> None:
    before = office.night()
    hidden = {"kind": "vacancy", "id": "own:hidden", "title": "Aide de cuisine de jour", "publication": RESTRICTED}
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, [opportunity_type.validate_python(hidden)], source="own", at=NIGHT)
    assert office.night() == before


def by_start(places: dict[str, int], **told: Any) -> AnyOpportunity:
    """A course that states its places by start; of the whole it is said to be full."""
    sessions = [{"starts_on": day, "free_places": free} for day, free in places.items()]
    facts = {"id": "own:course", "title": "Cours par session", "timing": {"starts_on": list(places)}}
    return opportunity_type.validate_python(
        OPTIONS[0] | facts | {"capacity": {"status": "full", "free_places": 0, "sessions": sessions}} | told
    )


def planned(office: Office, option: AnyOpportunity) -> tuple[AllocationPlan, PlannedOption | None]:
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, [option], source="own", at=NIGHT)
    plan = office.night().plan
    return plan, next((each for each in plan.options if each.opportunity == option.id), None)


def test_each_start_that_states_its_places_counts_and_a_later_one_is_worth_the_wait_less(office: Office) -> None:
    starts = {"2026-11-23": 0, "2026-11-30": 5, "2027-01-25": 1, "2027-09-06": 5}
    plan, course = planned(office, by_start(starts))
    assert course is not None
    assert plan.gap < 1e-6
    assert (course.places, course.proposals, str(course.starts_on)) == (6, 6, "2026-11-30")
    first, then = course.sessions  # none without places, none beyond 26 weeks
    assert [(str(each.starts_on), each.places, each.planned) for each in course.sessions] == [
        ("2026-11-30", 5, 5),
        ("2027-01-25", 1, None),  # fewer than five
    ]
    assert first.waiting == 0
    assert then.waiting == pytest.approx(8 * 0.02)
    assert first.one_more == course.one_more
    assert then.one_more == pytest.approx(first.one_more - then.waiting)
    assert 0 < course.price <= first.one_more  # lowered to where six still find it worth showing


def test_where_a_later_start_has_places_for_all_the_price_is_the_wait_for_it(office: Office) -> None:
    _, course = planned(office, by_start({"2026-11-30": 5, "2027-01-25": 9}))
    assert course is not None
    assert course.price == pytest.approx(8 * 0.02)
    assert [each.one_more for each in course.sessions] == [pytest.approx(8 * 0.02), 0]


def test_starts_too_far_away_leave_an_option_full_and_one_that_is_not_stated_leaves_it_uncounted(
    office: Office,
) -> None:
    before = office.night().plan
    far, _ = planned(office, by_start({"2026-11-30": 0, "2027-09-06": 5}))
    assert (far.full, far.places_unknown) == (before.full + 1, before.places_unknown)
    unstated = {"timing": {"starts_on": ["2026-11-30", "2027-02-01"]}}
    capacity = {"capacity": {"sessions": [{"starts_on": "2026-11-30", "free_places": 0}]}}
    plan, course = planned(office, by_start({}, **unstated, **capacity))
    assert (plan.full, plan.places_unknown, course) == (before.full, before.places_unknown + 1, None)


def test_how_far_ahead_and_what_a_week_loses_are_settings_and_stand_in_the_list(open_office: OpenOffice) -> None:
    office = open_office(session_weeks=5, wait_per_week=0.5)
    found = office.night()
    assert (found.session_weeks, found.wait_per_week) == (5, 0.5)
    _, course = planned(office, by_start({"2026-11-30": 3, "2026-12-07": 2, "2027-01-25": 9}))
    assert course is not None
    assert [each.waiting for each in course.sessions] == [0, 0.5]


def test_twenty_proposals_for_a_place_leave_nothing_scarce(open_office: OpenOffice) -> None:
    found = open_office(proposals_per_place=20).night()
    assert found.prices == ()
    assert (found.per_place, found.per_person, found.share) == (20, 5, 1)


def test_a_share_of_the_duals_is_taken_off(open_office: OpenOffice) -> None:
    whole, half = open_office().prices(), open_office(price_share=0.5).prices()
    assert half == pytest.approx({name: points / 2 for name, points in whole.items()}, abs=1e-5)


def test_an_exhausted_budget_makes_its_options_scarce_and_an_ample_one_does_not(office: Office) -> None:
    stated = {"payer": "as_canton", "year": 2026, "authority": "Service", "reference": "X", "stated_on": "2026-11-01"}
    before = office.prices()
    office.service.set_budget(PayerBudget.model_validate(stated | {"starts": 900}), viewer=MANAGER, at=NIGHT)
    assert office.prices() == before
    office.service.set_budget(
        PayerBudget.model_validate(stated | {"starts": 9, "granted": 7}), viewer=MANAGER, at=NIGHT
    )
    found = office.night()
    prices = {price.opportunity: price.points for price in found.prices}
    assert prices["own:uncounted"] > 0
    (payer,) = found.plan.payers
    assert (payer.left, payer.one_more > 0) == (2, True)


def test_a_night_run_twice_has_the_same_prices_and_replaces_the_list(office: Office) -> None:
    assert office.prices() == office.prices(at=NIGHT + timedelta(minutes=5))
    with office.service.workplace.database.read(NOBODY) as connection:
        rows = connection.execute(select(price_lists.c.id, price_lists.c.version, price_lists.c.subject)).all()
    assert {(row.version, row.subject) for row in rows} == {(1, "2026-11-19"), (2, "2026-11-19")}
    assert len({row.id for row in rows}) == 1
    last = office.service.last_plan(viewer=MANAGER)
    assert last.made_at == NIGHT + timedelta(minutes=5)


def test_nobody_stands_in_what_is_kept_said_or_logged(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.keep(person(3, needs=[NEED | {"author": "Zyxomarkabel", "level": "blocking"}]))
    caplog.set_level(0)
    found = office.night()
    with office.service.workplace.database.read(NOBODY) as connection:
        kept = [str(row.payload) for row in connection.execute(select(price_lists))]
        told = [entry.content for entry in entries(connection)]
    for text in [found.model_dump_json(), *kept, *told, caplog.text]:
        assert not re.search(r"personne-\d|Zyxomarkabel", text)


def test_counts_under_five_are_left_out_and_their_complement_with_them(office: Office) -> None:
    office.keep(person(0, objective="training"))
    groups = {(group.by, group.group): group for group in office.night().plan.groups}
    assert groups["all", "all"].people == 8
    assert groups["objective", "training"].people is None
    assert groups["objective", "job"].people is None  # eight less seven would tell
    assert groups["canton", "CH-NE"].people == 8
    for group in groups.values():
        assert group.people is None or group.people >= 5
        assert group.people is not None or group.no_room_with is None
        for told in (group.never_shown, group.lost_to_prices):  # nobody at all tells of nobody
            assert told is None or told == 0 or told >= 5


def test_people_are_counted_once_a_week(office: Office) -> None:
    """Who reads the plan every day cannot follow one person from group to group."""
    office.night()
    office.keep(person(8, objective="job"))
    next_day, next_week = (office.night(at=NIGHT + timedelta(days=days)).plan for days in (1, 7))
    assert (next_day.people, next_day.people_counted_on) == (8, NIGHT.date())
    assert (next_week.people, next_week.people_counted_on) == (9, (NIGHT + timedelta(days=7)).date())


def test_who_wants_no_ranking_is_in_no_group(office: Office) -> None:
    office.service.choose_ranking("personne-2", ranked=False, viewer=LOCAL_VIEWER, at=NIGHT)
    assert office.night().plan.people == 7


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROGRAMME_MANAGER, Role.LOCAL}))
def test_others_neither_run_nor_read_it(office: Office, role: Role) -> None:
    office.night()
    viewer = Viewer(account="x", role=role)
    with pytest.raises(ForbiddenError):
        office.service.allocate(viewer=viewer, at=MORNING)
    with pytest.raises(ForbiddenError):
        office.service.last_plan(viewer=viewer)


def test_before_the_first_night_there_is_no_plan(office: Office) -> None:
    with pytest.raises(NotFoundError):
        office.service.last_plan(viewer=MANAGER)


def test_the_audit_tells_that_everybody_was_counted_and_that_prices_were_kept(office: Office) -> None:
    with office.service.workplace.database.read(NOBODY) as connection:
        before = len(list(entries(connection)))
    office.night()
    with office.service.workplace.database.read(NOBODY) as connection:
        after = [entry.content for entry in entries(connection)][before:]
    assert len(after) == 4
    assert "allocation" in after[0]
    assert "allocation" in after[1]  # the table of people, once a week
    assert "allocation.wanted" in after[2]  # that of options, once a week too
    assert "prices:2026-11-19" in after[3]
    office.night(at=NIGHT + timedelta(days=1))
    with office.service.workplace.database.read(NOBODY) as connection:
        assert len(list(entries(connection))) == before + 6
