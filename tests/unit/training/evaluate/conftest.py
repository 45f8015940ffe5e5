"""A small log, drawn: people with groups, lists of six, decisions, beginnings and a few outcomes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:  # what needs the extra [train] is imported by whoever draws
    from matching_training.evaluate.fairness.groups import Protected
    from matching_training.log.tables import Log

    MakeLog = Callable[..., Log]

KINDS = np.array(["vacancy", "measure", "placement"])
RANKS = 6


def draw_log(
    people: int = 300,
    *,
    seed: int = 0,
    start: str = "2026-01-05",
    days: int = 200,
    lists: int = 1,
    accept: float = 0.35,
    shift: float = 0.0,
    counsellors: int = 12,
) -> "Log":
    """`lists` lists per person over `days` days; `shift` moves the feature that decisions follow."""
    import pandas as pd

    from matching_training.log.tables import Log

    chance = np.random.default_rng(seed)
    n = people * lists
    slate = np.repeat(np.arange(n), RANKS)
    person = np.repeat(np.tile(np.arange(people), lists), RANKS)
    rows = n * RANKS
    at = pd.Timestamp(start, tz="UTC") + pd.to_timedelta(np.repeat(chance.integers(0, days, n), RANKS), unit="D")
    counsellor = person % counsellors
    likeness = np.where(chance.random(rows) < 0.1, np.nan, chance.normal(shift, 1, rows))
    verb = np.array([None] * rows, dtype=object)
    decided = np.repeat(chance.random(n) < 0.8, RANKS)
    wish = 1 / (1 + np.exp(-(np.log(accept / (1 - accept)) + np.nan_to_num(likeness) - shift)))
    verb[decided] = np.where(chance.random(rows) < wish, "accept", "reject")[decided]
    verb[decided & (chance.random(rows) < 0.1)] = "defer"
    accepted = verb == "accept"
    came = np.where(accepted & (chance.random(rows) < 0.8), (chance.random(rows) < 0.7).astype(float), np.nan)
    decided_at = pd.Series(at + pd.Timedelta(days=5)).where(decided)
    began_on = pd.Series(at.tz_convert(None) + pd.Timedelta(days=20)).where(came == 1)
    shown = pd.DataFrame(
        {
            "slate": np.char.add("s", slate.astype(str)),
            "person": person,
            "counsellor": counsellor,
            "unit": np.where(counsellor < counsellors // 2, "VD-1", "NE-1"),
            "at": at,
            "option": np.char.add("o", chance.integers(0, 200, rows).astype(str)),
            "provider": chance.integers(1, 9, rows),
            "kind": KINDS[chance.integers(0, 3, rows)],
            "rank": np.tile(np.arange(1, RANKS + 1), n),
            "next_step": False,
            "propensity": 1.0,
            "draw": np.nan,
            "drawn_among": np.nan,
            "score": np.nan_to_num(likeness) * 3 + 10,
            "open_questions": 0,
            "price": 0.0,
            "own_chance": np.repeat(np.tile(chance.uniform(0.1, 0.6, people), lists), RANKS),
            "model": "baseline",
            "verb": verb,
            "decided_at": decided_at,
            "reasons": np.where(verb == "reject", "too_far", ""),
            "answer": None,
            "answer_reasons": "",
            "payer": None,
            "provider_state": None,
            "status": "shown",
            "came": came,
            "began_on": began_on,
            "ended_on": pd.NaT,
            "feature.project_likeness": likeness,
            "feature.paid": chance.integers(0, 2, rows).astype(float),
            "chance.education": np.repeat(np.tile(chance.integers(0, 5, people), lists), RANKS).astype(float),
        }
    ).drop_duplicates(["slate", "option"], ignore_index=True)
    begun = shown[shown["came"] == 1]
    outcomes = begun[["slate", "option"]].assign(
        fact="take_up", months=np.nan, holds=1.0, stated_at=begun["at"] + pd.Timedelta(days=21)
    )
    feedback = pd.DataFrame(
        {"slate": [], "option": [], "feature": [], "verdict": [], "at": pd.Series([], dtype="datetime64[us, UTC]")}
    )
    return Log(shown=shown, outcomes=outcomes, feedback=feedback, until=pd.Timestamp("2026-12-01", tz="UTC"))


def draw_protected(people: int = 300, seed: int = 1) -> "Protected":
    """Groups drawn independently of everything else."""
    import pandas as pd

    from matching_training.evaluate.fairness.groups import Protected

    chance = np.random.default_rng(seed)
    return Protected(
        pd.DataFrame(
            {
                "sex": chance.choice(["f", "m"], people),
                "age_band": chance.choice(["15-24", "25-39", "40-54", "55+"], people),
                "permit_group": chance.choice(["national", "settled", "residence", "asylum"], people),
                "canton": chance.choice(["VD", "NE", "LU"], people),
            }
        )
    )


@pytest.fixture(scope="session")
def make_log() -> "MakeLog":
    """The builder."""
    return draw_log


@pytest.fixture(scope="session")
def make_protected() -> "Callable[..., Protected]":
    """The builder of the protected table beside it."""
    return draw_protected
