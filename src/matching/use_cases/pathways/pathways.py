"""Pathways: which measures would open what for one person, alone or two in a row, and what to ask next."""

from datetime import datetime

import numpy as np

from matching.domain.profile import Profile
from matching.domain.verdict import Verdict
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.errors import InvalidInputError
from matching.explanation.questions import what_to_ask
from matching.messages.say import LANGUAGES, say, spoken
from matching.pathways.sequences import MOST_EFFECTS, Way, ways
from matching.snapshot.columns import bits
from matching.use_cases.live import Live
from matching.use_cases.pathways.answer import Obstacle, Pathways
from matching.use_cases.pathways.counted import WEIGHTY, lifted
from matching.use_cases.pathways.excluding import excluding
from matching.use_cases.pathways.outlook import Outlook
from matching.use_cases.pathways.told import Teller
from matching.use_cases.person_file import load_file, open_file
from matching.use_cases.rules_only import neutral_order
from matching.use_cases.situation import Situation, Standing, Verdicts, look_at, stand
from matching.use_cases.workplace import Workplace

_MOST_WAYS = 8
_MOST_LIFTING = 3
_ASKED_OF = 30


def pathways(
    workplace: Workplace, profile: str | Profile, *, viewer: Viewer, at: datetime, lang: str = "fr"
) -> Pathways:
    """The pathways of one person at an aware moment: a list with reasons, nothing of it chosen.

    NotFoundError when the file does not exist for this viewer. What lacks consent is unknown, and what may not be
    seen leaves no trace, in no count either.
    """
    if lang not in LANGUAGES:
        raise InvalidInputError(
            "La langue « {lang} » n'existe pas ici ; langues : {languages}.", lang=lang, languages=LANGUAGES
        )
    file = load_file(workplace, profile, viewer)
    live = workplace.live(at)
    look = look_at if file.ranked and workplace.can_rank else stand
    seen = look(workplace, live, file.profile, viewer=viewer, at=at, refusals=file.refusals)
    if file.stored:
        open_file(workplace, profile, viewer, Act.EXPLAIN, at=at)
    outlook = Outlook(workplace, live, seen, file)
    open_measures = outlook.open_measures(MOST_EFFECTS)
    tried = {row: group for row, group in outlook.measures.items() if row in open_measures or not _is_open(seen, row)}
    found = ways(outlook.start, tried, outlook.after, outlook.fits, outlook.reads)
    teller = Teller(live, seen, outlook, lang)
    best = sorted(found.found, key=lambda way: _place(live, seen, way))[:_MOST_WAYS]
    told = tuple(teller.pathway(way) for way in best)
    asked = what_to_ask(_open_verdicts(live, seen, lang), lang)
    return Pathways(
        profile=file.profile.id,
        at=at,
        language=spoken(lang),
        judged=outlook.judged,
        obstacles=_obstacles(live, outlook, teller, lang),
        excluding=excluding(live, seen, outlook, lang),
        pathways=told,
        none_because=None if told else _why_none(open_measures, lang),
        tried=len(open_measures),
        not_tried=len(outlook.open_measures(len(live.criteria))) - len(open_measures) + found.untried,
        without_effects=_silent(live, outlook),
        questions=tuple(question for question, _ in asked),
        purposes=tuple(purpose for _, purpose in asked),
        withheld=seen.person.withheld,
    )


def _is_open(seen: Standing, row: int) -> bool:
    return bool(seen.assessment.state[row] != NOT_ELIGIBLE)


def _why_none(tried: list[int], lang: str) -> str:
    return say(lang, "pathways.none.nothing" if tried else "pathways.none.no_effects")


def _place(live: Live, seen: Standing, way: Way) -> tuple[int, int, int, int, int, tuple[int, ...]]:
    """First what opens most for the agreed objective, then most in all, then settles most, then the shortest."""
    objective = seen.person.objective
    opened, settled = way.unlocks.opened, way.unlocks.settled
    wanted = bits([objective]) if objective else ~0
    serving = int(((live.traits.objectives[opened].astype(np.int64) & wanted) > 0).sum())
    steps = [live.snapshot.option(row) for row in way.steps]
    weeks = [step.timing.min_weeks for step in steps]
    known = [week for week in weeks if week is not None]
    length = sum(known) if len(known) == len(weeks) else 10_000
    return -serving, -len(opened), -len(settled), len(way.steps), length, way.steps


def _obstacles(live: Live, outlook: Outlook, teller: Teller, lang: str) -> tuple[Obstacle, ...]:
    """The weighty confirmed needs, the weightiest first, with the open measures that say they lift them."""
    needs = [need for need in outlook.start.person.needs or () if need.confirmed and need.level in WEIGHTY]
    open_rows = outlook.open_measures(len(live.criteria))
    return tuple(
        Obstacle(
            barrier=need.barrier,
            level=need.level,
            label=need.barrier.label(lang),
            lifted_by=tuple(
                teller.step(row, enabled=False)
                for row in [row for row in open_rows if need.barrier in lifted(live, outlook, row)][:_MOST_LIFTING]
            ),
        )
        for need in sorted(needs, key=lambda need: WEIGHTY.index(need.level))
    )


def _silent(live: Live, outlook: Outlook) -> int:
    """Measures and places open today that do not say what they change."""
    rows = [row for row in outlook.start.open_rows().tolist() if live.snapshot.option(row).kind != "vacancy"]
    return sum(not outlook.says_what_it_changes(row) for row in rows)


def _open_verdicts(live: Live, seen: Standing, lang: str) -> list[tuple[Verdict, ...]]:
    """The unknown verdicts on the first options for the person: those that a slate asks about too."""
    if isinstance(seen, Situation):
        rows = [int(row) for row in seen.candidates.rows[seen.ranked.order()[:_ASKED_OF]]]
    else:
        rows = neutral_order(live, seen)[:_ASKED_OF]
    verdicts = Verdicts(live, seen.person, seen.on, lang)
    return [verdicts.unknown(row) for row in rows]
