"""Recommend: ranked options of the three kinds for one person, each with its reasons, as this viewer may see them."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from matching.contracts.reasons import word_from
from matching.domain.profile import Profile
from matching.domain.recommendation import HORIZON_MONTHS, Card, Recommendation, Versions
from matching.domain.sought import FARTHEST_KM, Sought
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
from matching.ranking.exploration import Explored
from matching.use_cases.funding import OnFile, on_file
from matching.use_cases.live import Live
from matching.use_cases.pathways.counted import opens_lines
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.person_file import load_file
from matching.use_cases.rankers import Ranker
from matching.use_cases.rules_only import neutral_order, unscored
from matching.use_cases.served import served_of
from matching.use_cases.shown import keep_shown
from matching.use_cases.similar_cases import Cases, similar_lines
from matching.use_cases.situation import Situation, Standing, Verdicts, look_at, scored, stand
from matching.use_cases.slate_of import explored_slate_of
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
    within_km: int | None = None,
    certain: bool = False,
) -> Recommendation:
    """The slate for one person at an aware moment; it may be empty and then says why.

    For a person who wants no ranking, and for everybody while encoder or ranker cannot be read, it is a page of the
    list of the rules alone, `limit` options from place `start`.
    NotFoundError when the file does not exist for this viewer. What lacks consent is unknown, what may not be seen
    leaves no trace. For a person of the store a copy is kept before the answer leaves.
    `within_km` and `certain` narrow the list as `Sought` says; InvalidInputError for a distance that is none.
    """
    if limit < 1 or start < 1:
        raise InvalidInputError("Le nombre d'options à montrer et la place de la première doivent être 1 ou plus.")
    if lang not in LANGUAGES:
        raise InvalidInputError(
            "La langue « {lang} » n'existe pas ici ; langues : {languages}.", lang=lang, languages=LANGUAGES
        )
    if within_km is not None and not 1 <= within_km <= FARTHEST_KM:
        raise InvalidInputError(
            "La distance demandée va de 1 à {most} km ; corriger {km}.", most=FARTHEST_KM, km=within_km
        )
    asked = {"kinds": tuple(kinds), "within_km": within_km, "certain": certain}
    sought = word_from(Sought, "Filtre refusé", asked)
    file = load_file(workplace, profile, viewer)
    ranked = file.ranked and workplace.can_rank
    if ranked and start > 1:
        raise InvalidInputError("Une liste classée n'a pas de pages ; demander plus d'options avec la limite.")
    live = workplace.live(at)
    seen: Standing
    listed = None
    id_, policy = f"r-{uuid4().hex}", workplace.slate_policy(limit, None)
    exploration, explored = None, None
    if ranked:
        seen = look_at(
            workplace,
            live,
            file.profile,
            viewer=viewer,
            at=at,
            sought=sought,
            refusals=file.refusals,
            prices=workplace.prices,
        )
        regarded = [int(row) for row in seen.candidates.rows[seen.ranked.order()[:_ASKED_OF]]]
        if workplace.exploration and not seen.ranker.stands_in:
            exploration = workplace.exploration.scaled(seen.ranker.model.scale)
        policy = workplace.slate_policy(limit, seen.ranker.model)
        explored = explored_slate_of(live, seen, policy, exploration, id_)
        seats = _seats(seen, explored)
    else:
        seen = stand(workplace, live, file.profile, viewer=viewer, at=at, sought=sought, refusals=file.refusals)
        rows = neutral_order(live, seen)
        regarded, listed = rows[start - 1 : start - 1 + limit], len(rows)
        seats = [Seat(row, place) for place, row in enumerate(regarded, start=start)]
    ranker = seen.ranker if isinstance(seen, Situation) else None
    degraded = file.ranked and (ranker is None or ranker.stands_in)
    filed = on_file(workplace, profile, seen.person, viewer, at)
    contests = [contest for contest in file.contests if _may_know(live, seen, contest)]
    verdicts, outlook = Verdicts(live, seen.person, seen.on, lang), Outlook(workplace, live, seen, file)
    beside = Beside(filed, outlook, Cases(workplace), lang)
    cards = [marked(_card(live, seen, seat, verdicts.of(seat.row), beside), contests, lang) for seat in seats]
    questions = what_to_ask([verdicts.unknown(row) for row in regarded], lang)
    answer = Recommendation(
        id=id_,
        profile=file.profile.id,
        viewer=viewer.account,
        at=at,
        language=spoken(lang),
        horizon_months=ranker.model.horizon_months if ranker else HORIZON_MONTHS,
        sought=sought,
        cards=tuple(cards),
        questions=tuple(question for question, _ in questions),
        purposes=tuple(purpose for _, purpose in questions),
        empty_because=None if cards else _why_empty(seen, listed, policy.min_gain, lang),
        considered=int(seen.wanted.sum()),
        under_mandate=may_see_restricted(viewer, seen.person, at),
        versions=_versions(workplace, live, seen, ranker),
        ranked=ranked,
        degraded=degraded,
        order=_order_in_words(explored, degraded=degraded, lang=lang),
        explores=exploration is not None,
        exploration_cost=explored.cost if explored and exploration else None,
        listed=listed,
        resting=seen.history.resting(live, seen.wanted),
        contested=contested_facts(contests, lang),
        withheld=seen.person.withheld,
    )
    if file.stored:
        served = None
        if isinstance(seen, Situation) and explored is not None:
            served = served_of(live, seen, explored, policy=policy, exploration=exploration, answer=answer)
        keep_shown(workplace, file, answer, viewer, served)
    return answer


def _versions(workplace: Workplace, live: Live, seen: Standing, ranker: Ranker | None) -> Versions:
    """What an answer was computed with: rules and catalogue alone where nothing is ranked.

    The catalogue's version is that of what the viewer may see.
    """
    return Versions(
        rules=rules_version(),
        catalogue=live.version_of(seen.visible),
        encoder=workplace.encoder.version if ranker else "none",
        model=ranker.model.version if ranker else "none",
        evidence=ranker.model.evidence if ranker else Evidence.NONE,
    )


def _order_in_words(explored: Explored | None, *, degraded: bool, lang: str) -> str | None:
    """How the cards stand, where that is not simply by the scores of what was promoted to rank them."""
    if explored is not None and degraded:
        return say(lang, "slate.order.baseline")
    if explored is not None:
        return say(lang, "slate.order.drawn", cost=round(explored.cost, 2)) if explored.draws else None
    return say(lang, "slate.order.degraded" if degraded else "slate.order")


class Seat(NamedTuple):
    """Where an option sits: its row, its rank or place from 1, the next-step slot, its position among candidates.

    And, where its place was drawn, among how many and with which probability.
    """

    row: int
    rank: int
    next_step: bool = False
    position: int | None = None
    drawn_among: int | None = None
    propensity: float = 1.0


def _seats(seen: Situation, explored: Explored) -> list[Seat]:
    """The seats of a ranked slate."""
    return [
        Seat(
            row=int(seen.candidates.rows[position]),
            rank=rank,
            next_step=position == explored.slate.next_step,
            position=position,
            drawn_among=explored.drawn_among(position),
            propensity=explored.propensity(position),
        )
        for rank, position in enumerate(explored.slate.positions, start=1)
    ]


class Beside(NamedTuple):
    """What stands on every card besides scores and verdicts, and in which language."""

    filed: OnFile
    outlook: Outlook
    cases: Cases
    lang: str


def _card(live: Live, seen: Standing, seat: Seat, verdicts: tuple[Verdict, ...], beside: Beside) -> Card:
    filed, lang = beside.filed, beside.lang
    row = seat.row
    option = disclose(live.snapshot.option(row), seen.viewer, seen.at)
    matched: list[str] = []
    missing: list[str] = []
    if isinstance(seen, Situation) and seat.position is not None:
        said = scored(live, seen, seat.position)
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
        pathway=(
            *rsa_lines(seen.person, option, seen.on, lang),
            *opens_lines(live, beside.outlook, row, lang),
            *similar_lines(beside.cases, option, lang),
        ),
    )
    return _with_lot(explain(option, said, verdicts, placed, on=seen.on, lang=lang), seat, lang)


def _with_lot(card: Card, seat: Seat, lang: str) -> Card:
    """The card, saying so where its place was drawn."""
    if seat.drawn_among is None:
        return card
    note = say(lang, "card.note.drawn", count=seat.drawn_among)
    told = {"notes": (note, *card.notes), "propensity": seat.propensity, "drawn_among": seat.drawn_among}
    return card.model_copy(update=told)


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
        return say(lang, "slate.empty.none" if seen.sought.everything else "slate.empty.sought")
    if not len(seen.open_rows()):
        return say(lang, "slate.empty.resting")
    return say(lang, "slate.empty.weak", least=round(least, 3))
