"""Results in rows: unknown is no failure, small cells are hidden, nobody is in an order under twenty people."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.disclosure.protect import LEAST
from matching.domain.outcome import Outcome
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.use_cases.publication import Tables
from matching.use_cases.steering.log import ToldOption
from matching.use_cases.steering.participations import Participation, results_known
from matching.use_cases.steering.result_rows import LEAST_TO_COMPARE, ResultRow, result_rows

WORKSHOP = ToldOption("own:1", "Atelier", OpportunityKind.MEASURE, "workshop", "Atelier", "organiser")


def people(provider: str, reached: int, known: int, began: int, *, employer: str = "organiser") -> list[Participation]:
    option = replace(WORKSHOP, provider_id=provider, provider=provider, employer=employer)
    states = [{"job": at < reached} if at < known else {} for at in range(began)]
    return [Participation(f"{provider}-{at}", option, 0.3, {12: state}) for at, state in enumerate(states)]  # type: ignore[dict-item]


def job_rows(found: list[Participation]) -> list[ResultRow]:
    """The rows of jobs a year on, told for the first time."""
    return [row for row in result_rows(found, Tables({}))[12] if row.result == "job"]


def row_of(rows: list[ResultRow], provider: str | None) -> ResultRow:
    (found,) = [row for row in rows if row.provider == provider]
    return found


def test_what_nobody_stated_is_in_no_share() -> None:
    rows = job_rows(people("a", 10, 20, 60))
    found = row_of(rows, "a")
    assert (found.began, found.known, found.reached, found.raw) == (60, 20, 10, 0.5)


def test_two_large_providers_are_compared_a_small_one_is_not() -> None:
    rows = job_rows([*people("a", 30, 60, 60), *people("b", 30, 60, 60), *people("c", 6, 12, 12)])
    assert row_of(rows, "a").standing == "not_told_apart"
    assert row_of(rows, "a").adjusted is not None
    small = row_of(rows, "c")
    assert (small.raw, small.adjusted, small.standing) == (0.5, None, None)
    assert [row.provider for row in rows if row.by == "provider"][-1] == "c"


@pytest.mark.parametrize(("reached", "known"), [(0, 12), (3, 12), (12, 12), (9, 12)])
def test_shares_that_tell_of_few_are_hidden(reached: int, known: int) -> None:
    found = row_of(job_rows(people("a", reached, known, known)), "a")
    assert (found.reached, found.raw) == (None, None)


def test_fewer_than_five_people_are_not_listed_and_cannot_be_had_from_their_type() -> None:
    rows = job_rows([*people("a", 10, 20, 20), *people("b", 1, 4, 4)])
    assert [(row.provider, row.began, row.reached) for row in rows] == [("a", 20, 10)]


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 8)).map(
            lambda one: (one[0], one[0] + one[1], one[0] + one[1] + one[2])
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_difference_of_what_is_told_is_of_few_people(groups: list[tuple[int, int, int]]) -> None:
    everybody = [one for at, group in enumerate(groups) for one in people(f"p{at}", *group)]
    rows = job_rows(everybody)
    for row in rows:
        if row.began is not None and row.known is not None:
            assert row.began == row.known or row.began - row.known >= LEAST
        if row.raw is not None:
            assert row.known is not None
            assert row.reached is not None
            assert row.reached >= LEAST
            assert row.known - row.reached >= LEAST
        if row.adjusted is not None:
            assert (row.known or 0) >= LEAST_TO_COMPARE
    whole = row_of(rows, None) if [row for row in rows if row.provider is None] else None
    told = [row for row in rows if row.provider is not None and row.raw is not None]
    if whole is not None and whole.raw is not None and len(told) < len(groups):
        rest = (whole.reached or 0) - sum(row.reached or 0 for row in told)
        others = (whole.known or 0) - sum(row.known or 0 for row in told)
        assert others == 0 or (rest >= LEAST and others - rest >= LEAST)


def outcome(kind: str, **more: Any) -> Outcome:
    told = {"proposal": "p", "kind": kind, "stated_at": "2026-11-01T08:00:00+01:00", "source": "register"}
    return Outcome.model_validate(told | more)


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ([], {}),
        ([outcome("unsubsidised_job_at", months=12, holds=None)], {}),
        ([outcome("unsubsidised_job_at", months=6, holds=True)], {}),
        ([outcome("unsubsidised_job_at", months=12, holds=False)], {"job": False}),
        ([outcome("subsidised_job_at", months=12, holds=True)], {"transition": True}),
        ([outcome("benefit_exit", months=12, holds=True)], {}),
        ([outcome("training_entry", months=3, holds=False)], {}),
        ([outcome("training_entry", months=6, holds=False)], {"training": False}),
        ([outcome("iae_positive", holds=True)], {"job": False, "transition": False, "training": True}),
        ([outcome("iae_durable", holds=True)], {"job": True, "transition": False, "training": False}),
        ([outcome("iae_other", holds=True)], {"job": False, "transition": False, "training": False}),
    ],
)
def test_which_fact_tells_which_result(facts: list[Outcome], known: dict[str, bool]) -> None:
    assert results_known(facts, 12) == known
