"""Erasing: nothing readable of the person remains anywhere in the data folder, and the audit still verifies."""

import json
import os
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import open_service
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.needs import Barrier, DataCategory
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ForbiddenError, NotFoundError
from matching.settings import Settings, shipped
from matching.storage import profiles
from matching.storage.scope import EVERYTHING, NOBODY
from matching.use_cases.learning_log import PROTECTED, SNAPSHOTS, number_of

PERSON = "p-zorglub-4711"
MARK = "marqueur-unique-quarante-deux"


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path, at: datetime) -> Path:
    """A demo with one more person, whose every text holds the mark, and much done about them."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "store"))
    examples = shipped("data_contracts", "v1", "examples", "profiles", "vd-uc-lausanne.jsonl")
    original = json.loads(examples.read_text("utf-8").splitlines()[0])
    person = original | {"id": PERSON, "wishes": f"Vendre du pain, {MARK}", "project": f"Boulangerie {MARK}"}
    file = tmp_path / "people.jsonl"
    refused = json.dumps({"id": PERSON, "wishes": MARK, "birth_date": "jamais"})
    file.write_text(json.dumps(person) + "\n" + refused + "\n", "utf-8")
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        unit = (viewer.units or ("",))[0]
        service.import_file("profiles", file, viewer=service.viewer(), at=at, unit=unit, people="demo")
        option = service.recommend(PERSON, viewer=viewer, at=at).cards[0].opportunity
        service.refuse_option(PERSON, option, reason=RejectReason.OTHER, words=MARK, viewer=viewer, at=at)
        service.contest_fact(PERSON, "languages", words=MARK, viewer=viewer, at=at)
        service.propose_outside(
            PERSON,
            kind=OpportunityKind.MEASURE,
            title=MARK,
            offered_by=MARK,
            need=Barrier.MOBILITY,
            words=MARK,
            viewer=viewer,
            at=at,
        )
        service.write_part(PERSON, MARK, objective="job", viewer=viewer, at=at)
        service.give_consent(
            PERSON, to_institution=Institution.CSR, categories=[DataCategory.DEBT], viewer=viewer, at=at
        )
    return folder


def traces(folder: Path) -> list[str]:
    """The files in which the person's id or the mark stands."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word.encode() in path.read_bytes() for word in (PERSON, MARK))
    ]


def test_nothing_readable_remains_and_the_audit_verifies(folder: Path, at: datetime) -> None:
    later = at + timedelta(hours=1)
    assert any(path.startswith("rejects/") for path in traces(folder))
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        before = service.read_audit(viewer=viewer, at=at, profile=PERSON).entries
        assert {told.act for told in before} >= {"import", "recommend", "refuse", "contest", "plan", "consent", "keep"}
        service.erase(PERSON, viewer=viewer, at=later)
        with pytest.raises(NotFoundError):
            service.recommend(PERSON, viewer=viewer, at=later)
        with pytest.raises(NotFoundError):
            service.erase(PERSON, viewer=viewer, at=later)
        assert service.verify_audit(viewer=service.viewer(), at=later).findings == []
        last = service.read_audit(viewer=service.viewer(), at=later, after=before[-1].seq).entries
        assert [(told.act, told.people, told.others) for told in last] == [
            ("read_audit", [], 1),
            ("erase", [], 1),
            ("verify_audit", [], 0),
        ]
        assert PERSON not in {each.profile for each in service.people(viewer=viewer, at=later)}
    assert traces(folder) == []


@pytest.mark.parametrize("kept_in", [SNAPSHOTS, PROTECTED])
def test_copies_for_learning_that_know_the_person_or_tell_of_nobody_go_and_others_stay(
    folder: Path, at: datetime, tmp_path: Path, kept_in: str
) -> None:
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        with service.workplace.database.read(EVERYTHING) as connection:
            known = number_of(connection, profiles.person(connection, PERSON).number)
        for name, people in (("theirs", [known, 1]), ("others", [1, 2]), ("unreadable", None)):
            snapshot = folder / kept_in / name
            snapshot.mkdir(parents=True)
            told = "?" if people is None else json.dumps({"about": {"people": people}})
            (snapshot / "manifest.json").write_text(told, "utf-8")
            (snapshot / "shown.parquet").write_bytes(b"rows")
        for name in ("X.part", ".unfinished-y"):
            (folder / kept_in / name / "deeper").mkdir(parents=True)
            (folder / kept_in / name / "deeper" / "shown.parquet").write_bytes(b"rows")
        (tmp_path / "elsewhere").mkdir()
        (folder / kept_in / "link").symlink_to(tmp_path / "elsewhere")
        service.erase(PERSON, viewer=viewer, at=at)
    assert sorted(path.name for path in (folder / kept_in).iterdir()) == ["link", "others"]
    assert (tmp_path / "elsewhere").is_dir()


def test_the_same_id_may_be_used_again_and_is_somebody_else(folder: Path, at: datetime, tmp_path: Path) -> None:
    file = tmp_path / "again.jsonl"
    file.write_text(json.dumps({"id": PERSON}) + "\n", "utf-8")
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        service.erase(PERSON, viewer=viewer, at=at)
        service.import_file(
            "profiles", file, viewer=service.viewer(), at=at, unit=(viewer.units or ("",))[0], people="demo"
        )
        assert service.refusals(PERSON, viewer=viewer, at=at) == []
        assert service.plan(PERSON, viewer=viewer, at=at).plan is None


def test_who_does_not_accompany_people_erases_nobody(folder: Path, at: datetime) -> None:
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        for other in (viewer.model_copy(update={"role": Role.PAYER}), viewer.model_copy(update={"role": Role.AUDITOR})):
            with pytest.raises(ForbiddenError):
                service.erase(PERSON, viewer=other, at=at)
        with pytest.raises(NotFoundError):
            service.erase(PERSON, viewer=viewer.model_copy(update={"units": ("fr-07",)}), at=at)
        assert service.people(viewer=viewer, at=at)


def test_what_a_reader_kept_open_is_overwritten_once_they_have_left(folder: Path, at: datetime) -> None:
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer, database = service.viewer("demo"), service.workplace.database
        with database.read(NOBODY) as reading:
            reading.exec_driver_sql("SELECT count(*) FROM profiles").scalar()
            service.erase(PERSON, viewer=viewer, at=at)
        with database.begin(NOBODY):
            pass
        assert traces(folder) == []


def test_of_another_units_rejected_rows_nothing_is_touched(folder: Path, at: datetime, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.jsonl"
    file.write_text(
        json.dumps({"id": PERSON, "birth_date": "jamais"}) + "\n" + json.dumps({"id": "p-ok"}) + "\n", "utf-8"
    )
    with closing(open_service(Settings(data_dir=folder))) as service:
        kept = service.import_file(
            "profiles", file, viewer=service.viewer(), at=at, unit="fr-07", people="demo"
        ).rejects_file
        service.erase(PERSON, viewer=service.viewer("demo"), at=at)
    assert kept is not None
    assert PERSON in kept.read_text("utf-8-sig")


def test_an_hour_old_copy_of_a_file_sent_in_goes_with_the_next_erasure(folder: Path, at: datetime) -> None:
    left = folder / "uploads" / "upload-x" / "people.csv"
    left.parent.mkdir(parents=True)
    left.write_text(PERSON, "utf-8")
    os.utime(left.parent, (0, 0))
    with closing(open_service(Settings(data_dir=folder))) as service:
        service.erase(PERSON, viewer=service.viewer("demo"), at=at)
    assert traces(folder) == []
