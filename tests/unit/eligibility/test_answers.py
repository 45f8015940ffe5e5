"""Answers of payers and on the law settle what is open and asked of them, nothing else, for one option as for all."""

from datetime import date

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.eligibility.every_code import EVERY_CODE
from tests.unit.eligibility.generators import ON, answers, consistent_profiles, options, profiles
from tests.unit.eligibility.test_rules import hidden

from matching.domain.answer import RuleAnswer
from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.assess import Engine, assess
from matching.eligibility.rules import RULES
from matching.explanation.verdicts import verdict_in_words
from matching.snapshot.columns import compile_criteria

slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
catalogues = st.lists(options, min_size=1, max_size=4).map(lambda drawn: [*drawn, *EVERY_CODE])


def last_word(person: Profile, rule: str, code: MeasureCode | None) -> RuleAnswer | None:
    given = [a for a in person.answers if a.rule == rule and a.code in {None, code} and a.stated_on <= ON]
    last = max(given, key=lambda answer: answer.stated_on, default=None)
    return last if last is not None and (last.expires_on or date.max) >= ON else None


@slow
@given(person=profiles, said=answers, catalogue=catalogues)
def test_only_open_questions_to_payers_and_the_law_are_settled(
    person: Profile, said: tuple[RuleAnswer, ...], catalogue: list[AnyOpportunity]
) -> None:
    answered = person.model_copy(update={"answers": said})
    engine = Engine(compile_criteria(catalogue))
    for row, option in enumerate(catalogue):
        both = engine.verdicts(person, row, ON), engine.verdicts(answered, row, ON)
        for before, after in zip(*both, strict=True):
            word = last_word(answered, before.rule.id, getattr(option, "code", None))
            if before.truth is not Truth.UNKNOWN or before.asks not in {Asks.PAYER, Asks.LAW} or word is None:
                assert after == before
                continue
            assert after.truth is (Truth.MET if word.holds else Truth.NOT_MET)
            assert after.answer == word
            said_so = verdict_in_words(after, "fr")
            assert word.institution.fr in said_so.sentence
            assert f"{word.stated_on:%d.%m.%Y}" in said_so.sentence
            assert said_so.question is None


@slow
@given(person=profiles, said=answers, catalogue=catalogues)
def test_the_filter_and_the_single_verdict_settle_alike(
    person: Profile, said: tuple[RuleAnswer, ...], catalogue: list[AnyOpportunity]
) -> None:
    answered = person.model_copy(update={"answers": said})
    columns = compile_criteria(catalogue)
    batch: list[dict[str, int]] = [{} for _ in catalogue]
    engine = Engine(columns)
    for rule, rows, truths in engine.truths(answered, ON):
        for row, truth in zip(rows, truths, strict=True):
            batch[row][rule.id] = int(truth)
    assessment = assess(answered, columns, ON)
    for row in range(len(catalogue)):
        alone = engine.verdicts(answered, row, ON)
        assert {verdict.rule.id: int(verdict.truth) for verdict in alone} == batch[row]
        counting = [v.truth for v in alone if not (v.rule.asks is Asks.PROVIDER and v.truth is Truth.UNKNOWN)]
        assert assessment.state[row] == min(counting, default=Truth.MET)
        assert assessment.open_questions[row] == counting.count(Truth.UNKNOWN)


@slow
@given(person=consistent_profiles(), said=answers, data=st.data())
def test_hiding_a_fact_beside_answers_makes_verdicts_unknown_and_changes_nothing_else(
    person: Profile, said: tuple[RuleAnswer, ...], data: st.DataObject
) -> None:
    columns = compile_criteria(EVERY_CODE)
    agreeing = tuple(answer for answer in said if agrees(person, answer))
    knowing = person.model_copy(update={"answers": agreeing})
    less = data.draw(hidden(knowing))
    less = less.model_copy(update={"answers": less.answers[: data.draw(st.integers(0, len(agreeing)))]})
    for rule in RULES:
        all_known, less_known = rule.truths(knowing, columns, ON), rule.truths(less, columns, ON)
        assert np.all((less_known == Truth.UNKNOWN) | (less_known == all_known)), rule.id


def agrees(person: Profile, answer: RuleAnswer) -> bool:
    """Whether the facts say nothing else than the answer: a person can say both without contradiction."""
    rule = next(rule for rule in RULES if rule.id == answer.rule)
    truths = set(np.unique(rule.truths(person, compile_criteria(EVERY_CODE), ON)).tolist())
    return truths <= {Truth.UNKNOWN, Truth.SILENT, Truth.MET if answer.holds else Truth.NOT_MET}
