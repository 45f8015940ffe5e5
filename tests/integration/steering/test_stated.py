"""What is stated and promised: kept by version, on both engines, compared later, and by those who may."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import MANAGER, SOCIAL

from matching.domain.steering import GapRemedy, PlaceStatement
from matching.errors import ConflictError, ForbiddenError, IdempotencyKeyReusedError, InvalidInputError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import place_targets
from matching.use_cases.steering.remedies import compared, next_quarter

NEUCHATEL: dict[str, Any] = {
    "territory": "CH-NE",
    "programme": "programmes spécifiques d'emploi temporaire",
    "authority": "Collaboration interinstitutionnelle (CII), canton de Neuchâtel",
    "reference": "Bilan CII 2009-2013",
}
SERIES = (("observed", 2011, 142, 14, 48), ("observed", 2012, 91, 22, 86), ("target", 2014, 0, 58, 136))
PROMISED: dict[str, Any] = {
    "need": "communication_language",
    "territory": "CH-NE",
    "what": "Cours A2, 12 places",
    "people_expected": 12,
    "by": "2027-03-31",
    "promised_by": "Service de l'emploi (exemple)",
    "people_before": 31,
}


def statement(
    kind: str, year: int, occupation: int | None, socio: int | None, professional: int | None
) -> PlaceStatement:
    counts = {"occupation": occupation, "socioprofessional": socio, "professional": professional}
    return PlaceStatement.model_validate(NEUCHATEL | {"kind": kind, "on": f"{year}-12-31"} | counts)


def test_neuchatel_is_read_as_it_was_stated(office: Office) -> None:
    for row in SERIES:
        office.service.state_places(statement(*row), viewer=MANAGER, at=office.at)
    then, now = (
        office.service.places_over_time(viewer=MANAGER, at=at)
        for at in (datetime(2013, 3, 1, 9, tzinfo=UTC), office.at)
    )
    totals = [(row.on.year, row.places) for row in then.rows if row.category is None]
    assert totals == [(2011, 204), (2012, 199), (2014, 194)]
    targets = {row.category: row for row in then.rows if row.kind == "target"}
    assert {category: (row.distance, row.standing) for category, row in targets.items()} == {
        "occupation": (-91, "on_pace"),
        "socioprofessional": (36, "behind"),
        "professional": (50, "on_pace"),
        None: (-5, "on_pace"),
    }
    assert targets["professional"].needed_per_year == pytest.approx(25, abs=0.05)
    assert {row.standing for row in now.rows if row.kind == "target"} == {"past"}
    assert [(row.category, row.offers) for row in now.catalogue] == [(None, 1)]


def test_said_again_for_the_same_day_it_is_a_new_version_and_the_old_one_stays(office: Office) -> None:
    told: dict[str, Any] = {"viewer": MANAGER, "at": office.at}
    for professional in (48, 49, 49):
        office.service.state_places(statement("observed", 2011, 142, 14, professional), **told)
    found = office.service.places_over_time(**told)
    assert [row.places for row in found.rows if row.category == "professional"] == [49]
    ledger = Ledger(place_targets, PlaceStatement)
    with office.service.workplace.database.read(NOBODY) as connection:
        (entry,) = ledger.current(connection)
        assert [version.word.professional for version in ledger.history(connection, entry.id)] == [48, 49]


def test_an_unknown_category_leaves_the_total_unknown(office: Office) -> None:
    office.service.state_places(statement("observed", 2011, 142, None, 48), viewer=MANAGER, at=office.at)
    found = office.service.places_over_time(viewer=MANAGER, at=office.at)
    assert {row.category: row.places for row in found.rows} == {
        "occupation": 142,
        "socioprofessional": None,
        "professional": 48,
        None: None,
    }


def test_what_cannot_be_stated_is_refused_and_nothing_is_kept(office: Office) -> None:
    told: dict[str, Any] = {"viewer": MANAGER, "at": office.at}
    with pytest.raises(InvalidInputError, match="Aucune catégorie"):
        office.service.state_places(statement("observed", 2011, None, None, None), **told)
    with pytest.raises(InvalidInputError, match="à venir"):
        office.service.state_places(statement("observed", 2099, 1, 1, 1), **told)
    with pytest.raises(InvalidInputError, match="est passé"):
        office.service.enter_remedy(GapRemedy.model_validate(PROMISED | {"by": "2020-01-01"}), **told)
    for territory in ("CH-ZZ", "FR-96", "CH-6458"):
        nowhere = {"territory": territory}
        with pytest.raises(InvalidInputError, match=f"ni canton ni département « {territory} »"):
            office.service.state_places(statement(*SERIES[0]).model_copy(update=nowhere), **told)
        with pytest.raises(InvalidInputError, match=f"ni canton ni département « {territory} »"):
            office.service.enter_remedy(GapRemedy.model_validate(PROMISED | nowhere), **told)
    for year in (1800, 9999):
        with pytest.raises(InvalidInputError, match=r"entre le 01\.01\.1950 et le 31\.12\.2046 ;"):
            office.service.state_places(statement("target", year, 1, 1, 1), **told)
    with pytest.raises(InvalidInputError, match=r"31\.12\.2046"):
        office.service.enter_remedy(GapRemedy.model_validate(PROMISED | {"by": "9999-01-01"}), **told)
    with pytest.raises(ForbiddenError):
        office.service.state_places(statement(*SERIES[0]), viewer=SOCIAL, at=office.at)
    with pytest.raises(ForbiddenError):
        office.service.enter_remedy(GapRemedy.model_validate(PROMISED), viewer=SOCIAL, at=office.at)
    assert office.service.places_over_time(**told).rows == ()
    assert office.service.compare_remedies(**told).rows == ()


def test_a_remedy_is_compared_from_the_next_quarter_on(office: Office) -> None:
    entry = office.service.enter_remedy(GapRemedy.model_validate(PROMISED), viewer=MANAGER, at=office.at)
    asked: list[GapRemedy] = []

    def recount(remedy: GapRemedy) -> int:
        asked.append(remedy)
        return 18

    (now,) = office.service.compare_remedies(recount, viewer=MANAGER, at=office.at).rows
    assert (now.state, now.people_now, asked) == ("too_soon", None, [])
    (later,) = office.service.compare_remedies(recount, viewer=MANAGER, at=office.at + timedelta(days=60)).rows
    assert (later.remedy, later.state, later.people_now, later.fewer) == (entry.id, "kept", 18, 13)
    assert asked == [entry.word]


def test_a_remedy_sent_twice_is_entered_once(office: Office) -> None:
    told: dict[str, Any] = {"viewer": MANAGER, "at": office.at, "once": IdempotencyKey.of("key", PROMISED)}
    entries = [office.service.enter_remedy(GapRemedy.model_validate(PROMISED), **told) for _ in range(2)]
    assert entries[0] == entries[1]
    other = told | {"once": IdempotencyKey.of("key", PROMISED | {"what": "Autre chose"})}
    with pytest.raises(IdempotencyKeyReusedError):
        office.service.enter_remedy(GapRemedy.model_validate(PROMISED), **other)
    assert len(office.service.compare_remedies(viewer=MANAGER, at=office.at).rows) == 1


def test_a_remedy_that_stands_already_is_refused_and_another_one_is_not(office: Office) -> None:
    told: dict[str, Any] = {"viewer": MANAGER, "at": office.at}
    office.service.enter_remedy(GapRemedy.model_validate(PROMISED), **told)
    for again in (PROMISED, PROMISED | {"people_before": 40}):
        with pytest.raises(ConflictError, match=r"déjà noté, le \d\d\.\d\d\.\d{4}"):
            office.service.enter_remedy(GapRemedy.model_validate(again), **told)
    for other in ({"by": "2027-06-30"}, {"language": "fr"}, {"territory": "CH-VD"}):
        office.service.enter_remedy(GapRemedy.model_validate(PROMISED | other), **told)
    assert len(office.service.compare_remedies(**told).rows) == 4


def test_a_gap_that_is_closed_reads_nobody_and_kept(office: Office) -> None:
    office.service.enter_remedy(GapRemedy.model_validate(PROMISED), viewer=MANAGER, at=office.at)
    later: dict[str, Any] = {"viewer": MANAGER, "at": office.at + timedelta(days=60)}
    (closed,) = office.service.compare_remedies(lambda _: 0, **later).rows
    assert (closed.people_now, closed.fewer, closed.state) == (0, 31, "kept")
    (few,) = office.service.compare_remedies(lambda _: 3, **later).rows
    assert (few.people_now, few.fewer, few.state) == (None, None, "kept")


@pytest.mark.parametrize("territory", ["CH", "CH-NE-6458"])
def test_a_remedy_for_what_the_table_does_not_tell_of_is_held_against_nothing(office: Office, territory: str) -> None:
    remedy = GapRemedy.model_validate(PROMISED | {"territory": territory, "people_before": None})
    office.service.enter_remedy(remedy, viewer=MANAGER, at=office.at)
    (row,) = office.service.compare_remedies(viewer=MANAGER, at=office.at + timedelta(days=60)).rows
    assert (row.people_before, row.people_now, row.state) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        (31, 19, "kept"),
        (31, 20, "partly"),
        (31, 31, "not_kept"),
        (31, 40, "not_kept"),
        (None, 20, "unknown"),
        (31, None, "unknown"),
        (31, 4, "kept"),
        (34, 0, "kept"),
        (11, 0, "partly"),
        (16, 1, "kept"),
        (15, 1, "unknown"),
        (None, 0, "unknown"),
    ],
)
def test_how_a_gap_stands_to_what_was_promised(before: int | None, now: int | None, state: str) -> None:
    assert compared(before, now, 12) == state


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_the_next_quarter_begins_within_92_days_on_a_first(day: date) -> None:
    begins = next_quarter(day)
    assert begins.day == 1
    assert begins.month in {1, 4, 7, 10}
    assert 1 <= (begins - day).days <= 92
