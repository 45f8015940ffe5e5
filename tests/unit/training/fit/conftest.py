"""A small invented log with a known, additive truth: what is learned from it can be held against what is true."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("sklearn", reason="needs the extra [train]: make training")

import pandas as pd

from matching.ranking.features import FEATURES
from matching_training.log.tables import CHANCE, FEATURE, FEEDBACK, OUTCOMES, Log

Values = NDArray[np.float64]
UNTIL = pd.Timestamp("2030-01-01", tz="UTC")
EFFECTS = {1: -2.0, 3: 6.0, 6: 10.0}
"""True effect in points by position of the type of measure."""


@dataclass(frozen=True)
class World:
    """How a log is drawn; the truth is that of `accept_logit`, `chance`, `job_logit` and EFFECTS."""

    slates: int = 60
    options: int = 6
    people: int = 0
    by_score: float = 0.0  # how much the last ranker sorted by likeness
    position: float = 0.0  # what one place lower does to the logit of acceptance
    confounded: float = 0.0  # how much more those with good chances begin measures
    began: float = 0.5
    seed: int = 0


def sigma(x: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-x)))


def accept_logit(features: dict[str, Values]) -> Values:
    """The truth of acceptance where the rank is the first."""
    near = np.where(np.isnan(features["distance"]), 0.0, -0.02 * np.nan_to_num(features["distance"]))
    return 0.2 + near + 2.5 * (features["project_likeness"] - 0.4)


def chance(months: Values, education: Values) -> Values:
    """The truth of the own chance."""
    return sigma(-0.3 - 0.03 * months + 0.25 * (education - 3))


def job_logit(p0: Values, features: dict[str, Values]) -> Values:
    """The truth of success once begun, for vacancies and places."""
    return np.asarray(np.log(p0 / (1 - p0)) + 0.4 + 1.2 * (features["skills"] - 0.5))


def draw(world: World) -> Log:
    """The log of one world, years ago enough for every horizon to be over."""
    dice = np.random.default_rng(world.seed)
    n, people = world.slates * world.options, world.people or world.slates
    slate = np.repeat(np.arange(world.slates), world.options)
    person = dice.integers(0, people, world.slates)[slate] if world.people else slate
    months, education = dice.gamma(2, 9, people)[person], dice.integers(0, 7, people)[person].astype(float)
    p0 = chance(months, education)
    features = {each.name: np.full(n, np.nan) for each in FEATURES}
    features |= {
        "distance": np.where(dice.random(n) < 0.1, np.nan, dice.gamma(2, 12, n)),
        "project_likeness": dice.beta(2, 3, n),
        "experience_likeness": dice.beta(2, 3, n),
        "skills": dice.random(n),
        "serves_objective": dice.integers(0, 2, n).astype(float),
        "measure_type": dice.choice(list(EFFECTS), n).astype(float),
        "need_addressed": dice.integers(-1, 4, n).astype(float),
        "lock_in": dice.random(n) * p0,
    }
    kind = np.array(["vacancy", "measure", "placement"])[dice.integers(0, 3, n)]
    for name in ("measure_type", "need_addressed"):
        features[name] = np.where(kind == "measure", features[name], np.nan)
    sorting = world.by_score * features["project_likeness"] + dice.random(n)
    rank = pd.Series(-sorting).groupby(slate).rank(method="first").to_numpy()
    accepted = dice.random(n) < sigma(accept_logit(features) - world.position * (rank - 1))
    frame = pd.DataFrame(
        {
            "slate": [f"s{each}" for each in slate],
            "person": person,
            "option": [f"o{each}" for each in range(n)],
            "kind": kind,
            "rank": rank.astype(int),
            "verb": np.where(accepted, "accept", "reject"),
            "reasons": np.where(accepted, "matches_project", "not_in_project"),
            **{FEATURE + name: values for name, values in features.items()},
            CHANCE + "months_without_work": months,
            CHANCE + "education": education,
            "own_chance": p0,
        }
    )
    drawn = dice.random(n) < world.began * sigma(world.confounded * (p0 - 0.4) * 10)
    first = pd.Series(accepted & drawn).groupby(slate).cumsum().eq(1).to_numpy()
    came = accepted & drawn & first
    working = dice.random(world.slates)[slate]
    p = np.where(
        kind == "measure",
        p0 + pd.Series(features["measure_type"]).map(EFFECTS).fillna(0).to_numpy() / 100,
        sigma(job_logit(p0, features)),
    )
    held = np.where(came, working < p, working < p0)
    return as_log(frame, came, held)


def as_log(frame: pd.DataFrame, came: NDArray[np.bool_], held: NDArray[np.bool_]) -> Log:
    """The tables of a log around some rows: shown three years ago, decided next day, the outcome stated for all."""
    at = days_of(frame)
    shown = frame.assign(
        counsellor=0,
        unit="u",
        at=at,
        provider=0,
        next_step=False,
        draw=np.nan,
        drawn_among=np.nan,
        propensity=1.0,
        score=1.0,
        open_questions=0,
        price=0.0,
        model="baseline",
        decided_at=at + pd.Timedelta(days=1),
        answer=None,
        answer_reasons="",
        payer=None,
        provider_state=None,
        status=np.where(came, "started", "accepted"),
        came=np.where(came, 1.0, np.nan),
        began_on=pd.Series(at + pd.Timedelta(days=20)).where(came),
        ended_on=pd.NaT,
    )
    nothing = ~pd.Series(came).groupby(frame["slate"].to_numpy()).transform("any").to_numpy()
    said = came | (nothing & ~frame["slate"].duplicated().to_numpy())
    outcomes = pd.DataFrame(
        {
            "slate": frame.loc[said, "slate"],
            "option": frame.loc[said, "option"],
            "fact": "unsubsidised_job_at",
            "months": 12.0,
            "holds": held[said].astype(float),
            "stated_at": UNTIL - pd.Timedelta(days=30),
        }
    ).reset_index(drop=True)
    feedback = pd.DataFrame({name: pd.Series(dtype="object") for name in FEEDBACK})
    feedback["at"] = pd.to_datetime(feedback["at"], utc=True)
    assert set(outcomes) == set(OUTCOMES)
    return Log(shown=shown, outcomes=outcomes, feedback=feedback, until=UNTIL)


def days_of(frame: pd.DataFrame) -> pd.Series:
    """Days three years before the end, one per slate."""
    which = frame["slate"].factorize()[0] % 300
    return pd.Series(UNTIL - pd.Timedelta(days=1400) + pd.to_timedelta(which, unit="D"), index=frame.index)


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Log]:
    """Draws the log of a world, given what it differs by."""
    return lambda **differs: draw(World(**differs))


@pytest.fixture(scope="session")
def truth() -> SimpleNamespace:
    """What is true in every world."""
    return SimpleNamespace(accept_logit=accept_logit, chance=chance, job_logit=job_logit, effects=EFFECTS)
