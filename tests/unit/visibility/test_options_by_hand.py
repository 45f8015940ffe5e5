"""The columns and the mask against a plain reading of the rules: whoever sees has the right to, whoever has it sees."""

from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.visibility.visibility_by_hand import (
    draw_case,
    draw_cases,
    draw_list,
    draw_posting,
    has_right,
    occupations_of,
    restricted,
    sees,
)

from matching.domain.reporting_duty import ReportingList
from matching.domain.vocabulary.postings import AnnounceException
from matching.snapshot.publication import compile_publication
from matching.visibility.options import in_head_start, may_see, open_to_all

chances = st.randoms(use_true_random=False)


@given(chances)
def test_it_is_seen_where_the_rules_say_so_and_nowhere_else(chance: Random) -> None:
    posting, case, listed = draw_posting(chance), draw_case(chance), draw_list(chance)
    columns = compile_publication([posting], ReportingList(occupations_of(listed)))
    seen = bool(may_see(case.viewer, case.person, columns, case.at)[0])
    assert seen == sees(case.viewer, case.person, posting, listed, case.at)
    if seen and restricted(posting, listed, case.at):
        assert has_right(case.viewer, case.person, case.at)
    assert bool(in_head_start(columns, case.at)[0]) == restricted(posting, listed, case.at)


@given(chances, st.sampled_from([None, *AnnounceException]))
def test_no_exception_opens_or_closes_a_posting(chance: Random, exception: AnnounceException | None) -> None:
    posting, listed = draw_posting(chance), ReportingList(occupations_of(draw_list(chance)))
    other = posting.model_copy(update={"publication": posting.publication.model_copy(update={"exception": exception})})
    before, after = (compile_publication([each], listed) for each in (posting, other))
    assert before.restricted_until[0] == after.restricted_until[0]


@given(chances)
def test_statistics_hold_nothing_that_anybody_may_not_see(chance: Random) -> None:
    postings = [draw_posting(chance) for _ in range(20)]
    columns, case = compile_publication(postings), draw_case(chance)
    public = open_to_all(columns, case.at)
    assert not (public & ~may_see(case.viewer, case.person, columns, case.at)).any()
    assert not public[[restricted(posting, frozenset(), case.at) for posting in postings]].any()


@given(chances)
def test_what_was_public_stays_so(chance: Random) -> None:
    columns, case = compile_publication([draw_posting(chance)]), draw_case(chance)
    later = case.at + timedelta(days=chance.randrange(400))
    assert open_to_all(columns, later)[0] >= open_to_all(columns, case.at)[0]


@pytest.mark.parametrize("seed", range(4))
def test_ten_thousand_cases_at_once(seed: int) -> None:
    """The mask over all rows is the same as one row after the other."""
    chance = Random(seed)
    listed, postings = draw_list(chance), [draw_posting(chance) for _ in range(100)]
    columns = compile_publication(postings, ReportingList(occupations_of(listed)))
    hidden = 0
    for case in draw_cases(chance, 100):
        mask = may_see(case.viewer, case.person, columns, case.at)
        by_hand = [sees(case.viewer, case.person, posting, listed, case.at) for posting in postings]
        assert np.array_equal(mask, by_hand)
        hidden += int((~mask).sum())
    assert 1_000 < hidden < 9_000
