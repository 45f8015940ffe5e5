"""`matching-train drift`: two logs side by side, and whether the model meets another world than it learnt from."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from matching.errors import InvalidInputError
from matching_training.evaluate.drift import Drift


def run(reference: Path, current: Path, *, as_json: bool) -> int:
    """Print the report; 1 where something drifted strongly, else 0. InvalidInputError for what is no log."""
    from matching_training.evaluate.drift import drift
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
    """The sentences, then a line for every shift that is not stable."""
    return "\n".join(found.sentences)


def as_data(found: Drift) -> dict[str, Any]:
    """The report as plain data, NaN as null."""
    return {
        "level": found.level,
        "sentences": list(found.sentences),
        "shifts": json.loads(found.as_rows().to_json(orient="records")),
        "shares": [asdict(each) for each in found.shares],
        "interim": {
            name: json.loads(each.as_rows().to_json(orient="records"))
            for name, each in (("reference", found.reference), ("current", found.current))
            if each is not None
        },
    }
