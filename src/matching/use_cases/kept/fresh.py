"""What the night found for searches, as one viewer may know of it now: many people at once, each over a few rows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import numpy as np

from matching.domain.profile import Profile
from matching.domain.search import SavedSearch, SearchFind
from matching.domain.viewer import Viewer
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, Engine
from matching.use_cases.history import history_of
from matching.use_cases.kept.searched import NewOption
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile
from matching.use_cases.situation import as_used
from matching.use_cases.workplace import Workplace
from matching.visibility.options import Sight, disclose
from matching.working_days.swiss_time import swiss_day


def news_of(search: SavedSearch, find: SearchFind | None) -> tuple[str, ...]:
    """What a night found that the search does not know yet, best first."""
    known = frozenset(search.known)
    return tuple(option for option in find.options if option not in known) if find else ()


class Fresh:
    """The rules are laid over the options found alone, once for all people: the size of the catalogue costs nothing."""

    def __init__(
        self, workplace: Workplace, live: Live, options: Iterable[str], *, viewer: Viewer, at: datetime
    ) -> None:
        self._workplace, self._live, self._viewer, self._at = workplace, live, viewer, at
        rows = sorted({row for option in options if (row := live.snapshot.row_of(option)) is not None})
        self._rows = np.array(rows, dtype=np.intp)
        self._sight = Sight(viewer, live.publication, at)
        self._engine = Engine(live.criteria.take(self._rows))
        self._people: dict[tuple[str | None, str], tuple[Profile, Mapping[int, int]]] = {}

    def of(self, file: PersonFile, search: SavedSearch, find: SearchFind | None) -> list[tuple[int, int]]:
        """Rows and states (1 review, 2 eligible) of what is news to this viewer, best first.

        It exists for them, is open to the person by the rules of today and does not rest. Whoever may use less of the
        file than the unit that owns it is told of none: what was found would tell of what is withheld.
        """
        news = news_of(search, find)
        if find is None or not news:
            return []
        person, state = self._known(file)
        if not set(person.withheld) <= set(find.withheld):
            return []
        least = ELIGIBLE if search.sought.certain else NOT_ELIGIBLE + 1
        rows = (self._live.snapshot.row_of(option) for option in news)
        return [(row, state[row]) for row in rows if row is not None and state.get(row, NOT_ELIGIBLE) >= least]

    def told(self, file: PersonFile, search: SavedSearch, find: SearchFind | None) -> tuple[NewOption, ...]:
        """The same as this viewer may read it."""
        return tuple(self._told(row, state) for row, state in self.of(file, search, find))

    def withholds(self, file: PersonFile) -> bool:
        """Whether something of the file is withheld from this viewer."""
        return bool(self._known(file)[0].withheld)

    def _told(self, row: int, state: int) -> NewOption:
        option = disclose(self._live.snapshot.option(row), self._viewer, self._at)
        return NewOption(
            opportunity=option.id,
            title=option.title,
            kind=option.kind,
            provider=option.provider,
            state="eligible" if state == ELIGIBLE else "review",
        )

    def _known(self, file: PersonFile) -> tuple[Profile, Mapping[int, int]]:
        key = file.profile.unit, file.profile.id
        if key not in self._people:
            self._people[key] = self._state(file)
        return self._people[key]

    def _state(self, file: PersonFile) -> tuple[Profile, Mapping[int, int]]:
        """The person as this viewer may use the file, and the state of each row that exists here and does not rest."""
        person, on = as_used(self._workplace, file.profile, self._viewer, self._at), swiss_day(self._at)
        visible = self._sight.of(person)
        history = history_of(
            person, file.profile, file.refusals, live=self._live, visible=visible, on=on, among=self._rows
        )
        states = self._engine.assess(person, on).state.tolist()
        found = zip(self._rows.tolist(), states, strict=True)
        return person, {row: state for row, state in found if visible[row] and row not in history.rests}
