"""Remedies as they are shown: a dash is explained where one stands that nothing else explains."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from matching.domain.viewer import LOCAL_VIEWER
from matching.use_cases.steering.remedies import Remedies, RemedyRow
from matching.web.manager.part import Asked
from matching.web.manager.remedies import remedies_part

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
SAID = {"remedy": "r-1", "need": "mobility", "territory": "CH-VD", "what": "Bus", "promised_by": "Canton"}
DAYS = {"entered_on": date(2026, 7, 1), "by": date(2027, 3, 31), "people_expected": 9, "state": "unknown"}


@pytest.mark.parametrize(
    ("told", "dashes"),
    [
        ({"people_before": 31, "people_now": 0, "place_counted": True}, False),
        ({"people_before": 31, "place_counted": True}, True),
        ({"place_counted": None}, True),
        ({"place_counted": False}, False),
    ],
)
def test_a_dash_is_explained_where_one_stands(told: dict[str, Any], *, dashes: bool) -> None:
    found = Remedies(at=AT, rows=(RemedyRow.model_validate(SAID | DAYS | told),))
    service = cast("Any", SimpleNamespace(compare_remedies=lambda **_: found))
    assert remedies_part(Asked(service, LOCAL_VIEWER, AT, "fr")).facts["dashes"] is dashes
