"""Recommend: ranked options of the three kinds for one person, each with its reasons, as this viewer may see them."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

import numpy as np

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation, Versions
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.eligibility.assess import NOT_ELIGIBLE, rules_version
from matching.errors import InvalidInputError
from matching.explanation.card import Placed, explain
from matching.explanation.payers import payers_in_words
from matching.explanation.rsa_lines import rsa_lines
from matching.messages.say import LANGUAGES, say, spoken
from matching.use_cases.funding import OnFile, on_file
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation, load_profile, look_at, scored, verdicts_of
from matching.use_cases.slate_of import slate_of
from matching.use_cases.subsidies import subsidies_for
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, in_head_start

_ASKED_OF = 30


def recommend(
    workplace: Workplace,
    profile: str | Profile,
    *,
    viewer: Viewer,
    at: datetime,
    kinds: Collection[OpportunityKind] = tuple(OpportunityKind),
    limit: int = 10,
    lang: str = "fr",
) -> Recommendation:
    """The slate for one person at an aware moment; it may be empty and then says why.

    NotFoundError when the file does not exist for this viewer. What lacks consent is unknown, what may not be seen
    leaves no trace.
    """
    if limit < 1:
        raise InvalidInputError("Le nombre d'options à montrer doit être 1 ou plus.")
    if lang not in LANGUAGES:
        raise InvalidInputError(f"La langue « {lang} » n'existe pas ici ; langues : {', '.join(LANGUAGES)}.")
    whole = load_profile(workplace, profile, viewer)
    live = workplace.live(at)
    seen = look_at(workplace, live, whole, viewer=viewer, at=at, kinds=kinds)
    filed = on_file(workplace, profile, seen.person, viewer, at)
    slate = slate_of(live, seen, limit=limit, min_gain=workplace.min_gain)
    cards = [
        _card(workplace, live, seen, Seat(position, rank, position == slate.next_step, filed), lang)
        for rank, position in enumerate(slate.positions, start=1)
    ]
    return Recommendation(
        id=f"r-{uuid4().hex}",
        profile=whole.id,
        viewer=viewer.account,
        at=at,
        language=spoken(lang),
        horizon_months=workplace.model.horizon_months,
        cards=tuple(cards),
        questions=_questions(live, seen, lang),
        empty_because=None if cards else _why_empty(seen, workplace.min_gain, lang),
        considered=int(seen.wanted.sum()),
        versions=versions_of(workplace, live, seen),
    )


def versions_of(workplace: Workplace, live: Live, seen: Situation) -> Versions:
    """What an answer was computed with; the catalogue's is that of what the viewer may see."""
    return Versions(
        rules=rules_version(),
        catalogue=live.version_of(seen.visible),
        encoder=workplace.encoder.version,
        model=workplace.model.version,
        evidence=workplace.model.evidence,
    )


class Seat(NamedTuple):
    """Where a candidate sits in the slate: its position among the candidates, its rank from 1, the next-step slot.

    `filed` is what was agreed about the person.
    """

    position: int
    rank: int
    next_step: bool
    filed: OnFile


def _card(workplace: Workplace, live: Live, seen: Situation, seat: Seat, lang: str) -> Card:
    row = int(seen.candidates.rows[seat.position])
    option = disclose(live.snapshot.option(row), seen.viewer, seen.at)
    matched, missing = live.index.skills.split(
        row, [skill.label for skill in option.criteria.skills], seen.candidates.held_skills
    )
    placed = Placed(
        rank=seat.rank,
        next_step=seat.next_step,
        matched_skills=matched,
        missing_skills=missing,
        in_head_start=bool(in_head_start(live.publication.take(np.array([row])), seen.at)[0]),
        restricted_until=live.publication.last_restricted_day(row),
        subsidies=[
            (subsidy.title, payers_in_words(seat.filed.funding(seen.person, subsidy, seen.on).resolution, lang))
            for subsidy in subsidies_for(live, seen, option)
        ],
        funding=seat.filed.funding(seen.person, option, seen.on),
        tried_before=_tried_before(seen.person, option),
        pathway=rsa_lines(seen.person, option, seen.on, lang),
    )
    verdicts = verdicts_of(live, seen.person, row, seen.on, lang)
    return explain(option, scored(workplace, live, seen, seat.position), verdicts, placed, on=seen.on, lang=lang)


def _tried_before(person: Profile, option: AnyOpportunity) -> str | None:
    """The name of a past measure of the same code."""
    if isinstance(option, Vacancy) or option.code == "other":
        return None
    names = [past.name for past in person.past_measures.items if past.code is option.code]
    return names[-1] if names else None


def _questions(live: Live, seen: Situation, lang: str) -> tuple[str, ...]:
    """What to ask next: the open questions of the best candidates, those that concern most options first."""
    best = seen.ranked.order()[:_ASKED_OF]
    counted: Counter[str] = Counter()
    for row in seen.candidates.rows[best]:
        for verdict in verdicts_of(live, seen.person, int(row), seen.on, lang):
            if verdict.truth == "unknown" and verdict.question and verdict.asks in {"person", "counsellor"}:
                counted[verdict.question] += 1
    return tuple(question for question, _ in counted.most_common(5))


def _why_empty(seen: Situation, least: float, lang: str) -> str:
    if not (seen.assessment.state[seen.wanted] != NOT_ELIGIBLE).any():
        return say(lang, "slate.empty.none" if seen.all_kinds else "slate.empty.kinds")
    return say(lang, "slate.empty.weak", least=least)
