"""Facts stated months later: measured from the start, restated by version, and absent where nobody knows."""

from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import SOCIAL, viewer

from matching.domain.outcome import Outcome
from matching.domain.vocabulary.process import OutcomeKind
from matching.errors import ConflictError, InvalidInputError, PreconditionRequiredError
from matching.storage.ledger import Entry

K = OutcomeKind


def stated(office: Office, id_: str, kind: K, days: int, who: Any = SOCIAL, **more: Any) -> Entry[Outcome]:
    return office.service.record_outcome(id_, kind, viewer=who, at=office.later(days), **more)


def job(office: Office) -> str:
    """A job that p-1 began ten days after the decision."""
    one = office.agreed("own:job")
    first = office.later(10)
    return office.service.start(one.id, on=first.date(), viewer=SOCIAL, at=first, expected_version=one.version).id


def test_a_fact_is_stated_at_its_horizon_from_the_start(office: Office) -> None:
    id_ = job(office)
    with pytest.raises(ConflictError, match=r"Depuis le 28\.11\.2026, il n'y a pas encore 3 mois"):
        stated(office, id_, K.UNSUBSIDISED_JOB_AT, 95, months=3, holds=True)
    one = stated(office, id_, K.UNSUBSIDISED_JOB_AT, 110, months=3, holds=True)
    with pytest.raises(PreconditionRequiredError):
        stated(office, id_, K.UNSUBSIDISED_JOB_AT, 111, months=3, holds=False)
    again = stated(office, id_, K.UNSUBSIDISED_JOB_AT, 111, months=3, holds=False, expected_version=1)
    assert (one.version, again.version, again.id) == (1, 2, one.id)
    found = office.service.outcomes_of(id_, viewer=SOCIAL, at=office.later(200))
    assert [(entry.word.kind, entry.word.months, entry.word.holds) for entry in found] == [
        (K.UNSUBSIDISED_JOB_AT, 3, False)
    ]


def test_what_a_fact_cannot_be_is_refused(office: Office) -> None:
    id_ = job(office)
    for kind, more in (
        (K.UNSUBSIDISED_JOB_AT, {"holds": True}),
        (K.SUSTAINED_JOB, {"holds": True, "months": 3}),
        (K.CERTIFICATE, {"holds": True, "months": 3}),
        (K.CERTIFICATE, {}),
        (K.CERTIFICATE, {"amount": 3.0}),
        (K.CERTIFICATE, {"holds": True, "dropout_reason": "illness"}),
        (K.DROPOUT, {"holds": False, "dropout_reason": "illness"}),
        (K.DROPOUT, {"holds": True, "dropout_reason": "right_ended"}),
        (K.BENEFIT_AMOUNT, {"amount": -1.0, "months": 6}),
    ):
        with pytest.raises(InvalidInputError):
            stated(office, id_, kind, 400, **more)
    assert office.service.outcomes_of(id_, viewer=SOCIAL, at=office.later(400)) == []


def test_amounts_and_reasons(office: Office) -> None:
    id_ = job(office)
    stated(office, id_, K.BENEFIT_AMOUNT, 400, amount=1200.0, months=12, source="register")
    left = stated(office, id_, K.DROPOUT, 400, holds=True, dropout_reason="illness", source="person")
    assert left.word.dropout_reason == "illness"


def test_what_the_writer_could_not_read_is_not_written_down(office: Office) -> None:
    id_ = job(office)
    stated(office, id_, K.BENEFIT_EXIT, 400, holds=True, months=12)
    stated(office, id_, K.DROPOUT, 400, holds=True, dropout_reason="illness")
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    seen = office.service.outcomes_of(id_, viewer=of_the_orp, at=office.later(400))
    assert [(entry.word.kind, entry.word.dropout_reason) for entry in seen] == [(K.DROPOUT, None)]
    with pytest.raises(ConflictError, match="n'a pas consenti"):
        stated(office, id_, K.REENTRY, 400, of_the_orp, holds=True, months=12)
    assert len(office.service.outcomes_of(id_, viewer=SOCIAL, at=office.later(400))) == 2
