"""One tiny canton for all tests of the room."""

from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]")
pytest.importorskip("yaml", reason="needs the extra [train]")

from matching.ranking.registry import open_baseline
from matching_training.simulate.run import Ran, run
from matching_training.simulate.scenario import Scenario, open_scenario
from matching_training.simulate.world import World, build_world


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where worlds are kept that several tests use."""
    return tmp_path_factory.mktemp("worlds")


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    """A handful of people."""
    return open_scenario("tiny")


@pytest.fixture(scope="session")
def world(tiny: Scenario) -> World:
    """Their world."""
    return build_world(tiny)


@pytest.fixture(scope="session")
def ran(world: World) -> Ran:
    """A run of it."""
    return run(world, open_baseline(), decisions=150)
