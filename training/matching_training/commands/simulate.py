"""`matching-train simulate`: a simulated canton as files, in memory or through the service and its store."""

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import typer
from rich.console import Console
from rich.progress import Progress

from matching.ranking.registry import open_baseline
from matching_training.commands.acting import settings_of_environment, usable_data_folder
from matching_training.log.appearing import UNFINISHED, writable
from matching_training.log.tables import Log
from matching_training.simulate.intakes import LOG, PROTECTED, TRUTH, simulate
from matching_training.simulate.scenario import Scenario, open_scenario
from matching_training.simulate.stated import HORIZON


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    scenario: str
    out: Path
    seed: int | None
    decisions: int | None
    through_service: bool
    as_json: bool


def run(request: Request) -> None:
    """Simulate, write the folder and say in a few lines, or as JSON, what it holds.

    InvalidInputError for settings or folders that are not valid.
    """
    scenario, settings = open_scenario(request.scenario), settings_of_environment()
    _refuse_unwritable(request.out)
    with usable_data_folder(settings), Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Simulation", total=None)

        def heard(done: int, of: int) -> None:
            progress.update(bar, completed=done, total=of)

        if request.through_service:
            from matching_training.simulate.through_service import simulate_through

            log = simulate_through(
                scenario, settings, request.out, seed=request.seed, decisions=request.decisions, heard=heard
            )
        else:
            log = simulate(
                scenario,
                open_baseline(),
                request.out,
                seed=request.seed,
                decisions=request.decisions,
                cache=settings.data_dir / "simulate" / "worlds",
                heard=heard,
            )
    told = summary(scenario, log, request.out)
    typer.echo(json.dumps(told, ensure_ascii=False, indent=1) if request.as_json else in_words(told))


def _refuse_unwritable(out: Path) -> None:
    with writable(out):
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=UNFINISHED, dir=out):
            pass


def summary(scenario: Scenario, log: Log, out: Path) -> dict[str, object]:
    """What a log holds, in figures."""
    shown = log.shown
    jobs = log.outcomes[(log.outcomes["fact"] == "unsubsidised_job_at") & (log.outcomes["months"] == HORIZON)]
    return {
        "scenario": scenario.name,
        "simulated": True,
        "folder": str(out),
        "log": str(out / LOG),
        "truth": str(out / TRUTH),
        "protected": str(out / PROTECTED),
        "until": log.until.isoformat(),
        "people": int(shown["person"].nunique()),
        "slates": int(shown["slate"].nunique()),
        "shown": len(shown),
        "decisions": log.decisions,
        "accepted": int((shown["verb"] == "accept").sum()),
        "begun": int((shown["came"] == 1).sum()),
        "jobs_stated": len(jobs),
        "jobs_held": int(jobs["holds"].sum()),
    }


def in_words(told: dict[str, object]) -> str:
    """The same in French."""
    return (
        f"Scénario {told['scenario']} : {told['people']} personnes, {told['slates']} listes, {told['shown']} options "
        f"montrées.\n{told['decisions']} décisions, dont {told['accepted']} retenues ; {told['begun']} débuts ; "
        f"{told['jobs_stated']} suites à douze mois constatées, dont {told['jobs_held']} emplois.\n"
        f"Journal : {told['log']}\nVérité, que rien n'apprend : {told['truth']}\n"
        "Tout est simulé : ces chiffres ne disent rien de personnes réelles."
    )
