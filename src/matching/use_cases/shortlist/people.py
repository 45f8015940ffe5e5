"""The people of the viewer's units against one option: who is not ruled out, and what rules the others out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.shortlist import Candidate, FallenOut
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Asks, Band
from matching.eligibility.rule import RuleVerdict
from matching.eligibility.withheld import Withheld
from matching.explanation.demands import demands_beside
from matching.explanation.reasons import contributions_in_words, main_reasons, main_reservations
from matching.explanation.verdicts import verdict_for, verdict_in_words
from matching.messages.say import say
from matching.ranking.model import Model
from matching.retrieval.search import compare, read_person
from matching.snapshot.columns import CriteriaColumns, position
from matching.use_cases.history import history_of, rest_in_words
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile
from matching.use_cases.situation import as_used, rank_these, score_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import Sight
from matching.working_days.swiss_time import swiss_day

_REGISTRATION = "pes_registration"
_AT_REST = "history"

_GROUPS: Mapping[Band | None, str] = {
    Band.STRONG: "close",
    Band.MEDIUM: "close",
    Band.WEAK: "far",
    Band.UNCLEAR: "far",
    None: "unranked",
}
"""The steps of fit as they are told; whoever has none wants no ranking."""


class Fitted(NamedTuple):
    """A candidate, and the step by which the ranking finds the work fitting: it orders, and is not shown."""

    candidate: Candidate
    band: Band | None


class Looked(NamedTuple):
    """One person against the option: the file as it may be used, all verdicts, and what rules the person out."""

    file: PersonFile
    person: Profile
    verdicts: tuple[RuleVerdict, ...] = ()
    ruled_out: tuple[FallenOut, ...] = ()


@dataclass(frozen=True)
class Bench:
    """One option as this viewer sees it at one moment: its columns, its row, and what the viewer may see for whom."""

    workplace: Workplace
    live: Live
    row: int
    option: AnyOpportunity
    columns: CriteriaColumns
    sight: Sight
    viewer: Viewer
    at: datetime
    lang: str

    @classmethod
    def of(
        cls,
        workplace: Workplace,
        live: Live,
        row: int,
        option: AnyOpportunity,
        *,
        viewer: Viewer,
        at: datetime,
        lang: str,
    ) -> "Bench":
        """Take the row and compute what may be seen, over all rows."""
        sight = Sight(viewer, live.publication, at)
        return cls(workplace, live, row, option, live.criteria_of(row), sight, viewer, at, lang)

    @cached_property
    def model(self) -> Model:
        """What compares everybody of this list."""
        return self.workplace.model

    def look(self, file: PersonFile) -> Looked:
        """A person as this viewer may use the file, and what rules them out, each for one; nothing for a candidate.

        The rules are the filter's own tests. A restricted posting does not exist for somebody who is not registered
        that day: no rule is asked then.
        """
        person, on = as_used(self.workplace, file.profile, self.viewer, self.at), swiss_day(self.at)
        visible = self.sight.of(person)
        if not visible[self.row]:
            sentence = say(self.lang, "shortlist.not_registered")
            fallen = FallenOut(rule=_REGISTRATION, reference="OSE art. 53b al. 6", example=sentence, people=1)
            return Looked(file, person, ruled_out=(fallen,))
        history = history_of(
            person, file.profile, file.refusals, live=self.live, visible=visible, on=on, among=np.array([self.row])
        )
        if (rest := history.rests.get(self.row)) is not None:
            fallen = FallenOut(rule=_AT_REST, example=rest_in_words(rest, self.lang), people=1)
            return Looked(file, person, ruled_out=(fallen,))
        verdicts = self.live.verdicts(person, self.row, on)
        unmet = [verdict_in_words(each, self.lang) for each in verdicts if each.truth is Truth.NOT_MET]
        fallen_out = [
            FallenOut(rule=said.rule, reference=said.reference, example=said.sentence, people=1) for said in unmet
        ]
        return Looked(file, person, verdicts, tuple(fallen_out))

    def candidate(self, looked: Looked) -> Fitted:
        """A person who is not ruled out, with conditions, reasons and demands; the points behind reasons stay here.

        A person who wants no ranking gets no reasons of it, and stands behind those whom it orders.
        """
        person, ranked = looked.person, looked.file.ranked
        withheld = Withheld(person, swiss_day(self.at))
        verdicts = [verdict_for(each, withheld, self.columns, lang=self.lang) for each in looked.verdicts]
        unknown = tuple(verdict for verdict in verdicts if verdict.truth == "unknown")
        questions = sum(verdict.asks is not Asks.PROVIDER for verdict in unknown)
        query = read_person(person, self.workplace.encoder, self.workplace.taxonomy)
        candidates = compare(query, self.live.index, np.array([self.row]))
        scores = rank_these(self.model, self.live, person, candidates, np.array([questions], np.int16), at=self.at)
        scored = score_of(self.model, self.live, candidates, scores, 0)
        contributions = contributions_in_words(scored.points, scored.values, questions, self.lang)
        labels = [skill.label for skill in self.option.criteria.skills]
        close, others = self.live.index.skills.split(self.row, labels, candidates.held_skills)
        shown = Candidate(
            profile=person.id,
            unit=person.unit,
            met=tuple(verdict for verdict in verdicts if verdict.truth == "met"),
            open=unknown,
            ranked=ranked,
            reasons=main_reasons(contributions) if ranked else (),
            reservations=main_reservations(contributions) if ranked else (),
            demands=demands_beside(self.option, person, close=close, others=others, lang=self.lang),
        )
        return Fitted(shown, scored.band if ranked else None)


def in_order(fitted: Iterable[Fitted], opportunity: str) -> tuple[Candidate, ...]:
    """By step of fit, then fewest open questions, then most conditions met, then by a lot of this option that stays."""

    def key(each: Fitted) -> tuple[int, int, int, bytes]:
        person = each.candidate
        lot = blake2b(f"{opportunity}\n{person.profile}".encode(), digest_size=8).digest()
        step = len(Band) if each.band is None else position(each.band)
        return step, len(person.open), -len(person.met), lot

    return tuple(each.candidate.model_copy(update={"group": _GROUPS[each.band]}) for each in sorted(fitted, key=key))


def counted(fallen: Iterable[FallenOut]) -> tuple[FallenOut, ...]:
    """How many people each condition rules out, the most first, with one of them as example."""
    fallen = list(fallen)
    people = Counter(one.rule for one in fallen)
    examples = {one.rule: one for one in reversed(fallen)}
    return tuple(examples[rule].model_copy(update={"people": count}) for rule, count in people.most_common())
