"""Invented people: groups differ where the scenario says so, and nothing of groups stands in a score's facts."""

import numpy as np

from matching_training.simulate.people import make_people
from matching_training.simulate.scenario import read_scenario


def _months_gap(differ: float) -> float:
    scenario = read_scenario({"people": {"count": 300, "groups_differ": differ, "unknown_facts": 0}}, "test")
    people = make_people(scenario, np.random.default_rng(1))
    months = np.array([np.log1p(profile.months_without_work or 0) for profile in people.profiles])
    older = (people.protected["age_band"] == "50_plus").to_numpy()
    return float(months[older].mean() - months[~older].mean())


def test_groups_differ_as_much_as_is_said() -> None:
    assert abs(_months_gap(0)) < 0.25 < _months_gap(2.5)


def test_numbers_go_on_from_one_intake_to_the_next() -> None:
    scenario = read_scenario({"people": {"count": 5}}, "test")
    people = make_people(scenario, np.random.default_rng(1), first=5)
    assert list(people.protected.index) == [5, 6, 7, 8, 9]
    assert [profile.id for profile in people.profiles] == [f"sim-00000{number}" for number in range(5, 10)]


def test_ages_are_those_of_their_band() -> None:
    people = make_people(read_scenario({"people": {"count": 60}}, "test"), np.random.default_rng(2))
    for profile, band in zip(people.profiles, people.protected["age_band"], strict=True):
        age = profile.age_on(read_scenario({}, "test").begin)
        assert age is not None
        assert band == ("under_30" if age < 30 else "30_49" if age < 50 else "50_plus")
