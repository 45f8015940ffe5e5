"""Outside counselling, what a person did is not in what leaves, nor in how much leaves, nor in when."""

from pathlib import Path

import pytest
from tests.integration.leaving.conftest import Offices
from tests.integration.leaving.course import begun, declined, nothing, paid, rejected
from tests.integration.leaving.taken import everything
from tests.integration.proposals.people import COMMUNE, SOCIAL

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.receivers import Receiver

OUTSIDE = [
    pytest.param(SOCIAL, Receiver.CASE_SYSTEM, id="case_system"),
    pytest.param(COMMUNE, Receiver.PAYER, id="payer"),
]


@pytest.mark.parametrize(("viewer", "receiver"), OUTSIDE)
def test_a_no_reads_like_nothing(offices: Offices, tmp_path: Path, viewer: Viewer, receiver: Receiver) -> None:
    texts = []
    for course in (nothing, declined, rejected):
        one = offices()
        course(one)
        texts.append(everything(one, viewer, receiver, tmp_path))
    assert texts[0] == texts[1] == texts[2]


@pytest.mark.parametrize(("viewer", "receiver"), OUTSIDE)
def test_who_does_not_come_or_leaves_reads_like_who_stays(
    offices: Offices, tmp_path: Path, viewer: Viewer, receiver: Receiver
) -> None:
    texts = []
    for course in (
        paid,
        lambda one: begun(one, came=True),
        lambda one: begun(one, came=False),
        lambda one: begun(one, came=True, left=True),
    ):
        one = offices()
        course(one)
        texts.append(everything(one, viewer, receiver, tmp_path))
    assert texts[0] == texts[1] == texts[2] == texts[3]
    assert "granted" in texts[0]


def test_the_unit_itself_reads_it(offices: Offices, tmp_path: Path) -> None:
    came, missed, no = offices(), offices(), offices()
    begun(came, came=True)
    begun(missed, came=False)
    declined(no)
    read = [everything(one, SOCIAL, Receiver.UNIT, tmp_path) for one in (came, missed, no)]
    assert len(set(read)) == 3
    assert ("no_show" in read[1], "client_declined" in read[2], "not_interested" in read[2]) == (True, True, True)
