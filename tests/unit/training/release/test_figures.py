"""What the service shows of a version is what its card tells: not a digit more, and nothing of a group of few."""

from typing import Any

import pytest

pytest.importorskip("fairlearn", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from dataclasses import replace

import numpy as np
from pydantic import ValidationError
from tests.unit.training.evaluate.conftest import draw_protected
from tests.unit.training.release.test_card_attacked import figure, log_of, tables_in, trained_on

from matching.ranking.figures import Figures, Row
from matching_training.evaluate.fairness.groups import Protected
from matching_training.release.card import card
from matching_training.release.figures import figures_of
from matching_training.release.trained import JUDGED, RATES, STILL_SHOWN, USE, USE_IN_ALL, Trained

FEW = "GE"
"""A canton of three people."""


def of_few(people: int = 120) -> Protected:
    table = draw_protected(people).table.copy()
    table.loc[[3, 40, 77], "canton"] = FEW
    return Protected(table)


@pytest.fixture(scope="module")
def trained() -> Trained:
    return trained_on(log_of(117, 3), 3, of_few(117))


def rows_of(figures: Figures) -> list[tuple[str, Row]]:
    in_all = [(USE_IN_ALL, row) for row in figures.use if not row.unit]
    by_unit = [(USE, row) for row in figures.use if row.unit]
    others = ((STILL_SHOWN, figures.still_shown), (JUDGED, figures.slices), (RATES, figures.rates))
    return [*in_all, *by_unit, *((heading, row) for heading, rows in others for row in rows)]


def test_every_row_stands_on_the_card_with_the_same_digits(trained: Trained) -> None:
    on_the_card = tables_in(card(trained))
    found = rows_of(figures_of(trained))
    assert {heading for heading, _ in found} == {STILL_SHOWN, JUDGED, RATES, USE, USE_IN_ALL}
    for heading, table in on_the_card.items():
        ours = [row for of, row in found if of == heading]
        if not ours:
            continue
        assert len(ours) == len(table)
        for row, (_, told) in zip(ours, table.iterrows(), strict=True):
            assert [
                name for name in told.index if name in type(row).model_fields and not _is_told(row, name, told)
            ] == []


def _is_told(row: Row, name: str, told: Any) -> bool:
    value, cell = getattr(row, name), told[name]
    if isinstance(value, bool | str):
        return str(value) == str(cell)
    return bool(value == figure(cell))


def test_nothing_is_told_of_a_group_of_few(trained: Trained) -> None:
    assert (of_few(117).table["canton"] == FEW).sum() == 3
    assert FEW not in card(trained)
    assert FEW not in figures_of(trained).model_dump_json()
    levels = [row.level for row in figures_of(trained).rates if row.attribute == "canton"]
    assert set(levels) < {"VD", "NE", "LU"}, "one more is left out, or three people would follow by subtraction"


def test_what_the_card_would_round_is_refused_where_it_is_exact(trained: Trained) -> None:
    rates = trained.tables[RATES]
    exact = replace(trained, tables={**trained.tables, RATES: rates.assign(people=rates["people"] + 1)})
    with pytest.raises(ValidationError):
        figures_of(exact)


def test_figures_that_are_no_number_are_absent(trained: Trained) -> None:
    odd = replace(trained, metrics={"reordered.effective": 40, "reordered.points": np.nan, "x.auc_learned": 0.712345})
    figures = figures_of(odd)
    assert [(each.by, each.points, each.effective) for each in figures.worth] == [("accepted", None, 40)]
    assert [(each.part, each.learned) for each in figures.foretelling] == [("x", 0.7123)]


def test_a_log_of_few_people_gives_no_row() -> None:
    assert rows_of(figures_of(trained_on(log_of(4, 7), 0))) == []
