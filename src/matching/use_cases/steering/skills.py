"""Skills that vacancies ask for and no activity trains: what measures could add. Source: fiche action 2-3."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from matching.domain.effect import CertificateEffect, SkillEffect
from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureForm
from matching.domain.word import Moment, Name, Word, about
from matching.gaps.skills_asked import most_asked
from matching.retrieval.folding import fold
from matching.retrieval.text import text_of_skill
from matching.snapshot.columns import NO_DAY, day_number, position
from matching.use_cases.live import Live
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.row_for import is_flagged
from matching.use_cases.workplace import Workplace
from matching.visibility.options import open_to_all
from matching.working_days.swiss_time import swiss_day


class SkillRow(Word):
    """A skill that vacancies ask for, with the labels counted under it, and what trains it."""

    skill: Annotated[Name, about("Skill, as asked for.", "Soudage TIG")]
    also: Annotated[tuple[Name, ...], about("Labels that mean the same.", ["Soudure TIG"])] = ()
    vacancies: Annotated[int, about("Vacancies that ask for it.", 7, ge=1)]
    share: Annotated[float, about("Of the vacancies that ask for any skill.", 0.04, ge=0, le=1)]
    trained_by: Annotated[int, about("Activities that train it or name it.", 0, ge=0)]


class SkillsAsked(Word):
    """Skills by how many vacancies ask for them; only vacancies that everybody may see count."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    vacancies: Annotated[int, about("Vacancies.", 45, ge=0)]
    asking: Annotated[int, about("Of them, vacancies that ask for some skill.", 40, ge=0)]
    activities: Annotated[int, about("Activities and places looked at.", 60, ge=0)]
    rows: Annotated[tuple[SkillRow, ...], about("Rows.", [])] = ()


def skills_asked(workplace: Workplace, *, viewer: Viewer, at: datetime, trained: bool = False) -> SkillsAsked:
    """The skills asked for that no activity trains, most asked first; with `trained` those that some do as well.

    An activity trains a skill when one of its stated effects, certificates or its title is close to it in meaning, or
    its description names all its words. ForbiddenError for whoever may not read gaps.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    live = workplace.live(at)
    vacancies, activities = _offered(live, at)
    table = live.index.skills
    labels = _labels(live, vacancies)
    trains = _trained(workplace, live, labels, activities)
    rows = [
        (asked, sum(bool(of_one.intersection(asked.alike)) for of_one in trains))
        for asked in most_asked(table.ids[vacancies], table.close_to)
    ]
    asking = int((table.ids[vacancies] >= 0).any(axis=1).sum())
    return SkillsAsked(
        at=at,
        vacancies=len(vacancies),
        asking=asking,
        activities=len(activities),
        rows=tuple(
            SkillRow(
                skill=labels[asked.skill],
                also=tuple(labels[one] for one in asked.alike if one != asked.skill),
                vacancies=asked.options,
                share=asked.options / asking,
                trained_by=by,
            )
            for asked, by in rows
            if trained or not by
        ),
    )


def _offered(live: Live, at: datetime) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows of vacancies, and of activities and places, that everybody may see that day."""
    day, criteria = day_number(swiss_day(at)), live.criteria
    over = (criteria.valid_to < day) & (criteria.valid_to != NO_DAY)
    shown = [int(row) for row in np.flatnonzero(open_to_all(live.publication, at) & ~over)]
    vacancies = [row for row in shown if _is(live, row, OpportunityKind.VACANCY) and not is_flagged(live, row, at)]
    activities = [row for row in shown if _is_activity(live, row)]
    return np.array(vacancies, dtype=np.intp), np.array(activities, dtype=np.intp)


def _is(live: Live, row: int, kind: OpportunityKind) -> bool:
    return int(live.criteria.kind[row]) == position(kind)


def _is_activity(live: Live, row: int) -> bool:
    if _is(live, row, OpportunityKind.PLACEMENT):
        return True
    option = live.snapshot.option(row) if _is(live, row, OpportunityKind.MEASURE) else None
    return isinstance(option, Measure) and option.form is MeasureForm.ACTIVITY


def _labels(live: Live, rows: NDArray[np.intp]) -> dict[int, str]:
    """The labels of the skills that some options ask for, by number, each as the first of them writes it."""
    labels: dict[int, str] = {}
    for row in rows:
        numbers = live.index.skills.ids[row]
        for skill, number in zip(live.snapshot.option(int(row)).criteria.skills, numbers, strict=False):
            labels.setdefault(int(number), skill.label)
    return labels


def _trained(
    workplace: Workplace, live: Live, labels: Mapping[int, str], activities: NDArray[np.intp]
) -> list[set[int]]:
    """By activity, the numbers of the skills that it trains: close to what it states, or named in its text."""
    options = [live.snapshot.option(int(row)) for row in activities]
    stated = [[text_of_skill(label) for label in _stated(option)] for option in options]
    distinct = list(dict.fromkeys(label for each in stated for label in each))
    vectors = dict(zip(distinct, workplace.encoder.encode(distinct, "passage"), strict=True))
    words = {number: _beginnings(label) for number, label in labels.items()}
    trained: list[set[int]] = []
    for option, texts in zip(options, stated, strict=True):
        held = live.index.skills.held(texts, np.array([vectors[text] for text in texts], dtype=np.float32))
        named = _beginnings(f"{option.title} {option.description}")
        in_words = {number for number, asked in words.items() if asked and asked <= named}
        trained.append(in_words | {number for number in labels if held[number]})
    return trained


def _stated(option: AnyOpportunity) -> list[str]:
    """What an activity says that it trains: skills and certificates, and its title."""
    effects = option.effects if isinstance(option, Measure | Placement) else ()
    skills = [effect.label for effect in effects if isinstance(effect, SkillEffect)]
    return [*skills, *(effect.name for effect in effects if isinstance(effect, CertificateEffect)), option.title]


def _beginnings(text: str) -> set[str]:
    """The first five letters of each word of three letters and more."""
    return {word[:5] for word in fold(text).split() if len(word) >= 3}
