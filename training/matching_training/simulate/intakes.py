"""Many decisions: one intake of people after the other in the same catalogue, kept as files, so that it resumes."""

import shutil
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from matching.errors import InvalidInputError
from matching.ranking.model import Model
from matching_training.log.appearing import UNFINISHED, appearing, writable
from matching_training.log.files import about_of, load_log, load_tables, save_log, save_tables
from matching_training.log.tables import Log
from matching_training.simulate.course import HORIZON_DAYS
from matching_training.simulate.run import Ran, run
from matching_training.simulate.scenario import Scenario
from matching_training.simulate.world import World, build_world

LOG, TRUTH, PROTECTED, PARTS = "log", "truth", "protected", "parts"


def simulate(
    scenario: Scenario,
    model: Model,
    folder: Path,
    *,
    seed: int | None = None,
    decisions: int | None = None,
    cache: Path | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Log:
    """Run as many intakes as so many decisions need and write log, truth and protected attributes into a folder.

    What an interrupted run of the same kind left in `parts` is used again. `heard` is told how many decisions are
    made, of how many. InvalidInputError, before any work, for a folder that holds anything else.
    """
    seed = scenario.seed if seed is None else seed
    decisions = scenario.decisions if decisions is None else decisions
    wanted = {
        "scenario": scenario.name,
        "digest": scenario.digest,
        "seed": seed,
        "decisions": decisions,
        "model": model.version,
    }
    _refuse_used(folder, wanted)
    made, parts = 0, 0
    while made < decisions:
        part, told = folder / PARTS / str(parts), {**wanted, "intake": parts}
        if not _is_kept(part, told):
            world = build_world(scenario, seed=seed, intake=parts, cache=cache)
            size = min(scenario.per_intake, decisions - made)
            _keep(run(world, model, decisions=size), part, told)
        parts, before = parts + 1, made
        made += load_log(part / LOG).decisions
        if made == before:
            raise InvalidInputError(f"Dans le scénario {scenario.name}, plus personne ne décide de rien ; le changer.")
        heard(made, decisions)
    return _join(folder, parts, wanted)


def _refuse_used(folder: Path, wanted: dict[str, object]) -> None:
    """InvalidInputError unless a folder is empty, or what an interrupted run of the same kind left."""
    with writable(folder):
        held = {each.name for each in folder.glob("*") if not each.name.startswith(UNFINISHED)}
    if LOG in held:
        raise InvalidInputError(f"Le dossier {folder} contient déjà un journal ; en indiquer un autre.")
    if held and (PARTS not in held or held - {PARTS, TRUTH, PROTECTED}):
        raise InvalidInputError(f"Le dossier {folder} n'est pas vide ; en indiquer un autre.")
    if any(about_of(folder / name) != wanted for name in held - {PARTS}):
        raise InvalidInputError(f"Le dossier {folder} vient d'une autre simulation ; en indiquer un autre.")


def _is_kept(part: Path, told: dict[str, object]) -> bool:
    """Whether an intake was run and kept already; InvalidInputError when it was another run's."""
    if not part.exists():
        return False
    if load_tables(part / TRUTH)[1] != told:
        raise InvalidInputError(f"Le dossier {part.parent} vient d'une autre simulation ; en indiquer un autre.")
    return True


def _keep(ran: Ran, part: Path, told: dict[str, object]) -> None:
    """Write one intake; its folder appears whole or not at all."""
    world = ran.state.canton.world
    truth = {"shown": ran.truth, "people": people_truth(world, ran.state.canton.jobs())}
    with appearing(part) as scratch:
        save_tables(truth, scratch / TRUTH, about=told)
        save_tables({"protected": protected_of(world)}, scratch / PROTECTED, about=told)
        save_log(later(ran.log, world.intake), scratch / LOG, about=told)


def people_truth(world: World, jobs: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> pd.DataFrame:
    """What is true of each person: traits that no file holds, and whether they have a job at the horizon."""
    numbers = pd.RangeIndex(world.first, world.first + world.shape[0], name="person")
    return pd.DataFrame({**world.people.hidden, "job": jobs}, index=numbers)


def protected_of(world: World) -> pd.DataFrame:
    """Sex, age band, permit group and canton, index person: for the evaluation of fairness alone."""
    return world.people.protected[["sex", "age_band", "permit_group", "canton"]]


def joined(logs: Sequence[Log]) -> Log:
    """Several logs of different people before the same catalogue as one, up to the latest moment of them."""
    return Log(
        shown=pd.concat([log.shown for log in logs], ignore_index=True),
        outcomes=pd.concat([log.outcomes for log in logs], ignore_index=True),
        feedback=pd.concat([log.feedback for log in logs], ignore_index=True),
        until=max(log.until for log in logs),
        offers=logs[0].offers,
    )


def later(log: Log, intake: int) -> Log:
    """The log with every moment as much later as the intakes before took: half a year each."""
    by = timedelta(days=intake * (HORIZON_DAYS // 2))

    def moved(table: pd.DataFrame) -> pd.DataFrame:
        dates = table.select_dtypes("datetimetz").columns
        return table.assign(**{name: table[name] + by for name in dates})

    return Log(moved(log.shown), moved(log.outcomes), moved(log.feedback), log.until + by, log.offers)


def _join(folder: Path, parts: int, wanted: dict[str, object]) -> Log:
    """Parts into whole tables; the log last, so that a folder with a log is complete."""
    from_ = [folder / PARTS / str(intake) for intake in range(parts)]
    for name in (TRUTH, PROTECTED):
        tables = [load_tables(part / name)[0] for part in from_]
        whole = {key: pd.concat([each[key] for each in tables]) for key in tables[0]}
        if not (folder / name).exists():
            save_tables(whole, folder / name, about=wanted)
    log = joined([load_log(part / LOG) for part in from_])
    save_log(log, folder / LOG, about=wanted)
    shutil.rmtree(folder / PARTS)
    return log
