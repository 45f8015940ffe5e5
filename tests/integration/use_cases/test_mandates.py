"""Mandates stand in a ledger: every answer uses those valid at that moment, wherever an older version left them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.process import MandateKind, Role
from matching.errors import ConflictError
from matching.settings import Settings
from matching.storage import accounts, tables
from matching.storage.ledger import Ledger
from matching.storage.scope import EVERYTHING

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
LATER = AT + timedelta(days=1)
MANDATES = Ledger(tables.mandates, Mandate)


@pytest.fixture
def service(own_data: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=own_data))) as opened:
        yield opened


def may(service: Service, at: datetime) -> bool:
    return service.viewer("mila").has_mandate(MandateKind.PES_STAFF, at)


def test_a_mandate_holds_until_it_is_ended_and_its_history_stays(service: Service) -> None:
    service.add_account(
        "mila", role="counsellor", viewer=LOCAL_VIEWER, at=AT, pes_mandate_until=AT + timedelta(days=90)
    )
    assert may(service, LATER)
    assert service.end_mandates("mila", viewer=LOCAL_VIEWER, at=LATER) == 1
    assert may(service, LATER - timedelta(seconds=1))
    assert not may(service, LATER)
    with service.workplace.database.read(EVERYTHING) as connection:
        (entry,) = MANDATES.current(connection, subjects=["mila"])
        history = MANDATES.history(connection, entry.id)
    assert [version.word.valid_to for version in history] == [AT + timedelta(days=90), LATER]
    with pytest.raises(ConflictError):
        service.end_mandates("mila", viewer=LOCAL_VIEWER, at=LATER)


def test_a_mandate_that_an_older_version_left_in_the_account_counts_and_can_be_ended(service: Service) -> None:
    old = Viewer(
        account="mila",
        role=Role.COUNSELLOR,
        mandates=(Mandate(kind=MandateKind.PES_STAFF, valid_from=AT - timedelta(days=9)),),
    )
    with service.workplace.database.begin(EVERYTHING) as connection:
        accounts.put(connection, old, at=AT)
    assert may(service, LATER)
    assert service.end_mandates("mila", viewer=LOCAL_VIEWER, at=LATER) == 1
    assert not may(service, LATER)
    assert may(service, AT)
    assert len(service.viewer("mila").mandates) == 1


def test_a_mandate_to_come_is_ended_too(service: Service) -> None:
    coming = Mandate(kind=MandateKind.PES_STAFF, valid_from=LATER)
    with service.workplace.database.begin(EVERYTHING) as connection:
        accounts.put(connection, Viewer(account="mila", role=Role.COUNSELLOR, mandates=(coming,)), at=AT)
    assert service.end_mandates("mila", viewer=LOCAL_VIEWER, at=AT) == 1
    assert not may(service, LATER + timedelta(days=1))


def test_an_account_written_again_has_the_new_mandate_alone(service: Service) -> None:
    service.add_account(
        "mila", role="counsellor", viewer=LOCAL_VIEWER, at=AT, pes_mandate_until=AT + timedelta(days=90)
    )
    service.add_account(
        "mila", role="counsellor", viewer=LOCAL_VIEWER, at=LATER, pes_mandate_until=AT + timedelta(days=5)
    )
    assert may(service, LATER)
    assert not may(service, AT + timedelta(days=6))
    service.add_account("mila", role="counsellor", viewer=LOCAL_VIEWER, at=LATER)
    assert not may(service, LATER)


def test_the_demo_imported_again_changes_no_mandate_and_no_unit(service: Service) -> None:
    def stored() -> list[tuple[str, int]]:
        with service.workplace.database.read(EVERYTHING) as connection:
            kept = MANDATES.current(connection)
        return [(entry.id, entry.version) for entry in kept]

    service.run_demo(at=AT)
    before, units = stored(), service.units()
    service.run_demo(at=AT)
    assert before
    assert stored() == before
    assert service.units() == units
