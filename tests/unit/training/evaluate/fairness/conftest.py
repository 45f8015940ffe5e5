"""Groups over a small log, and what a fair model would say of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:  # what needs the extra [train] is imported by whoever draws
    from matching_training.evaluate.fairness.groups import Groups, Protected
    from matching_training.log.tables import Log


@pytest.fixture(scope="session")
def log(make_log: "Callable[..., Log]") -> "Log":
    """400 people with two lists each."""
    return make_log(400, lists=2)


@pytest.fixture(scope="session")
def protected(make_protected: "Callable[..., Protected]") -> "Protected":
    """Their groups, drawn apart from all else."""
    return make_protected(400)


@pytest.fixture(scope="session")
def groups(protected: "Protected") -> "Groups":
    """Single attributes alone."""
    from matching_training.evaluate.fairness.groups import split

    return split(protected, np.arange(400), order=1)
