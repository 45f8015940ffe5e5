"""Who may import what on both engines: by role, unit and token; what is refused leaves neither rows nor files."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.permission import Permission
from matching.domain.role_permissions import permissions_of, roles_with
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, InvalidInputError
from matching.settings import Settings
from matching.storage import audit_entries, profiles
from matching.storage.scope import EVERYTHING
from matching.use_cases.imports import permission_for

ALL = tuple(Permission)
COUNSELLOR = Viewer(account="mila", role=Role.COUNSELLOR, units=("u", "v"))
CONSENT = {"to_institution": "orp", "purpose": "matching", "categories": ["health"], "given_at": "2026-11-01T08:00:00Z"}
ROWS: dict[str, list[dict[str, Any]]] = {
    "measures": [{"id": "own:a", "title": "Atelier", "kind": "measure", "form": "activity", "type": "coaching"}],
    "profiles": [{"id": "p-1"}],
    "consents": [{"id": "p-1"}, {"id": "p-2", "consents": [CONSENT]}, {"id": "p-3", "birth_date": "jamais"}],
}


@pytest.fixture
def house(url: str, tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=tmp_path / "data", database_url=url))) as service:
        yield service


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """One file of options, one of a person, and one that tells a consent and has a row that is refused."""
    found = {}
    for name, rows in ROWS.items():
        found[name] = tmp_path / f"{name}.jsonl"
        found[name].write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return found


def people(house: Service) -> list[str]:
    with house.workplace.database.read(EVERYTHING) as connection:
        return profiles.list_ids(connection)


def assert_untouched(house: Service) -> None:
    assert people(house) == []
    with house.workplace.database.read(EVERYTHING) as connection:
        assert list(audit_entries.entries(connection)) == []
    assert not (house.workplace.data_dir / "rejects").exists()


@pytest.mark.parametrize("source", ["measures", "profiles"])
@pytest.mark.parametrize("role", Role)
def test_the_role_says_what_may_be_imported(
    house: Service, files: dict[str, Path], at: datetime, role: Role, source: str
) -> None:
    viewer = LOCAL_VIEWER if role is Role.LOCAL else Viewer(account="x", role=role, units=("u",))
    unit = "u" if source == "profiles" else None
    if role in roles_with(permission_for(source)):
        assert house.import_file(source, files[source], viewer=viewer, at=at, unit=unit).accepted == 1
        with house.workplace.database.read(EVERYTHING) as connection:
            (entry,) = audit_entries.entries(connection)
        assert (entry.told["actor"], entry.told["act"], entry.told["about"]) == (viewer.account, "import", source)
        return
    with pytest.raises(ForbiddenError, match=permission_for(source).value):
        house.import_file(source, files[source], viewer=viewer, at=at, unit=unit)
    assert_untouched(house)


@pytest.mark.parametrize(
    ("unit", "error"), [(None, InvalidInputError), ("", InvalidInputError), ("elsewhere", ForbiddenError)]
)
def test_people_go_into_ones_own_unit_and_none_is_none(
    house: Service, files: dict[str, Path], at: datetime, unit: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error, match="unité"):
        house.import_file("profiles", files["profiles"], viewer=COUNSELLOR, at=at, unit=unit)
    if error is InvalidInputError:
        with pytest.raises(error, match="unité"):
            house.import_file("profiles", files["profiles"], viewer=LOCAL_VIEWER, at=at, unit=unit)
    assert_untouched(house)


@pytest.mark.parametrize("lacking", [Permission.IMPORT_PROFILES, Permission.RECORD_VOICE])
def test_a_token_imports_consents_only_with_the_persons_voice(
    house: Service, files: dict[str, Path], at: datetime, lacking: Permission
) -> None:
    scope = frozenset(ALL) - {lacking}
    with pytest.raises(ForbiddenError, match=lacking.value):
        house.import_file("profiles", files["consents"], viewer=COUNSELLOR, scope=scope, at=at, unit="u")
    assert_untouched(house)


def test_without_consents_the_voice_is_not_asked_for(house: Service, files: dict[str, Path], at: datetime) -> None:
    scope = {Permission.IMPORT_PROFILES}
    told: dict[str, Any] = {"viewer": COUNSELLOR, "at": at, "unit": "u"}
    assert house.import_file("profiles", files["profiles"], scope=scope, **told).accepted == 1
    assert (
        house.import_file("profiles", files["consents"], scope=scope | {Permission.RECORD_VOICE}, **told).accepted == 2
    )
    assert people(house) == ["p-1", "p-2"]


def test_a_role_that_may_import_people_but_not_write_their_voice(
    house: Service, files: dict[str, Path], at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is none today; whoever makes one finds consents refused."""
    narrow = permissions_of(Role.COUNSELLOR) - {Permission.RECORD_VOICE}
    monkeypatch.setattr("matching.use_cases.roles.permissions_of", lambda _: narrow)
    with pytest.raises(ForbiddenError, match="record_voice"):
        house.import_file("profiles", files["consents"], viewer=COUNSELLOR, at=at, unit="u")
    assert_untouched(house)
