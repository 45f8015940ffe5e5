"""A wage subsidy is named on a vacancy only where the contract may be one that the law supports."""

from datetime import datetime

import pytest

from matching.bootstrap import Service
from matching.domain.opportunity import Timing, Vacancy
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import ContractKind
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases.situation import stand
from matching.use_cases.subsidies import subsidies_for

AIT, ACIT, AFO = "own:ac-ait", "own:vd-acit", "own:ac-afo"


@pytest.mark.parametrize(
    ("contract", "weeks", "lasting"),
    [
        (ContractKind.PERMANENT, None, True),
        (None, None, True),
        (ContractKind.FIXED_TERM, None, True),
        (ContractKind.FIXED_TERM, 52, True),
        (ContractKind.FIXED_TERM, 51, False),
        (ContractKind.TEMPORARY_AGENCY, None, False),
        (ContractKind.INTERNSHIP, 52, False),
        (ContractKind.APPRENTICESHIP, 156, False),
    ],
)
@pytest.mark.parametrize(("person", "subsidy"), [("p02-besnik", AIT), ("p01-amelie", ACIT)])
def test_ait_and_acit_need_lasting_work(
    demo: Service,
    counsellor: Viewer,
    at: datetime,
    person: str,
    subsidy: str,
    contract: ContractKind | None,
    weeks: int | None,
    *,
    lasting: bool,
) -> None:
    live = demo.workplace.live(at)
    with demo.workplace.database.read(EVERYTHING) as connection:
        profile = profiles.get(connection, person)
    seen = stand(demo.workplace, live, profile, viewer=counsellor, at=at)
    timing = Timing(max_weeks=weeks)
    job = Vacancy.model_validate(
        {"id": "own:job", "title": "V", "place": {"country": "ch"}, "contract": contract, "timing": timing}
    )
    named = {found.id for found in subsidies_for(live, seen, job)}
    assert (subsidy in named) is lasting
    assert (AFO in named) is (contract is ContractKind.APPRENTICESHIP and person == "p02-besnik")
