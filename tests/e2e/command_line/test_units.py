"""`matching units`."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import Run, assert_refused

ORP = ("vd-orp-renens", "--name", "ORP de Renens", "--institution", "orp", "--territory", "CH-VD")


def test_the_demo_registers_the_units_its_files_belong_to(run: Run, on_demo: Path) -> None:
    listed = {unit["id"]: unit for unit in run("units", "list", "--json").json()}
    assert listed["vd-uc-lausanne"]["institution"] == "uc"
    assert listed["fr54-dept"]["territory"] == "FR-54"
    assert "ORP de Renens" in run("units", "list").out


def test_a_unit_is_added_once_and_corrected(run: Run) -> None:
    assert run("units", "add", *ORP).code == 0
    assert run("units", "add", *ORP, "--closed-on", "2027-12-31").code == 0
    listed = run("units", "list", "--json").json()
    assert [(unit["id"], unit["closed_on"]) for unit in listed] == [("vd-orp-renens", "2027-12-31")]
    assert "31.12.2027" in run("units", "list").out


@pytest.mark.parametrize(
    ("place", "value", "mention"), [(0, "un bureau", "id"), (4, "bank", "institution"), (6, "VD", "territory")]
)
def test_what_is_no_unit(run: Run, place: int, value: str, mention: str, at: datetime) -> None:
    wrong = [*ORP[:place], value, *ORP[place + 1 :]]
    assert_refused(run("units", "add", *wrong), mention)
    assert run("units", "list", "--json").json() == []
