"""Recommend: ranked options of the three kinds for one person, each with its reasons, as this viewer may see them."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation, Versions
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import ContractKind, MeasureCode, MeasureForm, OpportunityKind
from matching.domain.vocabulary.needs import NeedLevel
from matching.eligibility.assess import ELIGIBLE, rules_version
from matching.explanation.card import Placed, explain
from matching.messages.say import say
from matching.ranking.slate import SlatePolicy, build_slate
from matching.snapshot.columns import bits, day_number, position
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation, load_profile, look_at, scored, verdicts_of
from matching.use_cases.workplace import Workplace

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
    whole = load_profile(workplace, profile, viewer)
    live = workplace.live(at)
    seen = look_at(workplace, live, whole, viewer=viewer, at=at, kinds=kinds)
    policy = SlatePolicy(limit=limit, min_gain=workplace.min_gain)
    rows = seen.candidates.rows
    slate = build_slate(
        _without_tried(seen, live),
        live.criteria.kind[rows],
        live.traits.provider[rows],
        _next_steps(seen, live, policy.min_gain),
        policy,
    )
    cards = [
        _card(workplace, live, seen, position_, rank_, next_step=position_ == slate.next_step, lang=lang)
        for rank_, position_ in enumerate(slate.positions, start=1)
    ]
    return Recommendation(
        id=f"r-{uuid4().hex}",
        profile=whole.id,
        viewer=viewer.account,
        at=at,
        language=lang,
        horizon_months=workplace.model.horizon_months,
        cards=tuple(cards),
        questions=_questions(live, seen, lang),
        empty_because=None if cards else _why_empty(seen, workplace.min_gain, lang),
        considered=int(seen.visible.sum()),
        versions=versions_of(workplace, live),
    )


def versions_of(workplace: Workplace, live: Live) -> Versions:
    """What an answer was computed with."""
    return Versions(
        rules=rules_version(),
        catalogue=live.snapshot.version,
        encoder=workplace.encoder.version,
        model=workplace.model.version,
        evidence=workplace.model.evidence,
    )


def _card(
    workplace: Workplace, live: Live, seen: Situation, at: int, rank_: int, *, next_step: bool, lang: str
) -> Card:
    row = int(seen.candidates.rows[at])
    option = live.snapshot.option(row)
    matched, missing = live.index.skills.split(
        row, [skill.label for skill in option.criteria.skills], seen.candidates.held_skills
    )
    placed = Placed(
        rank=rank_,
        next_step=next_step,
        matched_skills=matched,
        missing_skills=missing,
        in_head_start=bool(live.publication.restricted_through[row] >= day_number(seen.on)),
        subsidies=_subsidies(live, seen, option),
        tried_before=_tried_before(seen.person, option),
    )
    verdicts = verdicts_of(live, seen.person, row, seen.on, lang)
    return explain(option, scored(workplace, live, seen, at), verdicts, placed, on=seen.on, lang=lang)


def _without_tried(seen: Situation, live: Live) -> NDArray[np.float64]:
    """The scores, with what was already completed or left by this person taken out of the slate."""
    tried = {past.opportunity for past in seen.person.past_measures.items if past.opportunity}
    scores = seen.ranked.scores.copy()
    if tried:
        gone = {row for id_ in tried if (row := live.snapshot.row_of(id_)) is not None}
        scores[np.isin(seen.candidates.rows, list(gone))] = -np.inf
    return scores


def _tried_before(person: Profile, option: AnyOpportunity) -> str | None:
    """The name of a past measure of the same code."""
    if isinstance(option, Vacancy) or option.code == "other":
        return None
    names = [past.name for past in person.past_measures.items if past.code is option.code]
    return names[-1] if names else None


def _next_steps(seen: Situation, live: Live, least: float) -> NDArray[np.bool_]:
    """(n_candidates,) bool: measures that may stand as next step, as they address the person's weightiest need.

    Needs count when they are confirmed and important or blocking; where nothing worth showing addresses the
    weightiest, the next ones do. Options whose conditions are met go before those that are still to be checked.
    """
    rows = seen.candidates.rows
    worth_it = (seen.ranked.scores >= least) & (live.criteria.kind[rows] == position(OpportunityKind.MEASURE))
    certain = seen.assessment.state[rows] == ELIGIBLE
    for level in (NeedLevel.BLOCKING, NeedLevel.HIGH):
        needs = bits(need.barrier for need in seen.person.needs or () if need.confirmed and need.level is level)
        lifts = worth_it & ((live.criteria.needs[rows] & np.uint32(needs)) > 0)
        for found in (lifts & certain, lifts):
            if found.any():
                return np.asarray(found)
    return np.zeros(len(rows), dtype=np.bool_)


def _subsidies(live: Live, seen: Situation, option: AnyOpportunity) -> list[str]:
    """Wage subsidies open to this person that could support a vacancy of the same country; AFO apprenticeships only."""
    if not isinstance(option, Vacancy) or option.place is None:
        return []
    rows = np.flatnonzero(
        seen.visible
        & (seen.assessment.state > 0)
        & (live.criteria.form == position(MeasureForm.WAGE_SUBSIDY))
        & (live.criteria.country == position(option.place.country))
        & ((live.criteria.code == position(MeasureCode.AC_AFO)) == (option.contract is ContractKind.APPRENTICESHIP))
    )
    return [live.snapshot.option(int(row)).title for row in rows[:2]]


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
    if not len(seen.candidates.rows):
        return say(lang, "slate.empty.none")
    return say(lang, "slate.empty.weak", least=least)
