"""The rules against a second reading, against hiding facts, and one row against many."""

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.eligibility.every_code import EVERY_CODE
from tests.unit.eligibility.generators import ON, consistent_profiles, options, profiles
from tests.unit.eligibility.reading_by_hand import Reading, read_criteria
from tests.unit.eligibility.statutes_by_hand import read_statutes

from matching.domain.opportunity import AnyOpportunity, Measure
from matching.domain.person import Availability, Languages, Mobility
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.process import Asks
from matching.eligibility.assess import Engine, assess, verdict_of
from matching.eligibility.rule import message_key
from matching.eligibility.rules import RULES
from matching.messages.say import catalogue as sentences
from matching.snapshot.columns import compile_criteria

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
catalogues = st.lists(options, min_size=1, max_size=12)
ALL_CODES = compile_criteria(EVERY_CODE)
TRUTHS: dict[Reading, Truth] = {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}


@slow
@given(person=profiles, catalogue=catalogues)
def test_columns_say_what_a_slow_reading_of_the_records_says(person: Profile, catalogue: list[AnyOpportunity]) -> None:
    columns = compile_criteria(catalogue)
    found = {rule.id: rule.truths(person, columns, ON) for rule in RULES}
    for row, option in enumerate(catalogue):
        by_hand = {**read_criteria(person, option, ON), **read_statutes(person, option, ON)}
        by_rules = {rule: Truth(int(truths[row])) for rule, truths in found.items() if truths[row] != Truth.SILENT}
        assert by_rules == {rule: TRUTHS[reading] for rule, reading in by_hand.items()}


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(person=profiles)
def test_statutory_rules_say_what_a_slow_reading_says(person: Profile) -> None:
    found = {rule.id: rule.truths(person, ALL_CODES, ON) for rule in RULES if rule.law}
    for row, option in enumerate(EVERY_CODE):
        by_hand = read_statutes(person, option, ON)
        by_rules = {rule: Truth(int(truths[row])) for rule, truths in found.items() if truths[row] != Truth.SILENT}
        assert by_rules == {rule: TRUTHS[reading] for rule, reading in by_hand.items()}


@slow
@given(person=profiles, catalogue=catalogues)
def test_one_row_alone_gets_the_verdicts_of_the_batch(person: Profile, catalogue: list[AnyOpportunity]) -> None:
    columns = compile_criteria(catalogue)
    assessment = assess(person, columns, ON)
    batch: list[dict[str, int]] = [{} for _ in catalogue]
    engine = Engine(columns)
    for rule, rows, truths in engine.truths(person, ON):
        for row, truth in zip(rows, truths, strict=True):
            batch[row][rule.id] = int(truth)
    for row in range(len(catalogue)):
        alone = engine.verdicts(person, row, ON)
        taken = Engine(columns.take(np.array([row])))
        assert alone == taken.verdicts(person, 0, ON)
        assert engine.open_verdicts(person, row, ON) == tuple(v for v in alone if v.truth is Truth.UNKNOWN)
        assert {verdict.rule.id: int(verdict.truth) for verdict in alone} == batch[row]
        counting = [v.truth for v in alone if not (v.rule.asks is Asks.PROVIDER and v.truth is Truth.UNKNOWN)]
        assert assessment.state[row] == min(counting, default=Truth.MET)
        assert assessment.open_questions[row] == counting.count(Truth.UNKNOWN)


@slow
@given(person=consistent_profiles(), catalogue=catalogues, data=st.data())
def test_hiding_a_fact_makes_verdicts_unknown_and_changes_nothing_else(
    person: Profile, catalogue: list[AnyOpportunity], data: st.DataObject
) -> None:
    columns = compile_criteria([*catalogue, *EVERY_CODE])
    knowing_less = data.draw(hidden(person))
    for rule in RULES:
        all_known, less_known = rule.truths(person, columns, ON), rule.truths(knowing_less, columns, ON)
        assert np.all((less_known == Truth.UNKNOWN) | (less_known == all_known)), rule.id


@slow
@given(catalogue=catalogues)
def test_a_blank_file_meets_nothing_about_the_person(catalogue: list[AnyOpportunity]) -> None:
    columns, blank = compile_criteria(catalogue), Profile(id="blank")
    # A level of none is met by anybody; remote work needs no trip.
    about_the_option = {"travel", "languages", "laci_64a_competition", "laci_65_contract"}
    about_the_option |= {"lse_26_employer", "cddi_hours", "iae_entry", "travel_money"}
    for rule in RULES:
        if rule.id not in about_the_option and rule.subject not in {"offer", "durations", "deadlines"}:
            assert not np.any(rule.truths(blank, columns, ON) == Truth.MET), rule.id


@slow
@given(person=profiles, catalogue=catalogues)
def test_every_remedy_makes_its_own_rule_met(person: Profile, catalogue: list[AnyOpportunity]) -> None:
    columns = compile_criteria(catalogue)
    engine = Engine(columns)
    for row in range(len(catalogue)):
        alone = columns.take(np.array([row]))
        for verdict in engine.verdicts(person, row, ON):
            remedy = verdict.rule.remedy and verdict.rule.remedy(person, alone, ON)
            if verdict.truth is Truth.NOT_MET and remedy:
                changed = verdict_of(verdict.rule, remedy.profile, alone, ON)
                assert changed.truth is Truth.MET, verdict.rule.id
                Profile.model_validate(remedy.profile.model_dump())
                for messages in (sentences("fr"), sentences("de")):
                    assert messages[message_key(verdict.rule, "change", remedy.facts)].format(
                        **remedy.facts.worded("fr")
                    )


@slow
@given(person=profiles, catalogue=catalogues)
@pytest.mark.parametrize(("lang", "messages"), [("fr", sentences("fr")), ("de", sentences("de"))])
def test_every_verdict_has_its_sentence_and_its_question(
    person: Profile, catalogue: list[AnyOpportunity], lang: str, messages: dict[str, str]
) -> None:
    engine = Engine(compile_criteria(catalogue))
    for row in range(len(catalogue)):
        for verdict in engine.verdicts(person, row, ON):
            words = verdict.facts.worded(lang)
            keys = [verdict.sentence_key, *([verdict.question_key] if verdict.question_key else [])]
            for key in keys:
                sentence = messages[key].format(**words)
                assert "?" not in sentence.removesuffix("?"), sentence
                assert " : ." not in sentence, sentence
            assert (verdict.asks is None) == (verdict.truth is not Truth.UNKNOWN)
            assert (verdict.asks is Asks.PROVIDER) <= (verdict.rule.asks is Asks.PROVIDER)


def test_both_languages_say_the_same_things() -> None:
    assert set(sentences("fr")) == set(sentences("de"))


def test_unknown_places_and_starts_are_no_review() -> None:
    course = Measure(id="own:1", title="Cours", form="activity", type="language_course")
    columns = compile_criteria([course])
    assessment = assess(Profile(id="p"), columns, ON)
    found = Engine(columns).verdicts(Profile(id="p"), 0, ON)
    assert {v.rule.id for v in found} == {"capacity", "start", "place_known"}
    assert (assessment.state[0], assessment.open_questions[0]) == (2, 0)


def hidden(person: Profile) -> st.SearchStrategy[Profile]:
    """The same person with some facts no longer known."""
    return st.lists(st.sampled_from(HIDERS), max_size=4).map(lambda hiders: _apply(person, hiders))


def _apply(person: Profile, hiders: list[Callable[[Profile], Profile]]) -> Profile:
    known: Profile = reduce(lambda known, hide: hide(known), hiders, person)
    return known


def _without(*path: str) -> Any:
    def hide(word: Any) -> Any:
        if word is None:
            return None
        name, *rest = path
        changed = _at(rest, getattr(word, name)) if rest else None
        return word.model_copy(update={name: changed})

    def _at(rest: list[str], word: Any) -> Any:
        return _without(*rest)(word)

    return hide


def _shortened(name: str, empty: Any) -> Any:
    def hide(person: Profile) -> Profile:
        listed = getattr(person, name)
        return person.model_copy(update={name: empty(items=listed.items[:-1], complete=False)})

    return hide


def _without_position(person: Profile) -> Profile:
    less: Profile = _without("residence", "latitude")(_without("residence", "longitude")(person))
    return less


def _without_levels(person: Profile) -> Profile:
    items = tuple(item.model_copy(update={"level": None}) for item in person.languages.items)
    return person.model_copy(update={"languages": Languages(items=items, complete=person.languages.complete)})


def _without_results(person: Profile) -> Profile:
    items = tuple(item.model_copy(update={"completed": None}) for item in person.past_measures.items)
    return person.model_copy(update={"past_measures": person.past_measures.model_copy(update={"items": items})})


def _without_confirmation(person: Profile) -> Profile:
    needs = person.needs and tuple(need.model_copy(update={"confirmed": False}) for need in person.needs)
    return person.model_copy(update={"needs": needs})


def _without_diagnoses(person: Profile) -> Profile:
    pathway = person.insertion_france
    return person.model_copy(update={"insertion_france": pathway and pathway.model_copy(update={"iae_diagnoses": ()})})


FACTS = """
birth_date household household.adults household.children residence residence.region
residence.municipality_code permit permit.kind permit.may_work permit.may_change_employer education
education.level education.recognised education.seeks_training_place availability.percent
availability.schedules availability.work_pace_percent mobility.licences mobility.radius_km restrictions
insurances.unemployment insurances.unemployment.status insurances.unemployment.days_left
insurances.unemployment.days_drawn insurances.unemployment.framework_end insurances.assistance
insurances.assistance.kind insurances.assistance.follow_up insurances.assistance.fr_track
insurances.disability insurances.disability.status
insurances.disability.incapacity_percent insurances.disability.incapacity_since pes_registration
insurances.unemployment.days_used_59d insurances.unemployment.collective_dismissal insurances.placement
education.higher_education_years education.apprenticeship_contract in_debt_enforcement
months_without_work needs self_employment_project
insertion_france insertion_france.iae_pass insertion_france.cddi_months insertion_france.rsa
"""

HIDERS: list[Callable[[Profile], Profile]] = [
    *(_without(*path.split(".")) for path in FACTS.split()),
    _without_position,
    _without_levels,
    _without_results,
    _without_confirmation,
    _without_diagnoses,
    _shortened("languages", Languages),
    lambda person: _shortened("past_measures", type(person.past_measures))(person),
    lambda person: person.model_copy(update={"statuses": person.statuses[:-1]}),
    lambda person: person.model_copy(update={"fitness": person.fitness[:-1]}),
    lambda person: person.model_copy(update={"availability": Availability(), "mobility": Mobility()}),
]
