"""Copies taken of a store while somebody in it was erased: they do not stay."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from matching.errors import ConflictError
from matching.use_cases.learning_log import all_known
from matching_training.commands.acting import Acting


def refuse_erased(who: Acting, folder: Path, people: Iterable[int]) -> None:
    """Remove a copy that stands under its name and tells of somebody erased since it was read; ConflictError then."""
    if all_known(who.service.workplace, people, viewer=who.viewer):
        return
    shutil.rmtree(folder, ignore_errors=True)  # erasing may be removing it too
    raise ConflictError(
        f"Une personne a été effacée pendant la copie, et {folder} n'est pas gardé ; relancer la commande."
    )
