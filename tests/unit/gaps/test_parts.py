"""The parts name rules that there are, and together they say what the filter says."""

from datetime import timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from synthetic import make_options, make_people
from tests.conftest import WEDNESDAY

from matching.domain.verdict import Truth
from matching.eligibility.assess import Engine
from matching.eligibility.rules import RULES
from matching.gaps.parts import (
    OF_PLACES,
    OF_REACH,
    OF_RUNNING,
    OF_THE_PAYER,
    RULE_IDS,
    Part,
    part_of,
    parts_of,
    waits_longer,
)
from matching.gaps.steps import STEPS
from matching.snapshot.columns import compile_criteria

OPTIONS = make_options(10, 120, 40)
COLUMNS = compile_criteria(OPTIONS)
ENGINE = Engine(COLUMNS)
PEOPLE = make_people(40)
ON = WEDNESDAY.date()


def test_every_rule_named_is_a_rule_and_statutes_have_no_step() -> None:
    named = OF_REACH | OF_RUNNING | OF_PLACES | OF_THE_PAYER | set(STEPS)
    assert named <= set(RULE_IDS)
    assert all(rule.law is None and part_of(rule) is Part.CRITERIA for rule in RULES if rule.id in STEPS)


def test_the_parts_together_are_the_filter() -> None:
    nothing = np.zeros(len(COLUMNS), bool)
    for person in PEOPLE:
        parts = parts_of(ENGINE.truths(person, ON), nothing)
        state = ENGINE.assess(person, ON).state
        whole = parts.truths.min(axis=0)
        differ = np.flatnonzero(whole != state)
        # The filter takes a place that nobody names for a warning; here it is unknown.
        assert (whole[differ] == Truth.UNKNOWN).all()
        assert np.isnan(COLUMNS.latitude[differ]).all()
        not_met = parts.truths[[Part.PAYER, Part.CRITERIA]].min(axis=0) == Truth.NOT_MET
        assert ((parts.against > 0) == not_met).all()


@given(st.sampled_from(PEOPLE), st.sampled_from(sorted(STEPS)))
def test_a_step_only_ever_loosens(person: object, rule_id: str) -> None:
    rule = RULES[RULE_IDS.index(rule_id)]
    eased = STEPS[rule_id].relax(COLUMNS)
    before, after = rule.truths(person, COLUMNS, ON), rule.truths(person, eased, ON)  # type: ignore[arg-type]
    assert (after >= before).all()


def test_a_wait_counts_as_full_only_where_it_is_known_to_be_long() -> None:
    listed = [option for option in OPTIONS if option.kind == "measure"][:3]
    options = [
        type(option).model_validate(
            option.model_dump() | {"capacity": {"status": "waiting_list", "waiting_weeks": weeks}}
        )
        for option, weeks in zip(listed, (12, 13, None), strict=True)
    ]
    assert waits_longer(compile_criteria(options), 12, ON).tolist() == [False, True, False]


def test_where_places_are_stated_by_start_one_waits_for_the_first_that_has_some() -> None:
    measure = next(option for option in OPTIONS if option.kind == "measure")
    days = [ON + timedelta(weeks=weeks) for weeks in (2, 12, 13)]

    def waits(*free: int) -> bool:
        sessions = [{"starts_on": day, "free_places": places} for day, places in zip(days, free, strict=True)]
        told = {"timing": {"starts_on": days}, "capacity": {"status": "full", "sessions": sessions}}
        option = type(measure).model_validate(measure.model_dump() | told)
        return bool(waits_longer(compile_criteria([option]), 12, ON)[0])

    assert [waits(0, 1, 0), waits(0, 0, 1), waits(0, 0, 0)] == [False, True, False]  # full: another rule says it
