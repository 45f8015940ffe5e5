"""What may happen to one proposal and one guarantee, each as it would be written down."""

from datetime import timedelta

from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, SOCIAL

from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import GuaranteeStatus, Verb
from matching.domain.vocabulary.reasons import RejectReason


def nothing(_: Office) -> None:
    """Nobody decides anything."""


def declined(office: Office) -> None:
    """Accepted by the social worker, declined by the person."""
    office.answered(office.decided("own:workshop"), "declined", reasons=["not_interested"])


def rejected(office: Office) -> None:
    """Rejected by the social worker, and refused once more for later."""
    office.decided("own:workshop", Verb.REJECT)
    office.service.refuse_option("p-1", "own:course", reason=RejectReason.NOT_INTERESTED, viewer=SOCIAL, at=office.at)


def paid(office: Office) -> tuple[str, str]:
    """Agreed, asked for and granted, with a guarantee; the ids of the proposal and of the guarantee."""
    service, at = office.service, office.at
    one = office.agreed("own:workshop")
    asked = service.ask_payer(one.id, Institution.SOCIAL_COMMUNE, viewer=SOCIAL, at=at, expected_version=one.version)
    service.payer_decides(one.id, granted=True, viewer=COMMUNE, at=at, expected_version=asked.version)
    guarantee = service.request_guarantee(
        "p-1",
        payer="social_commune",
        viewer=SOCIAL,
        at=at,
        valid_from=at.date(),
        valid_to=(at + timedelta(days=90)).date(),
        opportunity="own:workshop",
    )
    service.answer_guarantee(guarantee.id, GuaranteeStatus.GRANTED, viewer=COMMUNE, at=at)
    return one.id, guarantee.id


def begun(office: Office, *, came: bool, left: bool = False) -> None:
    """The person begins, or does not come, and may leave."""
    id_, guarantee = paid(office)
    day = office.later(2)
    if came:
        office.service.activate_guarantee(guarantee, starts_on=day.date(), viewer=SOCIAL, at=day)
    version = office.service.proposal(id_, viewer=SOCIAL, at=day).version
    step = office.service.start(id_, on=day.date(), came=came, viewer=SOCIAL, at=day, expected_version=version)
    if left:
        later = office.later(20)
        office.service.end(
            id_,
            on=later.date(),
            dropout_reason="absences",
            viewer=SOCIAL,
            at=later,
            expected_version=step.version,
        )
