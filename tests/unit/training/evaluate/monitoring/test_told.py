"""A report on drift that more people read: nothing of few, no exact count, shares as of rounded counts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("scipy", reason="needs the extra [train]: make training")

from tests.unit.training.evaluate.conftest import draw_log

from matching.errors import DamagedError
from matching.ranking.drift_report import DriftReport, last_drift, write_drift
from matching_training.evaluate.monitoring.drift import drift
from matching_training.evaluate.monitoring.told import as_told
from matching_training.log.tables import Log

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def told(reference: Log, current: Log) -> DriftReport:
    return as_told(drift(reference, current), reference, current, version="local-1", at=AT)


def test_counts_are_rounded_and_shares_are_those_of_such_counts() -> None:
    reference, current = draw_log(303, seed=1), draw_log(122, seed=2, shift=2.0)
    exact, report = drift(reference, current), told(reference, current)
    assert report.level == exact.level == "strong"
    assert [each.psi for each in report.shifts] == sorted((each.psi for each in report.shifts), reverse=True)
    assert any(each.reference % 5 for each in exact.shifts)
    assert not [each for each in report.shifts if each.reference % 5 or each.current % 5]
    by_name = {each.name: each for each in exact.shares}
    for each in report.shares:
        n = by_name[each.name].rows[1]
        rounded = 5 * int(n / 5 + 0.5)
        assert abs(each.current * rounded / 5 - round(each.current * rounded / 5)) < 0.0002 * rounded


def test_what_rests_on_few_people_is_left_out_and_counted() -> None:
    reference, few = draw_log(300, seed=1), draw_log(4, seed=3)
    report = told(reference, few)
    assert (report.shifts, report.shares, report.off) == ((), (), None)
    exact = drift(reference, few)
    assert report.left_out == len(exact.shifts) + len(exact.shares) > 0


def test_an_empty_window_says_nothing() -> None:
    log = draw_log(300, seed=1)
    empty = log.where((log.shown["person"] < 0).to_numpy())
    report = told(log, empty)
    assert (report.level, report.current, report.shifts) == (None, None, ())


def test_the_last_report_is_kept_and_a_damaged_one_is_said(tmp_path: Path) -> None:
    assert last_drift(tmp_path) is None
    for seed in (2, 3):
        report = told(draw_log(300, seed=1), draw_log(120, seed=seed))
        write_drift(tmp_path, report)
        assert last_drift(tmp_path) == report
    (tmp_path / "learning" / "drift.json").write_text("{}")
    with pytest.raises(DamagedError, match="matching-train drift"):
        last_drift(tmp_path)
