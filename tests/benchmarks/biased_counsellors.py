"""Whether a ranker learns the prejudice of counsellors: what it shows to those who are accepted less for no reason.

    python tests/benchmarks/biased_counsellors.py SEEDS [--decisions N] [--worlds FOLDER]

In the scenario `biased_counsellors` most counsellors accept less for two groups, all else equal; its twin is the same
canton without that. Per seed and canton, so many decisions under the baseline; then each ranking learned from them
stands before a fresh intake of people. Compared is what it puts before the members of a group, over what it puts before
everybody else: learned from prejudice over learned without. Below one, the ranking takes from them because of it.

    ours             this project's training
    without accept   the same with acceptance left out of the score: every option of a kind is accepted alike
    naive            a histogram boosting of what was accepted, on all that the log holds of options and persons; so
                     many options are shown in all as under the baseline, the likeliest to be accepted
    naive, told who  the same, told sex, age band, permit and canton too

`places`: slate places, each by how often its rank is read, 1 / log2(1 + rank); `points`: true gain of what was shown,
read so.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from retraining import FRESH, Offices, told_of

from matching.domain.vocabulary.process import Evidence
from matching.ranking.exploration import read_at
from matching.ranking.model import Factor, Model
from matching.ranking.registry import open_baseline
from matching_training.fit.labels import Windows, label
from matching_training.fit.ranker import fit_ranker
from matching_training.log.tables import CHANCE, FEATURE, Log
from matching_training.simulate.intakes import protected_of
from matching_training.simulate.scenario import GROUPS, Scenario, open_scenario
from matching_training.simulate.value import Worth
from matching_training.simulate.world import World, build_world

Values = NDArray[np.float64]

WRONGED = (("permit_group", "other"), ("age_band", "50_plus"))


def without_accept(model: Model) -> Model:
    """The model whose scores take every option to be accepted alike: as often as the average of its kind."""
    kinds = {
        kind: parts.model_copy(
            update={"accept": Factor(link="logistic", intercept=parts.accept.intercept, terms={})},
        )
        for kind, parts in model.kinds.items()
    }
    return model.model_copy(update={"version": "without-accept", "kinds": kinds})


def naive(log: Log, world: World, base: Model, shown: int, protected: pd.DataFrame | None = None) -> Values:
    """(P, O) the chance of acceptance as a boosting has it; all but so many of the likeliest are never shown.

    With `protected`, of the people of the log, it is told who they are.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows = label(log, Windows())
    rows = rows[rows["verb"].isin(["accept", "reject"])]
    names = [*(FEATURE + name for name in world.features), *(CHANCE + name for name in world.chance), "own_chance"]
    told = rows[names].to_numpy(dtype=np.float64)
    if protected is not None:
        told = np.hstack([told, codes(protected).loc[rows["person"]].to_numpy(dtype=np.float64)])
    model = HistGradientBoostingClassifier(random_state=0, max_iter=150)
    model.fit(told, rows["verb"].eq("accept").to_numpy())
    person, option = np.nonzero(world.eligible & ~world.unlinked)
    features = world.served_features(base)
    columns = [features[name][person, option] for name in world.features]
    columns += [values[person] for values in world.chance.values()] + [world.own_chance(base)[person]]
    if protected is not None:
        columns += list(codes(protected_of(world)).to_numpy(dtype=np.float64)[person].T)
    chance = model.predict_proba(np.column_stack(columns))[:, 1]
    scores = np.full(world.shape, -np.inf)
    enough = np.sort(chance)[::-1][min(shown, len(chance)) - 1]
    scores[person, option] = world.scenario.min_gain + chance - enough
    return scores


def codes(protected: pd.DataFrame) -> pd.DataFrame:
    """Each protected attribute as columns of zeros and ones, the same for every intake."""
    return pd.DataFrame(
        {f"{name}={value}": protected[name].eq(value) for name, of in GROUPS.items() for value in of},
        index=protected.index,
    )


def before(worth: Worth, scores: Values) -> pd.DataFrame:
    """What is put before each person: places and points."""
    rows = []
    for person in range(worth.world.shape[0]):
        shown = worth.slate(scores, person)
        read = read_at(np.arange(1, len(shown) + 1))
        rows.append({"places": read.sum(), "points": float(read @ worth.truth.gain[person, shown])})
    return pd.DataFrame(rows)


def reaching(scores: Values, least: float) -> int:
    """How many pairs of person and option are worth showing."""
    return int((scores >= least).sum())


def ratios(scenario: Scenario, seed: int, decisions: int, worlds: Path) -> dict[tuple[str, str, str], float]:
    """By ranking, group and measure: what its members get over what everybody else gets."""
    base, offices = open_baseline(), Offices(scenario, seed, worlds)
    offices.decide(base, decisions)
    log, protected = offices.log(480), pd.concat([protected_of(state.canton.world) for state in offices.states])
    ours = fit_ranker(log, base=base, version="ours", evidence=Evidence.SIMULATED, seed=seed).model
    fresh = build_world(scenario, seed=seed, intake=FRESH, cache=worlds)
    worth, of_base = Worth.of(fresh), fresh.scores(base)
    shown = reaching(of_base, scenario.min_gain)
    rankings = {
        "ours": fresh.scores(ours),
        "without accept": fresh.scores(without_accept(ours)),
        "naive": naive(log, fresh, base, shown),
        "naive, told who": naive(log, fresh, base, shown, protected),
    }
    found = {}
    for name, scores in rankings.items():
        now = before(worth, scores)
        for attribute, value in WRONGED:
            member = (fresh.people.protected[attribute] == value).to_numpy()
            for what in ("places", "points"):
                found[name, value, what] = float(now.loc[member, what].mean() / now.loc[~member, what].mean())
    return found


def main() -> None:
    """Print one row per ranking."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=int)
    parser.add_argument("--decisions", type=int, default=5_000)
    parser.add_argument("--worlds", type=Path, default=Path("worlds"))
    asked = parser.parse_args()
    biased = open_scenario("biased_counsellors")
    fair = biased.model_copy(update={"counsellors": biased.counsellors.model_copy(update={"prejudice": ()})})
    rows = []
    for seed in range(1, asked.seeds + 1):
        with_it, without = (ratios(each, seed, asked.decisions, asked.worlds) for each in (biased, fair))
        rows.append({cell: with_it[cell] / without[cell] for cell in with_it})
        sys.stderr.write(f"seed {seed}: {rows[-1]}\n")
    found = pd.DataFrame(rows)
    heads = [(value, what) for _, value in WRONGED for what in ("places", "points")]
    print("| ranking | " + " | ".join(f"{value}, {what}" for value, what in heads) + " |\n|" + "---|" * 5)  # noqa: T201
    for name in ("ours", "without accept", "naive", "naive, told who"):
        cells = [told_of(found[name, value, what], ".3f") for value, what in heads]
        print(f"| {name} | " + " | ".join(cells) + " |")  # noqa: T201


if __name__ == "__main__":
    main()
