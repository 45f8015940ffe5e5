"""What waits for a counsellor's word about a person is counted, for whoever may know of it."""

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, ELSEWHERE, OF_THE_ORP, SOCIAL, WORKSHOP
from tests.integration.proposals.test_corrections import WRONG, V, observed, participant, said

from matching.domain.viewer import Viewer
from matching.errors import ForbiddenError, NotFoundError


def waiting(office: Office, who: Viewer = SOCIAL) -> int:
    return office.service.waiting_for_word("p-1", viewer=who, at=office.later(21))


def test_each_is_counted_until_it_is_decided(office: Office) -> None:
    assert waiting(office) == 0
    said(office, V.WRONG, **WRONG)
    participant(office)
    one = observed(office)
    assert waiting(office) == 2
    shown = office.service.show_observation(one.id, viewer=SOCIAL, at=office.later(20), expected_version=1)
    office.service.confirm_observation(one.id, viewer=SOCIAL, at=office.later(20), expected_version=shown.version)
    assert waiting(office) == 4  # the observation is decided, and proposes a skill, a language and a pace
    for entry in office.service.corrections_of("p-1", viewer=SOCIAL, at=office.later(21)):
        office.service.dismiss_correction(entry.id, viewer=SOCIAL, at=office.later(21), expected_version=entry.version)
    assert waiting(office) == 0


def test_what_somebody_may_not_know_of_is_not_counted(office: Office) -> None:
    said(office, V.WRONG, **WRONG)
    participant(office)
    observed(office)
    assert waiting(office, OF_THE_ORP) == 0  # neither a pace nor a card that was not shown to them
    observed(office, work_pace_percent=None, attendance_percent=None)
    assert waiting(office, OF_THE_ORP) == 1
    with pytest.raises(NotFoundError):
        waiting(office, ELSEWHERE)
    for who in (COMMUNE, WORKSHOP):
        with pytest.raises(ForbiddenError):
            waiting(office, who)
