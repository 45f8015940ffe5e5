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
