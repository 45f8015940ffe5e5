"""The tables of `gaps` as sheets: nested counts are columns, what is hidden says so, what is unknown stays empty."""

from datetime import UTC, datetime

import pytest

from matching.cli.gaps import refuse_not_looked_for
from matching.domain.gap import GapCounts, GapCriterion, GapLine, GapOffer, Gaps
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.gaps import GapDimension
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.situation import Country, Language
from matching.errors import InvalidInputError
from matching.use_cases.gaps.sheets import GapTable, gap_sheet
from matching.use_cases.steering.sheet import HIDDEN

OFFER = GapOffer(
    need=Barrier.MOBILITY,
    country=Country.CH,
    region="VD",
    municipality="Yverdon-les-Bains",
    type=MeasureType.OBSTACLE_REMOVAL,
    language=Language.FR,
    payer=Payer.AS_CANTON,
    size=12,
    sentence="Mobilité, Yverdon-les-Bains : 12 personnes de plus.",
)
FOUND = Gaps(
    at=datetime(2026, 11, 21, 8, tzinfo=UTC),
    language="fr",
    by=(GapDimension.NEED, GapDimension.DISTRICT),
    files=60,
    total=GapCounts(all=50, no_offer=12),
    lines=(GapLine(need="mobility", district="VD/Lausanne", counts=GapCounts(all=0, no_offer=None)),),
    criteria=(
        GapCriterion(rule="max_age", people=14, pairs=20, step=True, reaches=9, sentence="9"),
        GapCriterion(rule="travel", people=14, pairs=20, step=True, sentence="moins de cinq"),
        GapCriterion(rule="ch.laci.59d", people=14, pairs=20, step=False, sentence="une loi"),
    ),
    offers=(OFFER,),
)


def test_a_line_is_flat_the_total_first_and_an_empty_cell_of_people_is_none() -> None:
    sheet = gap_sheet(FOUND, GapTable.LINES)
    assert sheet.columns == ("need", "district", *GapCounts.model_fields)
    total, line = sheet.rows
    assert (total["need"], total["district"], total["all"], total["no_offer"]) == (None, None, 50, 12)
    assert (line["need"], line["district"], line["all"], line["no_offer"]) == ("mobility", "VD/Lausanne", 0, HIDDEN)
    assert set(total) == set(line) == set(sheet.columns)


def test_what_a_step_does_is_hidden_and_what_has_no_step_is_not() -> None:
    assert [row["reaches"] for row in gap_sheet(FOUND, GapTable.CRITERIA).rows] == [9, HIDDEN, None]


def test_an_offer_without_a_level_hides_nothing() -> None:
    (row,) = gap_sheet(FOUND, GapTable.OFFERS).rows
    assert (row["size"], row["level"], row["need"]) == (12, None, "mobility")
    assert gap_sheet(FOUND, GapTable.QUESTIONS).rows == ()


@pytest.mark.parametrize("table", list(GapTable))
def test_what_was_not_looked_for_is_no_empty_table(table: GapTable) -> None:
    refuse_not_looked_for(table, ["offers", "criteria"])
    if table in {GapTable.OFFERS, GapTable.CRITERIA}:
        with pytest.raises(InvalidInputError, match=f"--{table} 0"):
            refuse_not_looked_for(table, [])
    else:
        refuse_not_looked_for(table, [])
