"""What options name they address for certain; what a silent one may address is never counted as no."""

from typing import Any

import pytest
from tests.e2e.command_line.saying import EXAMPLES

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.gaps.addressed import MAY_ADDRESS, addressed
from matching.snapshot.columns import position


def shipped() -> list[AnyOpportunity]:
    lines = [line for name in ("measures", "placements") for line in _lines(name)]
    return [opportunity_type.validate_json(line) for line in lines]


def _lines(name: str) -> list[str]:
    return (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()


def test_every_type_has_its_list() -> None:
    assert set(MAY_ADDRESS) == set(MeasureType)


def test_no_shipped_option_would_lose_a_need_by_falling_silent() -> None:
    options = shipped()
    silent = [_changed(option, needs=()) for option in options]
    assert any(option.criteria.needs for option in options)
    assert ((addressed(options) > 0) <= (addressed(silent) > 0)).all()


@pytest.mark.parametrize(("needs", "expected"), [(("digital",), 0), ((), 1), (("mobility",), 2)])
def test_named_silent_and_possible_or_not(needs: tuple[str, ...], expected: int) -> None:
    (option,) = (_changed(each, needs=needs, effects=()) for each in shipped() if each.id == "own:vd-garde-relais")
    assert addressed([option])[0, position(Barrier.MOBILITY)] == expected


def _changed(option: AnyOpportunity, *, needs: tuple[str, ...], **facts: Any) -> AnyOpportunity:
    told = option.model_dump() | facts
    told["criteria"]["needs"] = needs
    return opportunity_type.validate_python(told)
