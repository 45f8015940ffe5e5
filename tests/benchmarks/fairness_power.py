"""How often the fairness gate blames what is fair, and how often it finds a planted bias: run it as a script.

`python tests/benchmarks/fairness_power.py [runs] [parts]`; parts are fair, planted, crossed, exposed. Drawn worlds:
- independent: one row per person; rows hold with exactly the probability predicted, or, in one group, .08 less;
- alike: four rows per person, who share what the model cannot see, so that rows of one person are alike;
- rare: the same where one row in ten comes true;
- crossed: sex, age band, permit group and canton with their crossings, 300 to 1500 people, as a report has them.
And exposure, crossed: what is read of a list does not depend on the group, or one permit group is shown less.
Each line says how often the whole gate passes or fails; for a planted bias also how often it names the group.
"""

import sys
import warnings
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.fairness.calibration import calibration
from matching_training.evaluate.fairness.compare import Comparison
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.gate import FairnessGate, gate
from matching_training.evaluate.fairness.groups import ATTRIBUTES, Group, Groups, Protected, split

BIAS = 0.08
SIZES = (50, 100, 200, 500, 1000, 2000)
OFTEN, RARELY = (1.5, 3.5), (0.5, 4.5)
"""Parameters of the beta distribution of true chances: mean .3, as accepted shares are, and mean .1."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """How a world is drawn: rows per person, and how much of each chance the rows of one person share (in logits)."""

    name: str
    rows: int
    alike: float
    chances: tuple[float, float] = OFTEN


INDEPENDENT, ALIKE, RARE = World("independent", 1, 0.0), World("alike", 4, 0.8), World("rare, alike", 4, 0.8, RARELY)


def draw(
    people: int, world: World, biased: NDArray[np.bool_], chance: np.random.Generator
) -> tuple[NDArray[np.int64], Values, Values]:
    """Person, predicted and observed by row; who is `biased` gets a prediction .08 above the truth."""
    person = np.repeat(np.arange(people), world.rows)
    seen = chance.beta(*world.chances, len(person)).clip(0.01, 0.9)
    truth = seen
    if world.alike:  # a shift of the person that averages out at the predicted chance: q +- alike * q (1 - q)
        sign = np.repeat(chance.choice([-1.0, 1.0], people), world.rows)
        truth = seen + world.alike * sign * seen * (1 - seen)
    observed = (chance.random(len(person)) < truth).astype(float)
    predicted = np.where(biased[person], np.minimum(seen + BIAS, 0.98), seen)
    return person, predicted, observed


def separate(sizes: list[int]) -> Groups:
    """Groups of these sizes that share nobody."""
    edges = np.cumsum([0, *sizes])
    shown = tuple(
        Group(("canton",), (str(number),), np.arange(first, last))
        for number, (first, last) in enumerate(pairwise(edges))
    )
    return Groups(shown=shown, people=np.arange(edges[-1]), hidden=0, covered=1.0)


def crossed(people: int, chance: np.random.Generator) -> Groups:
    """Groups as in a report, of unequal sizes."""
    table = pd.DataFrame(
        {
            "sex": chance.choice(["f", "m"], people),
            "age_band": chance.choice(["15-24", "25-39", "40-54", "55+"], people, p=[0.15, 0.35, 0.35, 0.15]),
            "permit_group": chance.choice(
                ["asylum", "national", "residence", "settled"], people, p=[0.2, 0.4, 0.2, 0.2]
            ),
            "canton": chance.choice(["LU", "NE", "VD"], people, p=[0.2, 0.3, 0.5]),
        },
        columns=list(ATTRIBUTES),
    )
    return split(Protected(table), np.arange(people))


def judge(groups: Groups, world: World, biased: Group | None, chance: np.random.Generator) -> FairnessGate:
    """One run."""
    marked = np.zeros(len(groups.people), dtype=np.bool_)
    if biased is not None:
        marked[biased.members] = True
    person, predicted, observed = draw(len(groups.people), world, marked, chance)
    return gate(calibration(Subject.ACCEPT_CALIBRATION, person, predicted, observed, groups))


def fair(runs: int, chance: np.random.Generator) -> None:
    """How often fair worlds pass, with the 95 % interval of the figure."""
    print("fair | groups tested | passes (at least 95 % wanted)")  # noqa: T201
    for world in (INDEPENDENT, ALIKE, RARE):
        for many in (10, 40):
            passed, tested = 0, 0
            for _ in range(runs):
                verdict = judge(separate(chance.integers(50, 501, many).tolist()), world, None, chance)
                passed, tested = passed + bool(verdict.passed), tested + len(verdict.judged)
            line(f"{world.name}, {many} separate groups of 50 to 500", tested / runs, passed, runs)
        for people in (300, 1500):
            passed, tested = 0, 0
            for _ in range(runs):
                verdict = judge(crossed(people, chance), world, None, chance)
                passed, tested = passed + bool(verdict.passed), tested + len(verdict.judged)
            line(f"{world.name}, crossed, {people} people", tested / runs, passed, runs)


def line(what: str, tested: float, passed: int, runs: int) -> None:
    """A share with its Wilson interval."""
    share, z = passed / runs, 1.96
    middle, width = share + z**2 / 2 / runs, z * np.sqrt(share * (1 - share) / runs + z**2 / 4 / runs**2)
    low, high = (middle - width) / (1 + z**2 / runs), (middle + width) / (1 + z**2 / runs)
    print(f"{what} | {tested:.0f} | {share:.3f} ({low:.3f} to {high:.3f})", flush=True)  # noqa: T201


def planted(runs: int, chance: np.random.Generator) -> None:
    """How often one group, predicted .08 too high, is named among fair ones, and what the gate says it can detect."""
    print(  # noqa: T201
        "\nplanted .08 | people in the group | other groups | named | smallest bias seen 4 times in 5, as the gate says"
    )
    for world in (INDEPENDENT, ALIKE):
        for size in SIZES:
            for others in (9, 239):
                groups = separate([size, *chance.integers(50, 501, others).tolist()])
                named, detectable = 0, 0.0
                for _ in range(runs):
                    verdict = judge(groups, world, groups.shown[0], chance)
                    mine = next(each for each in verdict.judged if each.finding.group is groups.shown[0])
                    named, detectable = named + mine.failed, detectable + mine.detectable
                print(f"{world.name} | {size} | {others} | {named / runs:.2f} | {detectable / runs:.3f}", flush=True)  # noqa: T201


def planted_crossed(runs: int, chance: np.random.Generator) -> None:
    """How often a bias against one permit group fails the gate of a whole report, whatever group it names."""
    print("\nplanted .08 in permit asylum, crossed | people | in the group | gate fails | names the group itself")  # noqa: T201
    for world in (INDEPENDENT, ALIKE):
        for people in (300, 1500, 5000):
            failed = named = members = 0
            for _ in range(runs):
                groups = crossed(people, chance)
                biased = next(each for each in groups.shown if each.levels == ("asylum",))
                verdict = judge(groups, world, biased, chance)
                failed, members = failed + (verdict.passed is False), members + len(biased.members)
                named += any(each.failed for each in verdict.judged if each.finding.group is biased)
            said = f"{people} | {members / runs:.0f} | {failed / runs:.2f} | {named / runs:.2f}"
            print(f"{world.name} | {said}", flush=True)  # noqa: T201


def exposed(runs: int, chance: np.random.Generator) -> None:
    """The same for exposure: one list per person, whose share of attention for a kind is drawn around .3."""
    print("\nexposure, crossed | people | fair passes | .08 less for permit asylum: gate fails")  # noqa: T201
    for people in (300, 1500):
        passed = failed = 0
        for _ in range(runs):
            groups = crossed(people, chance)
            asylum = next(each for each in groups.shown if each.levels == ("asylum",))
            share = chance.beta(*OFTEN, people) * (chance.random(people) < 0.85)
            strata = chance.integers(0, 9, people)
            for less in (0.0, BIAS):
                values = share - less * np.isin(groups.people, asylum.members)
                held = Comparison(
                    groups.people, values, strata, groups.people, draws=400, seed=int(chance.integers(1_000_000))
                )
                found = ((group, held.difference(group.members)) for group in groups.shown)
                verdict = gate([Finding.of(each, Subject.EXPOSURE, group) for group, each in found if each])
                passed, failed = (
                    passed + (not less and bool(verdict.passed)),
                    failed + (less > 0 and not verdict.passed),
                )
        print(f"{people} | {passed / runs:.3f} | {failed / runs:.2f}", flush=True)  # noqa: T201


if __name__ == "__main__":
    warnings.simplefilter("error")
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    parts = {"fair": (fair, 1), "planted": (planted, 4), "crossed": (planted_crossed, 8), "exposed": (exposed, 4)}
    for name in sys.argv[2:] or parts:
        part, fewer = parts[name]
        part(asked // fewer, np.random.default_rng(20261118))
