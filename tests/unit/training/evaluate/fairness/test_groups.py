"""Groups come from a table apart, are large enough to be shown, and none is said twice."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching.domain.vocabulary.situation import PermitKind
from matching.errors import InvalidInputError
from matching_training.evaluate.fairness.groups import ATTRIBUTES, UNKNOWN, Protected, age_band, permit_group, split

COLUMNS = {"age_band": "25-39", "permit_group": "settled", "canton": "VD"}


def of(sex: Sequence[str | None], **others: object) -> Protected:
    return Protected(pd.DataFrame({"sex": sex, **COLUMNS, **others}))


def test_attributes_and_their_crossings_are_groups(make_protected: Callable[..., Protected]) -> None:
    found = split(make_protected(600), np.arange(600))
    names = [group.name for group in found.shown]
    assert "sexe f" in names
    assert "sexe f et canton VD" in names
    assert len(set(names)) == len(names)
    assert {len(group.attributes) for group in found.shown} == {1, 2}
    assert found.covered == 1


def test_fewer_than_five_are_counted_and_not_shown() -> None:
    found = split(of(["f"] * 20 + ["m"] * 4), np.arange(24))
    assert [group.name for group in found.shown] == ["sexe f"]
    assert found.hidden == 4  # m alone, and crossed with the three others


def test_a_group_of_everybody_or_of_the_same_people_is_not_said_again() -> None:
    found = split(of(["f"] * 10 + ["m"] * 10), np.arange(20))
    assert [group.name for group in found.shown] == ["sexe f", "sexe m"]


def test_an_unknown_attribute_is_a_group() -> None:
    found = split(of(["f"] * 10 + [None] * 10), np.arange(20))
    assert [group.levels for group in found.shown] == [("f",), (UNKNOWN,)]


def test_an_attribute_known_of_nobody_is_named() -> None:
    assert split(of([None] * 10), np.arange(10)).unknown == ("sex",)
    assert split(of(["f"] + [None] * 9), np.arange(10)).unknown == ()


def test_people_whom_the_table_does_not_know_are_said() -> None:
    assert split(of(["f"] * 10), np.arange(40)).covered == 0.25


@pytest.mark.parametrize("table", [pd.DataFrame({"sex": ["f"]}), pd.DataFrame({"sex": ["f"], **COLUMNS, "name": "x"})])
def test_the_table_holds_the_four_attributes_and_nothing_else(table: "pd.DataFrame") -> None:
    with pytest.raises(InvalidInputError, match="aucune autre"):
        Protected(table)


def test_one_row_per_person() -> None:
    with pytest.raises(InvalidInputError, match="deux fois"):
        Protected(pd.DataFrame({"sex": ["f", "m"], **COLUMNS}, index=[1, 1], columns=list(ATTRIBUTES)))


def test_people_are_numbers() -> None:
    with pytest.raises(InvalidInputError, match="par leur numéro"):
        Protected(pd.DataFrame({"sex": ["f"], **COLUMNS}, index=["anna"], columns=list(ATTRIBUTES)))


def test_every_permit_has_a_group_and_every_age_a_band() -> None:
    assert {permit_group(kind) for kind in PermitKind} == {"national", "settled", "residence", "asylum"}
    assert permit_group(None) is age_band(None) is None
    assert [age_band(years) for years in (18, 24, 25, 54, 55)] == ["15-24", "15-24", "25-39", "40-54", "55+"]
