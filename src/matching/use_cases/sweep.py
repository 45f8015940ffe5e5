"""What a killed process may have left in the data folder: copies of files sent in, and files half written."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from matching.catalogue.rejects import SCRATCH

UPLOADS = "uploads"
_AN_HOUR = 3600.0


def sweep(data_dir: Path) -> None:
    """Remove them once they are an hour old: a younger one may be another process's work."""
    left = [*(data_dir / UPLOADS).glob("*"), *(data_dir / "rejects").glob(f"{SCRATCH}*")]
    for path in left:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime < _AN_HOUR:
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()
