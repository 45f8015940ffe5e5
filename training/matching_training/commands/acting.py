"""What a verb that acts on a service works with: the service of the environment, who acts, and the present moment."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import ValidationError

from matching.bootstrap import Service, open_service
from matching.domain.viewer import Viewer
from matching.errors import InvalidInputError
from matching.settings import Settings


@dataclass(frozen=True)
class Acting:
    """An opened service, the account that acts, and when."""

    service: Service
    viewer: Viewer
    at: datetime


def settings_of_environment() -> Settings:
    """The settings; InvalidInputError that names the variable that is not valid."""
    try:
        return Settings()
    except ValidationError as wrong:
        name = f"MATCHING_{'_'.join(map(str, wrong.errors()[0]['loc']))}".upper()
        raise InvalidInputError(f"{name} n'est pas valable : corriger ou retirer cette variable.") from wrong


@contextmanager
def usable_data_folder(settings: Settings) -> Iterator[None]:
    """InvalidInputError where the system refuses the data folder."""
    try:
        yield
    except OSError as refused:
        raise InvalidInputError(
            f"Le dossier de données {settings.data_dir} ne peut pas être utilisé ({refused.strerror}) : "
            "indiquer un autre dossier avec MATCHING_DATA_DIR."
        ) from refused


@contextmanager
def acting(account: str | None = None) -> Iterator[Acting]:
    """The service of the environment's settings, closed at the end; InvalidInputError when it cannot be opened."""
    settings = settings_of_environment()
    with usable_data_folder(settings):
        service = open_service(settings)
    with closing(service):
        yield Acting(service, service.viewer(account), datetime.now(UTC))
