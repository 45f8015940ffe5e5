"""Install occupations and places that the user holds: everything works without them, better with them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from matching.places.swiss_directory import import_swiss_directory
from matching.retrieval.occupations import taxonomy
from matching.use_cases.workplace import Workplace


def import_taxonomy(
    workplace: Workplace,
    *,
    esco: Path | None = None,
    rome: Path | None = None,
    ch_isco: Path | None = None,
    places: Path | None = None,
) -> dict[str, int]:
    """Install ESCO, ROME, CH-ISCO-19 and the Swiss directory of localities; counts by what was read.

    The next answer uses them. InvalidInputError when one of them cannot be read: then nothing has changed.
    """
    counts: dict[str, int] = {}
    if places:
        _check_places(places)  # so that a wrong directory leaves no half installation
    if esco or rome or ch_isco:
        counts |= taxonomy.import_taxonomy(workplace.data_dir, esco, rome, ch_isco)
    if places:
        counts["places"] = import_swiss_directory(places, workplace.data_dir)
    return counts


def _check_places(directory: Path) -> None:
    with TemporaryDirectory() as scratch:
        import_swiss_directory(directory, Path(scratch))
