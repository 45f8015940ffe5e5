"""What the ranking reads of an option beside its criteria."""

import pytest

from matching.domain.opportunity import Vacancy
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.needs import Objective
from matching.snapshot.columns import bits
from matching.snapshot.traits import compile_traits


@pytest.mark.parametrize("contract", [None, *ContractKind])
def test_every_vacancy_is_a_job_and_an_apprenticeship_is_a_training_too(contract: ContractKind | None) -> None:
    columns = compile_traits([Vacancy(id="own:1", title="V", contract=contract)])
    aims = [Objective.JOB, Objective.TRAINING] if contract is ContractKind.APPRENTICESHIP else [Objective.JOB]
    assert columns.objectives[0] == bits(aims)


@pytest.mark.parametrize(
    ("timing", "contract", "serves"),
    [
        ({"workload_min_percent": 50, "workload_max_percent": 60}, None, True),
        ({"workload_min_percent": 80, "workload_max_percent": 100}, ContractKind.PERMANENT, True),
        ({"hours_per_week": 20}, ContractKind.PERMANENT, True),
        ({"workload_max_percent": 60}, ContractKind.FIXED_TERM, False),
        ({"workload_min_percent": 100}, ContractKind.PERMANENT, False),
        ({}, ContractKind.PERMANENT, False),
    ],
)
def test_a_lasting_part_time_job_serves_who_is_to_work_part_time_for_good(
    timing: dict[str, float], contract: ContractKind | None, serves: bool
) -> None:
    columns = compile_traits(
        [Vacancy.model_validate({"id": "own:1", "title": "V", "contract": contract, "timing": timing})]
    )
    assert bool(columns.objectives[0] & bits([Objective.LASTING_ADAPTED_WORK])) is serves
