"""Exports: what a viewer may see, of it what may leave, in files that are theirs alone."""

import csv
import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.integration.leaving.course import begun
from tests.integration.leaving.taken import exported
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COMMUNE, ELSEWHERE, LOCAL, MANAGER, SOCIAL, WORKSHOP

from matching.bootstrap import Service, open_service
from matching.contracts.wall import allowed_fields
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.receivers import PURPOSES, LeavingPurpose, Receiver
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.settings import Settings
from matching.use_cases.export.sources import WORD_OF, What
from matching.use_cases.export.taking import MAY_TAKE
from matching.use_cases.export.written import Format


def test_each_unit_takes_out_its_own_people(office: Office, tmp_path: Path) -> None:
    begun(office, came=True)
    for what in (What.PROFILES, What.RECOMMENDATIONS, What.DECISIONS, What.GUARANTEES):
        text = json.dumps(exported(office, what, SOCIAL, Receiver.UNIT, tmp_path))
        assert "p-1" in text
        assert "p-2" not in text
        assert "p-1" not in json.dumps(exported(office, what, ELSEWHERE, Receiver.UNIT, tmp_path))
    assert len(exported(office, What.PROFILES, LOCAL, Receiver.UNIT, tmp_path)) == 2


def test_the_case_system_gets_work_and_agreements_and_nothing_else(office: Office, tmp_path: Path) -> None:
    begun(office, came=True)
    (person,) = exported(office, What.PROFILES, SOCIAL, Receiver.CASE_SYSTEM, tmp_path)
    assert {"id", "languages", "skills", "objective"} <= set(person)
    assert not {"insurances", "needs", "project", "wishes", "consents", "past_measures", "statuses"} & set(person)
    (agreed,) = exported(office, What.DECISIONS, SOCIAL, Receiver.CASE_SYSTEM, tmp_path)
    assert agreed["status"] == "client_accepted"
    (guarantee,) = exported(office, What.GUARANTEES, SOCIAL, Receiver.CASE_SYSTEM, tmp_path)
    assert guarantee["status"] == "granted"
    assert not {"reason", "started_on", "requested_by"} & set(guarantee)


def test_what_was_proposed_outside_the_catalogue_goes_to_the_person_and_the_unit_alone(
    office: Office, tmp_path: Path
) -> None:
    said: dict[str, Any] = {
        "kind": OpportunityKind.MEASURE,
        "title": "Atelier",
        "offered_by": "Le quartier",
        "need": Barrier.MOBILITY,
    }
    office.service.propose_outside("p-1", **said, words="Dès janvier", viewer=SOCIAL, at=office.at)
    for receiver in (Receiver.PERSON, Receiver.UNIT):
        (row,) = exported(office, What.OUTSIDE_OPTIONS, SOCIAL, receiver, tmp_path)
        assert (row["title"], row["words"], row["need"]) == ("Atelier", "Dès janvier", "mobility")
        assert "withheld_then" not in row
    assert exported(office, What.OUTSIDE_OPTIONS, ELSEWHERE, Receiver.UNIT, tmp_path) == []
    with pytest.raises(ForbiddenError, match="Rien ne sort des propositions hors catalogue"):
        exported(office, What.OUTSIDE_OPTIONS, SOCIAL, Receiver.CASE_SYSTEM, tmp_path)


def test_a_person_gets_their_own_and_no_others(office: Office, tmp_path: Path) -> None:
    begun(office, came=True)
    rows = exported(office, What.DECISIONS, SOCIAL, Receiver.PERSON, tmp_path)
    assert [row["profile"] for row in rows] == ["p-1"]
    with pytest.raises(InvalidInputError, match="--profile"):
        office.service.export(
            What.PROFILES,
            tmp_path / "x",
            how=Format.CSV,
            receiver=Receiver.PERSON,
            purpose=LeavingPurpose.ACCESS,
            viewer=SOCIAL,
            at=office.at,
        )
    with pytest.raises(NotFoundError):
        take(office.service, tmp_path / "x", SOCIAL, Receiver.PERSON, office.at, profile="p-2")
    assert not (tmp_path / "x").exists()


def test_for_statistics_nothing_about_people_leaves_even_where_a_manager_has_units(
    office: Office, tmp_path: Path
) -> None:
    begun(office, came=True)
    assert exported(office, What.OPPORTUNITIES, MANAGER, Receiver.STATISTICS, tmp_path)
    for what in set(What) - {What.OPPORTUNITIES}:
        with pytest.raises(ForbiddenError) as refused:
            take(office.service, tmp_path / "x", MANAGER, Receiver.STATISTICS, office.at, what=what)
        assert f"Rien ne sort des {what.fr} pour la statistique" in str(refused.value)
        assert str(refused.value).endswith("ce qui sort : offres.")
    assert not (tmp_path / "x").exists()


def test_since_is_the_moment_at_which_something_was_told(office: Office, tmp_path: Path) -> None:
    """For the case system a guarantee is of the day on which it was granted, though it began later."""
    begun(office, came=True)
    later = office.at + timedelta(hours=1)
    assert take(office.service, tmp_path / "a", SOCIAL, Receiver.UNIT, office.later(40), since=later) == 1
    assert take(office.service, tmp_path / "b", SOCIAL, Receiver.CASE_SYSTEM, office.later(40), since=later) == 0
    assert take(office.service, tmp_path / "c", SOCIAL, Receiver.CASE_SYSTEM, office.later(40), since=office.at) == 1


def test_nobody_takes_anything_out_for_whom_they_do_not_stand(office: Office, tmp_path: Path) -> None:
    taken = 0
    for role, receiver, what in product(Role, Receiver, What):
        viewer = SOCIAL.model_copy(update={"role": role})
        path = tmp_path / f"{role}-{receiver}-{what}.csv"
        may = receiver in MAY_TAKE[role] and bool(allowed_fields(WORD_OF[what], receiver))
        if may:
            take(office.service, path, viewer, receiver, office.at, what=what, profile="p-1")
        else:
            with pytest.raises(ForbiddenError):
                take(office.service, path, viewer, receiver, office.at, what=what, profile="p-1")
        assert path.exists() == may
        taken += may
    assert taken > 40


def test_every_purpose_but_the_receivers_own_is_refused(office: Office, tmp_path: Path) -> None:
    for role, receiver, purpose in product(Role, Receiver, LeavingPurpose):
        if receiver in MAY_TAKE[role] and purpose not in PURPOSES[receiver]:
            with pytest.raises(InvalidInputError, match="but permis"):
                office.service.export(
                    What.OPPORTUNITIES,
                    tmp_path / "other",
                    how=Format.CSV,
                    receiver=receiver,
                    purpose=purpose,
                    viewer=SOCIAL.model_copy(update={"role": role}),
                    at=office.at,
                )
    assert list(tmp_path.glob("other")) == []


def test_providers_and_whoever_has_no_file_get_nothing(office: Office, tmp_path: Path) -> None:
    with pytest.raises(ForbiddenError):
        exported(office, What.OPPORTUNITIES, WORKSHOP, Receiver.PROVIDER, tmp_path)
    assert exported(office, What.GUARANTEES, COMMUNE, Receiver.PAYER, tmp_path) == []
    assert list(tmp_path.glob("*.part")) == []


def test_a_moment_without_time_zone_and_a_file_that_is_there(office: Office, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError):
        take(office.service, tmp_path / "x", SOCIAL, Receiver.UNIT, office.at.replace(tzinfo=None))
    (tmp_path / "x").write_text("mine")
    with pytest.raises(ConflictError):
        take(office.service, tmp_path / "x", SOCIAL, Receiver.UNIT, office.at)
    assert (tmp_path / "x").read_text() == "mine"


def take(
    service: Service,
    path: Path,
    viewer: Viewer,
    receiver: Receiver,
    at: datetime,
    *,
    what: What = What.GUARANTEES,
    how: Format = Format.CSV,
    since: datetime | None = None,
    profile: str | None = None,
) -> int:
    (purpose,) = PURPOSES[receiver]
    return service.export(
        what, path, how=how, receiver=receiver, purpose=purpose, viewer=viewer, at=at, since=since, profile=profile
    ).rows


@pytest.fixture(scope="module")
def demo_to_take(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("taken") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


def test_a_restricted_posting_leaves_to_the_unit_of_a_mandate_alone(
    demo_to_take: Service, at: datetime, tmp_path: Path
) -> None:
    mandated = demo_to_take.viewer("demo")
    without = mandated.model_copy(update={"mandates": ()})

    def taken(viewer: Viewer, receiver: Receiver) -> set[str]:
        path = tmp_path / f"{receiver}-{len(viewer.mandates)}"
        take(demo_to_take, path, viewer, receiver, at, what=What.OPPORTUNITIES, how=Format.JSONL)
        return {json.loads(line)["id"] for line in path.read_text(encoding="utf-8").split("\n") if line}

    whole, public = taken(mandated, Receiver.UNIT), taken(without, Receiver.UNIT)
    assert whole > public
    assert taken(mandated, Receiver.CASE_SYSTEM) == public


def test_the_same_rows_in_every_format(demo_to_take: Service, at: datetime, tmp_path: Path) -> None:
    viewer = demo_to_take.viewer("demo")
    counts = {
        how: take(demo_to_take, tmp_path / f"x.{how}", viewer, Receiver.UNIT, at, what=What.PROFILES, how=how)
        for how in Format
    }
    assert set(counts.values()) == {12}
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    head, *body = [[cell.value for cell in row] for row in sheet.iter_rows()]
    rows = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert list(lines[0]) == head
    for line, cells, row in zip(lines, body, rows, strict=True):
        assert line["id"] == dict(zip(head, cells, strict=True))["id"] == row["id"]
        assert line["birth_date"] == (row["birth_date"] or "")
        assert json.loads(line["languages.items"]) == row["languages"]["items"]
        assert dict(zip(head, cells, strict=True))["months_without_work"] == row["months_without_work"]


def test_an_export_of_nothing_leaves_an_entry_too(office: Office, tmp_path: Path) -> None:
    def entries() -> list[tuple[str, str, int]]:
        page = office.service.read_audit(viewer=LOCAL, at=office.at, limit=1000)
        return [(told.actor, told.act, len(told.people) + told.others) for told in page.entries]

    nobodys = ELSEWHERE.model_copy(update={"units": ("nowhere",)})
    before = len(entries())
    assert exported(office, What.PROFILES, nobodys, Receiver.UNIT, tmp_path) == []
    assert entries()[before + 1 :] == [(nobodys.account, "export", 0)]
