"""Install occupations and places that the user holds: everything works without them, better with them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from matching.places.swiss_directory import import_swiss_directory
from matching.retrieval.occupations import taxonomy
from matching.use_cases.workplace import Workplace


def import_taxonomy(
    workplace: Workplace, *, esco: Path | None, rome: Path | None, ch_isco: Path | None
) -> dict[str, int]:
    """Install ESCO, ROME or CH-ISCO-19 from their folders; counts by what was read. The next answer uses them."""
    return taxonomy.import_taxonomy(workplace.data_dir, esco, rome, ch_isco)


def check_places(directory: Path) -> None:
    """InvalidInputError when the directory of localities cannot be installed; nothing is installed."""
    with TemporaryDirectory() as scratch:
        import_swiss_directory(directory, Path(scratch))


def import_places(workplace: Workplace, directory: Path) -> int:
    """Install the official Swiss directory of localities; the number of localities. The next answer uses them."""
    return import_swiss_directory(directory, workplace.data_dir)
