"""The invented catalogue."""

import numpy as np

from matching.domain.opportunity import Measure
from matching_training.simulate.options import NO_LIMIT, make_options
from matching_training.simulate.scenario import read_scenario


def test_there_are_as_many_as_is_said_and_each_has_places() -> None:
    told = {"options": {"vacancies": 7, "measures": 20, "placements": 3, "positions": 2, "measure_starts": 4}}
    catalogue = make_options(read_scenario(told, "test"), np.random.default_rng(1))
    assert [option.kind for option in catalogue.options] == ["vacancy"] * 7 + ["measure"] * 20 + ["placement"] * 3
    assert len({option.id for option in catalogue.options}) == 30
    assert ((catalogue.in_all[:7] >= 1) & (catalogue.in_all[:7] <= 2)).all()
    assert ((catalogue.per_month[7:] >= 1) & (catalogue.per_month[7:] < NO_LIMIT)).all()


def test_every_usual_type_is_there() -> None:
    catalogue = make_options(read_scenario({}, "test"), np.random.default_rng(1))
    types = {option.type.value for option in catalogue.options if isinstance(option, Measure)}
    assert {"basic_course", "wage_subsidy", "employment_programme", "coaching", "language_course"} <= types
