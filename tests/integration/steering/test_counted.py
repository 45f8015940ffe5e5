"""What a programme manager reads of twelve people: numbers, no person; and what an office reads of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, ELSEWHERE, LOCAL, MANAGER, SOCIAL, WORKSHOP
from tests.integration.steering.conftest import TWELVE, Canton

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ForbiddenError, InvalidInputError
from matching.storage.audit_entries import entries
from matching.storage.scope import NOBODY
from matching.use_cases import publication
from matching.use_cases.steering.rejections import quarter_of

READING: dict[str, Callable[[Service, Viewer, datetime], Any]] = {
    "overlaps": lambda service, who, at: service.overlaps(viewer=who, at=at),
    "places": lambda service, who, at: service.places_over_time(viewer=who, at=at),
    "remedies": lambda service, who, at: service.compare_remedies(viewer=who, at=at),
    "skills": lambda service, who, at: service.skills_asked(viewer=who, at=at, trained=True),
    "rejections": lambda service, who, at: service.rejections(viewer=who, at=at),
    "results": lambda service, who, at: service.results(viewer=who, at=at, months=3),
    "portfolio": lambda service, who, at: service.portfolio_counts(viewer=who, at=at),
}


def test_refusals_are_counted_by_option_and_reason(canton: Canton) -> None:
    found = canton.service.rejections(viewer=MANAGER, at=canton.later)
    assert {(row.opportunity, row.reason): row.given for row in found.rows} == {
        (None, None): 12,
        (None, RejectReason.TOO_FAR): 6,
        (None, RejectReason.NOT_INTERESTED): 6,
        ("own:workshop", None): 12,
        ("own:workshop", RejectReason.TOO_FAR): 6,
        ("own:workshop", RejectReason.NOT_INTERESTED): 6,
    }
    quarters = {
        quarter: len(canton.service.rejections(viewer=MANAGER, at=canton.later, quarter=quarter).rows)
        for quarter in found.quarters
    }
    assert [quarter for quarter, rows in quarters.items() if rows] == [quarter_of(canton.at.date())]
    with pytest.raises(InvalidInputError, match="« 2031-Q1 » n'est pas compté ; choisir parmi before, "):
        canton.service.rejections(viewer=MANAGER, at=canton.later, quarter="2031-Q1")


def test_within_a_week_all_read_the_same_and_later_what_was_hidden_stays_so(canton: Canton) -> None:
    def too_far(days: int) -> dict[str | None, int | None]:
        found = canton.service.rejections(viewer=MANAGER, at=canton.later + timedelta(days=days))
        rows = (row for row in found.rows if row.opportunity == "own:workshop")
        return {row.reason: row.given for row in rows if row.quarter is None}

    def refuse(who: str, reason: RejectReason, days: int) -> None:
        at = canton.later + timedelta(days=days)
        slate = canton.service.recommend(who, viewer=SOCIAL, at=at).id
        canton.service.decide(slate, "own:workshop", Verb.REJECT, reasons=[reason], viewer=SOCIAL, at=at)

    first = too_far(0)
    assert first == {None: 12, RejectReason.TOO_FAR: 6, RejectReason.NOT_INTERESTED: 6}
    refuse("p-1", RejectReason.COST, 1)
    assert too_far(6) == first
    assert too_far(7) == {**first, None: None, RejectReason.COST: None}  # thirteen in all would tell of the one
    found = canton.service.rejections(viewer=MANAGER, at=canton.later + timedelta(days=7))
    assert [row.at_least for row in found.rows if row.reason is None and row.quarter is None] == [12, 12]


def test_results_are_those_stated_at_the_horizon(canton: Canton) -> None:
    found = canton.service.results(viewer=MANAGER, at=canton.later, months=3)
    (restaurant,) = [row for row in found.rows if row.provider == "restaurant" and row.result == "job"]
    assert (restaurant.began, restaurant.known, restaurant.reached, restaurant.raw) == (12, 12, 6, 0.5)
    assert restaurant.adjusted is None  # twelve are too few to compare
    before = canton.service.results(viewer=MANAGER, at=canton.at, months=3)
    assert before.rows == ()
    with pytest.raises(InvalidInputError, match="3, 6, 12, 24, 36"):
        canton.service.results(viewer=MANAGER, at=canton.later, months=5)


def test_ones_own_portfolio_lists_ones_own_files_and_who_waits(canton: Canton) -> None:
    own = canton.service.portfolio(viewer=SOCIAL, at=canton.later)
    assert {file.profile for file in own.files} == {"p-1", *TWELVE}
    assert own.waiting == ("p-1",)  # all others are in the job
    assert own.files[0].profile == "p-1"
    assert own.files[0].proposed_on is None
    elsewhere = canton.service.portfolio(viewer=ELSEWHERE, at=canton.later)
    assert [file.profile for file in elsewhere.files] == ["p-2"]


def test_a_manager_reads_the_portfolio_in_numbers(canton: Canton) -> None:
    found = canton.service.portfolio_counts(viewer=MANAGER, at=canton.later)
    told = {(row.unit, row.dimension, row.group): row.people for row in found.rows}
    assert told[None, "without_work", None] == 14
    assert told[None, "without_work", "1_to_2"] is None  # twelve of fourteen would tell of the two
    assert {unit for unit, _, _ in told} == {None}  # thirteen of one unit would tell of the one elsewhere
    assert told[None, "waiting", "takes_part"] is None  # twelve of fourteen again


def test_no_person_is_in_anything_a_manager_reads(canton: Canton) -> None:
    for name, reading in READING.items():
        read = reading(canton.service, MANAGER, canton.later).model_dump_json()
        assert not [id_ for id_ in ("p-1", "p-2", *TWELVE) if f'"{id_}"' in read], name


def test_who_may_not_read_gaps_reads_none_of_it(office: Office) -> None:
    for reading in READING.values():
        for who in (SOCIAL, COMMUNE, WORKSHOP):
            with pytest.raises(ForbiddenError):
                reading(office.service, who, office.at)
        reading(office.service, LOCAL, office.at)


def test_a_manager_opens_no_portfolio(office: Office) -> None:
    with pytest.raises(ForbiddenError):
        office.service.portfolio(viewer=MANAGER, at=office.at)


def test_the_night_counts_what_is_read_in_the_morning(canton: Canton, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ForbiddenError):
        canton.service.count_the_week(viewer=SOCIAL, at=canton.later)
    canton.service.count_the_week(viewer=MANAGER, at=canton.later)
    monkeypatch.setattr(publication, "_tables", lambda _: pytest.fail("counted again"))
    morning = canton.later + timedelta(hours=10)
    for name in ("overlaps", "rejections", "results", "portfolio"):
        assert READING[name](canton.service, MANAGER, morning).counted_on == canton.later.date()
    assert canton.service.gaps(viewer=MANAGER, at=morning).counted_on == canton.later.date()


def test_counting_everybody_leaves_one_entry_that_says_what_for(canton: Canton) -> None:
    for name in ("rejections", "results", "portfolio"):
        READING[name](canton.service, MANAGER, canton.later)
        with canton.service.workplace.database.read(NOBODY) as connection:
            last = list(entries(connection))[-1]
        assert '"act":"count_everybody"' in last.content
        assert f'"about":"{name}"' in last.content
