"""Runs and versions in MLflow: the only place that imports it. Tables of figures and files go there, no model object.

By default everything lies under the data folder (SQLite and files); any server by its address. The alias `challenger`
names what was trained last, `champion` what a person promoted.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from matching.errors import MatchingError
from matching_training.release.address import file_of, told

if TYPE_CHECKING:
    from mlflow import MlflowClient

    from matching_training.release.trained import Trained

NAME = "matching-ranker"
"""Experiment and registered model."""
CHALLENGER, CHAMPION = "challenger", "champion"
_PARAMETER_LENGTH = 500
_DATABASES = ("sqlite", "postgresql", "mysql", "mssql")
_PATIENCE = {"MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1", "MLFLOW_HTTP_REQUEST_TIMEOUT": "10", "PGCONNECT_TIMEOUT": "5"}
"""How often and how many seconds a server is waited for, unless the environment says otherwise."""
_HEARD = {"mlflow": "WARNING", "mlflow.store": "ERROR", "alembic": "WARNING", "urllib3": "ERROR"}
"""From which level on a library may speak on stderr: what went wrong is said once, by us."""


class TrackingError(MatchingError):
    """The tracking server does not answer, or refuses."""


def default_uri(data_dir: Path) -> str:
    """Where runs are kept when no server is named; TrackingError where the system refuses the folder."""
    folder = data_dir / "mlflow"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise TrackingError(
            f"Le dossier {folder} ne peut pas être utilisé ({refused.strerror}) ; le libérer, ou nommer un registre "
            "avec --registry."
        ) from refused
    return f"sqlite:///{folder / 'mlflow.sqlite'}"


@dataclass(frozen=True)
class Run:
    """A run that is being told: its id, and how a version's folder is kept beside its figures and registered."""

    id: str
    keep: Callable[[Path], None]


@contextmanager
def tracked(trained: "Trained", *, uri: str, report: str = "", artifacts: Path | None = None) -> Iterator[Run]:
    """Log a training, then whatever folder is kept inside, and register it as the challenger.

    The id is known before the files are written, so that they can name it. `report` is kept beside them, as JSON text;
    `artifacts` is where files lie when the server keeps none itself. TrackingError when the server does not take it.
    """
    with _client(uri) as client:
        run = client.create_run(
            _experiment(client, artifacts), run_name=trained.version, tags={"evidence": trained.source.evidence.value}
        )
        id_: str = run.info.run_id
        for name, value in {"version": trained.version, "base": trained.base, **trained.parameters}.items():
            client.log_param(id_, name, str(value)[:_PARAMETER_LENGTH])
        for name, figure in trained.metrics.items():
            client.log_metric(id_, name, figure)
        client.log_inputs(id_, [_dataset(trained)])

        def keep(folder: Path) -> None:
            client.log_artifacts(id_, str(folder), "ranker")
            if report:
                client.log_text(id_, report, "report.json")
            client.set_tag(id_, "gate", "passed" if trained.gate.passed else "failed")
            _register(client, trained, run)
            client.set_terminated(id_)

        yield Run(id_, keep)


def follow(version: str, *, uri: str) -> None:
    """Bring the alias of what ranks in line with the version that does, whoever put it into service.

    It goes when that was never registered there, as the shipped one. TrackingError when the registry does not answer.
    """
    with _client(uri) as client:
        if NAME not in {model.name for model in client.search_registered_models()}:
            return
        found = client.search_model_versions(f"name = '{NAME}'")
        number = next((one.version for one in found if one.tags.get("version") == version), None)
        if number is not None:
            client.set_registered_model_alias(NAME, CHAMPION, number)
        elif CHAMPION in client.get_registered_model(NAME).aliases:
            client.delete_registered_model_alias(NAME, CHAMPION)


def refuse_absent(uri: str) -> None:
    """TrackingError for a registry on this machine that there is not: whoever only looks into one makes none."""
    file = file_of(uri)
    if file is not None and not (file.is_dir() or (file.is_file() and file.stat().st_size)):
        raise TrackingError(f"Il n'y a pas de registre des modèles dans {file} ; corriger --registry.")


def own_registry(data_dir: Path) -> str | None:
    """The registry in the data folder; None where nothing was ever kept, or the extra is not installed any more."""
    kept = (data_dir / "mlflow" / "mlflow.sqlite").exists() and find_spec("mlflow") is not None
    return default_uri(data_dir) if kept else None


def _register(client: "MlflowClient", trained: "Trained", run: Any) -> None:
    if NAME not in {model.name for model in client.search_registered_models()}:
        client.create_registered_model(NAME)
    registered = client.create_model_version(
        NAME, source=f"{run.info.artifact_uri}/ranker", run_id=run.info.run_id, tags={"version": trained.version}
    )
    client.set_registered_model_alias(NAME, CHALLENGER, registered.version)


def _experiment(client: "MlflowClient", artifacts: Path | None) -> str:
    found = client.get_experiment_by_name(NAME)
    if found is not None:
        known: str = found.experiment_id
        return known
    made: str = client.create_experiment(NAME, artifact_location=artifacts.resolve().as_uri() if artifacts else None)
    return made


def _dataset(trained: "Trained") -> Any:
    from mlflow.entities import Dataset, DatasetInput, InputTag

    source = trained.source
    data = Dataset(
        name="log",
        digest=source.digest[:36],  # the longest that it keeps
        source_type="snapshot",
        source=source.digest,
        profile=f'{{"decisions": {source.decisions}, "people": {source.people}}}',
    )
    return DatasetInput(data, [InputTag("mlflow.data.context", "training")])


@contextmanager
def _client(uri: str) -> Iterator["MlflowClient"]:
    """A client that phones nobody but the server named, and does not wait for it long.

    TrackingError, without the secrets of the address, for whatever goes wrong with it.
    """
    os.environ.update({"MLFLOW_DISABLE_TELEMETRY": "true", "DO_NOT_TRACK": "true"})
    for name, value in _PATIENCE.items():
        os.environ.setdefault(name, value)
    from alembic.util import CommandError
    from mlflow import MlflowClient
    from mlflow.exceptions import MlflowException

    for logger, level in _HEARD.items():
        logging.getLogger(logger).setLevel(level)
    try:
        _refuse_silent(uri)
        yield MlflowClient(tracking_uri=uri, registry_uri=uri)
    except (MlflowException, SQLAlchemyError, CommandError, OSError, ImportError) as problem:
        first = next(iter(str(problem).strip().splitlines()), type(problem).__name__)
        sentence = f"Le registre des modèles {uri} ne répond pas comme attendu : {first}"
        raise TrackingError(told(sentence, uri)) from problem


def _refuse_silent(uri: str) -> None:
    """SQLAlchemyError for a database that cannot be read now: MLflow by itself would go on trying for minutes."""
    database, file = uri.partition("://")[0].partition("+")[0], file_of(uri)
    if database not in _DATABASES or not (file is None or file.exists()):
        return
    engine = create_engine(uri, connect_args={"timeout": 1} if database == "sqlite" else {})
    try:
        inspect(engine).get_table_names()
    finally:
        engine.dispose()
