"""Languages a provider asks for, each with a least CEFR level: all of them."""

from datetime import date

import numpy as np

from matching.domain.person import LanguageSkill
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Language, LanguageLevel
from matching.eligibility.kleene import Truths, met_or_possible, same_for_all
from matching.eligibility.rule import Facts, Remedy, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns, member, position

_BEST = position(LanguageLevel.C2)


def spoken_well_enough(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """Each language asked for must reach its level; unlisted in an incomplete list or without level is unknown."""
    truth = same_for_all(len(columns), Truth.MET)
    for language in Language:
        asked = columns.languages[:, position(language)]
        rows = np.flatnonzero(asked != UNSTATED)
        if rows.size:
            certain, possible = _levels(profile, language)
            reached = met_or_possible(asked[rows] <= certain, asked[rows] <= possible)
            truth[rows] = np.minimum(truth[rows], reached)
    return truth


def _levels(profile: Profile, language: Language) -> tuple[int, int]:
    """The level the person certainly has, and the best one possible by what is known."""
    listed = [skill.level for skill in profile.languages.items if skill.language is language]
    certain = max((position(level) for level in listed if level is not None), default=0)
    open_ended = None in listed or (not listed and not profile.languages.complete)
    return certain, _BEST if open_ended else certain


def _lacking(profile: Profile, row: CriteriaColumns) -> list[tuple[Language, LanguageLevel]]:
    """The languages asked for that are not certainly reached, with the level asked for."""
    lacking = []
    for language in Language:
        asked = member(LanguageLevel, row.languages[0, position(language)])
        if asked is not None and position(asked) > _levels(profile, language)[0]:
            lacking.append((language, asked))
    return lacking


def _asked(row: CriteriaColumns) -> list[tuple[Language, LanguageLevel]]:
    levels = [(language, member(LanguageLevel, row.languages[0, position(language)])) for language in Language]
    return [(language, level) for language, level in levels if level is not None]


def _says(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    lacking = _lacking(profile, row)
    return Facts(
        {
            "asked": tuple(_asked(row)),
            "lacking": tuple(lacking),
            "languages": tuple(language for language, _ in lacking),
        }
    )


def _learn(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    lacking = _lacking(profile, row)
    learnt = {language for language, _ in lacking}
    kept = tuple(skill for skill in profile.languages.items if skill.language not in learnt)
    new = tuple(LanguageSkill(language=language, level=level) for language, level in lacking)
    languages = profile.languages.model_copy(update={"items": (*kept, *new)})
    facts = Facts({"lacking": tuple(lacking)})
    return Remedy(profile.model_copy(update={"languages": languages}), facts)


RULES = (
    Rule(
        id="languages",
        subject="languages",
        asks=Asks.PERSON,
        test=spoken_well_enough,
        concerns=lambda columns: (columns.languages != UNSTATED).any(axis=1),
        says=_says,
        remedy=_learn,
    ),
)
