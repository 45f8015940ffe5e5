"""`matching detection set` and `matching detect`: an invented canton's criteria, from the golden example."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused

from matching.bootstrap import open_service
from matching.domain.profile import Profile
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.scope import EVERYTHING

GOLDEN = EXAMPLES / "golden" / "detection_criteria.json"


@pytest.fixture
def invented() -> dict[str, Any]:
    """An invented canton's criteria, set over the demo's canton of Vaud."""
    found: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    one = {"id": "essai", "label": "Critère inventé", "institutions": ["orp", "uc"]}
    conditions = [{"kind": "months_without_work", "at_least": 1}]
    return found | {"canton": "VD", "valid_from": "2020-01-01", "criteria": [one | {"conditions": conditions}]}


def written(folder: Path, document: object) -> Path:
    path = folder / "criteria.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_the_demo_has_no_criteria_and_says_so(run: Run, on_demo: Path) -> None:
    found = run("detect", "--as", "demo", "--json").json()
    assert found["people"] == []
    assert "Aucun critère cantonal" in found["empty_because"]
    assert found["empty_because"] in run("detect", "--as", "demo").out


def test_criteria_set_are_used(run: Run, on_copy: Path, tmp_path: Path, invented: dict[str, Any]) -> None:
    said = run("detection", "set", written(tmp_path, invented), "--as", "demo-admin")
    assert (said.code, said.err) == (0, "")
    assert "VD : 1 critères dès le 01.01.2020" in said.out
    assert "Loi inventée" in said.out
    assert "Aucune personne n'a consenti" in run("detect").out
    person = json.loads((EXAMPLES / "profiles" / "vd-uc-lausanne.jsonl").read_text("utf-8").splitlines()[0])
    given = {"purpose": "joint_review", "categories": ["health"], "given_at": "2026-01-01T00:00:00+01:00"}
    person["consents"] = [{"to_institution": each} | given for each in ("orp", "uc")]
    assert (
        run("users", "add", "orp", "--role", "counsellor", "--unit", person["unit"], "--institution", "orp").code == 0
    )
    keep(on_copy, person)
    found = run("detect", "--as", "orp", "--json").json()
    assert [each["profile"] for each in found["people"]] == [person["id"]]
    assert found["people"][0]["legal_basis"] == invented["legal_basis"]
    shown = run("detect", "--as", "orp", "--lang", "de").out
    assert person["id"] in shown
    assert "Ein Vorschlag" in shown


def keep(folder: Path, person: dict[str, Any]) -> None:
    """Into the demo's own store, where the command takes no people."""
    with (
        closing(open_service(Settings(data_dir=folder))) as service,
        service.workplace.database.begin(EVERYTHING) as connection,
    ):
        people = [Profile.model_validate_json(json.dumps(person))]
        profiles.upsert(connection, people, at=datetime.now(UTC))


@pytest.mark.parametrize("basis", [None, "", "   "])
def test_criteria_without_legal_basis_are_refused(
    run: Run, tmp_path: Path, invented: dict[str, Any], basis: str | None
) -> None:
    document = {key: value for key, value in invented.items() if key != "legal_basis"}
    path = written(tmp_path, document if basis is None else document | {"legal_basis": basis})
    assert_refused(run("detection", "set", path), "legal_basis", "criteria.json")
    assert "Aucun critère cantonal" in run("detect").out


def test_a_condition_outside_the_closed_set_is_refused(run: Run, tmp_path: Path, invented: dict[str, Any]) -> None:
    invented["criteria"][0]["conditions"] = [{"kind": "missed_interviews", "at_least": 2}]
    assert_refused(
        run("detection", "set", written(tmp_path, invented)), "criteria[0].conditions[0]", "missed_interviews"
    )


@pytest.mark.parametrize("who", [("--as", "demo"), ("--as", "demo-csr"), ()])
def test_who_may_not_set_criteria(
    run: Run, on_copy: Path, tmp_path: Path, invented: dict[str, Any], who: tuple[str, ...]
) -> None:
    hint = () if who else ("--as",)
    assert_refused(run("detection", "set", written(tmp_path, invented), *who), "administration", *hint)


def test_without_an_account_only_where_there_is_none(run: Run, tmp_path: Path, invented: dict[str, Any]) -> None:
    path = written(tmp_path, invented)
    assert run("detection", "set", path).code == 0
    assert run("users", "add", "prog", "--role", "programme_manager").code == 0
    assert_refused(run("detection", "set", path), "administration")
    assert run("detection", "set", path, "--as", "prog").code == 0
