"""Deciding: reasons that fit, a mind that may change, and an option that rests after a no."""

from datetime import timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, OF_THE_ORP, SOCIAL

from matching.domain.decision import Decision, PersonAnswer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, ForbiddenError, InvalidInputError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING

S = ProposalStatus


def resting(office: Office, option: str) -> Any:
    return office.service.rest_of("p-1", option, viewer=SOCIAL, at=office.at)


def test_a_decision_points_to_what_was_shown(office: Office) -> None:
    entry = office.decided("own:workshop", reasons=["matches_project", "client_wish"], text="Il aime les vélos")
    word = entry.word
    assert (word.recommendation, word.opportunity, word.profile) == (office.slate, "own:workshop", "p-1")
    assert (word.title, word.code, word.provider_id) == ("Atelier vélo", "ch_as_professional", "atelier-velo")
    assert (entry.version, entry.author, entry.at, word.status) == (1, "sophie", office.at, S.ACCEPTED)
    assert isinstance(word.step, Decision)
    assert (word.step.accept_reasons, word.step.text) == (("matches_project", "client_wish"), "Il aime les vélos")


NOT_FITTING: list[tuple[str, Verb, list[str], int | None, str]] = [
    ("own:job", Verb.ACCEPT, [], None, "au moins un motif"),
    ("own:job", Verb.REJECT, [], None, "au moins un motif"),
    ("own:job", Verb.ACCEPT, ["too_far"], None, "n'est pas un motif pour retenir un emploi"),
    ("own:job", Verb.REJECT, ["full"], None, "n'est pas un motif pour refuser un emploi"),
    ("own:workshop", Verb.REJECT, ["position_filled"], None, "n'est pas un motif pour refuser une mesure"),
    ("own:job", Verb.REJECT, ["other"], None, "se dit en mots"),
    ("own:job", Verb.REJECT, ["not_now"], None, "demande un jour"),
    ("own:job", Verb.DEFER, ["not_now"], None, "un motif et un jour"),
    ("own:job", Verb.DEFER, [], 9, "un motif et un jour"),
    ("own:job", Verb.DEFER, ["not_now"], -1, "un jour à venir"),
    ("own:job", Verb.DEFER, ["not_interested"], 9, "pour mettre en attente un emploi"),
    ("own:job", Verb.ACCEPT, ["client_wish"], 9, "un jour à venir"),
]


def test_reasons_that_do_not_fit_are_refused(office: Office) -> None:
    for option, verb, reasons, days, said in NOT_FITTING:
        until = None if days is None else office.today + timedelta(days=days)
        with pytest.raises(InvalidInputError, match=said):
            office.decided(option, verb, reasons=reasons, until=until)
    assert office.service.proposals_of("p-1", viewer=SOCIAL, at=office.at) == []


def test_a_mind_may_change_until_the_person_has_answered(office: Office) -> None:
    first = office.decided("own:workshop", Verb.REJECT)
    assert resting(office, "own:workshop").reason == "not_interested"
    second = office.decided("own:workshop", expected_version=first.version, viewer=COLLEAGUE)
    assert resting(office, "own:workshop") is None
    waits = office.decided("own:workshop", Verb.DEFER, expected_version=second.version)
    third = office.decided("own:workshop", expected_version=waits.version)
    office.answered(third, "accepted")
    with pytest.raises(ConflictError, match="« acceptée par la personne »"):
        office.decided("own:workshop", Verb.REJECT, expected_version=5)
    history = office.service.proposal_history(first.id, viewer=SOCIAL, at=office.at)
    assert [(entry.version, entry.author, entry.word.status) for entry in history] == [
        (1, "sophie", S.REJECTED),
        (2, "carla", S.ACCEPTED),
        (3, "sophie", S.DEFERRED),
        (4, "sophie", S.ACCEPTED),
        (5, "sophie", S.CLIENT_ACCEPTED),
    ]


def test_a_no_rests_by_its_first_reason_and_the_later_day(office: Office) -> None:
    office.decided("own:place", Verb.REJECT, reasons=["below_the_person", "already_tried"])
    rest = resting(office, "own:place")
    assert rest.reason == "below_the_person"
    assert rest.until == office.today + timedelta(days=365)
    again = office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    assert "own:place" not in {card.opportunity for card in again.cards}


def test_a_decision_that_is_refused_leaves_no_rest(office: Office) -> None:
    """One transaction: the refusal of the option is not kept when the step is not."""
    one = office.agreed("own:workshop")
    with pytest.raises(ConflictError):
        office.decided("own:workshop", Verb.REJECT, expected_version=one.version)
    assert resting(office, "own:workshop") is None


def test_the_person_may_say_no_without_a_reason_and_yes_again(office: Office) -> None:
    one = office.decided("own:workshop")
    thinks = office.answered(one, "thinking", text="J'en parle à la maison")
    assert thinks.word.status is S.ACCEPTED
    declined = office.answered(thinks, "declined")
    assert declined.word.status is S.CLIENT_DECLINED
    assert resting(office, "own:workshop").reason is None
    assert office.service.rest_of("p-1", "own:workshop", viewer=SOCIAL, at=office.later(60))
    assert not office.service.rest_of("p-1", "own:workshop", viewer=SOCIAL, at=office.later(61))
    yes = office.answered(declined, "accepted")
    assert resting(office, "own:workshop") is None
    no = office.answered(yes, "declined", reasons=["too_far", "not_interested"])
    assert isinstance(no.word.step, PersonAnswer)
    assert no.word.step.reasons == ("too_far", "not_interested")
    assert resting(office, "own:workshop").reason == "too_far"


def test_a_counsellors_yes_does_not_wake_what_the_person_refused(office: Office) -> None:
    office.service.refuse_option("p-1", "own:workshop", reason=RejectReason.NOT_INTERESTED, viewer=SOCIAL, at=office.at)
    office.decided("own:workshop")
    assert resting(office, "own:workshop").reason == "not_interested"


@pytest.mark.parametrize("verb", [Verb.REJECT, Verb.DEFER])
def test_nothing_is_to_be_answered_before_a_yes(office: Office, verb: Verb) -> None:
    one = office.decided("own:workshop", verb)
    for said in ("accepted", "declined", "thinking"):
        with pytest.raises(ConflictError, match="permis ensuite : « retenue »"):
            office.answered(one, said)


def test_a_persons_reasons_are_the_persons(office: Office) -> None:
    one = office.decided("own:workshop")
    for reasons in (["full"], ["other"], ["not_now"]):
        with pytest.raises(InvalidInputError):
            office.answered(one, "declined", reasons=reasons)
    with pytest.raises(InvalidInputError, match="Seul un non se motive"):
        office.answered(one, "accepted", reasons=["too_far"])


def test_who_does_not_prescribe_does_not_decide(office: Office) -> None:
    slate = office.service.recommend("p-1", viewer=OF_THE_ORP, at=office.at)
    shown = [card.opportunity for card in slate.cards]
    assert {"own:workshop", "own:job"} <= set(shown)
    around = office.service.around_person("p-1", viewer=OF_THE_ORP, at=office.at, options=shown)
    assert around.prescribed_elsewhere == {"own:workshop": (Institution.SOCIAL_COMMUNE,)}
    for verb, reasons in ((Verb.ACCEPT, ["client_wish"]), (Verb.REJECT, ["too_far"]), (Verb.DEFER, [])):
        with pytest.raises(ForbiddenError, match="la prescrivent : service social communal"):
            office.service.decide(slate.id, "own:workshop", verb, viewer=OF_THE_ORP, at=office.at, reasons=reasons)
    job = office.service.decide(
        slate.id, "own:job", Verb.ACCEPT, viewer=OF_THE_ORP, at=office.at, reasons=["client_wish"]
    )
    assert job.word.status is S.ACCEPTED


def test_what_left_the_catalogue_can_still_be_refused(office: Office) -> None:
    slate = office.service.recommend("p-1", viewer=OF_THE_ORP, at=office.at)
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.withdraw_missing(connection, source="own", ids=[], at=office.at)
    around = office.service.around_person("p-1", viewer=OF_THE_ORP, at=office.at, options=["own:workshop"])
    assert around.prescribed_elsewhere == {}
    office.service.decide(slate.id, "own:workshop", Verb.REJECT, viewer=OF_THE_ORP, at=office.at, reasons=["too_far"])
    with pytest.raises(ConflictError, match="n'est plus au catalogue"):
        office.decided("own:workshop")
    assert office.decided("own:workshop", Verb.REJECT, reasons=["wrong_or_stale_record"]).version == 1


def test_what_is_under_way_is_not_decided_a_second_time_on_another_slate(office: Office) -> None:
    first = office.decided("own:workshop")
    again = office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    assert again.id != office.slate
    with pytest.raises(ConflictError, match=r"déjà en cours pour cette personne \(« retenue »\)"):
        office.service.decide(
            again.id, "own:workshop", Verb.ACCEPT, viewer=SOCIAL, at=office.at, reasons=["client_wish"]
        )
    office.service.withdraw(first.id, viewer=SOCIAL, at=office.at, expected_version=first.version)
    anew = office.service.decide(
        again.id, "own:workshop", Verb.ACCEPT, viewer=SOCIAL, at=office.at, reasons=["client_wish"]
    )
    assert (anew.version, anew.word.recommendation) == (1, again.id)


@pytest.mark.parametrize("verb", list(Verb))
def test_a_decision_is_taken_back_and_the_option_stands_again(office: Office, verb: Verb) -> None:
    reasons = {Verb.ACCEPT: ["client_wish"], Verb.REJECT: ["too_far"], Verb.DEFER: []}[verb]
    made = office.decided("own:workshop", verb, reasons=reasons)
    undone = office.service.withdraw(made.id, viewer=SOCIAL, at=office.at, expected_version=made.version)
    assert (undone.version, undone.word.status) == (2, S.WITHDRAWN)
    assert resting(office, "own:workshop") is None
    again = office.service.recommend("p-1", viewer=SOCIAL, at=office.at)
    assert "own:workshop" in {card.opportunity for card in again.cards}
