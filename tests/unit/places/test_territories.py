"""Which territories there are: every canton and département, and nothing that only looks like one."""

import pytest

from matching.places.french_areas import DEPARTEMENTS
from matching.places.names import CANTONS
from matching.places.territories import there_is


def test_there_are_26_cantons_and_101_departements() -> None:
    assert (len(CANTONS), len(DEPARTEMENTS)) == (26, 101)


@pytest.mark.parametrize("territory", ["CH", "FR", "CH-NE", "CH-NE-6458", "FR-07", "FR-2A", "FR-974", "FR-07-07019"])
def test_a_territory_that_there_is(territory: str) -> None:
    assert there_is(territory)


@pytest.mark.parametrize("territory", ["", "IT", "CH-ZZ", "CH-07", "CH-6458", "FR-NE", "FR-20", "FR-96", "FR-7"])
def test_a_territory_that_there_is_not(territory: str) -> None:
    assert not there_is(territory)
