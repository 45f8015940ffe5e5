"""Which ranker serves: so far the shipped baseline."""

from pathlib import Path

from pydantic import ValidationError

from matching.errors import DamagedError
from matching.ranking.model import Model
from matching.settings import shipped


def open_baseline() -> Model:
    """The hand-set baseline that ships with the service."""
    return read_model(shipped("models", "baseline", "model.json"))


def read_model(path: Path) -> Model:
    """A model from its JSON tables; anything else than a whole and valid one is a DamagedError."""
    try:
        return Model.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as problem:
        raise DamagedError(
            f"Le modèle de classement {path.name} ne peut pas être lu ; réinstaller matching."
        ) from problem
