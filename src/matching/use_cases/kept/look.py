"""One person as one viewer may see them now, against a few options: what each is by the rules, and nothing else."""

from collections.abc import Iterable
from datetime import datetime

import numpy as np

from matching.domain.kept import Pin
from matching.domain.opportunity import Vacancy
from matching.domain.telling import MEASURE_CATEGORIES
from matching.domain.viewer import Viewer
from matching.explanation.verdicts import eligibility_of
from matching.storage.ledger import Entry
from matching.use_cases.history import history_of, rest_in_words
from matching.use_cases.kept.pinned import Pinned
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile
from matching.use_cases.row_for import is_flagged
from matching.use_cases.situation import Verdicts, as_used
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, is_pes_staff, may_see
from matching.working_days.swiss_time import swiss_day


class Look:
    """What rests is looked up among the options named, so that a look costs the same however large the catalogue."""

    def __init__(
        self,
        workplace: Workplace,
        live: Live,
        file: PersonFile,
        options: Iterable[str],
        *,
        viewer: Viewer,
        at: datetime,
        lang: str,
    ) -> None:
        self._live, self._viewer, self._at, self._lang = live, viewer, at, lang
        self.person, on = as_used(workplace, file.profile, viewer, at), swiss_day(at)
        self._visible = may_see(viewer, self.person, live.publication, at)
        self._verdicts = Verdicts(live, self.person, on, lang)
        rows = [row for option in options if (row := live.snapshot.row_of(option)) is not None]
        self._history = history_of(
            self.person,
            file.profile,
            file.refusals,
            live=live,
            visible=self._visible,
            on=on,
            among=np.array(rows, dtype=np.intp),
        )

    def may_know(self, entry: Entry[Pin]) -> bool:
        """Whether a pin exists for this viewer, as a proposal of the same option would.

        That somebody thought of a measure of an insurance tells of it: where that is withheld, only whoever pinned it
        knows. Of an option that is gone nothing can be looked up any more.
        """
        pin = entry.word
        row, own, staff = (
            self._live.snapshot.row_of(pin.opportunity),
            pin.pinned_by == self._viewer.account,
            is_pes_staff(self._viewer, self._at),
        )
        if row is None:
            return (staff or not pin.mandate_only) and (own or not self.person.withheld)
        if not self._visible[row] or (not staff and is_flagged(self._live, row, self._at)):
            return False
        option = self._live.snapshot.option(row)
        tells = frozenset() if isinstance(option, Vacancy) else MEASURE_CATEGORIES[option.code]
        return own or not tells & set(self.person.withheld)

    def told(self, pin: Pin) -> Pinned:
        """The pin with its present state; another's words are left out where something is withheld."""
        words = pin.words if pin.pinned_by == self._viewer.account or not self.person.withheld else None
        row = self._live.snapshot.row_of(pin.opportunity)
        if row is None:
            return Pinned(opportunity=pin.opportunity, title=pin.title, words=words, pinned_by=pin.pinned_by, at=pin.at)
        option = disclose(self._live.snapshot.option(row), self._viewer, self._at)
        verdicts = self._verdicts.of(row)
        rest = self._history.rests.get(row)
        return Pinned(
            opportunity=pin.opportunity,
            title=option.title,
            kind=option.kind,
            provider=option.provider,
            eligibility=eligibility_of(verdicts),
            unmet=tuple(verdict.sentence for verdict in verdicts if verdict.truth == "not_met"),
            rests=rest_in_words(rest, self._lang) if rest else None,
            words=words,
            pinned_by=pin.pinned_by,
            at=pin.at,
        )
