"""A start waits for the payer's word; payer and provider do their own steps, and read nothing else."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import (
    COLLEAGUE,
    COMMUNE,
    COMMUNE_ELSEWHERE,
    DISABILITY_OFFICE,
    OTHER_WORKSHOP,
    SOCIAL,
    WORKSHOP,
)

from matching.domain.proposal import Proposal
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus, ProposalStatus, Verb
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.storage.ledger import Entry

S = ProposalStatus
PAYER = Institution.SOCIAL_COMMUNE


def asked(office: Office) -> Entry[Proposal]:
    one = office.agreed("own:workshop")
    return office.service.ask_payer(
        one.id, PAYER, viewer=SOCIAL, at=office.at, text="Trois mois", expected_version=one.version
    )


def answered(
    office: Office, entry: Entry[Proposal], *, granted: bool, who: Any = COMMUNE, text: str | None = "Selon le budget"
) -> Entry[Proposal]:
    return office.service.payer_decides(
        entry.id, granted=granted, text=text, viewer=who, at=office.at, expected_version=entry.version
    )


def moved(office: Office, entry: Entry[Proposal], state: str, who: Any = SOCIAL, **more: Any) -> Entry[Proposal]:
    return office.service.provider_moves(
        entry.id, state, viewer=who, at=office.at, expected_version=entry.version, **more
    )


def begun(office: Office, entry: Entry[Proposal], days: int = 1, who: Any = SOCIAL) -> Entry[Proposal]:
    return office.service.start(
        entry.id, on=office.later(days).date(), viewer=who, at=office.later(days), expected_version=entry.version
    )


def test_a_measure_does_not_begin_before_its_payers_word(office: Office) -> None:
    one = office.agreed("own:workshop")
    with pytest.raises(ConflictError, match="il manque, datée d'un jour avant, la décision"):
        begun(office, one)
    granted = answered(office, asked_again(office, one), granted=True)
    with pytest.raises(ConflictError, match="datée d'un jour avant"):
        begun(office, granted, days=0)
    assert begun(office, granted).word.status is S.STARTED


def asked_again(office: Office, one: Entry[Proposal]) -> Entry[Proposal]:
    return office.service.ask_payer(one.id, PAYER, viewer=SOCIAL, at=office.at, expected_version=one.version)


def test_a_refused_measure_does_not_begin_and_may_be_asked_for_again(office: Office) -> None:
    refused = answered(office, asked(office), granted=False)
    with pytest.raises(ConflictError, match="« refusée par le payeur »"):
        begun(office, refused)
    granted = answered(office, asked_again(office, refused), granted=True)
    taken_back = answered(office, granted, granted=False)
    with pytest.raises(ConflictError):
        begun(office, taken_back)


@pytest.mark.parametrize("words", [None, "", "  "])
def test_a_payer_does_not_refuse_without_a_word(office: Office, words: str | None) -> None:
    entry = asked(office)
    with pytest.raises(InvalidInputError, match="dit pourquoi"):
        answered(office, entry, granted=False, text=words)
    assert answered(office, entry, granted=True, text=words or None).word.status is S.PAYER_GRANTED


def test_a_no_show_needs_no_payer_and_may_still_begin(office: Office) -> None:
    granted = answered(office, asked(office), granted=True)
    absent = office.service.start(
        granted.id,
        on=office.later(1).date(),
        came=False,
        viewer=SOCIAL,
        at=office.later(1),
        expected_version=granted.version,
    )
    assert absent.word.status is S.NO_SHOW
    assert begun(office, absent, days=8).word.status is S.STARTED


@pytest.mark.parametrize("about", [{"opportunity": "own:workshop"}, {"code": "ch_as_professional"}])
def test_a_guarantee_opens_the_start_that_it_covers(office: Office, about: dict[str, Any]) -> None:
    service, first = office.service, office.later(10).date()
    one = office.agreed("own:workshop")
    guarantee = service.request_guarantee(
        "p-1",
        payer=PAYER,
        viewer=SOCIAL,
        at=office.at,
        valid_from=first,
        valid_to=first + timedelta(days=90),
        **about,
    )
    with pytest.raises(ConflictError):
        begun(office, one, days=10)
    service.answer_guarantee(guarantee.id, GuaranteeStatus.GRANTED, viewer=COMMUNE, at=office.at)
    with pytest.raises(ConflictError):
        begun(office, one, days=9)
    with pytest.raises(ConflictError):
        begun(office, one, days=101)
    entry = begun(office, one, days=10)
    assert entry.word.step is not None
    assert entry.word.step.model_dump()["guarantee"] == guarantee.id


def test_a_guarantee_taken_back_opens_nothing(office: Office) -> None:
    one = office.agreed("own:workshop")
    period: dict[str, Any] = {"valid_from": office.today, "valid_to": office.later(90).date()}
    guarantee = office.service.request_guarantee(
        "p-1", payer=PAYER, code="ch_as_professional", viewer=SOCIAL, at=office.at, **period
    )
    for status in (GuaranteeStatus.GRANTED, GuaranteeStatus.REVOKED):
        office.service.answer_guarantee(guarantee.id, status, viewer=COMMUNE, at=office.at, reason="Fin")
    with pytest.raises(ConflictError):
        begun(office, one)


def test_a_place_that_nobody_pays_for_begins_at_once(office: Office) -> None:
    assert begun(office, office.agreed("own:place"), days=0).word.status is S.STARTED


@pytest.mark.parametrize("who", [SOCIAL, WORKSHOP])
@pytest.mark.parametrize("came", [True, False])
def test_a_start_is_written_down_late_but_not_dated_before_the_option_was_shown(
    office: Office, who: Any, *, came: bool
) -> None:
    one = office.agreed("own:place")
    one = moved(office, moved(office, one, "requested"), "admitted", who=who)
    noted: dict[str, Any] = {"viewer": who, "at": office.later(9), "came": came, "expected_version": one.version}
    for days in (1, 400):
        with pytest.raises(InvalidInputError, match="ne précède pas le jour où l'option a été montrée"):
            office.service.start(one.id, on=office.later(-days).date(), **noted)
    assert office.service.start(one.id, on=office.today, **noted).version == one.version + 1


def test_a_start_between_what_was_shown_and_what_was_decided_is_one(office: Office) -> None:
    """A decision may be written down after the person has begun."""
    one = office.decided("own:place", at=office.later(5))
    one = office.answered(one, "accepted", at=office.later(5))
    begun_on = office.later(2).date()
    entry = office.service.start(one.id, on=begun_on, viewer=SOCIAL, at=office.later(5), expected_version=one.version)
    assert entry.word.status is S.STARTED


def test_days_are_days(office: Office) -> None:
    job = office.agreed("own:job")
    with pytest.raises(InvalidInputError, match="le jour venu"):
        office.service.start(job.id, on=date(2027, 1, 1), viewer=SOCIAL, at=office.at, expected_version=job.version)
    started = begun(office, job, days=0)
    for wrong in (office.later(-1).date(), office.later(1).date()):
        with pytest.raises(InvalidInputError, match="entre le début et aujourd'hui"):
            office.service.end(job.id, on=wrong, viewer=SOCIAL, at=office.at, expected_version=started.version)
    with pytest.raises(InvalidInputError, match="n'est pas un motif pour quitter un emploi"):
        office.service.end(
            job.id,
            on=office.today,
            dropout_reason="right_ended",
            viewer=SOCIAL,
            at=office.at,
            expected_version=started.version,
        )
    ended = office.service.end(job.id, on=office.today, viewer=SOCIAL, at=office.at, expected_version=started.version)
    assert ended.word.status is S.COMPLETED


def test_only_who_can_be_the_payer_is_asked(office: Office) -> None:
    one = office.agreed("own:workshop")
    with pytest.raises(ConflictError, match=r"office AI ne peut pas payer cela.*\(code à indiquer : social_commune\)"):
        office.service.ask_payer(one.id, Institution.OAI, viewer=SOCIAL, at=office.at, expected_version=one.version)


def test_a_payer_answers_its_own_requests_and_no_others(office: Office) -> None:
    one = office.agreed("own:workshop")
    for who in (COMMUNE, COMMUNE_ELSEWHERE, DISABILITY_OFFICE):
        assert office.service.own_proposals(viewer=who, at=office.at) == []
        with pytest.raises(NotFoundError):
            answered(office, one, granted=True, who=who)
    request = asked_again(office, one)
    for who in (COMMUNE_ELSEWHERE, DISABILITY_OFFICE):
        with pytest.raises(NotFoundError):
            answered(office, request, granted=True, who=who)
    with pytest.raises(ForbiddenError):
        answered(office, request, granted=True, who=WORKSHOP)
    of_another = COLLEAGUE.model_copy(update={"institution": Institution.OAI})
    with pytest.raises((ForbiddenError, NotFoundError)):
        answered(office, request, granted=True, who=of_another)
    assert [entry.id for entry in office.service.own_proposals(viewer=COMMUNE, at=office.at)] == [one.id]
    assert answered(office, request, granted=True, who=SOCIAL).word.status is S.PAYER_GRANTED


def test_a_payer_reads_its_request_and_its_answer_alone(office: Office) -> None:
    office.decided("own:workshop", Verb.REJECT, text="Pas maintenant", reasons=["below_the_person"])
    one = office.decided("own:workshop", expected_version=1, text="Il a changé d'avis")
    one = office.answered(one, "accepted", text="Oui, pour ma santé")
    granted = answered(office, asked_again(office, one), granted=True)
    declined = office.answered(granted, "declined", reasons=["health_constraint"], text="Mon dos")
    seen = office.service.proposal(one.id, viewer=COMMUNE, at=office.at)
    history = office.service.proposal_history(one.id, viewer=COMMUNE, at=office.at)
    assert (seen.version, seen.word.status, seen.author) == (declined.version, S.WITHDRAWN, "caisse")
    assert [entry.word.status for entry in history] == [S.PAYER_REQUESTED, S.PAYER_GRANTED]
    told = "".join(entry.word.model_dump_json() for entry in (seen, *history))
    assert not any(word in told for word in ("santé", "dos", "avis", "maintenant", "declined", "below"))
    with pytest.raises(ConflictError) as refused:
        answered(office, declined, granted=False)
    assert str(refused.value) == (
        "Cette proposition en est à « retirée » ; « refusée par le payeur » ne peut pas suivre ; "
        "permis ensuite : plus rien."
    )


def test_a_provider_sees_its_participants_once_asked(office: Office) -> None:
    one = office.agreed("own:place")
    for who in (WORKSHOP, OTHER_WORKSHOP):
        with pytest.raises(NotFoundError):
            office.service.proposal(one.id, viewer=who, at=office.at)
    with pytest.raises(ForbiddenError):
        moved(office, one, "requested", WORKSHOP)
    requested = moved(office, one, "requested", text="Peut commencer en décembre")
    for who in (OTHER_WORKSHOP, WORKSHOP.model_copy(update={"units": ()})):
        with pytest.raises(NotFoundError):
            moved(office, requested, "admitted", who)
    waits = moved(office, requested, "waiting_list", WORKSHOP)
    invited = moved(office, waits, "invited", WORKSHOP, on=office.later(3).date())
    assert [entry.id for entry in office.service.own_proposals(viewer=WORKSHOP, at=office.at)] == [one.id]
    assert office.service.own_proposals(viewer=OTHER_WORKSHOP, at=office.at) == []
    history = office.service.proposal_history(one.id, viewer=WORKSHOP, at=office.at)
    assert [entry.word.status for entry in history] == [S.REQUESTED, S.WAITING_LIST, S.INVITED]
    office.answered(invited, "declined", reasons=["debt_disincentive"], text="Mes poursuites")
    seen = office.service.proposal(one.id, viewer=WORKSHOP, at=office.at)
    assert seen.word.status is S.WITHDRAWN
    assert "poursuites" not in seen.word.model_dump_json()


def test_a_provider_refuses_with_a_reason_of_its_list(office: Office) -> None:
    requested = moved(office, office.agreed("own:job"), "requested")
    with pytest.raises(InvalidInputError, match="dit son motif"):
        moved(office, requested, "provider_refused")
    with pytest.raises(InvalidInputError, match="dit son motif"):
        moved(office, requested, "invited", reason="no_position")
    with pytest.raises(InvalidInputError, match="que le prestataire refuse un emploi"):
        moved(office, requested, "provider_refused", reason="prevent_objectives")
    with pytest.raises(InvalidInputError, match="« autre » se dit en mots"):
        moved(office, requested, "provider_refused", reason="other")
    with pytest.raises(InvalidInputError, match="Étape refusée"):
        moved(office, requested, "hired")
    text = "Nous n'avons plus de place avant mars."
    refused = moved(office, requested, "provider_refused", reason="no_position", sendable_text=text)
    assert refused.word.status is S.PROVIDER_REFUSED
    assert moved(office, refused, "requested").word.status is S.REQUESTED


def test_closing(office: Office) -> None:
    one = office.agreed("own:job")
    closed = office.service.withdraw(one.id, viewer=SOCIAL, at=office.at, state="expired", expected_version=one.version)
    assert closed.word.status is S.EXPIRED
    with pytest.raises(ConflictError, match="permis ensuite : plus rien"):
        office.answered(closed, "accepted")
