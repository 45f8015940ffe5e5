"""The million cases of tests/benchmarks/million.py in small: 20,000 of them; what is broken is found."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import million
import numpy as np
import pytest
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.eligibility.assess import Engine
from matching.eligibility.kleene import Truths
from matching.eligibility.rules import RULES
from matching.snapshot.columns import CriteriaColumns
from matching.snapshot.publication import PublicationColumns
from matching.visibility.options import may_see


def test_twenty_thousand_cases_agree_and_none_is_seen_without_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five catalogues, one around each of the days."""
    monkeypatch.setattr(million, "PEOPLE", 40)
    found = million.Found()
    for number in range(len(million.DAYS)):
        found.add(million.one_catalogue(number))
    assert found.good, million.report(found, 0)
    assert found.cases == 20_000
    assert found.restricted > 5_000
    assert found.seen_with_right > 500
    assert million.never_tried(found) == []


def test_every_catalogue_is_drawn_the_same_way_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(million, "PEOPLE", 3)
    assert million.one_catalogue(7) == million.one_catalogue(7)
    assert million.one_catalogue(7) != million.one_catalogue(8)


def test_a_mask_that_forgets_the_registration_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(viewer: Viewer, _person: Profile, publication: PublicationColumns, at: datetime) -> NDArray[np.bool_]:
        return may_see(viewer, None, publication, at)

    monkeypatch.setattr(million, "PEOPLE", 30)
    monkeypatch.setattr(million, "may_see", forgetful)
    found = million.one_catalogue(0)
    assert found.seen_without_right > 0
    assert found.mask_disagreements == found.seen_without_right
    assert not found.good


def test_a_mask_that_hides_too_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(million, "PEOPLE", 30)
    monkeypatch.setattr(million, "may_see", lambda *asked: np.zeros_like(may_see(*asked)))
    found = million.one_catalogue(0)
    assert found.seen_without_right == 0
    assert not found.good


@pytest.mark.parametrize(
    ("rule", "people", "catalogues"),
    [
        *((rule, 250, 1) for rule in ("min_age", "permits", "offered", "start", "laci_66_framework", "vd_uc_age")),
        ("travel_money", 20, 10),  # it reads the option alone: more options rather than people
    ],
)
def test_a_rule_that_is_wrong_by_one_day_is_found(
    rule: str, people: int, catalogues: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facts and demands lie on the edge often enough: found under the rule's own name and no other."""
    (right,) = (each for each in RULES if each.id == rule)

    def a_day_late(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
        return right.test(profile, columns, on + timedelta(days=1))

    rules = [replace(each, test=a_day_late) if each is right else each for each in RULES]
    monkeypatch.setattr(million, "PEOPLE", people)
    monkeypatch.setattr(million, "Engine", partial(Engine, rules=rules))
    found = [set(million.one_catalogue(number).disagreements) for number in range(catalogues)]
    assert set().union(*found) == {rule}
