"""Why not: where one option stands for one person, and what would change it, each change run and found to hold."""

from datetime import datetime
from functools import partial
from typing import Annotated

import numpy as np

from matching.domain.profile import Profile
from matching.domain.recommendation import CardLine, Contribution
from matching.domain.verdict import Eligibility, Truth, Verdict
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Identifier, Name, Text, Word, about
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.eligibility.rule import RuleVerdict, message_key
from matching.eligibility.withheld import Withheld
from matching.explanation.lines import decision_lines
from matching.explanation.reasons import contributions_in_words
from matching.explanation.verdicts import eligibility_of, verdict_for
from matching.messages.say import say, spoken
from matching.snapshot.columns import CriteriaColumns
from matching.use_cases.funding import on_file
from matching.use_cases.history import rest_in_words
from matching.use_cases.live import Live
from matching.use_cases.pathways.answer import WayIn
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.pathways.ways_in import ways_in
from matching.use_cases.person_file import load_file, open_file
from matching.use_cases.row_for import row_for
from matching.use_cases.situation import Situation, Standing, look_at, scored, stand
from matching.use_cases.slate_of import slate_of, without_link
from matching.use_cases.workplace import Workplace

SHOWN = 10
"""Options in an ordinary slate."""


class WhyNot(Word):
    """The answer: the rules' verdicts, and when the option is open its rank and arithmetic among all."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    opportunity: Annotated[Identifier, about("Option.", "own:ac-ait")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")] = "fr"
    title: Annotated[Name, about("Title.", "Allocation d'initiation au travail")]
    eligibility: Annotated[Eligibility, about("Result of the rules.", {"state": "not_eligible"})]
    verdicts: Annotated[tuple[Verdict, ...], about("All verdicts, those not met first.", [])]
    changes: Annotated[tuple[Text, ...], about("Changes after which nothing is unmet, each one run.", [])] = ()
    measures_that_open: Annotated[
        tuple[WayIn, ...], about("Measures open today after which nothing is unmet, each one run.", [])
    ] = ()
    not_shown_because: Annotated[
        Text | None, about("Why it is not in the slate though its conditions allow it.", "Déjà suivie.")
    ] = None
    rank: Annotated[int | None, about("Rank among all options open to the person, before diversity.", 14, ge=1)] = None
    of: Annotated[int, about("Options ranked; none where the person wants no ranking.", 60, ge=0)]
    score: Annotated[float | None, about("Score, in points.", 0.4)] = None
    contributions: Annotated[tuple[Contribution, ...], about("The arithmetic.", [])] = ()
    lines: Annotated[tuple[CardLine, ...], about("Who decides, pays and prescribes; what comes before.", [])] = ()
    history: Annotated[tuple[Text, ...], about("What the person has done or refused of it.", ["Refusée."])] = ()


def why_not(
    workplace: Workplace,
    profile: str | Profile,
    opportunity: str,
    *,
    viewer: Viewer,
    at: datetime,
    lang: str = "fr",
) -> WhyNot:
    """Explain one option for one person at an aware moment.

    NotFoundError, in the same words, when the option does not exist and when it may not be seen.
    """
    file = load_file(workplace, profile, viewer)
    live = workplace.live(at)
    look = partial(look_at, prices=workplace.prices) if file.ranked and workplace.can_rank else stand
    seen = look(workplace, live, file.profile, viewer=viewer, at=at, refusals=file.refusals)
    row = row_for(live, opportunity, viewer, at, seen.person)
    if file.stored:  # what is written down names an option that exists for the viewer, never what they typed
        open_file(workplace, profile, viewer, Act.EXPLAIN, at=at, about=opportunity)
    raw = live.verdicts(seen.person, row, seen.on)
    columns, withheld = live.criteria_of(row), Withheld(seen.person, seen.on)
    changed = {verdict.rule.id: _verified_change(seen, columns, verdict, lang) for verdict in raw}
    verdicts = sorted(
        (verdict_for(each, withheld, columns, lang=lang, change=changed[each.rule.id]) for each in raw),
        key=lambda verdict: ("not_met", "unknown", "met").index(verdict.truth),
    )
    option = live.snapshot.option(row)
    funding = on_file(workplace, profile, seen.person, viewer, at).funding(seen.person, option, seen.on)
    answer = WhyNot(
        profile=file.profile.id,
        opportunity=opportunity,
        language=spoken(lang),
        title=option.title,
        eligibility=eligibility_of(verdicts),
        verdicts=tuple(verdicts),
        changes=_changes_that_open(live, seen, row, raw, changed),
        measures_that_open=ways_in(live, Outlook(workplace, live, seen, file), row, lang),
        of=len(seen.candidates.rows) if isinstance(seen, Situation) else 0,
        not_shown_because=_not_shown(workplace, live, seen, row, lang),
        history=seen.history.notes(option, lang),
        lines=decision_lines(option, funding, seen.on, lang),
    )
    return _with_rank(live, seen, answer, row=row, lang=lang) if isinstance(seen, Situation) else answer


def _not_shown(workplace: Workplace, live: Live, seen: Standing, row: int, lang: str) -> str | None:
    """Why an open option is not among the first ten, in words; None when it is, or when the rules say why."""
    if seen.assessment.state[row] == NOT_ELIGIBLE:
        return None
    if (rest := seen.history.rests.get(row)) is not None:
        return rest_in_words(rest, lang)
    if not isinstance(seen, Situation):
        return None
    found = np.flatnonzero(seen.candidates.rows == row)
    if not len(found):
        return say(lang, "why.hidden.search")
    policy = workplace.slate_policy(SHOWN, seen.ranker.model)
    if seen.ranked.scores[found[0]] < policy.min_gain:
        return say(lang, "why.hidden.weak", least=round(policy.min_gain, 3))
    if without_link(live, seen)[found[0]]:
        return say(lang, "why.hidden.unlinked")
    slate = slate_of(live, seen, policy)
    return None if found[0] in slate.positions else say(lang, "why.hidden.others", count=SHOWN)


def _verified_change(seen: Standing, columns: CriteriaColumns, verdict: RuleVerdict, lang: str) -> str | None:
    """The smallest change that makes a rule met, in words, if running the rule again says so."""
    if verdict.truth is not Truth.NOT_MET or verdict.rule.remedy is None:
        return None
    remedy = verdict.rule.remedy(seen.person, columns, seen.on)
    if remedy is None or verdict.rule.tested(remedy.profile, columns, seen.on)[0] != Truth.MET:
        return None
    return say(lang, message_key(verdict.rule, "change", remedy.facts), **remedy.facts.worded(lang))


def _changes_that_open(
    live: Live, seen: Standing, row: int, raw: tuple[RuleVerdict, ...], changed: dict[str, str | None]
) -> tuple[str, ...]:
    """The changes, taken together, after which no rule is unmet; empty when that cannot be had, or is not needed."""
    person = seen.person
    unmet = [verdict for verdict in raw if verdict.truth is Truth.NOT_MET]
    for verdict in unmet:
        if verdict.rule.remedy is None or changed[verdict.rule.id] is None:
            return ()
        remedy = verdict.rule.remedy(person, live.criteria_of(row), seen.on)
        if remedy is None:
            return ()
        person = remedy.profile
    if any(verdict.truth is Truth.NOT_MET for verdict in live.verdicts(person, row, seen.on)):
        return ()
    return tuple(change for verdict in unmet if (change := changed[verdict.rule.id]))


def _with_rank(live: Live, seen: Situation, answer: WhyNot, *, row: int, lang: str) -> WhyNot:
    """The answer with rank and arithmetic when the option was ranked."""
    order = seen.candidates.rows[seen.ranked.order()].tolist()
    if row not in order:
        return answer
    at = seen.candidates.rows.tolist().index(row)
    said = scored(live, seen, at)
    return answer.model_copy(
        update={
            "rank": order.index(row) + 1,
            "score": said.score,
            "contributions": contributions_in_words(said.points, said.values, len(answer.eligibility.questions), lang),
        }
    )
