"""The list of the duty to announce: the year of the announcement, no leak between cantons, unknown where it is."""

import pytest

from matching.domain.reporting_duty import ReportingList, ReportingOccupation

LISTED = [(2026, "CH", "93130"), (2026, "CH", "512"), (2026, "NE", "73112"), (2027, "CH", "52231"), (2028, "VD", "1")]
LIST = ReportingList(ReportingOccupation(year=year, territory=where, ch_isco=code) for year, where, code in LISTED)


@pytest.mark.parametrize(
    ("year", "canton", "codes", "covered"),
    [
        (2026, "VD", {"93130"}, True),
        (2026, None, {"93130"}, True),  # a national entry asks for no canton
        (2026, "VD", {"51201"}, True),  # below a listed group
        (2026, "VD", {"52231"}, False),  # on the list of the next year only
        (2027, "VD", {"52231"}, True),
        (2027, "VD", {"93130"}, False),  # no longer on it
        (2026, "NE", {"73112"}, True),
        (2026, "VD", {"73112"}, False),  # an addition of another canton
        (2026, None, {"73112"}, None),  # of whichever canton the office is
        (2027, "NE", {"73112"}, False),  # an addition holds for one year
        (2026, "VD", {"931"}, None),  # the posting names a group that holds a listed occupation
        (2026, "VD", {"52231", "93130"}, True),
        (2026, "VD", {"52231", "931"}, None),
        (2026, "VD", set(), None),
        (2025, "VD", {"93130"}, None),  # no list of that year
        (2028, "VD", {"10000"}, None),  # an addition without the national list is no list
    ],
)
def test_covers(year: int, canton: str | None, codes: set[str], covered: bool | None) -> None:
    assert LIST.covers(year, canton, codes) is covered


def test_an_empty_list_knows_nothing() -> None:
    assert ReportingList().covers(2026, "VD", {"93130"}) is None
