"""The protected copy of an office: what files hold of those ranked, by the numbers of the log, and apart from it."""

from datetime import date

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import LOCAL, SOCIAL, viewer

from matching.domain.person import Permit, Residence
from matching.domain.profile import Profile
from matching.domain.vocabulary.process import Role
from matching.domain.vocabulary.situation import PermitKind
from matching.errors import ForbiddenError
from matching.storage import profiles
from matching.storage.scope import EVERYTHING

pd = pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("pyarrow", reason="needs the extra [train]: make training")
from matching_training.evaluate.fairness.copied import take_protected  # noqa: E402
from matching_training.evaluate.fairness.groups import Protected  # noqa: E402
from matching_training.log.snapshot import take_snapshot  # noqa: E402

SCIENTIST = viewer("dora", "data_scientist", None)


def told(office: Office, **facts: object) -> None:
    """Write some facts into the file of the one person for whom something was ranked."""
    with office.service.workplace.database.begin(EVERYTHING) as connection:
        changed = profiles.get(connection, "p-1").model_copy(update=facts)
        profiles.upsert(connection, [Profile.model_validate(changed.model_dump())], at=office.at)


def copied(office: Office, days: int = 1) -> Protected:
    return take_protected(office.service, viewer=SCIENTIST, at=office.later(days))


def test_what_the_file_says_stands_in_groups_by_the_number_of_the_log(office: Office) -> None:
    born = date(office.today.year - 30, office.today.month, office.today.day)
    told(
        office,
        birth_date=born,
        permit=Permit(kind=PermitKind.B),
        residence=Residence.model_validate({"country": "ch", "region": "VD"}),
    )
    table = copied(office).table
    log = take_snapshot(office.service, viewer=SCIENTIST, until=office.later(1), at=office.later(1))
    assert table.index.tolist() == log.shown["person"].unique().tolist()
    assert table.iloc[0].to_dict() == {
        "sex": None,
        "age_band": "25-39",
        "permit_group": "residence",
        "canton": "VD",
    }


def test_what_nobody_wrote_is_unknown(office: Office) -> None:
    table = copied(office).table
    assert len(table) == 1
    assert table.iloc[0].to_dict() == {"sex": None, "age_band": None, "permit_group": None, "canton": "LU"}


def test_whoever_was_erased_is_not_in_it(office: Office) -> None:
    office.service.erase("p-1", viewer=SOCIAL, at=office.later(2))
    assert copied(office, 3).table.empty


def test_it_takes_its_own_right_and_leaves_its_own_entry(office: Office) -> None:
    for role in set(Role) - {Role.DATA_SCIENTIST, Role.LOCAL}:
        who = viewer("x", role.value, None, *(["lu"] if role is Role.COUNSELLOR else []))
        with pytest.raises(ForbiddenError, match="read_protected_copy"):
            office.service.protected_copy(viewer=who, at=office.at)
    copied(office)
    entries = office.service.read_audit(viewer=LOCAL, at=office.later(1)).entries
    found = [entry for entry in entries if entry.act == "copy_protected"]
    assert [(entry.actor, len(entry.people) + entry.others) for entry in found] == [("dora", 1)]
    assert not [entry for entry in entries if entry.act == "learn"]
