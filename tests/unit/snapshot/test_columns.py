"""The columns say what the options say, and survive being stored."""

from datetime import date

import numpy as np
import pytest

from matching.domain.criteria import Criteria, LanguageDemand
from matching.domain.opportunity import Capacity, Measure, Place, Placement, SessionPlaces, Timing, Vacancy
from matching.domain.vocabulary.catalogue import CapacityStatus, Payer, SiaeKind
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel, LicenceCategory
from matching.domain.vocabulary.standing import Status
from matching.snapshot.columns import (
    NO_DAY,
    NO_END,
    UNSTATED,
    CriteriaColumns,
    bits,
    compile_criteria,
    day_number,
    day_of,
    member,
    members,
    position,
    territory_name,
    territory_of,
)

VACANCY = Vacancy(id="own:1", title="Poste")
MEASURE = Measure(
    id="own:2",
    title="Cours",
    form=MeasureForm.ACTIVITY,
    type=MeasureType.LANGUAGE_COURSE,
    code=MeasureCode.CH_AS_LANGUAGE,
    payer=Payer.AS_CANTON,
    place=Place(country=Country.CH, region="VD", latitude=46.5, longitude=6.6),
    criteria=Criteria(
        min_age=18,
        languages=(
            LanguageDemand(language=Language.FR, level=LanguageLevel.A1),
            LanguageDemand(language=Language.FR, level=LanguageLevel.B1),
        ),
        residence=("CH-VD", "FR-07-07019"),
        statuses=(Status.RI, Status.LOW_EDUCATION),
        licences=(LicenceCategory.B,),
        prerequisite_measures=(MeasureCode.OTHER,),
    ),
    timing=Timing(starts_on=(date(2027, 3, 1), date(2027, 1, 11)), application_deadline_days=10),
    capacity=Capacity(status=CapacityStatus.WAITING_LIST, waiting_weeks=6),
    valid_to=date(2027, 6, 30),
)
BY_START = MEASURE.model_copy(
    update={
        "capacity": Capacity(
            sessions=(
                SessionPlaces(starts_on=date(2027, 3, 1), free_places=4),
                SessionPlaces(starts_on=date(2027, 8, 2), free_places=9),
            )
        )
    }
)
PLACEMENT = Placement(id="own:3", title="Atelier", payers=(Payer.AC, Payer.DI), siae_kind=SiaeKind.ACI)


@pytest.fixture
def columns() -> CriteriaColumns:
    return compile_criteria([VACANCY, MEASURE, PLACEMENT])


def test_places_by_start_are_there_with_the_last_start_without_and_without_what_is_no_start() -> None:
    columns = compile_criteria([VACANCY, BY_START])
    days = [day_number(date(2027, 3, 1)), day_number(date(2027, 1, 11))]
    assert columns.session_day.tolist() == [[NO_END, NO_END], days]
    assert columns.session_free[1].tolist() == [4, UNSTATED]
    rolling = BY_START.model_copy(update={"timing": Timing(rolling=True, starts_on=(date(2027, 3, 1),))})
    assert compile_criteria([rolling]).session_day.tolist() == [[NO_END]]


def test_what_is_stated_is_there(columns: CriteriaColumns) -> None:
    assert columns.min_age.tolist() == [UNSTATED, 18, UNSTATED]
    assert columns.code.tolist() == [UNSTATED, position(MeasureCode.CH_AS_LANGUAGE), position(MeasureCode.OTHER)]
    assert members(Status, columns.statuses[1]) == (Status.RI, Status.LOW_EDUCATION)
    assert members(MeasureCode, columns.prerequisites[1]) == (MeasureCode.OTHER,)
    assert members(Payer, columns.payers[2]) == (Payer.AC, Payer.DI)
    assert [territory_name(code) for code in columns.residence[1]] == ["CH-VD", "FR-07-07019"]
    assert territory_name(columns.region[1]) == "CH-VD"
    assert day_of(columns.last_start[1]) == date(2027, 3, 1)
    assert day_of(columns.valid_to[1]) == date(2027, 6, 30)
    assert member(CapacityStatus, columns.capacity[1]) is CapacityStatus.WAITING_LIST


def test_the_highest_level_asked_for_counts(columns: CriteriaColumns) -> None:
    assert columns.languages[1, position(Language.FR)] == position(LanguageLevel.B1)
    assert (columns.languages[0] == UNSTATED).all()


def test_what_is_not_stated_is_marked(columns: CriteriaColumns) -> None:
    assert columns.valid_to[0] == NO_DAY
    assert np.isnan(columns.latitude[0])
    assert columns.country[0] == UNSTATED
    assert columns.residence[0].tolist() == [0, 0]
    assert member(SiaeKind, columns.siae_kind[0]) is None


def test_columns_survive_being_stored(columns: CriteriaColumns) -> None:
    again = CriteriaColumns.from_arrays(columns.arrays())
    assert len(again) == 3
    row = again.take(np.array([1]))
    for name, array in row.arrays().items():
        assert array.shape[0] == 1, name
        assert not array.dtype.hasobject


def test_no_options_make_empty_columns() -> None:
    assert len(compile_criteria([])) == 0


@pytest.mark.parametrize("text", ["CH", "FR", "CH-VD", "FR-974", "CH-VD-5586", "FR-2A-2A004", "CH-5586", "FR-07-07019"])
def test_territories_are_coded_exactly(text: str) -> None:
    assert territory_name(territory_of(text)) == text


def test_every_list_fits_its_mask() -> None:
    assert bits(MeasureCode) < 2**64
    assert bits(Status) < 2**32


def test_days_count_from_1970() -> None:
    assert day_number(date(1970, 1, 2)) == 1
    assert day_of(day_number(date(1900, 2, 28))) == date(1900, 2, 28)
