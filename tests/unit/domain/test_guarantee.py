"""The states of a payment guarantee: what follows what, and what a day does to it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.guarantee import OF_THE_PAYER, TRANSITIONS, PaymentGuarantee
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.errors import ConflictError

S = GuaranteeStatus
FROM, TO = date(2026, 12, 1), date(2027, 2, 28)


def guarantee(status: GuaranteeStatus) -> PaymentGuarantee:
    facts = {"profile": "p-1", "code": "ch_as_professional", "payer": "social_commune", "requested_by": "a"}
    return PaymentGuarantee.model_validate({**facts, "valid_from": FROM, "valid_to": TO, "status": status})


def test_every_state_has_its_successors() -> None:
    assert set(TRANSITIONS) == set(S)
    assert {before for before, after in TRANSITIONS.items() if not after} == {
        S.REFUSED, S.EXHAUSTED, S.EXPIRED, S.REVOKED
    }  # fmt: skip
    assert [before for before, after in TRANSITIONS.items() if S.ACTIVE in after] == [S.GRANTED]
    assert [before for before, after in TRANSITIONS.items() if S.GRANTED in after] == [S.REQUESTED]


@pytest.mark.parametrize("before", S)
@pytest.mark.parametrize("after", S)
def test_what_does_not_follow_is_refused_with_what_would(before: GuaranteeStatus, after: GuaranteeStatus) -> None:
    if after in TRANSITIONS[before]:
        assert guarantee(before).moved_to(after, FROM).status is after
        return
    with pytest.raises(ConflictError) as refusal:
        guarantee(before).moved_to(after, FROM)
    named = TRANSITIONS[before] or ()
    assert all(one.fr in str(refusal.value) for one in named)
    assert bool(named) is ("état final" not in str(refusal.value))


@pytest.mark.parametrize("status", [S.GRANTED, S.ACTIVE])
def test_past_its_last_day_it_has_expired_by_itself(status: GuaranteeStatus) -> None:
    word = guarantee(status)
    assert word.status_on(TO) is status
    assert word.status_on(TO + timedelta(days=1)) is S.EXPIRED
    with pytest.raises(ConflictError, match="échue"):
        word.moved_to(S.REVOKED, TO + timedelta(days=1))


def test_it_is_in_force_from_the_day_of_the_start_on() -> None:
    word = guarantee(S.ACTIVE).model_copy(update={"started_on": date(2026, 12, 7)})
    assert word.status_on(date(2026, 12, 6)) is S.GRANTED
    assert word.status_on(date(2026, 12, 7)) is S.ACTIVE
    with pytest.raises(ConflictError, match="accordée ; elle ne peut pas devenir épuisée"):
        word.moved_to(S.EXHAUSTED, date(2026, 12, 6))
    assert word.moved_to(S.EXHAUSTED, date(2026, 12, 7)).status is S.EXHAUSTED
    assert word.moved_to(S.REVOKED, date(2026, 12, 1)).status is S.REVOKED


@given(st.sampled_from(S), st.dates(FROM - timedelta(days=400), TO + timedelta(days=400)))
def test_days_pass_over_all_other_states(status: GuaranteeStatus, day: date) -> None:
    word = guarantee(status)
    if status not in {S.GRANTED, S.ACTIVE} or day <= TO:
        assert word.status_on(day) is status
    assert word.covers(day) is (FROM <= day <= TO)


@given(st.sampled_from(S), st.dates(FROM - timedelta(days=40), TO + timedelta(days=40)))
def test_what_a_payer_may_answer_is_what_would_not_be_refused(status: GuaranteeStatus, day: date) -> None:
    word = guarantee(status)
    open_to_it = set()
    for answer in OF_THE_PAYER:
        try:
            word.moved_to(answer, day)
        except ConflictError:
            continue
        open_to_it.add(answer)
    assert set(word.answers_on(day)) == open_to_it
