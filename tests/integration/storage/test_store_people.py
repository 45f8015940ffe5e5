"""Profiles, accounts, import runs and the store's mark."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from matching.domain.opportunity import Vacancy
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Mandate, Viewer
from matching.domain.vocabulary.process import MandateKind, Role
from matching.errors import ConflictError, DamagedError, InvalidInputError, NotFoundError
from matching.storage import accounts, imports, marks, opportunities, profiles
from matching.storage.changes import Changes
from matching.storage.database import Database
from matching.storage.scope import EVERYTHING, NOBODY, Scope
from matching.storage.tables import person_keys
from matching.storage.tables import profiles as profile_table

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
LATER = AT + timedelta(days=1)
OURS = Profile(id="p-1", unit="lausanne", wishes="Un travail avec des gens", needs=())
THEIRS = Profile(id="p-2", unit="renens")
NOBODYS = Profile(id="p-3")


def is_postgresql(database: Database) -> bool:
    return database.engine.dialect.name == "postgresql"


@pytest.fixture
def filled(database: Database) -> Database:
    with database.begin(EVERYTHING) as connection:
        assert profiles.upsert(connection, [OURS, THEIRS, NOBODYS], at=AT) == Changes(added=3)
    return database


class TestProfiles:
    def test_who_may_see_it_gets_it(self, filled: Database) -> None:
        with filled.read(Scope(("lausanne",))) as connection:
            assert profiles.get(connection, "p-1") == OURS
        with filled.read(Scope(("lausanne", "renens"))) as connection:
            assert profiles.get(connection, "p-2") == THEIRS
        with filled.read(EVERYTHING) as connection:
            assert profiles.get(connection, "p-3") == NOBODYS
            assert profiles.list_ids(connection) == ["p-1", "p-2", "p-3"]
        with filled.read(Scope(("renens",))) as connection:
            assert profiles.list_ids(connection) == ["p-2"]
            assert list(profiles.all_visible(connection)) == [THEIRS]
        with filled.read(NOBODY) as connection:
            assert profiles.list_ids(connection) == []
            assert list(profiles.all_visible(connection)) == []

    def test_files_are_found_by_the_number_of_whom_they_are_about_within_the_scope(self, filled: Database) -> None:
        with filled.read(EVERYTHING) as connection:
            ours, theirs = (profiles.person(connection, each.id).number for each in (OURS, THEIRS))
        with filled.read(Scope(("lausanne",))) as connection:
            assert list(profiles.of_people(connection, [theirs, ours, "nobody"])) == [(ours, OURS)]

    @pytest.mark.parametrize("units", [("lausanne",), ()])
    @pytest.mark.parametrize("id_", ["p-2", "p-3", "p-unknown"])
    def test_a_foreign_file_is_an_unknown_one(self, filled: Database, id_: str, units: tuple[str, ...]) -> None:
        with filled.read(Scope(units)) as connection:
            for ask in (profiles.get, profiles.revision, profiles.person):
                with pytest.raises(NotFoundError) as caught:
                    ask(connection, id_)
                assert str(caught.value) == f"Aucun dossier {id_} ici ; vérifier l'identifiant et le compte."

    def test_a_change_raises_the_revision_and_the_same_again_does_not(self, filled: Database) -> None:
        changed = OURS.model_copy(update={"wishes": "Pas le soir"})
        with filled.begin(EVERYTHING) as connection:
            assert profiles.revision(connection, "p-1") == 1
            written = profiles.upsert(connection, [changed, THEIRS], at=LATER)
            assert written == Changes(changed=1, unchanged=1)
            assert profiles.upsert(connection, [changed], at=LATER) == Changes(unchanged=1)
            assert profiles.revision(connection, "p-1") == 2
            assert profiles.revision(connection, "p-2") == 1
            assert profiles.get(connection, "p-1") == changed

    def test_a_file_moves_between_ones_own_units_only(self, filled: Database) -> None:
        moved = OURS.model_copy(update={"unit": "renens"})
        with filled.begin(Scope(("lausanne", "renens"))) as connection:
            profiles.upsert(connection, [moved], at=LATER)
        with filled.read(Scope(("renens",))) as connection:
            assert profiles.list_ids(connection) == ["p-1", "p-2"]
            assert profiles.revision(connection, "p-1") == 2

    @pytest.mark.parametrize(
        "item", [THEIRS, OURS.model_copy(update={"unit": "renens"}), NOBODYS, Profile(id="p-9", unit="renens")]
    )
    def test_nothing_is_written_into_another_unit(self, filled: Database, item: Profile) -> None:
        with (
            pytest.raises(ConflictError, match=f"Le dossier {item.id} ne peut pas être enregistré"),
            filled.begin(Scope(("lausanne",))) as connection,
        ):
            profiles.upsert(connection, [item], at=LATER)
        with filled.read(EVERYTHING) as connection:
            assert list(profiles.all_visible(connection)) == [OURS, THEIRS, NOBODYS]

    def test_two_units_may_use_one_id_and_neither_learns_of_the_other(self, filled: Database) -> None:
        ours_too = Profile(id="p-2", unit="lausanne", wishes="Autre personne")
        with filled.begin(Scope(("lausanne",))) as connection:
            assert profiles.upsert(connection, [ours_too], at=LATER) == Changes(added=1)
            assert profiles.get(connection, "p-2") == ours_too
        with filled.read(Scope(("renens",))) as connection:
            assert profiles.get(connection, "p-2") == THEIRS
            assert profiles.revision(connection, "p-2") == 1
        with (
            filled.read(Scope(("lausanne", "renens"))) as connection,
            pytest.raises(ConflictError, match="Plusieurs de vos unités"),
        ):
            profiles.get(connection, "p-2")

    def test_of_files_without_unit_an_id_is_one_person(self, filled: Database) -> None:
        number = "f" * 32
        with filled.begin(EVERYTHING) as connection:
            row = connection.execute(select(profile_table).where(profile_table.c.unit.is_(None))).mappings().one()
            connection.execute(person_keys.insert().values(person=number, key="k"))
        second = profile_table.insert().values(dict(row) | {"person": number})
        with pytest.raises(ConflictError if is_postgresql(filled) else IntegrityError), filled.begin(EVERYTHING) as one:
            one.execute(second)

    def test_the_same_id_twice_is_refused(self, filled: Database) -> None:
        with pytest.raises(InvalidInputError, match="figure deux fois"), filled.begin(EVERYTHING) as connection:
            profiles.upsert(connection, [OURS, OURS], at=LATER)

    def test_a_file_that_cannot_be_read_is_said(self, filled: Database) -> None:
        with filled.begin(EVERYTHING) as connection:
            connection.execute(update(profile_table).values(payload="{}"))
        with pytest.raises(DamagedError), filled.read(EVERYTHING) as connection:
            profiles.get(connection, "p-1")


class TestAccounts:
    COUNSELLOR = Viewer(
        account="demo",
        role=Role.COUNSELLOR,
        units=("lausanne",),
        mandates=(Mandate(kind=next(iter(MandateKind)), valid_from=AT),),
    )

    @pytest.mark.parametrize("viewer", [COUNSELLOR, LOCAL_VIEWER], ids=["units", "all units"])
    def test_what_was_stored_comes_back(self, database: Database, viewer: Viewer) -> None:
        with database.begin(EVERYTHING) as connection:
            accounts.put(connection, viewer, at=AT)
        with database.read(EVERYTHING) as connection:
            assert accounts.get(connection, viewer.account) == viewer

    def test_storing_again_replaces(self, database: Database) -> None:
        fewer = self.COUNSELLOR.model_copy(update={"mandates": ()})
        with database.begin(EVERYTHING) as connection:
            for viewer in (self.COUNSELLOR, LOCAL_VIEWER, fewer):
                accounts.put(connection, viewer, at=AT)
            assert accounts.all_viewers(connection) == [fewer, LOCAL_VIEWER]

    def test_an_unknown_account(self, database: Database) -> None:
        with pytest.raises(NotFoundError, match="Aucun compte nobody"), database.read(EVERYTHING) as connection:
            accounts.get(connection, "nobody")

    def test_an_account_that_cannot_be_read_is_said(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            accounts.put(connection, LOCAL_VIEWER, at=AT)
            connection.execute(text("UPDATE accounts SET payload = 'x'"))
        with pytest.raises(DamagedError), database.read(EVERYTHING) as connection:
            accounts.get(connection, "local")


class TestImports:
    def test_a_run_is_written_down(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            runs = [
                imports.record(
                    connection,
                    source="own",
                    file_name="offres.csv",
                    file_digest="0" * 64,
                    at=AT + timedelta(hours=hours),
                    accepted=5,
                    warned=1,
                    rejected=2,
                    changes=Changes(added=1, changed=2, unchanged=2, withdrawn=7),
                )
                for hours in range(3)
            ]
        with database.read(EVERYTHING) as connection:
            assert imports.get(connection, runs[0].id) == runs[0]
            assert imports.latest(connection, limit=2) == [runs[2], runs[1]]
            assert (runs[0].at, runs[0].warned, runs[0].withdrawn) == (AT, 1, 7)
            with pytest.raises(NotFoundError, match="Aucun import i-0"):
                imports.get(connection, "i-0")


class TestMarks:
    def test_an_empty_store_becomes_either_and_stays_so(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            assert marks.kind(connection) is None
            marks.set_demo(connection, at=AT)
            marks.set_demo(connection, at=LATER)
            assert marks.kind(connection) == "demo"
            with pytest.raises(ConflictError, match="contient la démonstration"):
                marks.set_site(connection, at=LATER)
            assert marks.kind(connection) == "demo"

    def test_a_demo_is_filled_after_it_is_marked(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            marks.set_demo(connection, at=AT)
            profiles.upsert(connection, [OURS], at=AT)
            marks.set_demo(connection, at=LATER)

    def test_a_site_is_no_demo(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            marks.set_site(connection, at=AT)
            marks.set_site(connection, at=LATER)
            with pytest.raises(ConflictError, match="prendre un dossier de données vide"):
                marks.set_demo(connection, at=LATER)
            assert marks.kind(connection) == "site"

    def test_a_store_with_data_is_no_demo(self, database: Database) -> None:
        with database.begin(EVERYTHING) as connection:
            opportunities.upsert(connection, [Vacancy(id="own:1", title="Vendeuse")], source="own", at=AT)
            with pytest.raises(ConflictError, match="prendre un dossier de données vide"):
                marks.set_demo(connection, at=AT)
        with database.begin(EVERYTHING) as connection:
            marks.set_site(connection, at=AT)
