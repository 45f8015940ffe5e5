"""Recommend: ranked options of the three kinds for one person, each with its reasons, as this viewer may see them."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from matching.domain.profile import Profile
from matching.domain.recommendation import HORIZON_MONTHS, Card, Recommendation, Versions
from matching.domain.verdict import Verdict
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.domain.voice import Contest
from matching.eligibility.assess import NOT_ELIGIBLE, rules_version
from matching.errors import InvalidInputError
from matching.explanation.card import Placed, explain
from matching.explanation.payers import payers_in_words
from matching.explanation.questions import what_to_ask
from matching.explanation.rsa_lines import rsa_lines
from matching.messages.say import LANGUAGES, say, spoken
from matching.ranking.slate import Slate, SlatePolicy
from matching.use_cases.funding import OnFile, on_file
from matching.use_cases.live import Live
from matching.use_cases.person_file import load_file
from matching.use_cases.rules_only import neutral_order, unscored
from matching.use_cases.served import served_of
from matching.use_cases.shown import keep_shown
from matching.use_cases.situation import Situation, Standing, Verdicts, look_at, scored, stand
from matching.use_cases.slate_of import slate_of
from matching.use_cases.subsidies import subsidies_for
from matching.use_cases.voice.contested import contested_facts, marked, may_know_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, in_head_start, may_see_restricted

_ASKED_OF = 30


def recommend(
    workplace: Workplace,
    profile: str | Profile,
    *,
    viewer: Viewer,
    at: datetime,
    kinds: Collection[OpportunityKind] = tuple(OpportunityKind),
    limit: int = 10,
    start: int = 1,
    lang: str = "fr",
) -> Recommendation:
    """The slate for one person at an aware moment; it may be empty and then says why.

    For a person who wants no ranking, and for everybody while encoder or ranker cannot be read, it is a page of the
    list of the rules alone, `limit` options from place `start`.
    NotFoundError when the file does not exist for this viewer. What lacks consent is unknown, what may not be seen
    leaves no trace. For a person of the store a copy is kept before the answer leaves.
    """
    if limit < 1 or start < 1:
        raise InvalidInputError("Le nombre d'options à montrer et la place de la première doivent être 1 ou plus.")
    if lang not in LANGUAGES:
        raise InvalidInputError(f"La langue « {lang} » n'existe pas ici ; langues : {', '.join(LANGUAGES)}.")
    file = load_file(workplace, profile, viewer)
    ranked = file.ranked and workplace.can_rank
    degraded = file.ranked and not ranked
    if ranked and start > 1:
        raise InvalidInputError("Une liste classée n'a pas de pages ; demander plus d'options avec la limite.")
    live = workplace.live(at)
    seen: Standing
    listed = None
    policy, slate = SlatePolicy(limit=limit, min_gain=workplace.min_gain), None
    if ranked:
        seen = look_at(workplace, live, file.profile, viewer=viewer, at=at, kinds=kinds, refusals=file.refusals)
        regarded = [int(row) for row in seen.candidates.rows[seen.ranked.order()[:_ASKED_OF]]]
        slate = slate_of(live, seen, policy)
        seats = _seats(seen, slate)
    else:
        seen = stand(workplace, live, file.profile, viewer=viewer, at=at, kinds=kinds, refusals=file.refusals)
        rows = neutral_order(live, seen)
        regarded, listed = rows[start - 1 : start - 1 + limit], len(rows)
        seats = [Seat(row, place) for place, row in enumerate(regarded, start=start)]
    filed = on_file(workplace, profile, seen.person, viewer, at)
    contests = [contest for contest in file.contests if _may_know(live, seen, contest)]
    verdicts = Verdicts(live, seen.person, seen.on, lang)
    cards = [
        marked(_card(workplace, live, seen, seat, verdicts.of(seat.row), filed=filed, lang=lang), contests, lang)
        for seat in seats
    ]
    asked = what_to_ask([verdicts.unknown(row) for row in regarded], lang)
    answer = Recommendation(
        id=f"r-{uuid4().hex}",
        profile=file.profile.id,
        viewer=viewer.account,
        at=at,
        language=spoken(lang),
        horizon_months=workplace.model.horizon_months if ranked else HORIZON_MONTHS,
        cards=tuple(cards),
        questions=tuple(question for question, _ in asked),
        purposes=tuple(purpose for _, purpose in asked),
        empty_because=None if cards else _why_empty(seen, listed, workplace.min_gain, lang),
        considered=int(seen.wanted.sum()),
        under_mandate=may_see_restricted(viewer, seen.person, at),
        versions=versions_of(workplace, live, seen) if ranked else _versions_of_rules(live, seen),
        ranked=ranked,
        degraded=degraded,
        order=None if ranked else say(lang, "slate.order.degraded" if degraded else "slate.order"),
        listed=listed,
        resting=seen.history.resting(live, seen.wanted),
        contested=contested_facts(contests, lang),
        withheld=seen.person.withheld,
    )
    if file.stored:
        served = None
        if isinstance(seen, Situation) and slate is not None:
            served = served_of(workplace, live, seen, slate, policy=policy, answer=answer)
        keep_shown(workplace, file, answer, viewer, served)
    return answer


def versions_of(workplace: Workplace, live: Live, seen: Standing) -> Versions:
    """What an answer was computed with; the catalogue's is that of what the viewer may see."""
    return Versions(
        rules=rules_version(),
        catalogue=live.version_of(seen.visible),
        encoder=workplace.encoder.version,
        model=workplace.model.version,
        evidence=workplace.model.evidence,
    )


def _versions_of_rules(live: Live, seen: Standing) -> Versions:
    """Where nothing is ranked: rules and catalogue alone."""
    return Versions(
        rules=rules_version(),
        catalogue=live.version_of(seen.visible),
        encoder="none",
        model="none",
        evidence=Evidence.NONE,
    )


class Seat(NamedTuple):
    """Where an option sits: its row, its rank or place from 1, the next-step slot, its position among candidates."""

    row: int
    rank: int
    next_step: bool = False
    position: int | None = None


def _seats(seen: Situation, slate: Slate) -> list[Seat]:
    """The seats of a ranked slate."""
    return [
        Seat(int(seen.candidates.rows[position]), rank, position == slate.next_step, position)
        for rank, position in enumerate(slate.positions, start=1)
    ]


def _card(
    workplace: Workplace,
    live: Live,
    seen: Standing,
    seat: Seat,
    verdicts: tuple[Verdict, ...],
    *,
    filed: OnFile,
    lang: str,
) -> Card:
    row = seat.row
    option = disclose(live.snapshot.option(row), seen.viewer, seen.at)
    matched: list[str] = []
    missing: list[str] = []
    if isinstance(seen, Situation) and seat.position is not None:
        said = scored(workplace, live, seen, seat.position)
        asked_for = [skill.label for skill in option.criteria.skills]
        matched, missing = live.index.skills.split(row, asked_for, seen.candidates.held_skills)
    else:
        said = unscored(live, seen, row)
    placed = Placed(
        rank=seat.rank,
        next_step=seat.next_step,
        matched_skills=matched,
        missing_skills=missing,
        in_head_start=bool(in_head_start(live.publication.row(row), seen.at)[0]),
        restricted_until=live.publication.last_restricted_day(row),
        subsidies=[
            (subsidy.title, payers_in_words(filed.funding(seen.person, subsidy, seen.on).resolution, lang))
            for subsidy in subsidies_for(live, seen, option)
        ],
        person=seen.person,
        funding=filed.funding(seen.person, option, seen.on),
        recalled=seen.history.notes(option, lang),
        pathway=rsa_lines(seen.person, option, seen.on, lang),
    )
    return explain(option, said, verdicts, placed, on=seen.on, lang=lang)


def _may_know(live: Live, seen: Standing, contest: Contest) -> bool:
    """Whether the viewer may know of a contest: its option exists for them, its field is not withheld from them."""
    if contest.opportunity is None:
        return may_know_of(contest, seen.person)
    row = live.snapshot.row_of(contest.opportunity)
    return row is not None and bool(seen.visible[row])


def _why_empty(seen: Standing, listed: int | None, least: float, lang: str) -> str:
    if listed:
        return say(lang, "slate.page.beyond", listed=listed)
    if not (seen.assessment.state[seen.wanted] != NOT_ELIGIBLE).any():
        return say(lang, "slate.empty.none" if seen.all_kinds else "slate.empty.kinds")
    if not len(seen.open_rows()):
        return say(lang, "slate.empty.resting")
    return say(lang, "slate.empty.weak", least=least)
