"""What follows an acceptance is legal, and no place is given twice."""

from collections import Counter

import numpy as np

from matching.domain.offered_reasons import offered
from matching.domain.proposal_states import TRANSITIONS
from matching.domain.vocabulary.process import ProposalStatus
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.ranking.rank import KINDS
from matching_training.simulate.course import DAYS_PER_MONTH, Canton, follow
from matching_training.simulate.run import Ran
from matching_training.simulate.world import World

_S = ProposalStatus
_WITH_REASONS = {
    _S.REJECTED: ReasonStep.REJECT,
    _S.CLIENT_DECLINED: ReasonStep.DECLINE,
    _S.PROVIDER_REFUSED: ReasonStep.PROVIDER_REFUSE,
    _S.DROPPED_OUT: ReasonStep.DROP_OUT,
    _S.ACCEPTED: ReasonStep.ACCEPT,
}


def test_every_course_is_legal_from_the_acceptance_on(world: World) -> None:
    canton, rng = Canton.of(world), np.random.default_rng(1)
    ends: Counter[str] = Counter()
    for person in range(world.shape[0]):
        canton.lives.begun[person] = -1
        for option in range(world.shape[1]):
            canton.lives.begun[person] = -1
            now, at = _S.ACCEPTED, 3.0
            for step in follow(canton, person=person, option=option, at=at, rng=rng):
                assert step.status in TRANSITIONS[now]
                assert step.at >= at
                if step.reasons:
                    kind = KINDS[int(world.kinds[option])]
                    assert set(step.reasons) <= {each.value for each in offered(kind, _WITH_REASONS[step.status])}
                now, at = step.status, step.at
            ends[now.value] += 1
    assert {"completed", "dropped_out", "provider_refused", "payer_refused", "no_show", "client_declined"} <= set(ends)


def test_every_proposal_of_a_run_is_legal(ran: Ran) -> None:
    now: dict[tuple[int, int], ProposalStatus] = {}
    for slate, position, step in ran.state.steps:
        before = now.get((slate, position), _S.SHOWN)
        assert step.status in TRANSITIONS[before]
        now[slate, position] = step.status
    assert len(now) == ran.log.decisions


def test_no_more_start_than_there_are_places(ran: Ran, world: World) -> None:
    by_month: Counter[tuple[int, int]] = Counter()
    in_all: Counter[int] = Counter()
    for slate, position, step in ran.state.steps:
        if step.status is _S.STARTED and step.day is not None:
            option = int(ran.state.served[slate].options[position])
            by_month[option, int(step.day // DAYS_PER_MONTH)] += 1
            in_all[option] += 1
    assert in_all
    assert all(number <= world.per_month[option] for (option, _), number in by_month.items())
    assert all(number <= world.in_all[option] for option, number in in_all.items())


def test_a_person_begins_one_thing_at_most(ran: Ran) -> None:
    begun = Counter(ran.state.served[slate].person for slate, _, step in ran.state.steps if step.status is _S.STARTED)
    assert set(begun.values()) == {1}
