"""A table of counts stands for a week as it was told, on both engines, and the next is protected against it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.disclosure.counts import Counts, count
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching.use_cases.publication import last_told, publish
from matching.use_cases.told_tables import Publication

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture
def service(url: str, tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=tmp_path / "data", database_url=url))) as opened:
        yield opened


def told(service: Service, days: int, **people: int) -> Publication:
    def counted() -> Counts:
        return count({"need": [need for need, n in people.items() for _ in range(n)]}, {"need": sorted(people)})

    return publish(service.workplace, "test", counted, viewer=LOCAL_VIEWER, at=AT + timedelta(days=days))


def shown(found: Publication) -> list[int | None]:
    return [found.table.value((place,)) for place in range(len(found.table.shown))]


def test_within_a_week_everybody_reads_the_same_table(service: Service) -> None:
    first = told(service, 0, debt=3, housing=9, mobility=20)
    assert shown(first) == [None, None, 20, 32]
    assert first.counted_on == date(2026, 11, 23)
    later = told(service, 6, debt=9, housing=12, mobility=20)
    assert (shown(later), later.counted_on) == (shown(first), first.counted_on)
    anew = told(service, 7, debt=9, housing=12, mobility=20)
    assert anew.counted_on == date(2026, 11, 30)


def test_what_was_hidden_stays_hidden_until_it_has_moved_by_five(service: Service) -> None:
    told(service, 0, debt=3, housing=9, mobility=20)
    assert shown(told(service, 7, debt=6, housing=9, mobility=20)) == [None, None, 20, 35]
    assert shown(told(service, 14, debt=12, housing=16, mobility=20)) == [12, 16, 20, 48]


def test_a_need_that_is_new_is_told_beside_those_of_before(service: Service) -> None:
    told(service, 0, housing=9, mobility=20)
    assert shown(told(service, 7, debt=8, housing=9, mobility=20)) == [8, 9, 20, 37]


def test_nothing_is_counted_while_a_table_stands(service: Service) -> None:
    told(service, 0, debt=30)

    def never() -> Counts:
        raise AssertionError

    assert publish(service.workplace, "test", never, viewer=LOCAL_VIEWER, at=AT).table.shown.all()


def test_a_version_is_read_once_and_the_next_one_is_noticed_by_every_service(
    service: Service, url: str, tmp_path: Path
) -> None:
    told(service, 0, debt=30)
    with closing(open_service(Settings(data_dir=tmp_path / "data", database_url=url))) as other:
        read = last_told(other.workplace, "test")
        assert read is not None
        assert last_told(other.workplace, "test") is read
        told(service, 7, debt=45)
        again = last_told(other.workplace, "test")
        assert again is not None
        assert (shown(read), shown(again)) == ([30, 30], [45, 45])
        with pytest.raises(ValueError, match="read-only"):
            again.table.counts.values[0] = 0
    assert last_told(service.workplace, "never") is None
