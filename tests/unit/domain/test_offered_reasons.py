"""Reasons: lists that differ by kind and step, and what follows from each, held against the field's own table."""

import pytest

from matching.domain.offered_reasons import offered, refuse_unoffered
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.consequences import CONSEQUENCES, CONSEQUENCES_OF_REFUSAL, FACTS_BEHIND
from matching.domain.vocabulary.reasons import AfterReason, RejectReason
from matching.domain.vocabulary.step_reasons import DropoutReason, ProviderRefusal, ReasonStep, Side
from matching.errors import InvalidInputError

K, R, S, T = OpportunityKind, RejectReason, ReasonStep, AfterReason

OF_THE_FIELD = """
not_reachable                  person      no   todo
no_show_interview              person      no   todo
found_job                      person      no   close
in_training                    person      no   until_date
in_other_measure               person      no   until_date
not_interested                 person      yes  cool_off
not_now                        person      no   until_date
health_constraint              person      no   until_reassessed
childcare_or_family            person      no   until_changed
too_far                        person      no   until_changed
hours_unreachable              person      no   until_changed
language_level                 provider    yes  until_changed
lacking_skills                 provider    yes  suggest_gap_measure
lacking_credential             provider    yes  suggest_gap_measure
peripheral_obstacle            person      no   suggest_obstacle_measure
not_eligible                   payer       no   until_reassessed
eligibility_unproven           payer       no   ask_document
payer_refused                  payer       no   none
full                           provider    no   until_place
position_filled                provider    no   close_option
no_answer_from_provider        provider    no   provider_responsiveness
provider_changed_or_cancelled  provider    no   close_option
too_few_participants           provider    no   none
already_tried                  person      yes  cool_off
duplicate                      data        no   merge
wrong_or_stale_record          data        no   catalogue_todo
below_the_person               counsellor  yes  cool_off
needs_more_support_first       counsellor  yes  step_before
discrimination_risk            counsellor  no   flag_provider
counsellor_other_strategy      counsellor  yes  none
person_withdrew_consent        person      no   stop
other                          data        no   review
"""
"""Typed again from the list of the field; "yes (constraint)" and "yes -> needs" are no there: facts, never labels."""


@pytest.mark.parametrize("line", OF_THE_FIELD.strip().splitlines())
def test_each_reason_means_what_the_field_says(line: str) -> None:
    code, side, trains, then = line.split()
    found = CONSEQUENCES[R[code.upper()]]
    assert (found.side.value, found.trains_ranker, found.then.value) == (side, trains == "yes", then)


def test_every_reason_has_its_consequence() -> None:
    assert set(CONSEQUENCES) == set(R)
    assert set(CONSEQUENCES_OF_REFUSAL) == set(ProviderRefusal)


def test_what_is_no_fault_of_the_match_never_teaches() -> None:
    for found in (*CONSEQUENCES.values(), *CONSEQUENCES_OF_REFUSAL.values()):
        if found.side in {Side.PAYER, Side.DATA}:
            assert not found.trains_ranker
    for reason in (R.FULL, R.POSITION_FILLED, R.NO_ANSWER_FROM_PROVIDER, R.TOO_FEW_PARTICIPANTS):
        assert not CONSEQUENCES[reason].trains_ranker
    assert not CONSEQUENCES_OF_REFUSAL[ProviderRefusal.NO_POSITION].trains_ranker


def test_a_constraint_never_teaches_and_a_cool_off_has_days() -> None:
    assert {r for r in FACTS_BEHIND if CONSEQUENCES[r].trains_ranker} == {R.LANGUAGE_LEVEL}
    assert all((found.then is T.COOL_OFF) <= (found.cool_off_days is not None) for found in CONSEQUENCES.values())


@pytest.mark.parametrize("kind", K)
@pytest.mark.parametrize("step", S)
def test_there_is_a_list_for_every_kind_and_step_without_doubles(kind: OpportunityKind, step: ReasonStep) -> None:
    found = offered(kind, step)
    assert len(found) == len(set(found)) > 1
    assert "other" in found or step is S.DROP_OUT


def test_lists_differ_by_kind_and_by_step() -> None:
    assert R.POSITION_FILLED in offered(K.VACANCY, S.REJECT)
    assert R.POSITION_FILLED not in offered(K.MEASURE, S.REJECT)
    assert {R.WRONG_PAYER, R.FULL}.isdisjoint(offered(K.VACANCY, S.REJECT))
    assert {R.WRONG_PAYER, R.FULL} <= set(offered(K.PLACEMENT, S.REJECT))
    assert {R.FULL, R.WRONG_PAYER, R.DUPLICATE, R.COUNSELLOR_OTHER_STRATEGY}.isdisjoint(offered(K.MEASURE, S.DECLINE))
    assert R.NOT_INTERESTED not in offered(K.MEASURE, S.DEFER)
    assert DropoutReason.FOUND_JOB in offered(K.MEASURE, S.DROP_OUT)
    for step in S:
        assert len({offered(kind, step) for kind in K}) >= 2


def test_every_reason_can_be_given_somewhere() -> None:
    given = {reason for kind in K for reason in offered(kind, S.REJECT)}
    assert given == set(R)


def test_a_reason_off_the_list_is_refused_with_the_list() -> None:
    with pytest.raises(InvalidInputError) as refused:
        refuse_unoffered(K.VACANCY, S.REJECT, ["too_far", "full"], text=None)
    said = str(refused.value)
    assert said.startswith("« full » n'est pas un motif pour refuser un emploi ; motifs possibles : not_reachable = ")
    assert "position_filled = poste pourvu" in said


@pytest.mark.parametrize(("codes", "text"), [(["other"], None), (["other"], "  "), (["too_far", "too_far"], None)])
def test_other_needs_words_and_no_reason_stands_twice(codes: list[str], text: str | None) -> None:
    with pytest.raises(InvalidInputError):
        refuse_unoffered(K.VACANCY, S.REJECT, codes, text=text)
