"""A job is suitable where a card would call it near: the same thresholds, and nothing known counts for nothing."""

import numpy as np

from matching.pathways.suitable import CLOSE_ENOUGH, SAME_OCCUPATION, near_enough
from matching.ranking.features import FEATURE_BY_NAME
from matching.retrieval.search import Candidates


def test_the_thresholds_are_those_of_the_cards() -> None:
    for name, suffix, threshold in (
        ("project_likeness", "some", CLOSE_ENOUGH),
        ("experience_likeness", "some", CLOSE_ENOUGH),
        ("held_occupation", "near", SAME_OCCUPATION),
        ("target_occupation", "near", SAME_OCCUPATION),
    ):
        assert {said: least for least, said in FEATURE_BY_NAME[name].steps}[suffix] == threshold


def candidates(**known: float) -> Candidates:
    channels = ("project", "experience", "lexical", "project_words", "held_occupation", "target_occupation", "skills")
    told = {name: np.array([known.get(name, np.nan)], dtype=np.float32) for name in channels}
    return Candidates(rows=np.zeros(1, dtype=np.int64), held_skills=np.zeros(0, dtype=np.bool_), **told)


def test_one_channel_is_enough_and_a_likeness_below_is_not() -> None:
    assert near_enough(candidates(project=0.4, held_occupation=0.0)).tolist() == [True]
    assert near_enough(candidates(experience=0.1, target_occupation=0.85)).tolist() == [True]
    assert near_enough(candidates(project=0.3, experience=0.2, held_occupation=0.6)).tolist() == [False]


def test_where_the_file_says_nothing_no_job_is_unsuitable() -> None:
    assert near_enough(candidates()).tolist() == [True]
    assert near_enough(candidates(project=0.1)).tolist() == [False]
