"""Results and portfolios as they are shown: each row says its own reason, and a bar is a share of all."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from matching.domain.viewer import LOCAL_VIEWER
from matching.use_cases.steering.portfolio_counts import PortfolioCount, PortfolioCounts
from matching.use_cases.steering.rejections import RejectionRow, Rejections
from matching.use_cases.steering.result_rows import ResultRow
from matching.web.manager.part import Asked, Part
from matching.web.manager.portfolios import ClassShown, portfolios_part
from matching.web.manager.rejections import rejections_part
from matching.web.manager.results import why_not

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
ON = date(2026, 11, 21)


def asked(**answers: Any) -> Asked:
    service = SimpleNamespace(**{name: lambda told=told, **_: told for name, told in answers.items()})
    return Asked(cast("Any", service), LOCAL_VIEWER, AT, "fr")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"known": 40, "reached": 12, "adjusted": 0.3}, None),
        ({"known": 40, "reached": 12}, "alone"),
        ({"known": 19, "reached": 9}, "few_known"),
        ({"known": 19}, "few_known"),
        ({"known": 40}, "hidden"),
        ({"began": 60}, "hidden"),
    ],
)
def test_a_row_that_is_not_compared_says_why_by_what_is_told_of_it(told: dict[str, Any], reason: str | None) -> None:
    row = ResultRow.model_validate({"by": "provider", "result": "job"} | told)
    assert why_not(row, 20) == reason


def classes(*people: int | None, whole: int | None) -> tuple[ClassShown, ...]:
    rows = [PortfolioCount(dimension="lead", group=None, people=whole)]
    rows += [PortfolioCount(dimension="lead", group="nobody", people=each) for each in people]
    found = PortfolioCounts(at=AT, counted_on=ON, rows=tuple(rows))
    (dimension,) = portfolios_part(asked(portfolio_counts=found, units=())).facts["dimensions"]
    return cast("tuple[ClassShown, ...]", dimension.classes)


def test_a_bar_of_a_portfolio_is_the_share_of_all_people() -> None:
    most, few, hidden, hardly = classes(750, 240, None, 5, whole=2000)
    assert [each.share for each in (most, few, hidden, hardly)] == ["38 %", "12 %", None, "< 1 %"]
    assert [each.bar and each.bar.segments[0].width for each in (most, few, hidden)] == [37.5, 12, None]
    assert most.bar is not None
    assert most.bar.text == "aucune institution : 750"


def test_of_a_hidden_total_there_is_no_share() -> None:
    assert [(each.share, each.bar) for each in classes(750, None, whole=None)] == [(None, None)] * 2


def refused(*given: int | None) -> Part:
    rows = [RejectionRow(given=each, at_least=each or 0) for each in given]
    told = [Rejections(at=AT, counted_on=ON, quarters=("2026-Q4",), options=0, rows=rows[:1])]
    told.append(told[0].model_copy(update={"quarter": "2026-Q4", "rows": tuple(rows[1:])}))
    return rejections_part(asked(rejections_by_quarter=tuple(told), rejections=told[0]))


@pytest.mark.parametrize(
    ("given", "masked", "dashes"), [((12, 12), False, False), ((12, None), True, False), ((12,), False, True)]
)
def test_a_sign_is_explained_where_it_stands(given: tuple[int | None, ...], *, masked: bool, dashes: bool) -> None:
    facts = refused(*given).facts
    assert (facts["masked"], facts["dashes"], facts["running"]) == (masked, dashes, "2026-Q4")
