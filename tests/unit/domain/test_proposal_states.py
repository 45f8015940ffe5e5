"""The table of states: closed, said in words, and such that nobody is held and nothing begins without a yes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.proposal_states import (
    BEFORE_THE_LOG,
    OF_THE_PARTICIPANT,
    OF_THE_PAYER,
    OF_THE_PROVIDER,
    TRANSITIONS,
    following,
    refuse_wrong_step,
)
from matching.domain.vocabulary.process import ProposalStatus
from matching.errors import ConflictError

S = ProposalStatus
FINAL = {S.COMPLETED, S.DROPPED_OUT, S.EXPIRED, S.WITHDRAWN}


def test_the_table_is_closed() -> None:
    assert set(TRANSITIONS) == set(S)
    assert {now for now, after in TRANSITIONS.items() if not after} == FINAL


def reached_from(start: S, without: frozenset[S] = frozenset()) -> set[S]:
    found, waiting = set[S](), [start]
    while waiting:
        now = waiting.pop()
        for after in TRANSITIONS[now] - without - found:
            found.add(after)
            waiting.append(after)
    return found


def test_every_state_can_be_reached_from_what_was_shown() -> None:
    assert reached_from(S.SHOWN) == set(S) - BEFORE_THE_LOG


@pytest.mark.parametrize("needed", [S.ACCEPTED, S.CLIENT_ACCEPTED])
def test_nothing_begins_without_the_yes_of_counsellor_and_person(needed: S) -> None:
    without = reached_from(S.SHOWN, frozenset({needed}))
    assert without.isdisjoint({S.STARTED, S.NO_SHOW, S.ADMITTED, S.REQUESTED, S.PAYER_REQUESTED})


def test_the_payer_answers_only_what_it_was_asked() -> None:
    assert {now for now in S if S.PAYER_GRANTED in TRANSITIONS[now]} == {S.PAYER_REQUESTED}


def test_the_person_may_think_again_until_the_start() -> None:
    after_a_yes = reached_from(S.CLIENT_ACCEPTED) - FINAL - {S.STARTED, S.CLIENT_DECLINED}
    assert {now for now in after_a_yes if S.CLIENT_DECLINED not in TRANSITIONS[now]} == set()
    assert S.CLIENT_ACCEPTED in TRANSITIONS[S.CLIENT_DECLINED]
    assert S.CLIENT_DECLINED not in TRANSITIONS[S.STARTED]


@pytest.mark.parametrize("now", [S.ACCEPTED, S.REJECTED, S.DEFERRED])
def test_the_counsellor_may_think_again_until_the_person_has_answered(now: S) -> None:
    assert {S.ACCEPTED, S.REJECTED, S.DEFERRED} - {now} <= TRANSITIONS[now]
    assert TRANSITIONS[S.CLIENT_ACCEPTED].isdisjoint({S.ACCEPTED, S.REJECTED, S.DEFERRED})


@given(st.lists(st.sampled_from(S), max_size=40))
def test_no_walk_leaves_the_table_and_every_refusal_says_what_is_allowed(wanted: list[S]) -> None:
    now = S.SHOWN
    for state in wanted:
        try:
            refuse_wrong_step(now, state)
        except ConflictError as refused:
            said = str(refused)
            assert state not in TRANSITIONS[now]
            assert f"« {now.fr} »" in said
            _, _, allowed = said.partition("permis ensuite : ")
            assert {one for one in S if f"« {one.fr} »" in allowed} == TRANSITIONS[now]
            assert allowed == "plus rien." or now not in FINAL
            assert "\n" not in said
            assert said.count(". ") == 0
        else:
            assert state in TRANSITIONS[now]
            now = state


def test_one_sentence_in_plain_words() -> None:
    with pytest.raises(ConflictError) as refused:
        refuse_wrong_step(S.DEFERRED, S.STARTED)
    assert str(refused.value) == (
        "Cette proposition en est à « en attente » ; « début » ne peut pas suivre ; permis ensuite : "
        "« retenue » (par qui prescrit), « refusée » (par qui prescrit), « échue » (par qui accompagne la personne), "
        "« retirée » (par qui accompagne la personne)."
    )


def test_a_payer_hears_of_its_own_steps_alone() -> None:
    with pytest.raises(ConflictError) as refused:
        refuse_wrong_step(S.CLIENT_DECLINED, S.PAYER_GRANTED, told=S.WITHDRAWN)
    assert str(refused.value) == (
        "Cette proposition en est à « retirée » ; « accordée par le payeur » ne peut pas suivre ; "
        "permis ensuite : plus rien."
    )


@pytest.mark.parametrize("side", [OF_THE_PAYER, OF_THE_PROVIDER, OF_THE_PARTICIPANT])
@given(now=st.sampled_from(S))
def test_what_a_side_may_do_next_is_what_would_not_be_refused(side: frozenset[S], now: S) -> None:
    allowed = []
    for wanted in S:
        if wanted in side:
            try:
                refuse_wrong_step(now, wanted)
            except ConflictError:
                continue
            allowed.append(wanted)
    assert list(following(now, side)) == allowed
