"""What "relaxed by one step" means for each criterion of a provider: a house table. Laws have no step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.snapshot.columns import UNSTATED, CriteriaColumns, territory_parts

YEARS, POINTS, MONTHS = 5, 10, 3
_EDUCATED_MOST, _OLDEST = 127, 120


@dataclass(frozen=True)
class Step:
    """How the columns read after one step; `size` is what its sentence names, where it is a figure."""

    relax: Callable[[CriteriaColumns], CriteriaColumns]
    size: int | None = None


def _moved(name: str, by: int, least: int = 0, most: int = 32_000) -> Callable[[CriteriaColumns], CriteriaColumns]:
    """A bound moved where it is stated, no further than its limits."""

    def relax(columns: CriteriaColumns) -> CriteriaColumns:
        bound: NDArray[Any] = getattr(columns, name)
        moved = np.clip(bound.astype(np.int64) + by, least, most).astype(bound.dtype)
        return replace(columns, **{name: np.where(bound == UNSTATED, bound, moved)})

    return relax


def _unasked(name: str) -> Callable[[CriteriaColumns], CriteriaColumns]:
    """A demand without degrees: no longer made."""
    return lambda columns: replace(columns, **{name: np.zeros_like(getattr(columns, name))})


def _languages(columns: CriteriaColumns) -> CriteriaColumns:
    """Each level asked for one lower; below the lowest the language is not asked for."""
    return replace(columns, languages=np.maximum(columns.languages - 1, UNSTATED).astype(columns.languages.dtype))


def _residence(columns: CriteriaColumns) -> CriteriaColumns:
    """The municipality's canton, the canton's country; a country stays."""
    _, region, municipality = territory_parts(columns.residence)
    wider = np.where(municipality != 0, columns.residence >> 32 << 32, columns.residence)
    wider = np.where((municipality == 0) & (region != 0), columns.residence >> 48 << 48, wider)
    return replace(columns, residence=wider)


STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "min_age": Step(_moved("min_age", -YEARS), YEARS),
        "max_age": Step(_moved("max_age", YEARS, most=_OLDEST), YEARS),
        "availability": Step(_moved("min_availability", -POINTS), POINTS),
        "workload": Step(_moved("workload_min", -POINTS), POINTS),
        "min_pace": Step(_moved("min_pace", -POINTS), POINTS),
        "max_pace": Step(_moved("max_pace", POINTS, most=100), POINTS),
        "languages": Step(_languages),
        "residence": Step(_residence),
        "months_without_work": Step(_moved("min_months_without_work", -MONTHS), MONTHS),
        "min_education": Step(_moved("min_education", -1)),
        "max_education": Step(_moved("max_education", 1, most=_EDUCATED_MOST)),
        "schedule": Step(_unasked("schedules")),
        "licences": Step(_unasked("licences")),
        "without_licences": Step(_unasked("without_licences")),
        "prerequisite": Step(_unasked("prerequisites")),
        "family_charge": Step(_unasked("no_family_charge")),
    }
)
"""By rule. Rules on permits, statuses, health and fitness have none: nobody relaxes them by degrees."""
