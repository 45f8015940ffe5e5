"""No small count follows from the cards of rankers: not from totals, from shares, nor from two cards side by side."""

import re
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import product
from typing import Any

import pytest

pytest.importorskip("fairlearn", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

import numpy as np
import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.attacks import Attacker, Sum
from tests.unit.training.evaluate.conftest import draw_log, draw_protected

from matching.domain.vocabulary.process import Evidence
from matching_training.evaluate.fairness.groups import Protected
from matching_training.evaluate.fairness.of_appraisal import fairness_of
from matching_training.evaluate.monitoring.use import STATES
from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.evaluate.order.reordering import Reordered
from matching_training.evaluate.order.still_shown import still_shown
from matching_training.fit.contested import Contested
from matching_training.fit.labels import Windows, label
from matching_training.log.tables import Log
from matching_training.release.card import card
from matching_training.release.given import Given
from matching_training.release.trained import Gate, Trained
from matching_training.release.training import _source, _tables

OFF = 2
"""How far a count may be from the one that a card tells: to the nearest five."""
ATTRIBUTES = ("sex", "age_band", "permit_group", "canton")
COUNTED: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Still worth showing, of what was accepted", ("accepted",), ("challenger", "champion")),
    ("Fairness: what was judged", ("rows", "people"), ("other",)),
    ("Acceptance by group", ("decided", "people"), ("accepted",)),
    ("Use by unit", ("opened", *STATES), ()),
    ("Use in all", ("opened", *STATES), ()),
)
"""By heading, the columns that count, and those that are shares of the first of them."""
Tables = dict[str, pd.DataFrame]


def nothing_said(n: int) -> Reordered:
    return Reordered(None, None, n, 0.0, "La valeur ne se dit pas.")


def appraised(log: Log, seed: int) -> Appraisal:
    """What some model, here chance, says of a log."""
    chance, n = np.random.default_rng(seed), len(log.shown)
    unknown = np.full(n, np.nan)
    return Appraisal(
        challenger=chance.normal(size=n),
        champion=chance.normal(size=n),
        scales=(np.ones(n), 1.0),
        gain=np.ones(n),
        accepting=chance.uniform(0.01, 0.1, n),  # so far off that the gate says whom it wrongs
        succeeding=chance.uniform(0.1, 0.9, n),
        effects=unknown,
        estimated=unknown,
        labelled=label(log, Windows(horizon_months=3)),
        reordered=nothing_said(n),
        by_outcomes=nothing_said(n),
    )


def card_of(log: Log, seed: int) -> str:
    """The card of a ranker trained on a log, all but what it learned."""
    return card(trained_on(log, seed))


def trained_on(log: Log, seed: int, protected: Protected | None = None) -> Trained:
    """What a training on a log has to tell, all but what it learned."""
    appraisal = appraised(log, seed)
    judged = fairness_of(log, appraisal, protected or draw_protected(200), 0)
    contested = Contested("distance", 12, 3, 1, doubt=0.1, keeps=0.9, for_the_gate=False)
    return Trained(
        version="r-1",
        base="baseline-2",
        source=_source(Given(log, "d" * 16, Evidence.LOCAL, "e-1", None)),
        parameters={},
        metrics={},
        gate=Gate(()),
        contested=(contested,),
        tables=_tables(judged, log, still_shown(appraisal, 0.0)),
    )


def log_of(people: int, seed: int, *, without: Collection[int] = ()) -> Log:
    """A house whose rejections teach; some people may have been erased since."""
    log = draw_log(people, seed=seed, lists=2, days=80, counsellors=8)
    log.shown["reasons"] = log.shown["reasons"].replace("too_far", "not_interested")
    return log.where(~log.shown["person"].isin(list(without)).to_numpy())


def tables_in(text: str) -> Tables:
    """The tables of a card by their heading; a heading with two has the last."""
    found: Tables = {}
    heading, lines = "", []
    for line in [*text.splitlines(), ""]:
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        if line.startswith("|"):
            lines.append([cell.strip() for cell in line.strip("|").split("|")])
        elif lines:
            columns, _, *rows = lines
            found.setdefault(heading, pd.DataFrame(rows, columns=columns))
            lines = []
    return found


def figure(cell: str) -> float | None:
    return None if cell == "–" else float(cell)


cards = st.tuples(st.integers(10, 120), st.integers(0, 10_000))


@settings(max_examples=5, deadline=None)
@given(drawn=cards)
@example(drawn=(117, 3))
def test_every_count_on_a_card_is_to_the_nearest_five_and_every_share_is_of_such(drawn: tuple[int, int]) -> None:
    text = card_of(log_of(*drawn), drawn[1])
    found = tables_in(text)
    told = [float(cell) for cell in found["Data"]["figure"].iloc[2:]]
    for heading, whole, shares in COUNTED:
        for _, row in found.get(heading, pd.DataFrame()).iterrows():
            told += [n for name in whole if (n := figure(row[name])) is not None]
            told += [_counted(float(row[name]), float(row[whole[0]])) for name in shares]
    told += [float(n) for against in found["Contested explanations"]["figure"] for n in against.split(" of ")]
    said = re.findall(r"(\d+) (?:personnes|propositions|listes|lignes|décisions|suites|avis)", text)
    assert not [n for n in [*told, *map(float, said)] if n % 5]


def _counted(share: float, n: float) -> float:
    """How many a share of three digits is of so many, where that is nearly a multiple of five the multiple."""
    nearest = 5.0 * round(share * n / 5)
    return nearest if abs(share * n - nearest) <= 0.001 * n else share * n


@settings(max_examples=3, deadline=None)
@given(drawn=cards, erased=st.sets(st.integers(0, 9), max_size=2))
@example(drawn=(58, 3), erased={1})
def test_no_small_count_follows_from_two_cards(drawn: tuple[int, int], erased: set[int]) -> None:
    """Of a house before and after somebody was erased."""
    both = [tables_in(card_of(log_of(*drawn, without=gone), drawn[1])) for gone in ((), erased)]
    attacker = Attacker()
    wanted: list[Sum] = []
    for number, found in enumerate(both):
        wanted += _learn_totals(attacker, number, found)
        wanted += _learn_use(attacker, number, found.get("Use by unit", pd.DataFrame()))
        _learn_all_use(attacker, number, found.get("Use in all", pd.DataFrame()), wanted)
        wanted += _learn_acceptance(attacker, number, found.get("Acceptance by group", pd.DataFrame()))
    between: list[Sum] = [
        {(0, *name): 1.0, (1, *name): -1.0} for each in wanted for number, *name in _names(each) if number == 0
    ]
    assert attacker.works_out([*wanted, *between]) == []


def _names(told: Sum) -> list[tuple[Any, ...]]:
    return [name for name in told if isinstance(name, tuple)]


def _reads(attacker: Attacker, told: Sum, n: float) -> None:
    """A figure to the nearest five may be off; any other must be what it says."""
    off = OFF if n % 5 == 0 else 0.5
    attacker.knows(told, n - off, n + off)


def _learn_totals(attacker: Attacker, number: int, found: Tables) -> Iterator[Sum]:
    for name, cell in found["Data"].iloc[2:].itertuples(index=False):
        _reads(attacker, {(number, name): 1}, float(cell))
        yield {(number, name): 1}


def _learn_use(attacker: Attacker, number: int, table: pd.DataFrame) -> Iterator[Sum]:
    """Lists by unit, month and state; that all states together were opened."""
    for _, row in table.iterrows():
        cells = {state: (number, row["unit"], row["month"], state) for state in STATES}
        for state, name in cells.items():
            if (n := figure(row[state])) == 0:
                attacker.knows({name: 1}, 0)  # that nobody did is told as it is
            elif n is not None:
                _reads(attacker, {name: 1}, n)
            yield {name: 1}
        _reads(attacker, dict.fromkeys(cells.values(), 1), float(row["opened"]))


def _learn_all_use(attacker: Attacker, number: int, table: pd.DataFrame, cells: Sequence[Sum]) -> None:
    """That lists of all are at least those told of units and months: which months there are else nobody tells."""
    for _, row in table.iterrows():
        for state in STATES:
            n = figure(row[state])
            told: Sum = {
                name: 1.0 for each in cells for name in _names(each) if name[0] == number and name[-1] == state
            }
            if n is not None and told:
                attacker.knows(told, 0, n + OFF)


def _learn_acceptance(attacker: Attacker, number: int, table: pd.DataFrame) -> Iterator[Sum]:
    """What was accepted and declined by kind and level, also of those left out: each attribute parts the same rows."""
    levels = {"sex": "fm", "age_band": ["15-24", "25-39", "40-54", "55+"], "canton": ["VD", "NE", "LU"]}
    levels["permit_group"] = ["national", "settled", "residence", "asylum"]
    for kind in ("vacancy", "measure", "placement"):
        for attribute, side in product(ATTRIBUTES, ("accepted", "declined")):
            parts: dict[Hashable, float] = {(number, attribute, kind, level, side): 1.0 for level in levels[attribute]}
            attacker.knows({**parts, (number, kind, side): -1.0}, 0)
            yield from ({name: 1.0} for name in parts)
    for _, row in table.iterrows():
        accepted, declined = (
            (number, row["attribute"], row["kind"], row["level"], side) for side in ("accepted", "declined")
        )
        decided = float(row["decided"])
        _reads(attacker, {accepted: 1, declined: 1}, decided)
        _reads(attacker, {accepted: 1}, _counted(float(row["accepted"]), decided))


def test_a_card_of_few_people_names_no_figure_of_them() -> None:
    found = tables_in(card_of(log_of(4, 7), 0))
    assert set(found) == {"Data", "Method", "Figures", "Fairness: what was found", "Contested explanations"}
    assert found["Data"].set_index("what")["figure"].loc["people"] == "5"
