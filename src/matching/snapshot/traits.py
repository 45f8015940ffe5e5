"""Columns the ranking reads of an option beside its criteria; nothing here says anything about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.needs import Objective
from matching.snapshot.array_record import ArrayRecord
from matching.snapshot.columns import UNSTATED, bits, position

WEEKS_PER_MONTH = 52 / 12


@dataclass(frozen=True)
class TraitColumns(ArrayRecord):
    """(n_options,) each. Enumerations are positions in their closed list, -1 where not stated; NaN is unknown."""

    type: NDArray[np.int8]
    objectives: NDArray[np.uint8]
    paid: NDArray[np.float32]
    months: NDArray[np.float32]
    share_of_week: NDArray[np.float32]
    certificate: NDArray[np.float32]
    experience_years: NDArray[np.float32]
    provider: NDArray[np.int64]


def compile_traits(options: Sequence[AnyOpportunity]) -> TraitColumns:
    """The columns of some options, in their order."""
    n = len(options)
    nan = np.full(n, np.nan, dtype=np.float32)
    columns = TraitColumns(
        type=np.full(n, UNSTATED, dtype=np.int8),
        objectives=np.zeros(n, dtype=np.uint8),
        paid=nan.copy(),
        months=nan.copy(),
        share_of_week=nan.copy(),
        certificate=nan.copy(),
        experience_years=nan.copy(),
        provider=np.zeros(n, dtype=np.int64),
    )
    for row, option in enumerate(options):
        _fill(columns, row, option)
    return columns


def _fill(columns: TraitColumns, row: int, option: AnyOpportunity) -> None:
    timing, terms = option.timing, option.terms
    if terms.paid is not None:
        columns.paid[row] = terms.paid
    if timing.min_weeks is not None:
        columns.months[row] = timing.min_weeks / WEEKS_PER_MONTH
    columns.share_of_week[row] = _share_of_week(timing.workload_max_percent, timing.hours_per_week)
    if terms.certified is not None:
        columns.certificate[row] = terms.certified
    columns.provider[row] = stable_hash(option.provider_id or option.provider or "")
    match option:
        case Vacancy():
            columns.objectives[row] = bits(_served_by(option))
            if option.experience_years is not None:
                columns.experience_years[row] = option.experience_years
        case Measure():
            columns.type[row] = position(option.type)
            columns.objectives[row] = bits(option.objectives)
        case Placement():
            columns.objectives[row] = bits(option.objectives)


def _served_by(job: Vacancy) -> list[Objective]:
    """What a job serves: an apprenticeship is a training too, and one that can be held part-time for good adapted work.

    That it lasts is believed unless its contract says otherwise. Source: house reading of the objectives.
    """
    served = [Objective.JOB]
    if job.contract is ContractKind.APPRENTICESHIP:
        served.append(Objective.TRAINING)
    timing = job.timing
    least = timing.workload_max_percent if timing.workload_min_percent is None else timing.workload_min_percent
    if job.contract in {None, ContractKind.PERMANENT} and _share_of_week(least, timing.hours_per_week) < 1:
        served.append(Objective.LASTING_ADAPTED_WORK)
    return served


def _share_of_week(workload_percent: int | None, hours: float | None) -> float:
    if workload_percent is not None:
        return workload_percent / 100
    return np.nan if hours is None else min(1.0, hours / 42)


def stable_hash(text: str) -> int:
    """A 63-bit hash that is the same in every process; 0 for an empty text."""
    return int.from_bytes(blake2b(text.casefold().encode(), digest_size=8).digest(), "big") >> 1 if text else 0
