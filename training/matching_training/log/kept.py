"""The snapshots that lie in the data folder."""

from contextlib import suppress
from pathlib import Path

from matching.errors import DamagedError
from matching.use_cases.learning_log import SNAPSHOTS
from matching_training.log.files import digest_of


def snapshot_with(data_dir: Path, digest: str) -> Path | None:
    """The folder of a snapshot by its digest; None where it is not there any more, as after an erasure."""
    for folder in sorted((data_dir / SNAPSHOTS).glob("*/")):
        with suppress(DamagedError):
            if digest_of(folder) == digest:
                return folder
    return None
