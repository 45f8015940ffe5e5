"""The snapshots that lie in the data folder."""

from contextlib import suppress
from pathlib import Path

from matching.errors import DamagedError
from matching.use_cases.learning_log import SNAPSHOTS
from matching_training.log.files import about_of, digest_of, load_log


def snapshot_with(data_dir: Path, digest: str) -> Path | None:
    """The folder of a snapshot by its digest; None where it is not there any more, as after an erasure."""
    for folder in sorted((data_dir / SNAPSHOTS).glob("*/")):
        with suppress(DamagedError):
            if digest_of(folder) == digest:
                return folder
    return None


def older_like(folder: Path) -> Path | None:
    """A whole snapshot beside this one that tells the very same, up to another moment; None where there is none."""
    digest, about = digest_of(folder), about_of(folder)
    for other in sorted(folder.parent.glob("*/")):
        with suppress(DamagedError):
            same = (
                other != folder and digest_of(other) == digest and about_of(other) | {"until": about["until"]} == about
            )
            if same:
                load_log(other)  # damaged, it is none
                return other
    return None
