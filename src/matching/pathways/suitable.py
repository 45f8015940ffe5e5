"""Which jobs are suitable: kept by retrieval, and near enough to the project, the experience or the occupation."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matching.retrieval.search import PER_CHANNEL, Candidates, Floats, Query, Rows, SearchIndex, compare, retrieve

CLOSE_ENOUGH = 0.35
"""Likeness to project or experience from which a card calls an option partly close to it (`ranking/features.py`)."""

SAME_OCCUPATION = 0.8
"""Closeness of coded occupations from which a card calls one very near: the same four digits of ISCO-08."""


def near_enough(candidates: Candidates) -> NDArray[np.bool_]:
    """(n_candidates,) bool: near by one of the channels; where no channel knows anything, everything is."""
    likeness = np.fmax(candidates.project, candidates.experience)
    occupation = np.fmax(candidates.held_occupation, candidates.target_occupation)
    nothing_known = np.isnan(likeness) & np.isnan(occupation)
    return np.asarray((likeness >= CLOSE_ENOUGH) | (occupation >= SAME_OCCUPATION) | nothing_known)


def asking_for(skills: Sequence[str], vectors: Floats, index: SearchIndex, open_jobs: Candidates) -> int:
    """How many jobs that are open today and near ask for one of some skills that the person has not been close to yet.

    `skills` are texts of a person's skills with their `vectors` (n_skills, d), as channels read them.
    """
    gained = index.skills.held(skills, vectors) & ~open_jobs.held_skills
    shares = index.skills.shares(open_jobs.rows, gained)
    return int(((np.nan_to_num(shares) > 0) & near_enough(open_jobs)).sum())


def suitable(
    query: Query, index: SearchIndex, rows: Rows, among: Rows, vacancies: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """(n_rows,) bool: which of some rows are suitable, where `among` are all rows open to the person.

    Measures and placements all are: no project resembles a course on debts. `vacancies` is (n_options,) bool.
    """
    fits = ~vacancies[rows]
    jobs = rows[vacancies[rows]]
    if not len(jobs):
        return fits
    if vacancies[among].sum() > PER_CHANNEL:  # else retrieval keeps them all, and the others need not be read
        found = retrieve(query, index, among, vacancies)
        at = np.flatnonzero(np.isin(found.rows, jobs))
        kept = found.rows[at[near_enough(found)[at]]]
    else:
        found = compare(query, index, jobs)
        kept = jobs[near_enough(found)]
    return np.asarray(fits | np.isin(rows, kept))
