"""What an exit from the IAE counts as: each group, the edge of six months, and what stays unknown."""

from typing import Any

import pytest

from matching.domain.iae_exit import exit_kind
from matching.domain.opportunity import opportunity_type
from matching.domain.vocabulary.catalogue import SIAE, ContractKind, SiaeKind
from matching.domain.vocabulary.process import OutcomeKind

DURABLE, TRANSITION = OutcomeKind.IAE_DURABLE, OutcomeKind.IAE_TRANSITION
POSITIVE = OutcomeKind.IAE_POSITIVE
COURSE: dict[str, Any] = {"kind": "measure", "form": "activity"}


def exit_into(months: float | None = None, **option: Any) -> OutcomeKind | None:
    return exit_kind(
        opportunity_type.validate_python({"kind": "vacancy", "id": "own:1", "title": "O", **option}), months
    )


@pytest.mark.parametrize(
    ("contract", "months", "kind"),
    [
        ("permanent", None, DURABLE),
        ("self_employed", None, DURABLE),
        ("fixed_term", 6.1, DURABLE),
        ("fixed_term", 6, None),
        ("fixed_term", 5.9, TRANSITION),
        ("fixed_term", None, None),
        ("temporary_agency", 7, DURABLE),
        ("temporary_agency", 6, None),
        ("temporary_agency", 1, TRANSITION),
        ("subsidised", 12, TRANSITION),
        ("apprenticeship", 24, None),
        ("internship", 2, None),
        ("none", None, None),
        (None, None, None),
        ("cddi", 12, POSITIVE),
    ],
)
def test_an_ordinary_employer(contract: str | None, months: float | None, kind: OutcomeKind | None) -> None:
    assert exit_into(months, contract=contract) is kind


@pytest.mark.parametrize("siae", SIAE)
@pytest.mark.parametrize("contract", ContractKind)
def test_another_siae_is_positive_and_never_durable(siae: SiaeKind, contract: ContractKind) -> None:
    for place in ("vacancy", "placement"):
        assert exit_into(24, kind=place, contract=contract, siae_kind=siae) is POSITIVE


@pytest.mark.parametrize("other", sorted(set(SiaeKind) - set(SIAE)))
def test_what_is_no_siae_is_not_positive(other: SiaeKind) -> None:
    assert exit_into(contract="permanent", siae_kind=other) is DURABLE
    assert exit_into(12, contract="subsidised", siae_kind=other) is None
    assert exit_into(12, contract="cddi", siae_kind=other) is None


def test_training_is_positive_and_other_measures_are_unknown() -> None:
    assert exit_into(**COURSE, type="vocational_training") is POSITIVE
    assert exit_into(**COURSE, type="coaching") is None
