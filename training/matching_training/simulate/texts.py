"""The words invented people and options are made of, read once from the YAML files beside."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Lists = Literal["occupations", "measures", "places"]


@cache
def read(name: Lists) -> tuple[dict[str, Any], ...]:
    """One list, in its order."""
    text = (files("matching_training.simulate") / "texts" / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))
