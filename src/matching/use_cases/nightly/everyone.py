"""Everybody against the whole catalogue at one moment: what prices, gaps and portfolios are counted from.

The house does this, at night or when a programme is steered: nobody is shown a person of it. Postings in their head
start are left out for all, and each file counts as its own unit may use it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.ranking.model import Model, chance_facts
from matching.ranking.person import RankedPerson
from matching.storage.scope import as_the_house
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile, read_files
from matching.use_cases.situation import Situation, look_at, stand
from matching.use_cases.slate_of import without_link
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

Steps = Callable[[int, int], None]


@dataclass(frozen=True)
class WorthShowing:
    """The pairs that score at least the least gain: person `n` has `rows[starts[n]:starts[n + 1]]`.

    `starts` (n_people + 1,); `rows` of options and `scores` in points, without any price (n_pairs,).
    """

    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    scores: NDArray[np.float64]

    @property
    def people(self) -> NDArray[np.int64]:
        """(n_pairs,) whose each pair is."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


@dataclass(frozen=True)
class Everyone:
    """Everybody's rules and scores over all options of one snapshot.

    `files` and `people` are aligned: the whole file, and the person as their unit may use it. `state` (n_people,
    n_options) int8 of what everybody may see: 0 not eligible, 1 with open questions, 2 eligible; 0 for all else.
    `resting` (same, bool): refused or done before. `chances` (n_people,): own chance within the horizon, for counts
    alone.
    """

    live: Live
    model: Model
    at: datetime
    on: date
    files: tuple[PersonFile, ...]
    people: tuple[Profile, ...]
    state: NDArray[np.int8]
    resting: NDArray[np.bool_]
    chances: NDArray[np.float64]
    worth: WorthShowing

    def open_to(self, person: int) -> NDArray[np.bool_]:
        """(n_options,) bool: what is neither ruled out for one of them nor at rest."""
        return np.asarray((self.state[person] != NOT_ELIGIBLE) & ~self.resting[person])


def everyone(
    workplace: Workplace,
    *,
    viewer: Viewer,
    at: datetime,
    about: str,
    ranked: bool = True,
    step: Steps = lambda _done, _of: None,
) -> Everyone:
    """Look at every file at an aware moment, to count what `about` names; one entry in the audit.

    Where `ranked` is false nothing is scored and no pair is worth showing: the rules alone, far sooner. Who wants no
    ranking has no pairs either. `step` hears how many are done. Whoever calls this has refused those who may not.
    """
    with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=about) as connection, as_the_house(connection):
        files = tuple(read_files(connection))
        institutions = {unit.id: unit.institution for unit in all_units(connection)}
    live, model = workplace.live(at), workplace.model
    state = np.zeros((len(files), len(live.criteria)), dtype=np.int8)
    resting = np.zeros(state.shape, dtype=np.bool_)
    people, chances, pairs = [], np.zeros(len(files)), [(np.zeros(0, np.int64), np.zeros(0))]
    least = workplace.slate_policy(0, model).min_gain
    for number, file in enumerate(files):
        seer = of_their_unit(file, institutions)
        look = look_at if ranked and file.ranked else stand
        seen = look(workplace, live, file.profile, viewer=seer, at=at, refusals=file.refusals)
        people.append(seen.person)
        state[number] = np.where(seen.visible, seen.assessment.state, NOT_ELIGIBLE)
        resting[number, list(seen.history.rests)] = True
        chances[number] = model.own_chance(chance_facts(RankedPerson.of(seen.person)))
        pairs.append(_worth_showing(live, seen, least) if isinstance(seen, Situation) else pairs[0])
        step(number + 1, len(files))
    return Everyone(
        live=live,
        model=model,
        at=at,
        on=swiss_day(at),
        files=files,
        people=tuple(people),
        state=state,
        resting=resting,
        chances=chances,
        worth=WorthShowing(
            starts=np.cumsum([len(rows) for rows, _ in pairs], dtype=np.int64),
            rows=np.concatenate([rows for rows, _ in pairs]),
            scores=np.concatenate([scores for _, scores in pairs]),
        ),
    )


def of_their_unit(file: PersonFile, institutions: Mapping[str, Institution]) -> Viewer:
    """Somebody of the unit that owns a file, without any mandate: what the file may be used for there."""
    unit = file.profile.unit
    return Viewer(
        account="house",
        role=Role.COUNSELLOR,
        institution=institutions.get(unit) if unit else None,
        units=(unit,) if unit else (),
    )


def _worth_showing(live: Live, seen: Situation, least: float) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    at = np.flatnonzero((seen.ranked.scores >= least) & ~without_link(live, seen))
    return seen.candidates.rows[at], seen.ranked.scores[at]
