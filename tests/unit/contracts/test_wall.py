"""The wall: every field of every word is decided on, and nothing of what a person did leaves counselling."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.domain.fields import leaves

from matching.contracts.never_leaves import FIELDS_THAT_STAY, WORDS_THAT_STAY
from matching.contracts.wall import ALLOWED, allowed_fields, leaving, models_of, name_of, stays
from matching.contracts.words import WORDS
from matching.domain.decision import Decision, PayerDecision, PayerRequest, PersonAnswer
from matching.domain.feedback import ReasonFeedback
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.observation import Observation
from matching.domain.outcome import Outcome
from matching.domain.participation import Closing, End, Start
from matching.domain.plan import Plan, PlanPart
from matching.domain.profile import Profile
from matching.domain.proposal import AnyStep, Proposal
from matching.domain.recommendation import Recommendation, Resting, Versions
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.process import (
    Evidence,
    FeedbackVerdict,
    GuaranteeStatus,
    OutcomeKind,
    ProposalStatus,
    Role,
    Verb,
)
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.receivers import PURPOSES, WITHIN_COUNSELLING, LeavingPurpose, Receiver
from matching.domain.vocabulary.step_reasons import DropoutReason
from matching.domain.voice import Contest, Refusal
from matching.domain.word import Word

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
DAY = date(2026, 12, 7)
OUTSIDE = [receiver for receiver in Receiver if receiver not in WITHIN_COUNSELLING]


def fields_of(name: str) -> set[str]:
    return {path for model in models_of(name) for path in leaves(model)}


@pytest.mark.parametrize("name", WORDS)
def test_every_field_is_on_the_list_of_a_receiver_or_stays(name: str) -> None:
    fields = fields_of(name)
    listed = frozenset[str]().union(*(allowed_fields(name, receiver) for receiver in Receiver))
    assert {path for path in fields if path not in listed and not stays(name, path)} == set(), "decide on the new field"
    assert {path for path in listed if stays(name, path)} == set()
    assert listed <= fields


def test_no_list_names_a_word_or_a_receiver_there_is_not() -> None:
    assert set(ALLOWED) == set(Receiver)
    assert {name for allowed in ALLOWED.values() for name in allowed} <= set(WORDS)
    assert set(WORDS_THAT_STAY) | set(FIELDS_THAT_STAY) <= set(WORDS)
    assert sum(len(fields_of(name)) for name in WORDS) > 500


def test_each_receiver_has_its_purposes_and_counselling_is_for_the_unit_alone() -> None:
    assert set(PURPOSES) == set(Receiver)
    assert [receiver for receiver in Receiver if LeavingPurpose.COUNSELLING in PURPOSES[receiver]] == [Receiver.UNIT]


ONLY_WITHIN = (
    *("refusal", "contest", "ranking_choice", "reason_feedback"),
    *("observation", "correction", "decision", "person_answer"),
)


@pytest.mark.parametrize("receiver", OUTSIDE)
def test_words_of_refusal_reason_and_observation_are_on_no_list_outside(receiver: Receiver) -> None:
    assert {name for name in ONLY_WITHIN if allowed_fields(name, receiver)} == set()
    for name in ALLOWED[receiver]:
        fields = allowed_fields(name, receiver)
        told = {path for path in fields if "reason" in path.rpartition(".")[2] and name != "payment_guarantee"}
        assert told == set()
        assert not fields & {"started_on", "resting", "dropout_reason", "past_measures.items.completed"}
        assert receiver is Receiver.PROVIDER or not fields & {"step.came", "step.completed", "step.state"}


def test_the_reason_of_a_guarantee_is_between_the_unit_and_the_payer() -> None:
    told = {receiver for receiver in Receiver if "reason" in allowed_fields("payment_guarantee", receiver)}
    assert told == {Receiver.UNIT, Receiver.PERSON, Receiver.PAYER}


def test_training_gets_no_words_and_no_reasons() -> None:
    every = {path for name in ALLOWED[Receiver.TRAINING] for path in allowed_fields(name, Receiver.TRAINING)}
    assert not every & {"text", "reject_reasons", "accept_reasons", "correction", "author", "words"}
    assert not {"refusal", "contest", "observation", "profile"} & set(ALLOWED[Receiver.TRAINING])


def decision(**changes: Any) -> Decision:
    fields: dict[str, Any] = {"author": "cp", "at": AT, "verb": Verb.ACCEPT}
    return Decision(**fields | changes)


def proposal(step: AnyStep, **changes: Any) -> Proposal:
    """One version of a proposal, after a step."""
    fields: dict[str, Any] = {"profile": "p-1", "recommendation": "r-1", "opportunity": "own:x", "title": "Atelier"}
    return Proposal(**fields | {"kind": "measure", "status": step.leads_to, "step": step} | changes)


def wrote(step: type[AnyStep], **changes: Any) -> Proposal:
    fields: dict[str, Any] = {"author": "cp", "at": AT}
    return proposal(step(**fields | changes))


def guarantee(status: GuaranteeStatus, started_on: date | None = None) -> PaymentGuarantee:
    return PaymentGuarantee(
        profile="p-1",
        opportunity="own:x",
        payer=Institution.CSR,
        requested_by="as",
        valid_from=DAY,
        valid_to=date(2027, 3, 1),
        status=status,
        started_on=started_on,
        reason="pour trois mois",
    )


def outcome(kind: OutcomeKind, *, holds: bool, why: DropoutReason | None = None) -> Outcome:
    return Outcome(proposal="proposals-1", kind=kind, holds=holds, dropout_reason=why, stated_at=AT, source="provider")


SLATE = Recommendation(
    id="r-1",
    profile="p-1",
    viewer="cp",
    at=AT,
    language="fr",
    cards=(),
    considered=3,
    versions=Versions(rules="r", catalogue="c", encoder="e", model="m", evidence=Evidence.NONE),
)
COOLED = SLATE.model_copy(
    update={"resting": (Resting(opportunity="own:x", title="X", reason=RejectReason.NOT_INTERESTED),)}
)
OBSERVED = Observation(
    profile="p-1",
    opportunity="own:x",
    seen_from=DAY,
    seen_to=DAY,
    attendance_percent=40,
    with_consent=True,
    observed_by="atelier",
    observed_at=AT,
)
PLAN = Plan(
    profile="p-1",
    objective=Objective.JOB,
    steps=("Garde",),
    parts=(PlanPart(role=Role.COUNSELLOR, text="Cibler des postes", dissent="Trop tôt"),),
)
PLAN_AGREED = PLAN.model_copy(update={"agreed_at": AT})
AGREED = (SLATE, proposal(decision()), wrote(PersonAnswer, answer="accepted"))
PAID = (
    wrote(PayerRequest, institution=Institution.CSR),
    wrote(PayerDecision, institution=Institution.CSR, granted=True),
)
WENT_WELL: tuple[Word, ...] = (
    *AGREED,
    *PAID,
    wrote(Start, came=True, on=DAY),
    wrote(End, completed=True, on=DAY),
    guarantee(GuaranteeStatus.ACTIVE, DAY),
    outcome(OutcomeKind.TAKE_UP, holds=True),
)
NO_SHOW: tuple[Word, ...] = (
    *AGREED,
    *PAID,
    wrote(Start, came=False, on=DAY),
    guarantee(GuaranteeStatus.GRANTED),
    outcome(OutcomeKind.TAKE_UP, holds=False),
)
LEFT: tuple[Word, ...] = (
    *AGREED,
    *PAID,
    wrote(Start, came=True, on=DAY),
    wrote(End, completed=False, on=DAY, reason=DropoutReason.ABSENCES),
    wrote(Closing, state="withdrawn"),
    wrote(PersonAnswer, answer="declined", reasons=(RejectReason.NOT_INTERESTED,)),
    guarantee(GuaranteeStatus.ACTIVE, DAY),
    OBSERVED,
    outcome(OutcomeKind.DROPOUT, holds=True, why=DropoutReason.ABSENCES),
)
NOTHING_FOLLOWED: tuple[Word, ...] = (SLATE,)
DECLINED: tuple[Word, ...] = (COOLED, proposal(decision()), wrote(PersonAnswer, answer="declined", text="non"))
REJECTED: tuple[Word, ...] = (
    COOLED,
    wrote(Decision, verb=Verb.REJECT, reject_reasons=(RejectReason.NO_SHOW_INTERVIEW,)),
)
REFUSED: tuple[Word, ...] = (
    COOLED,
    Refusal(profile="p-1", opportunity="own:x", reason=RejectReason.NOT_INTERESTED, at=AT),
    Contest(profile="p-1", fact="languages", words="faux", at=AT),
    wrote(Closing, state="expired"),
)


def told(words: Sequence[Word], receiver: Receiver) -> list[dict[str, Any]]:
    return [kept for word in words if (kept := leaving(word, receiver))]


@pytest.mark.parametrize("receiver", OUTSIDE)
def test_what_a_person_did_reads_as_if_they_had_not_and_rows_do_not_tell(receiver: Receiver) -> None:
    if receiver is not Receiver.PROVIDER:  # who came to its own place, and who stayed, it has seen
        assert told(NO_SHOW, receiver) == told(LEFT, receiver) == told(WENT_WELL, receiver)
    for refused in (DECLINED, REJECTED, REFUSED):
        assert told(refused, receiver) == told(NOTHING_FOLLOWED, receiver)


def test_the_unit_reads_all_of_it() -> None:
    for words in (WENT_WELL, NO_SHOW, LEFT, DECLINED, REJECTED, REFUSED):
        assert len(told(words, Receiver.UNIT)) == len(words)
    assert told([NO_SHOW[-2]], Receiver.UNIT)[0]["status"] == "granted"
    assert "facts" not in told(REFUSED, Receiver.UNIT)[1]


@given(status=st.sampled_from(GuaranteeStatus), receiver=st.sampled_from(OUTSIDE))
def test_a_guarantee_says_no_more_outside_than_whether_it_is_asked_given_or_over(
    status: GuaranteeStatus, receiver: Receiver
) -> None:
    kept = leaving(guarantee(status, DAY), receiver)
    if receiver is Receiver.PAYER:
        assert kept["status"] == ("granted" if status is GuaranteeStatus.ACTIVE else status)
    else:
        assert kept.get("status", "requested") in {"requested", "granted", "closed"}


def test_an_unfinished_plan_does_not_leave_counselling_as_it_would_tell_who_does_not_agree() -> None:
    assert told([PLAN], Receiver.SOCIAL_OFFICE) == []
    (kept,) = told([PLAN_AGREED], Receiver.SOCIAL_OFFICE)
    assert kept["parts"] == [{"role": "counsellor", "text": "Cibler des postes"}]


def test_statistics_get_only_what_hangs_on_no_person() -> None:
    assert set(ALLOWED[Receiver.STATISTICS]) == {"opportunity", "unit"}
    about_someone = [*WENT_WELL, *NO_SHOW, *LEFT, *DECLINED, *REJECTED, *REFUSED, OBSERVED, PLAN_AGREED]
    assert told(about_someone, Receiver.STATISTICS) == []


@given(kind=st.sampled_from(OutcomeKind), holds=st.booleans(), receiver=st.sampled_from(OUTSIDE))
def test_no_outcome_of_a_person_leaves_counselling(kind: OutcomeKind, receiver: Receiver, *, holds: bool) -> None:
    assert leaving(outcome(kind, holds=holds), receiver) == {}


@pytest.mark.parametrize("shareable", [True, False])
def test_the_person_reads_reasons_that_may_be_shared(*, shareable: bool) -> None:
    rejected = decision(
        verb=Verb.REJECT,
        reject_reasons=(RejectReason.TOO_FAR,),
        text="loin",
        good_idea=True,
        shareable_with_person=shareable,
    )
    for kept in (leaving(rejected, Receiver.PERSON), leaving(proposal(rejected), Receiver.PERSON)["step"]):
        assert kept["verb"] == "reject"
        assert ("text" in kept, "reject_reasons" in kept, "good_idea" in kept) == (shareable,) * 3
    answered = leaving(wrote(PersonAnswer, answer="declined", text="non"), Receiver.PERSON)
    assert answered["step"]["text"] == "non"
    ended = leaving(wrote(End, completed=False, on=DAY, text="parti", reason=DropoutReason.CONFLICT), Receiver.PERSON)
    assert not {"text", "reason"} & set(ended["step"])


@given(verb=st.sampled_from(Verb), reasons=st.lists(st.sampled_from(RejectReason), max_size=3, unique=True))
def test_only_decisions_that_may_teach_reach_training(verb: Verb, reasons: list[RejectReason]) -> None:
    kept = leaving(wrote(Decision, verb=verb, reject_reasons=tuple(reasons)), Receiver.TRAINING)
    teaches = bool(reasons) and all(CONSEQUENCES[reason].trains_ranker for reason in reasons)
    assert bool(kept) == (verb == "accept" or (verb == "reject" and teaches))


def test_a_word_without_a_contract_leaves_to_nobody() -> None:
    class Unlisted(Word):
        profile: str

    assert [leaving(Unlisted(profile="p-1"), receiver) for receiver in Receiver] == [{}] * len(Receiver)
    assert name_of(Profile(id="p")) == "profile"


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


CODES = {*RejectReason, *DropoutReason, *FeedbackVerdict, ProposalStatus.NO_SHOW, ProposalStatus.CLIENT_DECLINED}


@pytest.mark.parametrize("receiver", OUTSIDE)
def test_no_code_of_a_reason_or_failure_stands_in_what_leaves(receiver: Receiver) -> None:
    feedback = ReasonFeedback(
        recommendation="r-1", opportunity="own:x", reason="distance", verdict=FeedbackVerdict.WRONG, author="cp", at=AT
    )
    words = (*NO_SHOW, *LEFT, *DECLINED, *REJECTED, *REFUSED, feedback)
    found = CODES & {text for kept in told(words, receiver) for text in strings(kept)}
    assert found == ({"no_show"} if receiver is Receiver.PROVIDER else set())


def test_a_proposal_of_the_head_start_leaves_to_its_unit_alone() -> None:
    """And to the person, who was asked."""
    restricted = wrote(PersonAnswer, answer="accepted").model_copy(update={"mandate_only": ("posting",)})
    told_to = {receiver for receiver in Receiver if leaving(restricted, receiver)}
    assert told_to == {Receiver.UNIT, Receiver.PERSON}


@pytest.mark.parametrize("receiver", OUTSIDE)
def test_outside_a_proposal_is_what_was_agreed_and_no_later_state(receiver: Receiver) -> None:
    states = {
        kept["status"]
        for word in (*WENT_WELL, *NO_SHOW, *LEFT, *DECLINED, *REJECTED, *REFUSED)
        if isinstance(word, Proposal) and (kept := leaving(word, receiver))
    }
    agreed = {Receiver.CASE_SYSTEM: {"client_accepted"}, Receiver.PAYER: {"payer_requested", "payer_granted"}}
    assert states == agreed.get(receiver, states if receiver is Receiver.PROVIDER else set())
