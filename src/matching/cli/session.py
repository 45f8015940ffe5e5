"""What a command works with: the settings, the service opened on them, the person asked about, the present moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from matching.errors import InvalidInputError
from matching.settings import Settings

if TYPE_CHECKING:
    from matching.bootstrap import Service
    from matching.domain.profile import Profile

W = TypeVar("W")

_PROFILE_FILES = (".json", ".jsonl", ".ndjson")


def read_settings() -> Settings:
    """The settings from the environment; InvalidInputError, naming the variable, when one cannot be read."""
    try:
        return Settings()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = f"MATCHING_{'_'.join(map(str, first['loc']))}".upper()
        raise InvalidInputError(f"{name} n'est pas valable : corriger ou retirer cette variable.") from wrong


@contextmanager
def service() -> Iterator["Service"]:
    """The service of the environment's settings, closed at the end."""
    from matching.bootstrap import open_service  # --help need not load the search libraries

    settings = read_settings()
    try:
        opened = open_service(settings)
    except OSError as refused:
        raise InvalidInputError(
            f"Le dossier de données {settings.data_dir} ne peut pas être utilisé ({refused.strerror}) : "
            "indiquer un autre dossier avec MATCHING_DATA_DIR."
        ) from refused
    try:
        yield opened
    finally:
        opened.close()


def profile_of(text: str) -> "str | Profile":
    """An id of the store, or the profile in a JSON file; InvalidInputError when the file is no profile."""
    path = Path(text)
    if path.suffix.casefold() not in _PROFILE_FILES:  # an id stays an id, whatever lies in the current folder
        return text
    from matching.domain.profile import Profile

    return record_of(path, "profile", Profile)


def record_of(path: Path, name: str, word: type[W]) -> W:
    """The one record of a JSON file under the contract `name`; InvalidInputError, with field and reason, else."""
    from matching.catalogue.contract_file import check_file

    checked = check_file(path, name)
    if checked.rejected:
        wrong = checked.rejected[0]
        raise InvalidInputError(
            f"{path.name} ne tient pas au contrat {name} : {wrong.field or 'fichier'} : {wrong.reason}."
        )
    first = checked.accepted[0].item if len(checked.accepted) == 1 else None
    if not isinstance(first, word):
        raise InvalidInputError(f"{path.name} doit contenir un seul enregistrement ({name}).")
    return first


def now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)
