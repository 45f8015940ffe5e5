"""`matching-train drift`: two logs side by side, and whether the model meets another world than it learnt from."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from matching.errors import InvalidInputError
from matching_training.evaluate.drift import Drift, drift
from matching_training.evaluate.interim import Interim


def run(reference: Path, current: Path, *, as_json: bool) -> int:
    """Print the report; 1 where something drifted strongly, else 0. InvalidInputError for what is no log."""
    from matching_training.log.files import load_log

    for folder in (reference, current):
        if not folder.is_dir():
            raise InvalidInputError(
                f"{folder} n'est pas un dossier de journal ; en écrire un : matching-train snapshot."
            )
    found = drift(load_log(reference), load_log(current))
    print(json.dumps(as_data(found), ensure_ascii=False, indent=2) if as_json else in_words(found))  # noqa: T201
    return int(found.level == "strong")


def in_words(found: Drift) -> str:
    """The sentences, one a line."""
    return "\n".join(found.sentences)


def as_data(found: Drift) -> dict[str, Any]:
    """The report as plain data, NaN as null."""
    windows = {"reference": found.reference, "current": found.current}
    return {
        "level": found.level,
        "sentences": list(found.sentences),
        "shifts": _records(found.as_rows()),
        "shares": _records(pd.DataFrame(map(vars, found.shares))),
        "interim": {name: _interim(each) for name, each in windows.items() if each is not None},
    }


def _interim(window: Interim) -> dict[str, Any]:
    return {
        "figures": _records(window.as_rows()),
        "undecided_take_up": window.undecided_take_up,
        "begun": window.begun,
        "horizons_reached": window.horizons_reached,
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(table.to_json(orient="records"))
    return records
