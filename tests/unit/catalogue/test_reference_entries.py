"""The invented catalogue names every Swiss measure there is, with all that a card must say of it."""

from pathlib import Path

import pytest

from matching.domain.opportunity import Measure, Placement, opportunity_type
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.situation import Country

EXAMPLES = Path(__file__).parents[3] / "data_contracts" / "v1" / "examples"
ENTRIES = [
    option
    for name in ("measures", "placements")
    for line in (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    if isinstance(option := opportunity_type.validate_json(line), Measure | Placement)
]
SWISS = [entry for entry in ENTRIES if entry.place is not None and entry.place.country is Country.CH]


@pytest.mark.parametrize("code", [code for code in MeasureCode if not code.startswith("fr_")])
def test_every_swiss_code_has_an_entry(code: MeasureCode) -> None:
    assert [entry.id for entry in SWISS if entry.code is code]


@pytest.mark.parametrize("entry", SWISS, ids=lambda entry: entry.id)
def test_an_entry_says_who_decides_who_pays_and_how(entry: Measure | Placement) -> None:
    assert entry.decided_by
    assert entry.prescribers
    assert entry.objectives
    assert entry.procedure
    assert entry.payers if isinstance(entry, Placement) else entry.payer and entry.legal_basis
    assert entry.timing.rolling or entry.timing.starts_on
    terms = entry.terms
    assert terms.paid_by
    assert terms.aim
    assert terms.travel_cost
    assert terms.debt_effect
    assert terms.certified is not None


def test_transition_measures_are_voluntary() -> None:
    assert all(entry.terms.voluntary for entry in SWISS if entry.code is MeasureCode.VD_MIS_T)


def test_observation_contracts_are_not_paid() -> None:
    assert not any(entry.terms.paid for entry in SWISS if entry.code is MeasureCode.NE_ISP)


def test_the_three_initiation_allowances_have_three_payers() -> None:
    """One name, three payers: unemployment insurance, canton, disability insurance."""
    named = (MeasureCode.AC_AIT, MeasureCode.VD_ACIT, MeasureCode.DI_AIT)
    payers = [{entry.payer for entry in SWISS if isinstance(entry, Measure) and entry.code is code} for code in named]
    assert [sorted(str(payer) for payer in some) for some in payers] == [["ac"], ["as_canton"], ["di"]]


def test_neuchatel_has_places_of_all_three_categories() -> None:
    places = [entry for entry in SWISS if isinstance(entry, Placement) and entry.place and entry.place.region == "NE"]
    assert {entry.category for entry in places} == {"occupation", "socioprofessional", "professional"}
