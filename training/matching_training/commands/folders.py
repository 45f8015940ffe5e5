"""Folders of logs named on the command line."""

from pathlib import Path

from matching.errors import InvalidInputError


def refuse_no_folder(*folders: Path | None) -> None:
    """InvalidInputError for the first that is named and is no folder."""
    for folder in folders:
        if folder is not None and not folder.is_dir():
            raise InvalidInputError(f"{folder} n'est pas un dossier ; en écrire un : matching-train snapshot.")
