"""Folders of logs and of protected copies named on the command line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from matching.errors import InvalidInputError

Kind = Literal["log", "protected"]

_WRITTEN_BY: Mapping[Kind, str] = {"log": "snapshot", "protected": "protected"}
"""By what `simulate` calls such a folder within its own: the verb that writes one from a store."""


def refuse_no_folder(kind: Kind, *folders: Path | None) -> None:
    """InvalidInputError for the first that is named and is no folder, or the whole of what `simulate` wrote."""
    for folder in folders:
        if folder is None:
            continue
        if not folder.is_dir():
            raise InvalidInputError(
                f"{folder} n'est pas un dossier ; en écrire un : matching-train {_WRITTEN_BY[kind]}."
            )
        if all((folder / name).is_dir() for name in _WRITTEN_BY):
            raise InvalidInputError(f"{folder} vient de matching-train simulate ; indiquer {folder / kind}.")
