"""The feed: in order, once each, page by page; of what one may not know not even a gap."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.integration.leaving.conftest import Offices
from tests.integration.leaving.course import begun, declined, paid, rejected
from tests.integration.leaving.taken import followed, pull
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, COMMUNE_ELSEWHERE, ELSEWHERE, MANAGER, SOCIAL, WORKSHOP

from matching.domain.plan import Plan
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import Objective
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import outbox, profiles
from matching.storage.agreements import PLANS
from matching.storage.database import Database, open_database
from matching.storage.scope import EVERYTHING
from matching.storage.vault import Vault


def test_what_happened_comes_in_order_and_the_same_cursor_gives_the_same(office: Office) -> None:
    assert pull(office, SOCIAL, Receiver.UNIT) == pull(office, SOCIAL, Receiver.UNIT)
    begun(office, came=True)
    whole = followed(office, SOCIAL, Receiver.UNIT)
    assert [item.kind for item in whole] == [*["proposal"] * 4, *["guarantee"] * 3, "proposal"]
    statuses = [item.content["status"] for item in whole]
    assert statuses[:4] == ["accepted", "client_accepted", "payer_requested", "payer_granted"]
    assert statuses[4:] == ["requested", "granted", "active", "started"]
    assert all(followed(office, SOCIAL, Receiver.UNIT, limit=size) == whole for size in (1, 3, 8))
    first = pull(office, SOCIAL, Receiver.UNIT, limit=3)
    assert first.more
    assert pull(office, SOCIAL, Receiver.UNIT, first.cursor).items == tuple(whole[3:])
    assert pull(office, SOCIAL, Receiver.UNIT, first.cursor).items == tuple(whole[3:])


def test_nothing_new_keeps_the_cursor_even_when_something_happened_elsewhere(office: Office) -> None:
    paid(office)
    seen = pull(office, SOCIAL, Receiver.CASE_SYSTEM)
    assert [item.content["status"] for item in seen.items] == ["client_accepted", "requested", "granted"]
    job = office.decided("own:job")
    again = pull(office, SOCIAL, Receiver.CASE_SYSTEM, seen.cursor)
    assert (again.items, again.cursor, again.more) == ((), seen.cursor, False)
    assert pull(office, ELSEWHERE, Receiver.UNIT) == pull(office, ELSEWHERE, Receiver.CASE_SYSTEM)
    office.answered(job, "accepted")
    more = pull(office, SOCIAL, Receiver.CASE_SYSTEM, seen.cursor)
    assert [item.content["opportunity"] for item in more.items] == ["own:job"]


def test_a_payer_follows_its_own_requests_and_another_canton_none(office: Office) -> None:
    paid(office)
    declined_elsewhere = pull(office, COMMUNE_ELSEWHERE, Receiver.PAYER)
    assert (declined_elsewhere.items, declined_elsewhere.cursor) == ((), None)
    items = followed(office, COMMUNE, Receiver.PAYER)
    assert [item.content["status"] for item in items] == ["payer_requested", "payer_granted", "requested", "granted"]


def test_another_unit_hears_nothing(office: Office) -> None:
    begun(office, came=True)
    page = pull(office, ELSEWHERE, Receiver.UNIT)
    assert (page.items, page.cursor, page.more) == ((), None, False)


def test_a_cursor_is_its_readers_and_says_nothing(office: Office) -> None:
    paid(office)
    cursor = pull(office, SOCIAL, Receiver.UNIT).cursor
    assert cursor is not None
    for viewer, receiver in ((ELSEWHERE, Receiver.UNIT), (SOCIAL, Receiver.CASE_SYSTEM)):
        with pytest.raises(NotFoundError):
            pull(office, viewer, receiver, cursor)
    with pytest.raises(NotFoundError):
        pull(office, SOCIAL, Receiver.UNIT, "1")
    assert len({cursor, pull(office, SOCIAL, Receiver.UNIT).cursor}) == 2  # no number that could be counted on


def test_receivers_purposes_and_sizes_that_may_not_be(office: Office) -> None:
    for viewer, receiver in (
        (WORKSHOP, Receiver.PROVIDER),
        (MANAGER, Receiver.UNIT),
        (SOCIAL, Receiver.STATISTICS),
        (COMMUNE, Receiver.UNIT),
    ):
        with pytest.raises(ForbiddenError):
            pull(office, viewer, receiver)
    with pytest.raises(InvalidInputError):
        office.service.changes(
            None, receiver=Receiver.CASE_SYSTEM, purpose=LeavingPurpose.COUNSELLING, viewer=SOCIAL, at=office.at
        )
    with pytest.raises(ForbiddenError, match="rien n'en sort pour la statistique des programmes"):
        pull(office, MANAGER, Receiver.STATISTICS)
    for limit in (0, 501):
        with pytest.raises(InvalidInputError):
            pull(office, SOCIAL, Receiver.UNIT, limit=limit)


def test_a_refusal_reaches_the_unit_alone(offices: Offices) -> None:
    one = offices()
    declined(one)
    assert [item.content["status"] for item in followed(one, SOCIAL, Receiver.UNIT)] == ["accepted", "client_declined"]
    two = offices()
    rejected(two)
    assert followed(two, SOCIAL, Receiver.CASE_SYSTEM) == []


def test_a_reader_skips_no_row_of_a_writer_who_ends_late(database: Database) -> None:
    """Writers who draw numbers in one order and end in another; a reader who asks all the time."""
    moment = datetime(2026, 11, 18, tzinfo=UTC)
    plan = Plan(profile="p", objective=Objective.JOB, steps=(), parts=())
    with database.begin(EVERYTHING) as connection:
        profiles.upsert(connection, [Profile(id="p")], at=moment)
        begun = PLANS.unwritten(connection, plan, subject="p", author="test", at=moment)
    writers, each = 6, 12
    done = threading.Event()
    failures: list[BaseException] = []

    def write(number: int) -> None:
        other = open_database(database.engine.url.render_as_string(hide_password=False), Vault(bytes(32)), wait_s=30)
        try:
            for turn in range(each):
                with other.begin(EVERYTHING) as connection:
                    outbox.put(connection, "plan", replace(begun, id=f"{number}-{turn}"))
                    time.sleep(0.002 * ((number + turn) % 4))
        except BaseException as failure:  # noqa: BLE001 - said by the test
            failures.append(failure)
        finally:
            other.close()

    seen: list[int] = []
    ids: list[str] = []

    def read() -> None:
        while not (finished := done.is_set()) or finished:
            with database.read(EVERYTHING) as connection:
                rows = outbox.read_after(connection, seen[-1] if seen else 0, limit=3)
            seen.extend(row.seq for row in rows)
            ids.extend(str(row.payload["id"]) for row in rows)
            if finished and not rows:
                return

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    reader = threading.Thread(target=read)
    reader.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    assert failures == []
    assert seen == sorted(set(seen))
    assert sorted(ids) == sorted(f"{number}-{turn}" for number in range(writers) for turn in range(each))


def test_an_export_says_what_the_feed_says(office: Office, tmp_path: Path) -> None:
    from tests.integration.leaving.taken import exported

    from matching.use_cases.export.sources import What

    paid(office)
    last = {item.entry: item.content for item in followed(office, SOCIAL, Receiver.CASE_SYSTEM)}
    rows = [
        row
        for what in (What.DECISIONS, What.GUARANTEES)
        for row in exported(office, what, SOCIAL, Receiver.CASE_SYSTEM, tmp_path)
    ]
    assert {row.pop("entry"): {name: row[name] for name in row if name != "changed_at"} for row in rows} == last
