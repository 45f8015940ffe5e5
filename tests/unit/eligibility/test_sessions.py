"""Places by start: the columns that rules read and the record that cards and counts read say the same of them."""

from hypothesis import given
from tests.unit.eligibility import generators as some

from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.eligibility.rules.offer import open_sessions, place_is_free
from matching.snapshot.columns import UNSTATED, compile_criteria, day_number


@given(option=some.options)
def test_record_and_columns_agree_on_the_starts_that_are_open(option: AnyOpportunity) -> None:
    columns = compile_criteria([option])
    stated = open_sessions(columns, some.ON)[0] & (columns.session_free[0] != UNSTATED)
    read = dict(zip(columns.session_day[0][stated].tolist(), columns.session_free[0][stated].tolist(), strict=True))
    told = option.sessions_from(some.ON)
    assert read == {day_number(each.starts_on): each.free_places for each in told}
    assert list(told) == sorted(told, key=lambda each: each.starts_on)
    others = (open_sessions(columns, some.ON)[0] & ~stated).any()
    assert not told or others == (len(told) < len(option.starts_from(some.ON)))


@given(option=some.options)
def test_a_place_at_some_open_start_is_a_place(option: AnyOpportunity) -> None:
    free = option.free_places_on(some.ON)
    told = option.sessions_from(some.ON)
    assert free == (sum(each.free_places for each in told) if told else option.capacity.free_places)
    if told and free:
        assert place_is_free(Profile(id="p"), compile_criteria([option]), some.ON)[0] == Truth.MET
